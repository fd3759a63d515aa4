import { type BlockContext, lowerAt } from './context';
import type { NumberAt } from './numbers';

const fractionWord =
  /^(?:one|two|three|four|five|six|seven|eight|nine)-(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)s?$/;

/** “two-thirds”, “nine-tenths”, “half the seats”, “half our stock”: a share, whatever it is a share of. */
export function readFraction(context: BlockContext, at: number): NumberAt | null {
  if (context.language !== 'en') return null;
  const isHalf =
    lowerAt(context, at) === 'half' &&
    lowerAt(context, at - 1) !== 'than' &&
    halvedNext.test(lowerAt(context, at + 1));
  if (!isHalf && !fractionWord.test(lowerAt(context, at))) return null;
  return { from: at, to: at + 1, value: null, form: 'share', isOrdinal: false };
}

const halvedNext = /^(?:the|our|their|its|his|her|my|your|all|those|these|of)$/;
