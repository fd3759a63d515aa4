import { type BlockContext, lowerAt } from './context';
import { composed, figureValue } from './figure-value';
import { readFraction } from './fractions';

/** A number as it stands, without what it counts. Token indexes; `to` is exclusive. */
export interface NumberAt {
  readonly from: number;
  readonly to: number;
  /** Null for vague ones (“dozens”) and ranges. */
  readonly value: number | null;
  readonly form: 'figure' | 'words' | 'collective' | 'range' | 'share';
  readonly isOrdinal: boolean;
}

/** The number that begins at token `at`, ranges and shares (“one in five”) included; null when there is none. */
export function readNumber(context: BlockContext, at: number): NumberAt | null {
  const first = readSingle(context, at);
  if (!first || first.isOrdinal) return first;
  return readShare(context, first) ?? readRange(context, first) ?? first;
}

/** A number, with the half behind it: “two and a half”. */
function readSingle(context: BlockContext, at: number): NumberAt | null {
  const number = readWhole(context, at);
  if (!number || number.isOrdinal || number.value === null) return number;
  const words = [0, 1, 2].map((step) => lowerAt(context, number.to + step)).join(' ');
  return words === 'and a half' ? { ...number, to: number.to + 3, value: number.value + 0.5 } : number;
}

function readWhole(context: BlockContext, at: number): NumberAt | null {
  const token = context.tokens[at];
  if (!token || context.used[at] || token.kind === 'mark') return null;
  if (token.kind === 'figure') return readFigure(context, at);
  return (
    readFraction(context, at) ??
    readCollective(context, at) ??
    readWords(context, at) ??
    readOrdinal(context, at)
  );
}

function readFigure(context: BlockContext, at: number): NumberAt {
  const { tokens, lexicon, language } = context;
  let value = figureValue(tokens[at]?.text ?? '', language);
  let to = at + 1;
  const attached = tokens[to];
  if (attached?.kind === 'word' && !attached.gap) {
    if (lexicon.ordinalEndings.has(attached.lower))
      return { from: at, to: to + 1, value, form: 'figure', isOrdinal: true };
    const scale = lexicon.attachedScales.get(attached.text);
    if (scale && isScaleHere(context, at, to)) {
      value *= scale;
      to += 1;
    }
  }
  for (let times = 0; times < 2; times += 1) {
    const scale = lexicon.scales.get(lowerAt(context, to));
    if (!scale || tokens[to]?.gap === false) break;
    value *= scale;
    to = behindStop(context, to + 1);
  }
  return { from: at, to, value, form: 'figure', isOrdinal: false };
}

const shortScale = /^(?:mio|mia|mrds?|mds?|bio)$/;

/** “2,5 Mio. d’euros”: the full stop of a short scale belongs to it. */
function behindStop({ tokens }: BlockContext, at: number): number {
  const stop = tokens[at];
  const isStop = stop?.text === '.' && !stop.gap && shortScale.test(tokens[at - 1]?.lower ?? '');
  return isStop && tokens[at + 1]?.sentence === stop.sentence ? at + 1 : at;
}

/** “m” is a million behind a currency sign or before a noun, and metres elsewhere. */
function isScaleHere({ tokens, lexicon }: BlockContext, at: number, to: number): boolean {
  if (tokens[to]?.text !== 'm' && tokens[to]?.text !== 'M') return true;
  if (lexicon.currencySigns.has(tokens[at - 1]?.text ?? '')) return true;
  const next = tokens[to + 1];
  return next?.kind === 'word' && !lexicon.functionWords.has(next.lower);
}

/** Values of the parts of a number word: “quatre-vingt-dix-sept” has four; null when one is no number. */
function partsOf({ lexicon }: BlockContext, lower: string): number[] | null {
  const whole = lexicon.cardinals.get(lower) ?? lexicon.scales.get(lower);
  if (whole !== undefined) return [whole];
  if (!lower.includes('-')) return null;
  const values: number[] = [];
  for (const part of lower.split('-')) {
    const value = lexicon.cardinals.get(part) ?? lexicon.scales.get(part);
    if (value === undefined && !lexicon.joiners.has(part)) return null;
    if (value !== undefined) values.push(value);
  }
  return values.length > 0 ? values : null;
}

function readWords(context: BlockContext, at: number): NumberAt | null {
  const { tokens, lexicon } = context;
  const parts: number[] = [];
  let to = at;
  for (;;) {
    const own =
      tokens[to]?.kind === 'word' && !context.used[to] ? partsOf(context, lowerAt(context, to)) : null;
    if (own) {
      parts.push(...own);
      to += 1;
      continue;
    }
    const isJoined =
      to > at && lexicon.joiners.has(lowerAt(context, to)) && joins(context, parts.at(-1) ?? 0, to + 1);
    if (!isJoined) break;
    to += 1;
  }
  if (to === at || isArticleAlone(context, at, to)) return null;
  return { from: at, to, value: composed(parts), form: 'words', isOrdinal: false };
}

/** “vingt et un”, “two hundred and five”: the joiner stands inside of one number. */
function joins(context: BlockContext, last: number, next: number): boolean {
  const value = partsOf(context, lowerAt(context, next))?.[0];
  if (value === undefined) return false;
  return context.language === 'fr'
    ? last >= 20 && last < 100 && (value === 1 || value === 11)
    : last >= 100 && value < 100;
}

/** “un” and “une” count nothing by themselves; “one” does before a noun, and in a share. */
function isArticleAlone(context: BlockContext, at: number, to: number): boolean {
  if (to - at > 1) return false;
  const { lexicon, tokens } = context;
  const lower = lowerAt(context, at);
  if (lower === 'one') {
    if (isMeasured(context, to)) return false;
    const next = tokens[to];
    const isNoun = next?.kind === 'word' && next.gap && !lexicon.functionWords.has(next.lower);
    const isOther = /^(?:no|this|that|which|every|each|any|the|last|next|only|number)$/.test(
      lowerAt(context, at - 1),
    );
    return (
      isOther ||
      !(
        (isNoun && (!next.capital || lexicon.nationalities.has(next.lower))) ||
        readShare(context, oneAt(at)) !== null
      )
    );
  }
  const isOne = lower === 'un' || lower === 'une';
  return isOne && !isMeasured(context, to) && readShare(context, oneAt(at)) === null;
}

/** “un euro”, “one per cent”: nobody says so of an article. A franc and a pound are other things as well. */
function isMeasured({ lexicon, tokens }: BlockContext, at: number): boolean {
  if (lexicon.percent.at(tokens, at)) return true;
  const isSafe = /^(?:euros?|dollars?|yen|yuans?|roubles?|roupies?|cents?|centimes?|pence)$/.test(
    tokens[at]?.lower ?? '',
  );
  return isSafe && lexicon.currencies.at(tokens, at) !== null;
}

function oneAt(at: number): NumberAt {
  return { from: at, to: at + 1, value: 1, form: 'words', isOrdinal: false };
}

const ofWords = new Set(['de', "d'", 'of']);

/** “une dizaine”, “des dizaines de milliers”, “a dozen”, “tens of thousands”, “several hundred”, “two thirds”. */
function readCollective(context: BlockContext, at: number): NumberAt | null {
  const { lexicon } = context;
  let to = collectiveNoun(context, at);
  const noun = lowerAt(context, to);
  const value = lexicon.collectives.get(noun) ?? articleScale(context, at, to);
  if (value === undefined || (value < 1 && !isFraction(context, at, to))) return null;
  // “dozen” by itself follows a number, “dozens” stands alone.
  if (to === at && !noun.endsWith('s') && value >= 1) return null;
  to += 1;
  while (ofWords.has(lowerAt(context, to)) && lexicon.collectives.has(lowerAt(context, to + 1))) to += 2;
  while (lexicon.scales.has(lowerAt(context, to))) to += 1;
  return { from: at, to, value: null, form: 'collective', isOrdinal: false };
}

const singleArticle = /^(?:un|une|a|an)$/;

/** Where the noun of a collective stands behind what may open it: “a”, “half a”, “a few”, “several”, “two”. */
function collectiveNoun(context: BlockContext, at: number): number {
  const { lexicon } = context;
  const isHalf = lowerAt(context, at) === 'half' && /^an?$/.test(lowerAt(context, at + 1));
  let to = isHalf ? at + 1 : at;
  const opener = lowerAt(context, to);
  if (lexicon.vague.has(opener) || singleArticle.test(opener) || isFractionAhead(context, to)) to += 1;
  if (opener === 'a' && (lexicon.vague.has(lowerAt(context, to)) || lowerAt(context, to) === 'half')) to += 1;
  return to > at && lowerAt(context, to) === 'of' ? to + 1 : to;
}

/** “several hundred”, “a thousand”: a scale behind an article. */
function articleScale(context: BlockContext, at: number, to: number): number | undefined {
  return to > at ? context.lexicon.scales.get(lowerAt(context, to)) : undefined;
}

/** “two thirds”, “trois quarts”. */
function isFractionAhead(context: BlockContext, at: number): boolean {
  const { lexicon } = context;
  const share = lexicon.collectives.get(lowerAt(context, at + 1)) ?? 1;
  return share < 1 && share !== 0.5 && lexicon.cardinals.has(lowerAt(context, at));
}

/** A half or a third is a number when it is a share of something. */
function isFraction(context: BlockContext, at: number, to: number): boolean {
  const name = lowerAt(context, to);
  const next = lowerAt(context, to + 1);
  const isShare = /^(?:of|de|des|du|d')$/.test(next);
  if (to === at) return false;
  return isShare || name === 'tiers' || !/^(?:un|une|a|an)$/.test(lowerAt(context, at));
}

function readOrdinal(context: BlockContext, at: number): NumberAt | null {
  const { lexicon, tokens } = context;
  const token = tokens[at];
  if (!token || !lexicon.ordinals.has(token.lower)) return null;
  const isName = (token.capital && !token.initial) || tokens[at + 1]?.capital === true;
  if (token.lower === 'second' && !isRank(context, at)) return null;
  // “a third party”, “second thoughts”
  if (/^(?:part(?:y|ies)|world|thoughts?|nature|person|hand|home)$/.test(lowerAt(context, at + 1)))
    return null;
  return isName ? null : { from: at, to: at + 1, value: null, form: 'words', isOrdinal: true };
}

/** “a second vote”, “le second tour”: not a second of time, nor an adverb. */
function isRank(context: BlockContext, at: number): boolean {
  const before = lowerAt(context, at - 1);
  const next = context.tokens[at + 1];
  const isNoun = next?.kind === 'word' && !context.lexicon.functionWords.has(next.lower);
  return isNoun && /^(?:a|the|his|her|its|their|'s|un|le|son|leur|du|au)$/.test(before);
}

/** “two in three”, “un sur cinq”, “un salarié sur neuf”, “one worker in ten”. */
function readShare(context: BlockContext, first: NumberAt): NumberAt | null {
  const link = context.language === 'fr' ? 'sur' : 'in';
  const at = [first.to, first.to + 1].find((index) => lowerAt(context, index) === link);
  if (at === undefined || first.value === null || first.form === 'collective') return null;
  const hasNoun = at > first.to;
  if (hasNoun && !isSmallWord(context, first.to)) return null;
  const second = readPlain(context, at + 1);
  if (!second || second.isOrdinal || !isWhole(context, first.value, second)) return null;
  // “un désaccord sur deux acquisitions”: what the second counts stands behind it.
  if (hasNoun && isPluralWord(context, second.to)) return null;
  if (hasNoun && isPluralWord(context, first.to) && (second.value ?? 0) > 10) return null;
  return { ...second, from: first.from, value: null, form: hasNoun ? 'share' : 'range' };
}

/** “three goals in 10 minutes” and “two trains in 2024” are no shares: what is parted is 2 to 10, or a round number. */
function isWhole({ lexicon, tokens }: BlockContext, part: number, { value, to }: NumberAt): boolean {
  if (value === null || part >= value || value > 1000) return false;
  return (value <= 10 || value % 10 === 0) && !lexicon.timeUnits.has(tokens[to]?.lower ?? '');
}

function isSmallWord({ tokens, lexicon }: BlockContext, at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'word' && !lexicon.functionWords.has(token.lower);
}

function isPluralWord(context: BlockContext, at: number): boolean {
  return isSmallWord(context, at) && /[^s]s$/.test(lowerAt(context, at));
}

function readPlain(context: BlockContext, at: number): NumberAt | null {
  const token = context.tokens[at];
  if (!token || context.used[at]) return null;
  return token.kind === 'figure' ? readFigure(context, at) : readWords(context, at);
}

function readRange(context: BlockContext, first: NumberAt): NumberAt | null {
  const { tokens, lexicon } = context;
  const join = tokens[first.to];
  if (!join || first.form === 'collective') return null;
  const isDash = /^[-–‑]$/.test(join.text) && !join.gap && tokens[first.to + 1]?.gap === false;
  if (!isDash && !lexicon.rangeJoiners.has(join.lower)) return null;
  const second = readSingle(context, first.to + 1);
  if (!second || second.isOrdinal || second.form === 'collective') return null;
  const areFigures = first.form === 'figure' && second.form === 'figure';
  if (isDash ? !areFigures : !isOneSpan(context, first, second)) return null;
  return { from: first.from, to: second.to, value: null, form: 'range', isOrdinal: false };
}

/** “3 à 5”, “three or four” are one number; behind “from”, “de”, “between” two are looked up, but for a shared sign. */
function isOneSpan({ lexicon, tokens }: BlockContext, first: NumberAt, second: NumberAt): boolean {
  if (first.value !== null && second.value !== null && first.value >= second.value) return false;
  const isOpened = lexicon.rangeOpeners.has(tokens[first.from - 1]?.lower ?? '');
  return (
    !isOpened ||
    lexicon.percent.at(tokens, second.to) !== null ||
    lexicon.currencies.at(tokens, second.to) !== null
  );
}
