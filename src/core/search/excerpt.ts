import type { Query, TextField } from './query';
import type { ExcerptPiece } from './request';
import { type Token, tokens } from './terms';

/** Words that were searched for: one, or a phrase. */
export type SoughtWords = Extract<Query, { type: 'words' }>;

interface Hit {
  readonly start: number;
  readonly end: number;
  /** Which of the sought words. */
  readonly of: number;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const usualLength = 160;
const cutMark = '…';

/**
 * The words that a query looks for, not those that it excludes; with `field`, those that may stand there.
 */
export function positiveTerms(query: Query, field?: TextField): SoughtWords[] {
  if (query.type === 'words') return !field || !query.field || query.field === field ? [query] : [];
  if (query.type === 'and' || query.type === 'or') {
    return query.parts.flatMap((part) => positiveTerms(part, field));
  }
  return [];
}

/** The whole text, with what was searched for marked. A phrase is one mark. */
export function highlightAll(text: string, sought: readonly SoughtWords[]): ExcerptPiece[] {
  return pieces(text, { start: 0, end: text.length }, hitsIn(tokens(text), sought));
}

/**
 * The first stretch of the text that has the most of the sought words in it, or the beginning where it has none.
 *
 * @param length about how long it may be, in UTF-16 units; it is cut between words, and the cut ends are marked with …
 */
export function excerpt(
  text: string,
  sought: readonly SoughtWords[],
  { length = usualLength }: { readonly length?: number } = {},
): ExcerptPiece[] {
  const words = tokens(text);
  const hits = hitsIn(words, sought);
  const stretch = cutAtWords(text, words, around(text, bestStretch(hits, length), length));
  const inside = hits.filter(({ start, end }) => start >= stretch.start && end <= stretch.end);
  return marked(pieces(text, stretch, inside), stretch, text);
}

function hitsIn(words: readonly Token[], sought: readonly SoughtWords[]): Hit[] {
  const { byFirst, prefixes } = matchersOf(sought);
  const hits: Hit[] = [];
  words.forEach(({ start, term, end }, index) => {
    for (const { terms, prefix, of } of byFirst.get(term) ?? []) {
      const last = lastOfPhrase(words, index, terms, prefix);
      if (last) hits.push({ start, end: last.end, of });
    }
    for (const { terms, of } of prefixes) {
      if (terms[0] !== undefined && term.startsWith(terms[0])) hits.push({ start, end, of });
    }
  });
  return hits;
}

interface Matcher {
  readonly terms: readonly string[];
  readonly prefix: boolean;
  readonly of: number;
}

/** Whole words and phrases by their first term; beginnings of words have to be tried on every word. */
function matchersOf(sought: readonly SoughtWords[]) {
  const byFirst = new Map<string, Matcher[]>();
  const prefixes: Matcher[] = [];
  sought.forEach(({ terms, prefix }, of) => {
    const [first] = terms;
    if (first === undefined) return;
    const list = prefix && terms.length === 1 ? prefixes : (byFirst.get(first) ?? []);
    list.push({ terms, prefix, of });
    if (list !== prefixes) byFirst.set(first, list);
  });
  return { byFirst, prefixes };
}

/** The last word of a phrase that begins here, or null. */
function lastOfPhrase(
  words: readonly Token[],
  first: number,
  terms: readonly string[],
  prefix: boolean,
): Token | null {
  for (let at = 1; at < terms.length; at += 1) {
    const term = words[first + at]?.term;
    const wanted = terms[at] ?? '';
    const isBegun = prefix && at === terms.length - 1;
    if (term === undefined || !(isBegun ? term.startsWith(wanted) : term === wanted)) return null;
  }
  return words[first + terms.length - 1] ?? null;
}

/** From the first to the last hit of the best stretch; two fingers, each goes over the hits once. */
function bestStretch(hits: readonly Hit[], length: number): Stretch {
  const counts = new Map<number, number>();
  let best: Stretch = { start: 0, end: 0 };
  let most = 0;
  let first = 0;
  for (const hit of hits) {
    counts.set(hit.of, (counts.get(hit.of) ?? 0) + 1);
    for (let left = hits[first]; left && left !== hit && hit.end - left.start > length; left = hits[first]) {
      const count = (counts.get(left.of) ?? 0) - 1;
      if (count > 0) counts.set(left.of, count);
      else counts.delete(left.of);
      first += 1;
    }
    if (counts.size <= most) continue;
    most = counts.size;
    best = { start: hits[first]?.start ?? hit.start, end: hit.end };
  }
  return best;
}

/** A stretch with as much text before as behind it, as far as there is text. */
function around(text: string, { start, end }: Stretch, length: number): Stretch & { readonly core: Stretch } {
  const room = Math.max(0, length - (end - start));
  const from = Math.max(0, Math.min(start - Math.floor(room / 2), text.length - length));
  const begin = Math.min(from, start);
  return { start: begin, end: Math.max(end, Math.min(text.length, begin + length)), core: { start, end } };
}

function cutAtWords(
  text: string,
  words: readonly Token[],
  { start, end, core }: Stretch & { readonly core: Stretch },
): Stretch {
  const first = start === 0 ? undefined : words.find((word) => word.start >= start);
  const last = end === text.length ? undefined : words.findLast((word) => word.end <= end);
  const from = first && (core.end === 0 || first.start <= core.start) ? first.start : start;
  return { start: from, end: last && last.end >= core.end && last.end > from ? last.end : end };
}

/** The stretch in turns of other text and hits; hits that overlap are one. */
function pieces(text: string, { start, end }: Stretch, hits: readonly Hit[]): ExcerptPiece[] {
  const found: ExcerptPiece[] = [];
  const add = (from: number, to: number, hit: boolean) => {
    if (to > from) found.push({ text: text.slice(from, to).replace(/(?<!\s)\s*\n\s*/g, ' '), hit });
  };
  let at = start;
  for (const one of merged(hits)) {
    add(at, one.start, false);
    add(one.start, one.end, true);
    at = one.end;
  }
  add(at, end, false);
  return found;
}

function merged(hits: readonly Hit[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { start, end } of hits) {
    const last = joined.at(-1);
    if (last && start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}

function marked(list: readonly ExcerptPiece[], { start, end }: Stretch, text: string): ExcerptPiece[] {
  const before = start > 0 ? [{ text: cutMark, hit: false }] : [];
  const after = end < text.length ? [{ text: cutMark, hit: false }] : [];
  const joined: ExcerptPiece[] = [];
  for (const piece of [...before, ...list, ...after]) {
    const last = joined.at(-1);
    if (last && !last.hit && !piece.hit)
      joined[joined.length - 1] = { text: last.text + piece.text, hit: false };
    else joined.push(piece);
  }
  return joined;
}
