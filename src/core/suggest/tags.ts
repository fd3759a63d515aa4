import type { Candidate, SpokenBlock } from './candidates';
import { type BlockContext, lowerAt } from './context';
import { phraseBefore, phraseBehind } from './noun-phrases';
import type { Draft } from './types';

/** “police said”, “a assuré la mairie”: who says so, without a quotation, and no person by name. */
export function findTags(block: SpokenBlock): Draft[] {
  const { context } = block;
  const { tokens, lexicon } = context;
  const quoted = quotedSentences(block);
  const drafts: Draft[] = [];
  for (const [at, { lower, kind, sentence }] of tokens.entries()) {
    if (kind !== 'word' || !lexicon.speech.has(lower) || context.used[at] !== 0 || quoted.has(sentence))
      continue;
    const span = tagAt(block, at);
    if (span)
      drafts.push({
        kind: 'attribution',
        start: tokens[span.from]?.start ?? 0,
        end: tokens[span.to - 1]?.end ?? 0,
        code: 'attribution',
      });
  }
  return drafts;
}

/** Sentences with a quotation in them: their tags belong to it. Quotations stand in order, so one walk is enough. */
function quotedSentences({ context, quotes }: SpokenBlock): Set<number> {
  const quoted = new Set<number>();
  let at = 0;
  for (const { start, sentence } of context.tokens) {
    while (start >= (quotes[at]?.close ?? Number.POSITIVE_INFINITY)) at += 1;
    if (start >= (quotes[at]?.open ?? Number.POSITIVE_INFINITY)) quoted.add(sentence);
  }
  return quoted;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function tagAt(block: SpokenBlock, verb: number): Span | null {
  const { context } = block;
  const floor = sentenceStart(context, verb);
  return inverted(block, verb, floor) ?? subjectFirst(block, verb, floor);
}

function sentenceStart({ tokens }: BlockContext, at: number): number {
  let from = at;
  while (from > 0 && tokens[from - 1]?.sentence === tokens[at]?.sentence) from -= 1;
  return from;
}

/** Where a verb with its auxiliaries begins: “a indiqué”, “has said”. */
function verbStart(context: BlockContext, verb: number, floor: number): number {
  let from = verb;
  while (from > floor && /^(?:a|ont|avait|avaient|has|have|had|also|later)$/.test(lowerAt(context, from - 1)))
    from -= 1;
  return from;
}

/** “…, a assuré la mairie.” */
function inverted({ context, candidates }: SpokenBlock, verb: number, floor: number): Span | null {
  const from = verbStart(context, verb, floor);
  if (context.tokens[from - 1]?.text !== ',') return null;
  const subject = candidates.find(({ begins }) => begins > verb && begins <= verb + 2);
  if (subject?.type === 'person' || subject?.type === 'pronoun') return null;
  const source = subject ?? phraseBehind(context, verb, verb + 9);
  if (!source) return null;
  // “Sam Dale, leader of the group, said the cut would …”: in English the tag ends its sentence.
  const next = context.tokens[source.to];
  const isEnd = !next || next.kind === 'mark';
  return isEnd || context.language === 'fr' ? { from, to: source.to } : null;
}

const saying =
  /^(?:said|says|say|announced|found|finds|warned|warns|heard|showed|shows|reported|reports|confirmed|estimated|suggests|suggested|added|claimed|claims|stated)$/;
const behindTag =
  /^(?:that|que|qu'|monday|tuesday|wednesday|thursday|friday|saturday|sunday|on|in|yesterday|today)$/;

/** “Police said that …”, “…, the company said.” */
function subjectFirst({ context, candidates }: SpokenBlock, verb: number, floor: number): Span | null {
  if (context.language === 'en' && !saying.test(lowerAt(context, verb))) return null;
  const next = context.tokens[verb + 1];
  const isTag =
    !next ||
    next.kind === 'mark' ||
    behindTag.test(next.lower) ||
    (context.language === 'en' && next.lower !== 'by');
  if (!isTag || (context.language === 'fr' && !/^qu[e']$/.test(next?.lower ?? ''))) return null;
  const start = verbStart(context, verb, floor);
  const subject = subjectEndingAt(candidates, start) ?? phraseBefore(context, floor, start);
  if (!subject || subject.type === 'person' || subject.type === 'pronoun') return null;
  return { from: subject.begins, to: verb + 1 };
}

function subjectEndingAt(candidates: readonly Candidate[], at: number): Candidate | null {
  return candidates.find(({ to }) => to === at) ?? null;
}
