import type { Candidate, SpokenBlock } from './candidates';
import { lowerAt } from './context';
import type { Quote } from './quotation-marks';

/** Who speaks, as a clause beside a quotation says it; `verb` tells how. */
export interface Clause {
  readonly candidate: Candidate | null;
  readonly verb: 'speech' | 'judging' | 'attribution' | 'colon';
}

interface Window {
  /** Token indexes; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
}

/** How far behind a verb its subject can stand, in tokens. */
const subjectReach = 9;
const prepositions =
  /^(?:à|au|aux|avec|de|du|des|d'|dans|sur|chez|devant|contre|pour|lors|par|en|to|with|of|by|from|for|at|in|on|against|about|via|after|before|près|vers|sous|than)$/;

/** The clause behind a quotation: “…”, said Anna Keller. Null when none belongs to it. */
export function clauseBehind(block: SpokenBlock, index: number): Clause | null {
  const window = windowBehind(block, index);
  if (!window) return null;
  return attributed(block, window) ?? verbClause(block, window, 'behind') ?? bareName(block, window);
}

/** The clause before a quotation: Anna Keller said: “…”. */
export function clauseBefore(block: SpokenBlock, index: number): Clause | null {
  const window = windowBefore(block, index);
  if (!window) return null;
  return attributed(block, window) ?? verbClause(block, window, 'before') ?? colon(block, window);
}

function firstTokenFrom({ context }: SpokenBlock, offset: number): number {
  const { tokens } = context;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function windowBehind(block: SpokenBlock, index: number): Window | null {
  const { context, quotes } = block;
  const quote = quotes[index];
  if (!quote) return null;
  const from = firstTokenFrom(block, quote.close);
  const next = quotes[index + 1];
  const limit = next ? firstTokenFrom(block, next.open) : context.tokens.length;
  const first = context.tokens[from];
  if (!first || from >= limit) return null;
  let to = from;
  while (to < limit && (context.tokens[to]?.sentence === first.sentence || isStopOfTitle(block, to))) to += 1;
  return isAttached(block, quote, from, to) ? { from, to } : null;
}

function isStopOfTitle({ context }: SpokenBlock, at: number): boolean {
  return context.tokens[at - 1]?.text === '.' && context.lexicon.titles.has(lowerAt(context, at - 2));
}

/** Whether the words behind a quotation belong to it, and do not begin a sentence of their own. */
function isAttached(block: SpokenBlock, quote: Quote, from: number, to: number): boolean {
  const { context } = block;
  const first = context.tokens[from];
  if (!first) return false;
  if (first.kind === 'mark') return /^[,–—(?!…-]$/.test(first.text) || quote.state === 'open-ended';
  const isLower = /^\p{Ll}/u.test(first.text);
  if (isLower) return true;
  const last = context.text[quote.end - 1] ?? '';
  if (!/[.]/.test(last)) return /[,?!…]/.test(last) || !first.capital;
  return isBareTag(block, from, to);
}

/** “Keller said.” behind a full stop: nothing but a name and a verb of speech. */
function isBareTag({ context, candidates }: SpokenBlock, from: number, to: number): boolean {
  const candidate = candidates.find((one) => one.from === from);
  if (!candidate || candidate.type === 'pronoun') return false;
  return context.lexicon.speech.has(lowerAt(context, candidate.to)) && to - candidate.to <= 3;
}

function windowBefore(block: SpokenBlock, index: number): Window | null {
  const { context, quotes } = block;
  const quote = quotes[index];
  if (!quote) return null;
  const to = firstTokenFrom(block, quote.open);
  const last = context.tokens[to - 1];
  if (!last || /^[.!?…]$/.test(last.text)) return null;
  const previous = quotes[index - 1];
  const floor = previous ? firstTokenFrom(block, previous.close) : 0;
  let from = to - 1;
  while (from > floor && (context.tokens[from - 1]?.sentence === last.sentence || isStopOfTitle(block, from)))
    from -= 1;
  return from < to && from >= floor ? { from, to } : null;
}

/** “selon Jean Valade”, “according to police”. */
function attributed(block: SpokenBlock, { from, to }: Window): Clause | null {
  const { context } = block;
  for (let at = from; at < to; at += 1) {
    const hit = context.lexicon.attributions.at(context.tokens, at);
    if (!hit) continue;
    const behind = at + hit.length;
    const candidate = block.candidates.find(
      (one) => one.from >= behind && one.from < Math.min(to, behind + 5),
    );
    const person = personIn(block, behind, Math.min(to, behind + 10));
    return { candidate: person ?? candidate ?? null, verb: 'attribution' };
  }
  return null;
}

function personIn({ candidates }: SpokenBlock, from: number, to: number): Candidate | null {
  return candidates.find((one) => one.type === 'person' && one.from >= from && one.from < to) ?? null;
}

function verbClause(block: SpokenBlock, window: Window, side: 'behind' | 'before'): Clause | null {
  const { lexicon } = block.context;
  for (const verb of ['speech', 'judging'] as const) {
    const at = verbIn(block, window, lexicon[verb], side);
    if (at < 0) continue;
    const candidate = side === 'behind' ? subjectBehind(block, window, at) : subjectBefore(block, window, at);
    if (candidate || verb === 'judging' || side === 'before') return { candidate, verb };
  }
  return null;
}

/** The verb nearest to the quotation: the first one behind it, the last one before it. */
function verbIn(
  block: SpokenBlock,
  { from, to }: Window,
  verbs: ReadonlySet<string>,
  side: 'behind' | 'before',
): number {
  const isVerb = (at: number): boolean => {
    const token = block.context.tokens[at];
    return (
      token?.kind === 'word' &&
      verbs.has(token.lower) &&
      block.context.used[at] === 0 &&
      !isNounHere(block, at)
    );
  };
  if (side === 'behind') {
    for (let at = from; at < to; at += 1) if (isVerb(at)) return at;
  } else for (let at = to - 1; at >= from; at -= 1) if (isVerb(at)) return at;
  return -1;
}

/** “the report”, “une demande”: a determiner before a form that could be a verb. */
function isNounHere({ context }: SpokenBlock, at: number): boolean {
  const before = lowerAt(context, at - 1);
  if (context.language === 'en') return /^(?:the|a|an|his|her|its|their|this|that|of|'s|no)$/.test(before);
  return /^(?:un|une|du|des|cette|ce|son|sa|leur|d'|de)$/.test(before);
}

/** Behind a quotation: “said Anna Keller” or “Anna Keller said”. */
function subjectBehind(block: SpokenBlock, { from, to }: Window, verb: number): Candidate | null {
  const between = block.candidates.filter((one) => one.from >= from && one.from < verb);
  const behind = block.candidates.filter(
    (one) => one.from > verb && one.from < Math.min(to, verb + subjectReach + 4),
  );
  return between.length > 0 ? best(between) : firstSubject(block, behind, verb);
}

/** A person before a pronoun, a role or a body; of several the first. */
function best(candidates: readonly Candidate[]): Candidate | null {
  const [first] = candidates;
  if (first?.type === 'pronoun') return first;
  return candidates.find((one) => one.type === 'person') ?? first ?? null;
}

/** The first subject behind a verb; what a preposition ties to the verb is not one (“told the BBC”, “à l’AFP”). */
function firstSubject(block: SpokenBlock, candidates: readonly Candidate[], verb: number): Candidate | null {
  const free = candidates.filter((one) => !isTied(block, one.from));
  const [first] = free;
  if (!first) return null;
  if (first.type === 'person' || first.type === 'pronoun') return first;
  const person = free.find((one) => one.type === 'person');
  // “said the harbour master, Anna Keller”: the name belongs to the role before it.
  if (person && person.from - first.to <= 6 && person.from - verb <= subjectReach) return person;
  return first.from - verb <= 4 ? first : (person ?? first);
}

function isTied({ context }: SpokenBlock, at: number): boolean {
  const before = lowerAt(context, at - 1);
  if (prepositions.test(before)) return true;
  return /^(?:l'|la|le|les|the|a|an)$/.test(before) && prepositions.test(lowerAt(context, at - 2));
}

/** Before a quotation: “Anna Keller told the BBC: “…””, “a déclaré Jean Valade : « … »”. */
function subjectBefore(block: SpokenBlock, { from, to }: Window, verb: number): Candidate | null {
  const behind = block.candidates.filter((one) => one.from > verb && one.from < to);
  const inverted = behind.find((one) => one.from <= verb + 2 && !isTied(block, one.from));
  const before = block.candidates.filter((one) => one.from >= from && one.from < verb);
  const free = before.filter((one) => !isTied(block, one.from));
  const person = free.filter((one) => one.type === 'person' || one.type === 'pronoun').at(-1);
  if (
    inverted &&
    (inverted.type === 'person' || inverted.type === 'pronoun' || !person) &&
    isInvertible(block, before, verb)
  )
    return inverted.type === 'person' ? inverted : (personIn(block, inverted.from, to) ?? inverted);
  return person ?? free.at(-1) ?? before.at(-1) ?? behind.find((one) => !isTied(block, one.from)) ?? null;
}

/** In English an object follows the verb (“told Keller”), unless the verb is one that takes none. */
function isInvertible({ context }: SpokenBlock, before: readonly Candidate[], verb: number): boolean {
  if (before.length === 0) return true;
  return context.language === 'fr'
    ? !/^(?:accus|interrog|qualifi|appel|rappel|trait)/.test(lowerAt(context, verb)) &&
        before.every((one) => one.type !== 'pronoun')
    : false;
}

/** “Jean Valade : « … »”. */
function colon(block: SpokenBlock, { from, to }: Window): Clause | null {
  if (lowerAt(block.context, to - 1) !== ':') return null;
  const candidates = block.candidates.filter((one) => one.from >= from && one.from < to);
  return { candidate: best(candidates), verb: 'colon' };
}

/** “…” — Anna Keller; « … » (Jean Valade). */
function bareName(block: SpokenBlock, { from }: Window): Clause | null {
  if (!/^[–—(-]$/.test(lowerAt(block.context, from))) return null;
  const candidate = block.candidates.find((one) => one.from === from + 1);
  return candidate && candidate.type !== 'pronoun' ? { candidate, verb: 'attribution' } : null;
}
