import { type BlockContext, lowerAt } from './context';

/** Where a time of day that begins at a token ends; null when none does. Nobody looks a bare hour up. */
export function timeOfDay(context: BlockContext, at: number): number | null {
  const { tokens } = context;
  const token = tokens[at];
  if (token?.kind !== 'figure') return null;
  return (
    clockFigures(context, at) ??
    frenchHour(context, at) ??
    (context.language === 'en' ? englishHour(context, at) : null)
  );
}

const isHour = (text: string): boolean => /^\d{1,2}$/.test(text) && Number(text) <= 24;
const isMinute = (text: string): boolean => /^[0-5]\d$/.test(text);

/** “9:30”, “10h30”, “10 h 30”. */
function clockFigures(context: BlockContext, at: number): number | null {
  const { tokens } = context;
  // “10H30” is one figure and one word.
  const glued = tokens[at + 1];
  const isGlued = glued?.gap === false && /^h[0-5]\d$/.test(glued.lower) && isHour(tokens[at]?.text ?? '');
  if (isGlued)
    return context.lexicon.clockBefore.has(lowerAt(context, at - 1)) || glued.text.startsWith('H')
      ? at + 2
      : null;
  const [hour, mark, minute] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!hour || !mark || !minute || !isHour(hour.text) || !isMinute(minute.text)) return null;
  if (mark.text === ':' && !mark.gap && !minute.gap) return dayHalf(context, behindSeconds(context, at + 3));
  const isSpan = context.language === 'fr' && !context.lexicon.clockBefore.has(lowerAt(context, at - 1));
  return /^[hH]$/.test(mark.text) && !isSpan ? at + 3 : null;
}

/** “08:06:41” */
function behindSeconds({ tokens }: BlockContext, at: number): number {
  const [mark, second] = [tokens[at], tokens[at + 1]];
  const isSecond = mark?.text === ':' && !mark.gap && second?.gap === false && isMinute(second.text);
  return isSecond ? at + 2 : at;
}

function dayHalf(context: BlockContext, at: number): number {
  return /^(?:am|pm|a\.m\.|p\.m\.|gmt|bst|utc)$/.test(lowerAt(context, at)) ? at + 1 : at;
}

function frenchHour(context: BlockContext, at: number): number | null {
  const { tokens, lexicon } = context;
  if (!isHour(tokens[at]?.text ?? '') || !/^(?:heures?|h)$/.test(lowerAt(context, at + 1))) return null;
  const isClock = context.language === 'en' || lexicon.clockBefore.has(lowerAt(context, at - 1));
  if (!isClock || /^(?:de|d')$/.test(lowerAt(context, at + 2))) return null;
  return isMinute(tokens[at + 2]?.text ?? '') ? at + 3 : at + 2;
}

function englishHour(context: BlockContext, at: number): number | null {
  const { tokens } = context;
  if (!/^\d{1,2}(?:\.[0-5]\d)?$/.test(tokens[at]?.text ?? '')) return null;
  const behind = dayHalf(context, at + 1);
  if (behind > at + 1) return behind;
  return /^o'clock$/.test(lowerAt(context, at + 1)) ? at + 2 : null;
}
