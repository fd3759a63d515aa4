import type { Lexicon } from './lexicon';
import { lowered } from './tokens';

/** Where a tag of speech stands; offsets are UTF-16 units, `to` behind what parts it from what goes on. */
export interface Tag {
  readonly from: number;
  readonly to: number;
}

const leading = /^(?:[\p{L}\p{M}'’.-]+[\s\u00a0\u202f]*){1,4}/u;
const inversion = /-(?:t-)?(?:ils?|elles?|on|je|nous|vous|tu)$/;

/** Whether words begin like a tag: “said Keller”, “a déclaré”, “dit-il”, “he said”, “Anna Keller added”. */
export function beginsWithSpeech(text: string, lexicon: Lexicon): boolean {
  const words = (leading.exec(text)?.[0] ?? '').split(/[\s\u00a0\u202f]+/).filter(Boolean);
  for (const [index, word] of words.entries()) {
    const lower = lowered(word)
      .replace(/(?<!\.)\.+$/, '')
      .replace(inversion, '');
    if (lexicon.speech.has(lower)) return true;
    const isBefore =
      lexicon.auxiliaries.has(lower) ||
      lexicon.malePronouns.has(lower) ||
      lexicon.femalePronouns.has(lower) ||
      (/^\p{Lu}/u.test(word) && index < 3);
    if (!isBefore) return false;
  }
  return false;
}

/** “, - tells the welder Galeev. - ”: the tag with the marks around it; null when none stands between the offsets. */
export function tagBehindDash(text: string, from: number, to: number, lexicon: Lexicon): Tag | null {
  const dash = /[,!?…][\s\u00a0\u202f]*[-–—][\s\u00a0\u202f]+/g;
  const inner = text.slice(from, to);
  for (const match of inner.matchAll(dash)) {
    const behind = match.index + match[0].length;
    if (!beginsWithSpeech(inner.slice(behind), lexicon)) continue;
    const end = /[.,;:][\s\u00a0\u202f]*[-–—][\s\u00a0\u202f]+/.exec(inner.slice(behind));
    const start = from + match.index + (match[0].startsWith(',') ? 0 : 1);
    return { from: start, to: end ? from + behind + end.index + end[0].length : to };
  }
  return null;
}
