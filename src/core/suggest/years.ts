import { type BlockContext, isNext, lowerAt } from './context';

/** The year that a token is, 1000 to 2199; null when it is none. */
export function yearAt({ tokens, used }: BlockContext, at: number): number | null {
  const token = tokens[at];
  if (used[at]) return null;
  if (token?.kind !== 'figure' || !/^(?:1\d|20|21)\d\d$/.test(token.text)) return null;
  const behind = tokens[at + 1];
  const isGlued = behind && !behind.gap && (behind.kind === 'word' || /^[%€$°]$/.test(behind.text));
  return isGlued ? null : Number(token.text);
}

/** “2019-2021”, “2023-24”, “2023/2024”, “1939 à 1945” stays two dates. */
export function yearRangeEnd(context: BlockContext, at: number): number | null {
  const { tokens } = context;
  const [mark, second] = [tokens[at + 1], tokens[at + 2]];
  const isRange =
    mark &&
    second &&
    /^[-–/]$/.test(mark.text) &&
    !mark.gap &&
    !second.gap &&
    /^(?:\d{2}|(?:1\d|20|21)\d\d)$/.test(second.text);
  return isRange ? at + 3 : null;
}

/** Whether four digits without a separator are a year here, and not a count. */
export function isYearHere(context: BlockContext, at: number): boolean {
  const { tokens, lexicon, used } = context;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (before?.text === '©') return true;
  if (before && lexicon.currencySigns.has(before.text)) return false;
  if (before?.kind === 'word' && lexicon.numbered.has(before.lower)) return false;
  if (isBehindEvent(context, at)) return false;
  if (yearRangeEnd(context, at)) return true;
  if (
    lexicon.units.at(tokens, at + 1) ||
    lexicon.currencies.at(tokens, at + 1) ||
    lexicon.percent.at(tokens, at + 1)
  )
    return false;
  const isCounting =
    next?.kind === 'word' &&
    isNext(context, at + 1) &&
    !lexicon.functionWords.has(next.lower) &&
    used[at + 1] === 0;
  if (lexicon.scales.has(next?.lower ?? '')) return false;
  if (!isCounting) return before?.kind !== 'mark' || /^[(,;:–—«“"-]$/.test(before.text);
  return isYearBeforeNoun(context, at);
}

/** “la Route du Rhum 2018”: the year is part of a name. */
function isBehindEvent({ lexicon, tokens }: BlockContext, at: number): boolean {
  return [1, 2, 3, 4].some((back) => lexicon.events.at(tokens, at - back)?.length === back);
}

/** “the 2019 election” is a year, “2000 people” is not; French says “l’élection 2019”. */
function isYearBeforeNoun(context: BlockContext, at: number): boolean {
  const { tokens, lexicon, language } = context;
  const before = lowerAt(context, at - 1);
  if (language === 'fr') {
    const isVerbLike =
      lexicon.functionWords.has(lowerAt(context, at + 1)) || !/s$/.test(lowerAt(context, at + 1));
    return lexicon.beforeYear.has(before) && isVerbLike && /^(?:en|depuis|dès|année|l'an)$/.test(before);
  }
  const isDetermined = /^(?:the|a|'s|his|her|its|their|our|in|since|during|of|by|from|until)$/.test(before);
  return isDetermined || tokens[at - 1]?.capital === true;
}
