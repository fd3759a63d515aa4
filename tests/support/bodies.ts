import fc from 'fast-check';
import { composeBody } from '#core/body/fields';
import { type Mark, marks } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, Body, Inline, LineBreak, ListItem, TextRun } from '#core/body/schema';

/** Text as people write it, and some as nobody should: surrogates, right-to-left, no-break spaces, mark-up signs. */
const words = fc
  .array(
    fc.constantFrom(
      'un',
      'mot',
      'L’Onu',
      '3,5',
      '«\u00a0oui\u00a0»',
      '10\u202f000',
      '😀',
      'שלום',
      '*a*',
      '_b_',
      '<i>',
      'a  b',
      '#',
      'fin.',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) => list.join(' '));

const markList = fc.uniqueArray(fc.constantFrom<Mark>(...marks), { maxLength: 3 });
const claimList = fc.uniqueArray(fc.constantFrom('k1', 'k2', 'k3'), { maxLength: 2 });

const run: fc.Arbitrary<TextRun> = fc
  .tuple(words, markList, claimList)
  .map(([text, on, claims]) => textRun(text, on, claims));
const leaf: fc.Arbitrary<TextRun | LineBreak> = fc.oneof(
  { weight: 6, arbitrary: run },
  { weight: 1, arbitrary: fc.constant({ type: 'break' as const }) },
);
const link: fc.Arbitrary<Inline> = fc
  .tuple(
    fc.constantFrom('https://example.org/a', 'mailto:a@example.org', 'http://example.org/?q=1&r=2'),
    fc.array(run, { minLength: 1, maxLength: 2 }),
  )
  .map(([url, content]) => ({ type: 'link', url, content }));

export const inlineContent: fc.Arbitrary<Inline[]> = fc
  .array(fc.oneof({ weight: 6, arbitrary: leaf as fc.Arbitrary<Inline> }, { weight: 1, arbitrary: link }), {
    maxLength: 5,
  })
  .map(normalizeInline);

type WithoutId = Block extends infer B ? (B extends Block ? Omit<B, 'id'> : never) : never;

function items(depth: number): fc.Arbitrary<Omit<ListItem, 'id'>[]> {
  const nested =
    depth > 1
      ? fc.option(fc.record({ ordered: fc.boolean(), items: items(depth - 1) }), { nil: undefined, freq: 3 })
      : fc.constant(undefined);
  return fc.array(
    fc
      .tuple(inlineContent, nested)
      .map(([content, list]) => ({ content, ...(list && { list }) }) as Omit<ListItem, 'id'>),
    { minLength: 1, maxLength: 3 },
  );
}

const block: fc.Arbitrary<WithoutId> = fc.oneof(
  inlineContent.map((content) => ({ type: 'paragraph' as const, content })),
  fc
    .tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), inlineContent)
    .map(([level, content]) => ({ type: 'heading' as const, level, content })),
  inlineContent.map((content) => ({ type: 'quote' as const, content })),
  fc.constant({ type: 'divider' as const }),
  fc
    .tuple(fc.boolean(), items(3))
    .map(([ordered, list]) => ({ type: 'list' as const, ordered, items: list }) as WithoutId),
);

/** Whole bodies with every block type, in their canonical spelling. */
export const bodies: fc.Arbitrary<Body> = fc
  .tuple(inlineContent, inlineContent, fc.array(block, { minLength: 1, maxLength: 6 }))
  .map(([headline, standfirst, list]) => {
    let count = 0;
    const number = (item: Omit<ListItem, 'id'>): ListItem => ({
      ...item,
      id: `i${++count}`,
      ...(item.list && { list: { ...item.list, items: item.list.items.map(number) } }),
    });
    // Two lists that follow each other are one list to Lexical; our readers never make such a pair.
    const apart = list.filter((one, index) => one.type !== 'list' || list[index - 1]?.type !== 'list');
    const blocks = apart.map((one) => {
      const id = `p${++count}`;
      return (one.type === 'list' ? { ...one, id, items: one.items.map(number) } : { ...one, id }) as Block;
    });
    const [first, second, ...rest] = composeBody({}, blocks);
    const noBreaks = (content: Inline[]): Inline[] =>
      normalizeInline(content.filter((node) => node.type !== 'break'));
    return [
      { ...first, content: noBreaks(headline) },
      { ...second, content: noBreaks(standfirst) },
      ...rest,
    ] as Body;
  });
