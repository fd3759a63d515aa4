import type { Candidate } from './candidates';
import { type BlockContext, lowerAt } from './context';

/** The longest noun phrase that is taken for a speaker, in tokens. */
const longest = 8;
const possessives = /^(?:mon|ma|mes|my|your|one|another|some|several)$/;
const innerLinks = /^(?:de|du|des|d'|of|for|la|l'|from|at|in|à|au|aux|en)$/;

/** “said a fruit seller”, “sanglotait une vendeuse de fruits”: who speaks when no name or known role does. */
export function phraseBehind(context: BlockContext, verb: number, limit: number): Candidate | null {
  const from = verb + 1;
  const isDetermined = isDeterminer(context, from);
  if (!isDetermined && !isBarePlural(context, from)) return null;
  let to = from + 1;
  while (to < Math.min(limit, from + longest) && isInPhrase(context, to, isDetermined)) to += 1;
  while (to > from + 1 && innerLinks.test(lowerAt(context, to - 1))) to -= 1;
  return to > from + (isDetermined ? 1 : 0) ? { type: 'phrase', begins: from, from, to } : null;
}

/** “A fruit seller said”, “Mon père disait”, “Residents say”: from the verb back to what opens the phrase. */
export function phraseBefore(context: BlockContext, floor: number, verb: number): Candidate | null {
  const { auxiliaries } = context.lexicon;
  let to = verb;
  while (to > floor && isBesideVerb(context, to - 1) && auxiliaries.has(lowerAt(context, to - 1))) to -= 1;
  let from = to;
  while (from > floor && to - from < longest && isInPhrase(context, from - 1, true)) {
    from -= 1;
    if (isDeterminer(context, from) && !innerLinks.test(lowerAt(context, from - 1))) break;
  }
  if (from === to) return null;
  if (isDeterminer(context, from)) return to - from > 1 ? { type: 'phrase', begins: from, from, to } : null;
  if (innerLinks.test(lowerAt(context, from))) return null;
  return isBarePlural(context, to - 1) ? { type: 'phrase', begins: to - 1, from: to - 1, to } : null;
}

function isBesideVerb({ tokens }: BlockContext, at: number): boolean {
  return tokens[at]?.kind === 'word';
}

function isDeterminer(context: BlockContext, at: number): boolean {
  const lower = lowerAt(context, at);
  return (
    (context.lexicon.determiners.has(lower) && !/^(?:du|au|aux)$/.test(lower)) || possessives.test(lower)
  );
}

/** English bodies of people without an article: “residents”, “organisers”. */
function isBarePlural({ lexicon, tokens, language }: BlockContext, at: number): boolean {
  const token = tokens[at];
  if (language !== 'en' || token?.kind !== 'word' || lexicon.functionWords.has(token.lower)) return false;
  return token.lower.length > 4 && (/[^su]s$/.test(token.lower) || token.lower === 'people');
}

function isInPhrase(context: BlockContext, at: number, isDetermined: boolean): boolean {
  const { lexicon, tokens } = context;
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (lexicon.speech.has(token.lower) && !isDeterminer(context, at - 1)) return false;
  if (innerLinks.test(token.lower) || isDeterminer(context, at)) return isDetermined;
  return !lexicon.functionWords.has(token.lower);
}
