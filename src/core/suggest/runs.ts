import { fold } from '#core/language/words';
import { type BlockContext, lowerAt } from './context';
import { isAdjective } from './role-phrases';

/** A run of capitalised words that may be a name. Token indexes; `to` is exclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The tokens of a body's or a person's name may be tied by these. */
const ampersand = /^(?:&)$/;

function isCapitalWord({ tokens, used }: BlockContext, at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && token.capital && used[at] === 0;
}

/** Whether token `at` goes on from the one before it: one sentence, one blank at most. */
function continues({ tokens, text }: BlockContext, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!before || !token || before.sentence !== token.sentence) return false;
  return token.start - before.end <= 1 && text[before.end] !== '\n';
}

/** “J.”: an initial with its full stop. */
export function isInitialLetter({ tokens }: BlockContext, at: number): boolean {
  const stop = tokens[at + 1];
  return /^\p{Lu}$/u.test(tokens[at]?.text ?? '') && stop?.text === '.' && !stop.gap;
}

/** The titles at a token, with their full stops: index behind them; null when there is none. */
export function titleEnd(context: BlockContext, at: number): number | null {
  const end = oneTitleEnd(context, at);
  return end === null ? null : (titleEnd(context, end) ?? end);
}

function oneTitleEnd(context: BlockContext, at: number): number | null {
  const { tokens, lexicon } = context;
  const token = tokens[at];
  if (!token?.capital || !lexicon.titles.has(token.lower)) return null;
  const hasStop = tokens[at + 1]?.text === '.' && !tokens[at + 1]?.gap;
  const end = hasStop ? at + 2 : at + 1;
  const needsStop = token.text.length === 1 || /^(?:hon|gen|col|const|reps?|fr|adm)$/.test(token.lower);
  const isName =
    continuesTitle(context, end) &&
    (isCapitalWord(context, end) || behindParticles(context, end, true) > end);
  return isName && (hasStop || !needsStop) ? end : null;
}

/** A title’s full stop may look like the end of a sentence. */
function continuesTitle({ tokens }: BlockContext, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before !== undefined && token !== undefined && token.start - before.end <= 1;
}

/** Index behind the particles at `at` when a capital follows them (“van der Leyen”, “de Villepin”); else `at`. */
function behindParticles(context: BlockContext, at: number, isFirst: boolean): number {
  let end = at;
  // “Marie de Hennezel” is a name, “Todd Berglund de Harcourt” a man and his firm.
  if (!isFirst && /^(?:de|du|des|d'|la|le|of)$/.test(lowerAt(context, at))) return at;
  while (end - at < 3 && context.lexicon.particles.has(lowerAt(context, end)) && continues(context, end))
    end += 1;
  return end > at && isCapitalWord(context, end) && continues(context, end) ? end : at;
}

/** The run that begins at a capital word. Particles are taken only where the head is known to be, or can be, a person’s. */
export function runAt(context: BlockContext, at: number, isPerson = false): Run {
  let to = isInitialLetter(context, at) ? at + 2 : at + 1;
  for (;;) {
    const next = stepOfRun(context, at, to, isPerson);
    if (next === to) return { from: at, to };
    to = next;
  }
}

/** One word more of a run that stands at `to`; `to` when it ends there. */
function stepOfRun(context: BlockContext, at: number, to: number, isPerson: boolean): number {
  // “Ask Dr. Ortega”: the title begins what the first word of the sentence does not.
  if (to === at + 1 && context.tokens[at]?.initial && titleEnd(context, to) !== null) return to;
  if (isCapitalWord(context, to) && continues(context, to))
    return to + (isInitialLetter(context, to) ? 2 : 1);
  if (ampersand.test(lowerAt(context, to)) && isCapitalWord(context, to + 1)) return to + 2;
  if (!isPerson && !isPersonHead(context, at, to)) return to;
  const behind = behindParticles(context, to, isFirstPart(context, at, to));
  return behind > to ? behind + 1 : to;
}

/** Whether nothing but one first name or initial stands before `to`. */
function isFirstPart(context: BlockContext, from: number, to: number): boolean {
  return to - from === (isInitialLetter(context, from) ? 2 : 1);
}

/** A first name or an initial: particles behind it belong to a surname. */
function isPersonHead(context: BlockContext, from: number, to: number): boolean {
  if (to - from > 2) return false;
  return isFirstName(context, lowerAt(context, from)) || isInitialLetter(context, from);
}

export function isFirstName({ lexicon }: BlockContext, lower: string): boolean {
  const known = lexicon.firstNames.get(lower);
  if (known !== undefined) return known;
  const name = fold(lower);
  const [first = ''] = name.split('-');
  const isName = [name, first].some((one) => lexicon.maleNames.has(one) || lexicon.femaleNames.has(one));
  lexicon.firstNames.set(lower, isName);
  return isName;
}

/**
 * Where a body’s name goes on behind its head: “Ministry of Defence”, “Conseil régional de Bretagne”. Behind a
 * capital French head what hangs on it may be written small: “Agence nationale du sport”.
 */
export function bodyEnd(context: BlockContext, to: number, isProper = false): number {
  let end = to;
  for (let step = 0; step < 4; step += 1) {
    const next = partEnd(context, end, isProper);
    if (next === end) break;
    end = next;
  }
  return end;
}

/** One more part: adjectives, a link, and a name; or adjectives alone behind a head with a capital. */
function partEnd(context: BlockContext, from: number, isProper: boolean): number {
  let at = from;
  while (at - from < 2 && continues(context, at) && isAdjective(context, at)) at += 1;
  const behindAdjectives = at;
  const links = linkLength(context, at);
  at += links;
  const isName =
    isCapitalWord(context, at) && continues(context, at) && !isFirstName(context, lowerAt(context, at));
  if (isName && (links > 0 || behindAdjectives > from)) {
    at += 1;
    while (isCapitalWord(context, at) && continues(context, at)) at += 1;
    return at;
  }
  if (!isProper) return from;
  const isOf = /^(?:de|du|des|d'|pour|la|l')$/.test(lowerAt(context, at - 1));
  const isNoun = links > 0 && isOf && isSmallNoun(context, at);
  return isNoun ? at + 1 : behindAdjectives;
}

function isSmallNoun(context: BlockContext, at: number): boolean {
  const token = context.tokens[at];
  if (context.language !== 'fr' || token?.kind !== 'word' || token.capital || context.used[at] !== 0)
    return false;
  // “Parlement de ratifier”: an infinitive.
  const isInfinitive = /^(?:de|d')$/.test(lowerAt(context, at - 1)) && /(?:er|ir|dre|tre)$/.test(token.lower);
  return !isInfinitive && !context.lexicon.functionWords.has(token.lower) && token.text.length > 3;
}

/** How many tokens tie the halves of a body’s name here. */
function linkLength(context: BlockContext, at: number): number {
  const pair = `${lowerAt(context, at)} ${lowerAt(context, at + 1)}`;
  if (/^(?:de la|de l'|of the|for the|à la|à l'|pour la|pour le|pour l')$/.test(pair)) return 2;
  return /^(?:de|du|des|d'|of|for|and|à|au|aux|et|pour)$/.test(lowerAt(context, at)) ? 1 : 0;
}
