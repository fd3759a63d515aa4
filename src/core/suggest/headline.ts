import { fold } from '#core/language/words';
import type { BlockContext } from './context';
import { figureValue } from './figure-value';
import type { NamedBlock, ResolvedNames } from './persons';
import type { Draft } from './types';

const isFieldAbove = (type: BlockContext['type']): boolean => type === 'headline' || type === 'standfirst';

/** Names and numbers of headline and standfirst that the story below does not have. */
export function findHeadlineGaps(blocks: readonly NamedBlock[], names: ResolvedNames): Map<number, Draft[]> {
  const gaps = new Map<number, Draft[]>();
  const story = blocks.filter(({ context }) => !isFieldAbove(context.type) && context.type !== 'byline');
  if (!story.some(({ context }) => context.tokens.length > 0)) return gaps;
  const text = ` ${story.map(({ context }) => fold(context.text)).join(' ')} `;
  const values = valuesIn(story.map(({ context }) => context));
  for (const [index, { context }] of blocks.entries()) {
    if (!isFieldAbove(context.type)) continue;
    gaps.set(index, [
      ...missingNames(context, names.blocks[index] ?? [], text),
      ...missingNumbers(context, values),
    ]);
  }
  return gaps;
}

function* missingNames(
  context: BlockContext,
  names: ResolvedNames['blocks'][number],
  story: string,
): Generator<Draft> {
  for (const { mention, kind } of names) {
    const wanted = kind === 'person' ? (mention.name.split(/\s+/).at(-1) ?? '') : mention.name;
    if (story.includes(fold(wanted).replace(/'s$/, ''))) continue;
    const start = context.tokens[mention.nameFrom]?.start ?? 0;
    const end = context.tokens[mention.to - 1]?.end ?? 0;
    yield { kind: 'headline', start, end, code: 'headline-name-missing', params: { name: mention.name } };
  }
}

/** Every number that is written somewhere in the story, in figures or words. */
function valuesIn(contexts: readonly BlockContext[]): Set<number> {
  const values = new Set<number>();
  for (const context of contexts) {
    for (const { value } of context.quantities) if (value !== null) values.add(value);
    for (const { kind, text } of context.tokens)
      if (kind === 'figure') values.add(figureValue(text, context.language));
  }
  return values;
}

function* missingNumbers(context: BlockContext, values: ReadonlySet<number>): Generator<Draft> {
  for (const { value, start, end } of context.quantities) {
    const text = context.text.slice(start, end);
    // “les deux pays”: one and two in words are grammar more than figures.
    const isSmallWord = value !== null && value <= 2 && !/\d/.test(text);
    if (value === null || values.has(value) || isSmallWord) continue;
    yield { kind: 'headline', start, end, code: 'headline-number-missing', params: { number: text } };
  }
}
