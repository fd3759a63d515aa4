import type { Language } from '#core/article/schema';
import type { Block } from '#core/body/schema';
import { plainText, type TextBlock, textBlocks } from '#core/body/walk';
import { relativeDates } from '#core/language/dates';
import {
  hasAttribution,
  outsideQuotations,
  type Quotation,
  type QuotationScan,
  scanQuotations,
} from '#core/language/quotations';
import { sentenceAt } from '#core/language/sentences';
import { fold, wordsOf } from '#core/language/words';
import type { QueryReason, RaisedQuery } from './types';

interface Part {
  readonly block: TextBlock;
  readonly text: string;
  readonly scan: QuotationScan;
}

type Found = readonly [reason: QueryReason, text: string];

/** A quotation of this many words or more is somebody's sentence, not a borrowed phrase. */
const sentenceWords = 6;

/**
 * What a careful editor would ask about the copy, block by block. `hasDay`: the day of publication is known, so
 * relative dates can be counted. Texts are quoted exactly as they stand in their blocks.
 */
export function raiseQueries(blocks: readonly Block[], language: Language, hasDay: boolean): RaisedQuery[] {
  const parts: Part[] = [...textBlocks(blocks)].map((block) => {
    const text = plainText(block.content);
    return { block, text, scan: scanQuotations(text) };
  });
  const seenDates = new Set<string>();
  const queries: RaisedQuery[] = [];
  for (const [index, part] of parts.entries()) {
    const found: Found[] = [
      ...incomplete(part, parts[index + 1], language),
      ...unbalanced(part, parts[index - 1], parts[index + 1]),
      ...withoutSpeaker(part, [parts[index - 1], parts[index + 1]], language),
      ...(hasDay ? [] : undated(part, language, seenDates)),
    ];
    for (const [reason, text] of found) {
      queries.push({ id: `q${queries.length + 1}`, reason, blockId: part.block.id, text });
    }
  }
  return queries;
}

/** A quotation that lost its lead-in, or its end. */
function* incomplete({ text, scan }: Part, next: Part | undefined, language: Language): Generator<Found> {
  for (const quotation of scan.quotations) {
    const isCut = hasLostLeadIn(text, quotation, language) || endsMidPhrase(quotation, language);
    if (isCut) yield ['quotation-incomplete', around(text, quotation, language)];
  }
  // “He said:” and then nothing that was said.
  const isAnnounced =
    /[\p{L}\d]\s?:\s*$/u.test(text) && hasAttribution(outsideQuotations(text, scan.quotations), language);
  const isFollowed =
    next !== undefined &&
    (next.block.type === 'item' || next.block.type === 'quote' || /^\s*[«“"—–-]/.test(next.text));
  if (isAnnounced && !isFollowed)
    yield ['quotation-incomplete', sentenceAt(text, text.length - 1, language).text];
}

/** How far back the end of a sentence is looked for, in UTF-16 units. */
const longestWord = 200;

/** It begins in lower case where a sentence should begin: whoever spoke, and the verb, went missing before it. */
function hasLostLeadIn(text: string, quotation: Quotation, language: Language): boolean {
  if (!/^\p{Ll}/u.test(quotation.text)) return false;
  const before = text.slice(0, quotation.start);
  if (before.trim() === '') return !isAttributedBehind(text, quotation, language);
  const ended = /([\p{L}.]*)([.!?…]|[.!?…][\s\u00a0\u202f]?[»”"])\s*$/u.exec(before.slice(-longestWord));
  if (!ended) return false;
  const isAbbreviation = ended[2] === '.' && wordsOf[language].abbreviations.includes(ended[1] ?? '');
  return !isAbbreviation;
}

/** “« une erreur », selon le maire”: a phrase at the head of a paragraph that names its speaker is whole. */
function isAttributedBehind(text: string, quotation: Quotation, language: Language): boolean {
  return (
    /^[\s\u00a0\u202f]*,/.test(text.slice(quotation.end)) &&
    hasAttribution(text.slice(quotation.end, quotation.end + 80), language)
  );
}

function endsMidPhrase({ text }: Quotation, language: Language): boolean {
  const words = text.split(/\s+/);
  const last = fold(words.at(-1) ?? '');
  return (
    words.length > 2 &&
    (wordsOf[language].unfinished.some((word) => fold(word) === last) || /[–—-]$/.test(text))
  );
}

/** The sentence around a quotation; it never ends inside of it. */
function around(text: string, quotation: Quotation, language: Language): string {
  const { start } = sentenceAt(text, quotation.start, language);
  const { end } = sentenceAt(text, Math.min(quotation.end, text.length - 1), language);
  return text.slice(Math.min(start, quotation.start), Math.max(end, quotation.end));
}

/** Marks that do not pair. A quotation over several paragraphs opens each of them, and closes only the last. */
function* unbalanced(
  { text, scan }: Part,
  before: Part | undefined,
  next: Part | undefined,
): Generator<Found> {
  const { unclosed, unopened } = scan;
  if (unclosed !== null) {
    const mark = text[unclosed] ?? '';
    const goesOn =
      next !== undefined && (next.text.trimStart().startsWith(mark) || next.scan.unopened !== null);
    if (!goesOn) yield ['quotation-unbalanced', text.slice(unclosed, unclosed + 300)];
  }
  if (unopened !== null) {
    const wentOn = before !== undefined && before.scan.unclosed !== null;
    const from = Math.max(0, unopened - 200);
    if (!wentOn) yield ['quotation-unbalanced', text.slice(from, unopened + 1).replace(/^\S*\s/, '')];
  }
}

/** A whole sentence in quotation marks, and nobody near it who says it. */
function* withoutSpeaker(
  { text, scan, block }: Part,
  neighbours: readonly (Part | undefined)[],
  language: Language,
): Generator<Found> {
  if (block.type === 'quote' || block.type === 'heading') return;
  const direct = scan.quotations.filter(isSentence);
  const [first] = direct;
  if (!first) return;
  const outside = outsideQuotations(text, scan.quotations);
  if (hasAttribution(outside, language) || hasColonBefore(text, first) || hasNameBehind(text, direct)) return;
  const isBare = (outside.match(/\p{L}+/gu)?.length ?? 0) < 4;
  const isNear = (part: Part | undefined): boolean =>
    part !== undefined && hasAttribution(outsideQuotations(part.text, part.scan.quotations), language);
  if (isBare && neighbours.some(isNear)) return;
  yield ['quotation-without-speaker', around(text, first, language)];
}

function isSentence({ text }: Quotation): boolean {
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  return words >= sentenceWords && /^[\p{Lu}\p{N}…"“«(]/u.test(text);
}

function hasColonBefore(text: string, { start }: Quotation): boolean {
  const before = text.slice(0, start).trimEnd();
  const ended = Math.max(...['.', '!', '?'].map((mark) => before.lastIndexOf(mark)));
  return before.endsWith(':') && /\p{L}/u.test(before.slice(ended + 1));
}

/** “…” — Jane Doe */
function hasNameBehind(text: string, quotations: readonly Quotation[]): boolean {
  return quotations.some(({ end }) => /^\s*[–—-]\s*\p{Lu}/u.test(text.slice(end)));
}

/** Each expression once: one date of publication answers them all. */
function* undated({ text, block }: Part, language: Language, seen: Set<string>): Generator<Found> {
  if (block.type === 'heading') return;
  for (const date of relativeDates(text, language)) {
    const name = fold(date.text);
    if (seen.has(name)) continue;
    seen.add(name);
    yield ['relative-date', date.text];
  }
}
