import type { Language } from '#core/article/values';
import type { TextBlock } from '#core/body/walk';
import { copyText } from '#core/claims/anchors';
import type { Tag } from '#core/desk/schema';
import { longestName, type TagType } from '#core/desk/values';
import { openBlock } from '#core/suggest/context';
import { findDates } from '#core/suggest/dates';
import type { NameKind } from '#core/suggest/mentions';
import { findNames } from '#core/suggest/names';
import { nameParts } from '#core/suggest/people';
import { type NamedBlock, resolveNames } from '#core/suggest/persons';
import { findQuantities } from '#core/suggest/quantities';
import { findTags } from './find-in-text';
import { resolveTag, tagByName } from './lookup';
import { foldName } from './names';

/** Where something stands first. UTF-16 units in the copy of its block; `end` is exclusive. */
export interface FirstPlace {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
}

export type TagSuggestion =
  | { readonly type: 'tag'; readonly id: string; readonly count: number; readonly first: FirstPlace }
  /** A name that recurs and is no tag yet, with what it seems to be. */
  | {
      readonly type: 'name';
      readonly name: string;
      readonly kind: TagType;
      readonly count: number;
      readonly first: FirstPlace;
    };

/** Names are looked for in so many words from the head of the copy: whoever it is about has been named by then. */
const readForNames = 2_000;
const most = 12;
/** How often a name must stand in the copy. */
const recurs = 2;

const kinds: Readonly<Record<NameKind, TagType>> = {
  person: 'person',
  place: 'place',
  organisation: 'organisation',
  acronym: 'organisation',
  event: 'event',
};

/** What stands at the head says more of what a story is about. */
const weights: Partial<Readonly<Record<TextBlock['type'], number>>> = { headline: 6, standfirst: 3 };

interface Found {
  readonly suggestion: TagSuggestion;
  readonly weight: number;
}

/**
 * Tags that the copy of an article names, and names that recur in it and are no tags yet; best first, without those
 * that the article has (`without`: their ids).
 */
export function suggestTags(
  blocks: Iterable<TextBlock>,
  tags: readonly Tag[],
  { language, without }: { readonly language: Language; readonly without: readonly string[] },
): TagSuggestion[] {
  const lines = [...blocks]
    .filter(({ type }) => type !== 'code')
    .map(({ id, type, content }) => ({ id, type, text: copyText(content) }));
  const taken = new Set(without.map((id) => resolveTag(tags, id)?.id ?? id));
  const known = namedTags(lines, tags).filter(
    ({ suggestion: one }) => one.type !== 'tag' || !taken.has(one.id),
  );
  const names = recurringNames(lines, language).filter(
    ({ suggestion: one }) => one.type === 'name' && !tagByName(tags, one.name) && !taken.has(one.name),
  );
  return [known, names]
    .flatMap((found) => found.sort((a, b) => b.weight - a.weight))
    .slice(0, most)
    .map(({ suggestion }) => suggestion);
}

interface Line {
  readonly id: string;
  readonly type: TextBlock['type'];
  readonly text: string;
}

function namedTags(lines: readonly Line[], tags: readonly Tag[]): Found[] {
  const found = new Map<string, { count: number; weight: number; first: FirstPlace }>();
  for (const { id: blockId, type, text } of lines)
    for (const { tag, start, end } of findTags(text, tags)) {
      const entry = found.get(tag.id) ?? { count: 0, weight: 0, first: { blockId, start, end } };
      entry.count += 1;
      entry.weight += weights[type] ?? 1;
      found.set(tag.id, entry);
    }
  return [...found].map(([id, { weight, ...where }]) => ({
    suggestion: { type: 'tag', id, ...where },
    weight,
  }));
}

function recurringNames(lines: readonly Line[], language: Language): Found[] {
  const read = headOf(lines).filter(({ type }) => type !== 'byline');
  const named = read.map((line) => namedBlock(line, language));
  const { blocks } = resolveNames(named);
  const found = new Map<string, Found & { count: number }>();
  for (const [index, mentions] of blocks.entries()) {
    const line = read[index];
    const tokens = named[index]?.context.tokens ?? [];
    if (!line) continue;
    for (const { mention, kind, person } of mentions) {
      const name = person?.full ?? mention.name;
      const key = foldName(name);
      const first = {
        blockId: line.id,
        start: tokens[mention.nameFrom]?.start ?? 0,
        end: tokens[mention.to - 1]?.end ?? 0,
      };
      const before = found.get(key);
      const count = (before?.count ?? 0) + 1;
      const own = { type: 'name', name, kind: kinds[kind], first } as const;
      const suggestion = { ...(before?.suggestion ?? own), count };
      found.set(key, { suggestion, count, weight: (before?.weight ?? 0) + (weights[line.type] ?? 1) });
    }
  }
  return [...found.values()].filter(({ count, suggestion }) => count >= recurs && isWorthATag(suggestion));
}

/** A surname alone names too many people. */
function isWorthATag(suggestion: TagSuggestion): boolean {
  if (suggestion.type !== 'name') return true;
  const { name, kind } = suggestion;
  return name.length > 1 && name.length <= longestName && (kind !== 'person' || nameParts(name).length > 1);
}

function headOf(lines: readonly Line[]): Line[] {
  let words = 0;
  return lines.filter(({ text }) => {
    const isRead = words < readForNames;
    words += text.split(' ').length;
    return isRead;
  });
}

function namedBlock({ text, type }: Line, language: Language): NamedBlock {
  const context = openBlock({ text, type, language, published: null });
  findDates(context);
  findQuantities(context);
  return { context, mentions: findNames(context) };
}
