import { shortestPassphrase } from './values';

export type PassphraseStrength = 'short' | 'weak' | 'fair' | 'strong';

/**
 * A hint, not a promise: how long it is and how little it repeats. Rules about signs and figures make passphrases that
 * people forget, and a forgotten one is worse here than a plain long one.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const text = normalizePassphrase(passphrase);
  if ([...text].length < shortestPassphrase) return 'short';
  const words = new Set(text.toLowerCase().split(/\s+/));
  const different = new Set(text.toLowerCase()).size;
  if (different < 7 || isSequence(text)) return 'weak';
  if ([...text].length >= 24 && words.size >= 4) return 'strong';
  if ([...text].length >= 18 && different >= 12) return 'strong';
  return 'fair';
}

/** One keyboard writes é as one sign, another as two: they are the same passphrase. Blanks at its ends do not count. */
export function normalizePassphrase(passphrase: string): string {
  return passphrase.trim().normalize('NFC');
}

/** `123456789012`, `abcdefghijkl`. */
function isSequence(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).filter((code, at) => Math.abs(code - (codes[at] ?? 0)) <= 1);
  return steps.length > text.length * 0.7;
}
