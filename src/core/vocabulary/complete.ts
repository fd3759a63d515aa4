import type { Language } from '#core/article/values';
import type { Tag } from '#core/desk/schema';
import { foldName, labelOf, labelsOf } from './names';

interface Wanted {
  readonly language: Language;
  /** Ids that are not offered: the article has them. */
  readonly without?: readonly string[];
  readonly limit?: number;
}

/** A tag that completes what is typed, and the alias that did so when it was not a label. */
export interface Completion {
  readonly tag: Tag;
  readonly alias: string | null;
}

interface Folded {
  readonly labels: readonly string[];
  readonly aliases: readonly string[];
}

/** Folding is dear, and every key looks at every tag. Tags are never changed in place. */
const folded = new WeakMap<Tag, Folded>();

function foldedOf(tag: Tag): Folded {
  const known = folded.get(tag);
  if (known) return known;
  const made = { labels: labelsOf(tag).map(foldName), aliases: tag.aliases.map(foldName) };
  folded.set(tag, made);
  return made;
}

/** 0: it is a label; 1: a label begins with it; 2: a word of a label does; 3: an alias does; -1: not at all. */
function rankOf(tag: Tag, typed: string): number {
  const { labels, aliases } = foldedOf(tag);
  if (labels.includes(typed)) return 0;
  if (labels.some((label) => label.startsWith(typed))) return 1;
  if (labels.some((label) => hasWordBeginning(label, typed))) return 2;
  return aliases.some((alias) => alias.startsWith(typed) || hasWordBeginning(alias, typed)) ? 3 : -1;
}

function hasWordBeginning(name: string, typed: string): boolean {
  for (let at = name.indexOf(typed, 1); at > 0; at = name.indexOf(typed, at + 1))
    if (/[\s'’(/-]/.test(name[at - 1] ?? '')) return true;
  return false;
}

/** Tags that complete what is typed, best first; retired ones are not offered. */
export function completeTags(
  tags: readonly Tag[],
  text: string,
  { language, without = [], limit = 8 }: Wanted,
): Completion[] {
  const typed = foldName(text);
  if (typed === '') return [];
  const taken = new Set(without);
  const ranked: { readonly tag: Tag; readonly rank: number; readonly label: string }[] = [];
  for (const tag of tags) {
    const rank = tag.retired || taken.has(tag.id) ? -1 : rankOf(tag, typed);
    if (rank >= 0) ranked.push({ tag, rank, label: labelOf(tag, language) });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank || a.label.localeCompare(b.label, language))
    .slice(0, limit)
    .map(({ tag, rank }) => ({ tag, alias: rank === 3 ? aliasFor(tag, typed) : null }));
}

function aliasFor(tag: Tag, typed: string): string | null {
  const { aliases } = foldedOf(tag);
  const at = aliases.findIndex((alias) => alias.startsWith(typed) || hasWordBeginning(alias, typed));
  return tag.aliases[at] ?? null;
}

/** Tags of which any name has every word that is typed, somewhere at the beginning of a word; for lists to look through. */
export function filterTags(tags: readonly Tag[], text: string): Tag[] {
  const words = foldName(text).split(' ').filter(Boolean);
  if (words.length === 0) return [...tags];
  return tags.filter((tag) => {
    const { labels, aliases } = foldedOf(tag);
    const names = [...labels, ...aliases, foldName(tag.iptc ?? ''), tag.id];
    return words.every((word) => names.some((name) => name.startsWith(word) || hasWordBeginning(name, word)));
  });
}
