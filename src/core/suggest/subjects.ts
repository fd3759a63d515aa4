import type { Candidate, SpokenBlock } from './candidates';
import { type BlockContext, lowerAt } from './context';
import { phraseBefore, phraseBehind } from './noun-phrases';

/** The tokens beside a quotation that can say who speaks. */
export interface Window {
  /** Token indexes; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
}

/** How far behind a verb its subject can stand, in tokens. */
const subjectReach = 9;
const prepositions =
  /^(?:à|au|aux|avec|de|du|des|d'|dans|sur|chez|devant|contre|pour|lors|par|en|to|with|of|by|from|for|at|in|on|against|about|via|after|before|près|vers|sous|than)$/;

/** The first person between two tokens. */
export function personIn({ candidates }: SpokenBlock, from: number, to: number): Candidate | null {
  return candidates.find((one) => one.type === 'person' && one.from >= from && one.from < to) ?? null;
}

/** How many tokens can stand between a quotation and the verb behind it when nobody is named between the two. */
const verbReach = 6;
/** A clause of its own begins: what follows says nothing of the quotation. */
const newClause =
  /^(?:but|and|or|while|when|which|who|that|mais|et|ou|qui|que|qu'|dont|alors|tandis|because|after|before|although|pour|car|so|if|si)$/;

/** Behind a quotation: “said Anna Keller” or “Anna Keller said”. */
export function subjectBehind(block: SpokenBlock, { from, to }: Window, verb: number): Candidate | null {
  const { context } = block;
  const first = context.tokens[from]?.kind === 'mark' ? from + 1 : from;
  if (newClause.test(lowerAt(context, first))) return null;
  const between = block.candidates.filter((one) => one.from >= from && one.from < verb);
  if (between.length > 0) return isNearQuote(between, first) ? best(between) : null;
  if (verb - first > verbReach || (isGerund(block, verb) && verb - first <= 1)) return null;
  const behind = block.candidates.filter(
    (one) => one.from > verb && one.from < to && one.begins < verb + subjectReach + 4,
  );
  const own = wholePhrase(block, first, verb) ?? phraseBefore(context, first, verb);
  if (own && own.from - first <= 1) return own;
  if (!isOnlyVerb(block, first, verb)) return null;
  return invertedBehind(block, behind, verb, to);
}

/** “said Anna Keller”, “said a fruit seller”: a name, or the phrase right behind the verb. */
function invertedBehind(
  block: SpokenBlock,
  behind: readonly Candidate[],
  verb: number,
  to: number,
): Candidate | null {
  const phrase = phraseBehind(block.context, verb, to);
  const subject = firstSubject(block, behind, verb);
  const isSubjectFar = subject !== null && phrase !== null && subject.begins >= phrase.to;
  return subject && !(isSubjectFar && subject.type !== 'person') ? subject : phrase;
}

/** “a source close to the talks told Reuters”: from the quotation to the verb one phrase, whatever hangs on it. */
function wholePhrase({ context }: SpokenBlock, first: number, verb: number): Candidate | null {
  const { tokens, lexicon } = context;
  const phrase = phraseBehind(context, first - 1, verb);
  const isDetermined = lexicon.determiners.has(lowerAt(context, first));
  if (!phrase || !isDetermined) return null;
  for (let at = phrase.to; at < verb; at += 1) if (tokens[at]?.kind === 'mark') return null;
  return { ...phrase, to: verb };
}

/** « …, dit-on à la mairie », “À l’Élysée, on se dit « … »”: “on” is whoever is said to be where it speaks. */
export function placeOfOn(block: SpokenBlock, pronoun: Candidate, { from, to }: Window): Candidate | null {
  const { context } = block;
  if (lowerAt(context, pronoun.from) !== 'on') return null;
  const near = block.candidates.filter((one) => one !== pronoun && one.from >= from && one.from < to);
  const tied = near.find((one) => isTied(block, one.begins));
  if (tied) return tied;
  const isAt = /^(?:à|dans|chez|au)$/.test(lowerAt(context, pronoun.to));
  return isAt ? phraseBehind(context, pronoun.to, to) : null;
}

/** Nothing but auxiliaries, adverbs and pronouns of the verb between a quotation and its verb: “», a encore dit”. */
function isOnlyVerb({ context }: SpokenBlock, first: number, verb: number): boolean {
  const { lexicon, tokens } = context;
  for (let at = first; at < verb; at += 1) {
    const token = tokens[at];
    const isAdverb = /(?:ment|ly)$/.test(token?.lower ?? '');
    if (token?.kind === 'mark' || !token) continue;
    if (!lexicon.auxiliaries.has(token.lower) && !lexicon.speech.has(token.lower) && !isAdverb) return false;
  }
  return true;
}

/** The subject stands right behind the quotation, with its role and the adverbs before it at most. */
function isNearQuote(between: readonly Candidate[], first: number): boolean {
  return (between[0]?.begins ?? first) - first <= verbReach;
}

/** A person before a pronoun, a role or a body; of several the first. */
export function best(candidates: readonly Candidate[]): Candidate | null {
  const [first] = candidates;
  if (first?.type === 'pronoun') return first;
  return candidates.find((one) => one.type === 'person') ?? first ?? null;
}

/** The first subject behind a verb; what a preposition ties to the verb is not one (“told the BBC”, “à l’AFP”). */
function firstSubject(block: SpokenBlock, candidates: readonly Candidate[], verb: number): Candidate | null {
  const free = candidates.filter((one) => !isTied(block, one.begins) && !isOfOtherClause(block, one.begins));
  const [first] = free;
  if (!first) return null;
  if (first.type === 'person' || first.type === 'pronoun') return first;
  const person = free.find((one) => one.type === 'person');
  // “said the harbour master, Anna Keller”: the name belongs to the role before it.
  if (person && person.from - first.to <= 6 && person.from - verb <= subjectReach) return person;
  return first.from - verb <= 4 ? first : (person ?? first);
}

/** “adding that Whitfield”, “ajoutant que Bruxelles”. */
function isOfOtherClause({ context }: SpokenBlock, at: number): boolean {
  return /^(?:that|que|qu'|whether|si)$/.test(lowerAt(context, at - 1));
}

/** Whether a preposition stands before a token, also before its article. */
export function isTied({ context }: SpokenBlock, at: number): boolean {
  const before = lowerAt(context, at - 1);
  if (prepositions.test(before)) return true;
  return /^(?:l'|la|le|les|the|a|an)$/.test(before) && prepositions.test(lowerAt(context, at - 2));
}

/** Before a quotation: “Anna Keller told the BBC: “…””, “a déclaré Jean Valade : « … »”. */
export function subjectBefore(block: SpokenBlock, window: Window, verb: number): Candidate | null {
  const { from, to } = window;
  const before = block.candidates.filter((one) => one.from >= from && one.from < verb);
  const inverted = invertedSubject(block, before, verb, to);
  if (inverted) return inverted;
  const incise = inciseBefore(block, verb, to);
  if (incise) return incise;
  const free = before.filter((one) => !isTied(block, one.begins) && !isInRelative(block, one.begins, from));
  const somebody = free
    .filter((one) => one.type === 'person' || one.type === 'pronoun' || one.type === 'role')
    .at(-1);
  if (somebody) return somebody;
  // “…, ajoutant que Moscou « … »”: the subject of such a verb stands in another clause.
  if (isGerund(block, verb)) return subjectAtHead(block, free, from, verb);
  const body = free.filter((one) => one.type === 'body').at(-1);
  return (
    body ?? phraseBefore(block.context, from, verb) ?? free.at(-1) ?? phraseAtHead(block.context, from, verb)
  );
}

/** “Le promoteur, dont la dette enfle, avait averti”: who opens the sentence, before what is put in. */
function phraseAtHead(context: BlockContext, from: number, verb: number): Candidate | null {
  const phrase = phraseBehind(context, from - 1, verb);
  return phrase && lowerAt(context, phrase.to) === ',' ? phrase : null;
}

/** “The firm cut its offer, blaming “…””: who opens the sentence does what its participle says. */
function subjectAtHead(
  { context }: SpokenBlock,
  free: readonly Candidate[],
  from: number,
  verb: number,
): Candidate | null {
  const head = context.tokens[from]?.kind === 'mark' ? from + 1 : from;
  const phrase = phraseBehind(context, head - 1, verb);
  const body = free.find((one) => one.type === 'body' && one.begins - head <= 1);
  return body ?? phrase ?? free.find((one) => one.type === 'body') ?? null;
}

/** “Reste à savoir, s’interroge un éditorialiste, « … »”: a verb behind a comma with its subject up to the quotation. */
function inciseBefore({ context }: SpokenBlock, verb: number, to: number): Candidate | null {
  const opener = lowerAt(context, verb - 1) === "s'" ? verb - 2 : verb - 1;
  if (context.language !== 'fr' || context.tokens[opener]?.text !== ',') return null;
  const phrase = phraseBehind(context, verb, to);
  return phrase && phrase.to >= to - 1 && /^[,:]$/.test(lowerAt(context, to - 1)) ? phrase : null;
}

function isGerund({ context }: SpokenBlock, verb: number): boolean {
  return (context.language === 'fr' ? /ant$/ : /ing$/).test(lowerAt(context, verb));
}

/** “a déclaré Jean Valade”, “said the minister”: the subject right behind the verb. */
function invertedSubject(
  block: SpokenBlock,
  before: readonly Candidate[],
  verb: number,
  to: number,
): Candidate | null {
  const behind = block.candidates.filter((one) => one.from > verb && one.from < to);
  const next = behind.find((one) => one.begins <= verb + 3 && !isTied(block, one.begins));
  if (!next || !isInvertible(block, before, verb) || next.type === 'place') return null;
  if (next.type === 'person') return next;
  return personIn(block, next.from, Math.min(to, next.to + 4)) ?? next;
}

/** “Keller, who opposes Marsh, said”: Marsh is of another clause. */
function isInRelative({ context }: SpokenBlock, at: number, floor: number): boolean {
  for (let back = at - 1; back >= Math.max(floor, at - 8); back -= 1) {
    if (context.tokens[back]?.text === ',') return false;
    if (/^(?:who|which|whose|whom|qui|dont)$/.test(lowerAt(context, back))) return true;
  }
  return false;
}

/** In English an object follows the verb (“told Keller”), unless the verb is one that takes none. */
function isInvertible(block: SpokenBlock, before: readonly Candidate[], verb: number): boolean {
  const { context } = block;
  const isFree = before.every((one) => one.type === 'place' || isTied(block, one.from));
  if (context.language === 'en') return isFree;
  return (
    isFree && !/^(?:accus|interrog|qualifi|appel|trait|invit|exhort|demand)/.test(lowerAt(context, verb))
  );
}
