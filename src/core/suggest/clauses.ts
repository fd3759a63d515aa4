import type { Candidate, SpokenBlock } from './candidates';
import { type BlockContext, lowerAt } from './context';
import { phraseBehind } from './noun-phrases';
import { behindColon, openTag, toldHow } from './open-clauses';
import type { Quote } from './quotation-marks';
import { best, personIn, placeOfOn, subjectBefore, subjectBehind, type Window } from './subjects';

/** Who speaks, as a clause beside a quotation says it; `verb` tells how. */
export interface Clause {
  readonly candidate: Candidate | null;
  readonly verb: 'speech' | 'judging' | 'attribution' | 'colon';
}

/** The clause behind a quotation: “…”, said Anna Keller. Null when none belongs to it. */
export function clauseBehind(block: SpokenBlock, index: number): Clause | null {
  const window = windowBehind(block, index);
  if (!window) return null;
  const announced = behindColon(block, window);
  if (announced) return { candidate: announced, verb: 'colon' };
  if (lowerAt(block.context, window.from) === ':') return null;
  return (
    attributedBehind(block, window) ??
    verbClause(block, window, 'behind') ??
    bareName(block, window) ??
    openClause(block, index, window)
  );
}

function openClause(block: SpokenBlock, index: number, window: Window): Clause | null {
  const quote = block.quotes[index];
  const candidate = quote ? (toldHow(block, window) ?? openTag(block, quote, window)) : null;
  return candidate && { candidate, verb: 'speech' };
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
  if (first.kind === 'mark') return /^[,:–—(?!…-]$/.test(first.text) || quote.state === 'open-ended';
  const isLower = /^\p{Ll}/u.test(first.text);
  if (isLower) return true;
  const last = context.text[quote.end - 1] ?? '';
  if (!/[.]/.test(last)) return /[,?!…！？]/.test(last) || !first.capital || isNameAndVerb(block, from);
  return isBareTag(block, from, to);
}

/** “…” Keller added again: a name and a verb of speech, with no mark before them. */
function isNameAndVerb({ context, candidates }: SpokenBlock, from: number): boolean {
  const name = candidates.find((one) => one.begins === from);
  return name?.type === 'person' && context.lexicon.speech.has(lowerAt(context, name.to));
}

/** “Keller said.” behind a full stop: nothing but a name and a verb of speech. */
function isBareTag({ context, candidates }: SpokenBlock, from: number, to: number): boolean {
  const candidate = candidates.find((one) => one.begins === from);
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

/** “selon Jean Valade” right behind the quotation, not somewhere in its sentence. */
function attributedBehind(block: SpokenBlock, { from, to }: Window): Clause | null {
  const near = block.context.tokens[from]?.kind === 'mark' ? from + 1 : from;
  return attributed(block, { from, to: Math.min(to, near + 12) }, near + 2);
}

/** “selon Jean Valade”, “according to police”. */
function attributed(block: SpokenBlock, { from, to }: Window, last = to): Clause | null {
  const { context } = block;
  for (let at = from; at < Math.min(to, last); at += 1) {
    const hit = context.lexicon.attributions.at(context.tokens, at);
    if (!hit) continue;
    const behind = at + hit.length;
    if (/^(?:lui|him)$/.test(lowerAt(context, behind)))
      return { candidate: pronounAt(behind), verb: 'attribution' };
    const candidate = block.candidates.find(
      (one) => one.from >= behind && one.from < Math.min(to, behind + 5),
    );
    const person = personIn(block, behind, Math.min(to, behind + 10));
    // “citing” right before the marks: the subject of the sentence speaks, and no name behind the word.
    if (!person && !candidate && behind >= to) return null;
    return { candidate: person ?? candidate ?? null, verb: 'attribution' };
  }
  return null;
}

function pronounAt(at: number): Candidate {
  return { type: 'pronoun', begins: at, from: at, to: at + 1 };
}

function verbClause(block: SpokenBlock, window: Window, side: 'behind' | 'before'): Clause | null {
  const { lexicon } = block.context;
  for (const verb of ['speech', 'judging'] as const) {
    const at = verbIn(block, window, lexicon[verb], side);
    if (at < 0) continue;
    const candidate = side === 'behind' ? subjectBehind(block, window, at) : subjectBefore(block, window, at);
    const place = candidate?.type === 'pronoun' ? placeOfOn(block, candidate, window) : null;
    if (candidate || side === 'before') return { candidate: place ?? candidate, verb };
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
      !isNounHere(block, at) &&
      !(side === 'before' && isAttribute(block, at))
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
  return /^(?:un|une|du|des|cette|ce|son|sa|leur|d'|de|au|aux)$/.test(before);
}

const auxiliary =
  /^(?:ai|a|ont|avait|avaient|aura|auront|aurait|auraient|ait|aient|ayant|est|sont|était|étaient|fut|furent|été|étant|s'|se)$/;

/** “le préjudice réclamé”: a participle without an auxiliary is no verb that speaks. */
function isAttribute({ context }: SpokenBlock, at: number): boolean {
  if (context.language !== 'fr' || !/ée?s?$/.test(lowerAt(context, at))) return false;
  return ![1, 2, 3, 4].some((back) => auxiliary.test(lowerAt(context, at - back)));
}

/** “Jean Valade : « … »”. */
function colon(block: SpokenBlock, { from, to }: Window): Clause | null {
  if (lowerAt(block.context, to - 1) !== ':') return null;
  const candidates = block.candidates.filter((one) => one.from >= from && one.from < to);
  if (isOwnWriting(block.context, from, candidates[0]?.begins ?? to))
    return { candidate: null, verb: 'colon' };
  return { candidate: best(candidates) ?? lastWords(block.context, from, to - 1), verb: 'colon' };
}

/** “Lu à l’audience, son procès-verbal accable Paul Roy : « … »”: whoever was named before has written it. */
function isOwnWriting(context: BlockContext, from: number, to: number): boolean {
  for (let at = from; at < to - 1; at += 1) {
    if (!/^(?:son|sa|ses|his|her|their)$/.test(lowerAt(context, at))) continue;
    if (context.lexicon.writings.has(lowerAt(context, at + 1))) return true;
  }
  return false;
}

/** “Le dernier mot revient au prévenu : « … »”: an article and its noun right before the colon. */
function lastWords(context: BlockContext, from: number, to: number): Candidate | null {
  const isOfTwo = to - 2 >= from && /^(?:au|le|la|the)$/.test(lowerAt(context, to - 2));
  return isOfTwo ? { type: 'phrase', begins: to - 2, from: to - 2, to } : null;
}

/** “…” — Anna Keller; « … » (Jean Valade). */
function bareName(block: SpokenBlock, { from }: Window): Clause | null {
  if (!/^[–—(-]$/.test(lowerAt(block.context, from))) return null;
  const candidate = block.candidates.find((one) => one.begins === from + 1);
  return candidate && candidate.type !== 'pronoun' ? { candidate, verb: 'attribution' } : null;
}

/** A tag inside of the marks, as French has it: « Nous tiendrons, a répété Jean Valade, et … ». */
export function clauseInside(block: SpokenBlock, index: number): Clause | null {
  const { context, quotes, everybody } = block;
  const quote = quotes[index];
  if (!quote) return null;
  const from = firstTokenFrom(block, quote.start);
  const to = firstTokenFrom(block, quote.end);
  for (let at = from + 1; at < to - 1; at += 1) {
    if (!/^[,!?…]$/.test(context.tokens[at]?.text ?? '')) continue;
    const verb = inciseVerb(block, at + 1, to);
    if (verb < 0) continue;
    const candidate = everybody.find((one) => one.begins > at && one.begins <= verb + 3 && one.from < to);
    const person =
      candidate &&
      everybody.find(
        (one) => one.type === 'person' && one.from >= candidate.from && one.from <= candidate.to + 2,
      );
    const subject = person ?? candidate ?? phraseBehind(context, verb, to);
    if (subject) return { candidate: subject, verb: 'speech' };
  }
  return null;
}

/** “, a répété”, “, raconte”, “, s’est réjoui”, “, said”: a verb of speech right behind a mark, with no subject before it. */
function inciseVerb({ context }: SpokenBlock, from: number, to: number): number {
  const { lexicon } = context;
  for (let at = from; at < Math.min(to, from + 4); at += 1) {
    const lower = lowerAt(context, at);
    if (lexicon.speech.has(lower)) return at;
    if (!lexicon.auxiliaries.has(lower) || /^(?:l'|la|le|les|the|y|en)$/.test(lower)) {
      const isPronounAfterVerb = lexicon.malePronouns.has(lower) || lexicon.femalePronouns.has(lower);
      if (!isPronounAfterVerb || at === from) return -1;
    }
  }
  return -1;
}
