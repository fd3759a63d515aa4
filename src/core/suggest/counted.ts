import { type BlockContext, lowerAt } from './context';
import type { NumberAt } from './numbers';

/** How many words may stand between an English number and what it counts. */
const mostAdjectives = 4;

/** Where a number with what it counts ends: index of the token behind the noun; the number's own end without one. */
export function endOfCounted(context: BlockContext, number: NumberAt): number {
  const linked = linkEnd(context, number);
  if (linked === null) return number.to;
  const end = context.language === 'fr' ? frenchNoun(context, linked) : englishNoun(context, linked, number);
  return end ?? number.to;
}

/** “millions de”, “dozens of”: the noun stands behind a link. Null: no noun can follow. */
function linkEnd(context: BlockContext, number: NumberAt): number | null {
  const last = lowerAt(context, number.to - 1);
  const next = lowerAt(context, number.to);
  const isLink = next === 'of' || next === 'de' || next === "d'";
  if (context.language === 'en')
    return isLink ? (number.form === 'collective' && !isShareOf(last) ? number.to + 1 : null) : number.to;
  const needsLink = context.lexicon.collectives.has(last);
  if (!needsLink) return number.to;
  return isLink ? number.to + 1 : null;
}

function isShareOf(last: string): boolean {
  return /^(?:half|thirds?|quarters?|fifths?|tenths?)$/.test(last);
}

function isWordAt(context: BlockContext, at: number): boolean {
  const token = context.tokens[at];
  const before = context.tokens[at - 1];
  return (
    token !== undefined &&
    before !== undefined &&
    token.kind === 'word' &&
    token.sentence === before.sentence &&
    (token.gap || /['’]$/.test(before.text)) &&
    context.used[at] === 0
  );
}

/** French: adjectives that stand before nouns, then the noun. */
function frenchNoun(context: BlockContext, at: number): number | null {
  const { lexicon } = context;
  let end = at;
  let hasNounless = false;
  while (isWordAt(context, end) && lexicon.adjectivesBefore.has(lowerAt(context, end)) && end - at < 3) {
    hasNounless ||= lexicon.nounless.has(lowerAt(context, end));
    end += 1;
  }
  if (isNoun(context, end)) return end + 1;
  return end > at ? (hasNounless || end - at >= 1 ? end : null) : null;
}

function isNoun(context: BlockContext, at: number): boolean {
  const lower = lowerAt(context, at);
  return isWordAt(context, at) && !context.lexicon.functionWords.has(lower) && !/^[cdjlmnst]'$/.test(lower);
}

/** Plurals that stand before another plural: “police officers”, “sports clubs”. */
const firstHalves =
  /^(?:police|women|men|people|crew|staff|aircraft|sports|arms|sales|goods|savings|communications|systems|operations|customs|children|species|media|data|troops|armed|human|works|news|rights|drugs|games)$/;
const peopleEnding = /\p{Ll}{2}(?:smen|women|rmen|folk|people|children|wives|mice|fish)$/u;
const pluralEnding = /[^siu]s$/;

function isPlural({ lexicon, tokens }: BlockContext, at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  const last = lower.split('-').at(-1) ?? lower;
  return (
    lexicon.plurals.has(lower) ||
    lexicon.plurals.has(last) ||
    (lower.length > 3 && (pluralEnding.test(lower) || peopleEnding.test(lower)))
  );
}

/** English: everything up to the plural; of two plurals in a row the second (“police officers”). */
function englishNoun(context: BlockContext, at: number, number: NumberAt): number | null {
  const { lexicon } = context;
  for (let end = at; end - at < mostAdjectives && isNoun(context, end); end += 1) {
    if (end > at && isPastOrGerund(lowerAt(context, end)) && !isPluralAhead(context, end)) break;
    if (!isPlural(context, end)) continue;
    const isCompound =
      firstHalves.test(lowerAt(context, end)) && isNoun(context, end + 1) && isPlural(context, end + 1);
    return isCompound ? end + 2 : end + 1;
  }
  if (lexicon.nounless.has(lowerAt(context, at)) && isWordAt(context, at)) return at + 1;
  return number.value === 1 && isNoun(context, at) ? singularEnd(context, at) : null;
}

const adjectiveEnding =
  /(?:nant|ful|ous|ive|ic|able|ible|less|ary|ed|ish|al|ly|ior|ing)$|^(?:old|young|big|small|new|large|little|local|single|male|female|dead|lone|huge|tiny|short|long|key|main|full|black|white|red|police|teenage|elderly)$/;

/** “one pregnant woman”: an adjective, then the noun. */
function singularEnd(context: BlockContext, at: number): number {
  const isPair = adjectiveEnding.test(lowerAt(context, at)) && isNoun(context, at + 1);
  return isPair && !isPastOrGerund(lowerAt(context, at + 1)) ? at + 2 : at + 1;
}

function isPastOrGerund(lower: string): boolean {
  return /(?:ed|ing)$/.test(lower);
}

function isPluralAhead(context: BlockContext, at: number): boolean {
  return isNoun(context, at + 1) && isPlural(context, at + 1);
}
