import type { Candidate, SpokenBlock } from './candidates';
import { type BlockContext, lowerAt } from './context';
import { phraseBehind } from './noun-phrases';
import type { Quote } from './quotation-marks';
import { isTied, type Window } from './subjects';

/** A stretch that is no sentence of its own needs as many words to be taken for speech without a verb of speech. */
const wordsOfSpeech = 4;
/** How far behind a verb that no list knows its subject can begin, in tokens. */
const reach = 4;
/** How far a verb stands behind its quotation, over auxiliaries and clitics. */
const verbReach = 4;

const finite: Readonly<Record<'fr' | 'en', RegExp>> = {
  fr: /(?:[^aeiouéèà]e|ée?|ent|it|ait|aient|[^aeiouéèà]a|ut|oit|end|ond|rt|ie|ue|aie|gea|ça)$/,
  en: /(?:[^s]s|ed|ew|ook|oke|ang|ept|ought|old)$/,
};
const auxiliaryOfPast = /^(?:a|ont|avait|avaient|est|sont|était|étaient|s'|se|has|had|have)$/;

/** Whether a quotation is a sentence of its own that a tag can follow, and no phrase of the sentence around it. */
export function standsAlone({ text }: BlockContext, { open, end, close, state }: Quote): boolean {
  const before = text.slice(0, open).trimEnd();
  if (before !== '' && !/[.!?…:»”"’–—]$/.test(before)) return false;
  if (state !== 'whole') return false;
  const isClosed =
    /[.,!?…！？]/.test(text[end - 1] ?? '') || /^[\s\u00a0\u202f]?,/.test(text.slice(close, close + 2));
  return isClosed || text.slice(open, end).split(/[\s\u00a0\u202f]+/).length > wordsOfSpeech;
}

/** “…, stormed Mrs Keller”, « … », tacle la CGT: right behind a quotation a verb and its subject name who speaks, whatever the verb. */
export function openTag(block: SpokenBlock, quote: Quote, { from, to }: Window): Candidate | null {
  const { context } = block;
  if (!standsAlone(context, quote)) return null;
  const first = context.tokens[from]?.kind === 'mark' ? from + 1 : from;
  const before = block.candidates.find((one) => one.begins === first);
  if (before) return isPlain(context, before) ? before : null;
  const verb = verbAt(context, first, Math.min(to, first + verbReach));
  return verb < 0 ? null : subjectOf(block, verb, to);
}

/** « … », Anna Keller shrugs: a person and a verb. */
function isPlain(context: BlockContext, { type, to }: Candidate): boolean {
  return (type === 'person' || type === 'pronoun') && isLowerWord(context, to);
}

function isLowerWord(context: BlockContext, at: number): boolean {
  const token = context.tokens[at];
  if (token?.kind !== 'word' || token.capital || context.used[at] !== 0) return false;
  return !context.lexicon.functionWords.has(token.lower);
}

/** The first word that is no auxiliary, when it looks like a verb. */
function verbAt(context: BlockContext, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const lower = lowerAt(context, at);
    if (isLowerWord(context, at) && finite[context.language].test(lower)) return at;
    const isPast = /(?:é|i|u|is|it)e?s?$/.test(lower) && auxiliaryOfPast.test(lowerAt(context, at - 1));
    if (isPast && isLowerWord(context, at)) return at;
    if (!context.lexicon.auxiliaries.has(lower) || /^(?:le|la|les|l'|the)$/.test(lower)) return -1;
  }
  return -1;
}

function subjectOf(block: SpokenBlock, verb: number, to: number): Candidate | null {
  const near = block.candidates.find(
    (one) => one.begins > verb && one.begins <= verb + reach && one.from < to,
  );
  const behind = phraseBehind(block.context, verb, to);
  const phrase = behind && lowerAt(block.context, behind.to - 1) !== 'one' ? behind : null;
  if (!near || near.type === 'place' || isTied(block, near.begins)) return phrase;
  if (near.type === 'person') return near;
  if (phrase && near.begins >= phrase.to) return phrase;
  return (
    block.candidates.find((one) => one.type === 'person' && one.from >= near.to && one.from <= near.to + 2) ??
    near
  );
}

/** « … » : devant sa grange, Paul Roy ne décolère pas. */
export function behindColon(block: SpokenBlock, { from, to }: Window): Candidate | null {
  if (lowerAt(block.context, from) !== ':') return null;
  const free = block.candidates.filter(
    (one) => one.from > from && one.from < to && one.type !== 'place' && !isTied(block, one.begins),
  );
  return free.find((one) => one.type === 'person') ?? free.find((one) => one.type === 'role') ?? null;
}

/** “…” while Tom Reed preferred “…”: a clause joined on behind a quotation, with a person right behind what joins it. */
export function joinedBehind({ context, candidates }: SpokenBlock, offset: number): Candidate | null {
  const first = context.tokens.findIndex((token) => token.start >= offset && token.kind === 'word');
  if (!/^(?:while|whereas|but|and|tandis|quand|mais|et|alors)$/.test(lowerAt(context, first))) return null;
  const next = candidates.find((one) => one.begins > first && one.begins <= first + 2);
  return next?.type === 'person' ? next : null;
}

/** “…” was how Anna Keller put it; « … », voilà comment Anne Colas résume l’affaire. */
export function toldHow(block: SpokenBlock, { from, to }: Window): Candidate | null {
  const { context } = block;
  const words = [0, 1, 2, 3, 4].map((step) => lowerAt(context, from + step)).join(' ');
  if (!/\b(?:is|was|'s) (?:how|what)\b|\b(?:voilà|est) (?:comment|ainsi que|ce que|ce qu')/.test(words))
    return null;
  return block.candidates.find((one) => one.type === 'person' && one.from >= from && one.from < to) ?? null;
}

/** The first of a sentence who is not tied to a preposition, up to an offset: most often its subject. */
export function firstOfSentence(block: SpokenBlock, offset: number): Candidate | null {
  const { tokens } = block.context;
  const last = tokens.findLast((token) => token.end <= offset);
  if (!last) return null;
  return (
    block.candidates.find((one) => {
      const token = tokens[one.from];
      if (token?.sentence !== last.sentence || token.end > offset) return false;
      return one.type !== 'place' && one.type !== 'phrase' && !isTied(block, one.begins);
    }) ?? null
  );
}
