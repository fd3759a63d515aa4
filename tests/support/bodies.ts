import fc from 'fast-check';
import { type FieldType, type ListKind, listKinds } from '#core/body/blocks';
import { composeBody } from '#core/body/fields';
import { type Mark, marks } from '#core/body/marks';
import { normalizeInline, type Review, textRun } from '#core/body/normalize';
import type { Block, BlockType, Body, Inline, LineBreak, ListItem, TextRun } from '#core/body/schema';

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

const review: fc.Arbitrary<Review> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Review>({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Review>({ comments: ['c1'] }, { inserted: 's1' }, { deleted: 's2' }),
  },
);

const run: fc.Arbitrary<TextRun> = fc
  .tuple(words, markList, claimList, review)
  .map(([text, on, claims, more]) => textRun(text, on, claims, more));
const leaf: fc.Arbitrary<TextRun | LineBreak> = fc.oneof(
  { weight: 6, arbitrary: run },
  { weight: 1, arbitrary: fc.constant({ type: 'break' as const }) },
);
const link: fc.Arbitrary<Inline> = fc
  .tuple(
    fc.constantFrom('https://example.org/a', 'mailto:a@example.org', 'http://example.org/?q=1&r=2'),
    fc.constantFrom(undefined, undefined, 'Le port', 'Une « grue » & "deux" <quais>'),
    fc.array(run, { minLength: 1, maxLength: 2 }),
  )
  .map(([url, title, content]) => ({ type: 'link', url, ...(title && { title }), content }));

export const inlineContent: fc.Arbitrary<Inline[]> = fc
  .array(fc.oneof({ weight: 6, arbitrary: leaf as fc.Arbitrary<Inline> }, { weight: 1, arbitrary: link }), {
    maxLength: 5,
  })
  .map(normalizeInline);

type WithoutId = Block extends infer B ? (B extends Block ? Omit<B, 'id'> : never) : never;
type Loose = Omit<ListItem, 'id'>;

function items(depth: number, kind: ListKind): fc.Arbitrary<Loose[]> {
  const nested =
    depth > 1
      ? fc.option(
          fc
            .constantFrom(...listKinds)
            .chain((inner) => items(depth - 1, inner).map((list) => ({ kind: inner, items: list }))),
          { nil: undefined, freq: 3 },
        )
      : fc.constant(undefined);
  return fc.array(
    fc
      .tuple(inlineContent, nested, fc.boolean())
      .map(
        ([content, list, checked]) =>
          ({ content, ...(kind === 'check' && { checked }), ...(list && { list }) }) as Loose,
      ),
    { minLength: 1, maxLength: 3 },
  );
}

const codeContent: fc.Arbitrary<Inline[]> = fc
  .array(
    fc.oneof(
      fc.constantFrom('let a = 1;', '  b()', 'fin').map((text) => textRun(text)),
      fc.constant({ type: 'break' as const }),
    ),
    {
      maxLength: 5,
    },
  )
  .map(normalizeInline);

const rows = fc
  .integer({ min: 1, max: 3 })
  .chain((width) =>
    fc.array(fc.array(inlineContent, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
  );

/** One arbitrary for each block type of the story; a type that is missing here does not compile. */
const arbitraries = {
  paragraph: inlineContent.map((content) => ({ type: 'paragraph' as const, content })),
  heading: fc
    .tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), inlineContent)
    .map(([level, content]) => ({ type: 'heading' as const, level, content })),
  quote: fc
    .tuple(inlineContent, inlineContent)
    .map(([content, attribution]) => ({ type: 'quote' as const, content, attribution })),
  'pull-quote': fc
    .tuple(inlineContent, inlineContent)
    .map(([content, attribution]) => ({ type: 'pull-quote' as const, content, attribution })),
  list: fc
    .constantFrom(...listKinds)
    .chain((kind) =>
      items(3, kind).map((list) => ({ type: 'list' as const, kind, items: list }) as WithoutId),
    ),
  picture: fc
    .tuple(fc.constantFrom('a', 'b'), words, fc.integer({ min: 1, max: 10 }), inlineContent, inlineContent)
    .map(([name, alt, tenths, content, credit]) => ({
      type: 'picture' as const,
      asset: `${name.repeat(64)}.png`,
      alt,
      width: tenths * 10,
      content,
      credit,
    })),
  table: fc.tuple(fc.boolean(), rows).map(([header, list]) => ({
    type: 'table' as const,
    header,
    rows: list.map((row) => ({ cells: row.map((content) => ({ id: '', content })) })),
  })),
  code: fc
    .tuple(fc.constantFrom('', 'js'), codeContent)
    .map(([language, content]) => ({ type: 'code' as const, language, content })),
  'fact-box': fc
    .tuple(inlineContent, inlineContent)
    .map(([title, content]) => ({ type: 'fact-box' as const, title, content })),
  embed: inlineContent.map((content) => ({
    type: 'embed' as const,
    url: 'https://example.org/film',
    content,
  })),
  footnote: inlineContent.map((content) => ({ type: 'footnote' as const, content })),
  divider: fc.constant({ type: 'divider' as const }),
} satisfies Record<Exclude<BlockType, FieldType>, fc.Arbitrary<WithoutId>>;

const block: fc.Arbitrary<WithoutId> = fc.oneof(...Object.values(arbitraries));

/** Whole bodies with every block type, in their canonical spelling. */
export const bodies: fc.Arbitrary<Body> = bodiesOf(block);

/** Bodies whose story has blocks of one type only. */
export function bodiesWith(type: keyof typeof arbitraries): fc.Arbitrary<Body> {
  return bodiesOf(arbitraries[type]);
}

function bodiesOf(one: fc.Arbitrary<WithoutId>): fc.Arbitrary<Body> {
  return fc
    .tuple(inlineContent, inlineContent, fc.array(one, { minLength: 1, maxLength: 6 }))
    .map(([headline, standfirst, list]) => {
      const [first, second, ...rest] = composeBody({}, numbered(list));
      const noBreaks = (content: Inline[]): Inline[] =>
        normalizeInline(content.filter((node) => node.type !== 'break'));
      return [
        { ...first, content: noBreaks(headline) },
        { ...second, content: noBreaks(standfirst) },
        ...rest,
      ] as Body;
    });
}

function numbered(list: readonly WithoutId[]): Block[] {
  let count = 0;
  const number = (item: Loose): ListItem => ({
    ...item,
    id: `i${++count}`,
    ...(item.list && { list: { ...item.list, items: item.list.items.map(number) } }),
  });
  // Notes stand at the end, and are called by the first line that can.
  const notes = list.filter(({ type }) => type === 'footnote');
  const others = list.filter(({ type }) => type !== 'footnote');
  // Two lists that follow each other are one list to Lexical; our readers never make such a pair.
  const apart = others.filter((one, index) => one.type !== 'list' || others[index - 1]?.type !== 'list');
  const story: WithoutId[] = apart.length > 0 ? apart : [{ type: 'paragraph', content: [] }];
  const blocks = [...story, ...notes].map((one): Block => {
    const id = `p${++count}`;
    if (one.type === 'list') return { ...one, id, items: one.items.map(number) };
    if (one.type !== 'table') return { ...one, id } as Block;
    return {
      ...one,
      id,
      rows: one.rows.map(({ cells }) => ({ cells: cells.map((cell) => ({ ...cell, id: `c${++count}` })) })),
    };
  });
  const calls = blocks
    .filter(({ type }) => type === 'footnote')
    .map(({ id }) => ({ type: 'note-reference' as const, note: id }));
  const at = blocks.findIndex(({ type }) => type === 'paragraph');
  return blocks.map((one, index) =>
    index === at && one.type === 'paragraph' ? { ...one, content: [...one.content, ...calls] } : one,
  );
}
