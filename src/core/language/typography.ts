import type { Language } from '#core/article/values';

/** The space that French puts before ; ! ? and inside of « »: the desk's choice. The colon's is always U+00A0. */
export type FrenchSpace = 'no-break' | 'narrow';

export interface Typed {
  /** What stands left of the caret in its line; the last few hundred UTF-16 units are enough. */
  readonly before: string;
  /** One character. */
  readonly typed: string;
  readonly language: Language;
  readonly space: FrenchSpace;
}

/** What is put in for a typed character: `remove` UTF-16 units left of the caret go first. */
export interface Typeset {
  readonly remove: number;
  readonly insert: string;
}

const noBreak = '\u00a0';
const narrow = '\u202f';

/** How far back an address or code is looked for, in UTF-16 units. */
const longestAddress = 500;

/** An address or code that is being typed is nobody's prose. */
const machineText =
  /(?:https?:\/\/|www\.|mailto:|`[^`]*)\S*$|\S+@\S*$|[\w-]+\.(?:fr|com|org|net|html?)\/\S*$/i;

/**
 * Typographers' signs for typists' ones, as they are typed; null: the character goes in as it is. French: « » with
 * the desk's space, that space before ; ! ? and U+00A0 before a colon (not in times and addresses), ’ for '. English:
 * “ ” ‘ ’. Both: … for three dots, – for two hyphens, and — for three.
 */
export function typeset(given: Typed): Typeset | null {
  if (machineText.test(given.before.slice(-longestAddress))) return null;
  return inBoth(given) ?? (given.language === 'fr' ? inFrench(given) : inEnglish(given));
}

function inBoth({ before, typed }: Typed): Typeset | null {
  if (typed === '.' && /(?:^|[^.])\.\.$/.test(before)) return { remove: 2, insert: '…' };
  if (typed !== '-') return null;
  if (before.endsWith('–')) return { remove: 1, insert: '—' };
  // A line of hyphens is a rule that is being typed.
  return /[^-]-$/.test(before) ? { remove: 1, insert: '–' } : null;
}

function inFrench({ before, typed, space }: Typed): Typeset | null {
  const fine = space === 'narrow' ? narrow : noBreak;
  if (typed === '"') return opens(before) ? { remove: 0, insert: `«${fine}` } : closing(before, fine);
  if (typed === "'") return { remove: 0, insert: '’' };
  if (/[;!?]/.test(typed)) return spaced(before, typed, fine);
  if (typed === ':' && !/(?:\d|\b(?:https?|ftp|mailto))$/i.test(before))
    return spaced(before, typed, noBreak);
  return null;
}

/** A sign with its space; a blank that was typed before it is that space. Runs of signs (?!) stay together. */
function spaced(before: string, typed: string, space: string): Typeset | null {
  const blank = /(?<![ \u00a0\u202f])[ \u00a0\u202f]+$/.exec(before)?.[0] ?? '';
  const word = before.slice(0, before.length - blank.length);
  if (!/[\p{L}\p{N}»”’)\]…%.]$/u.test(word)) return null;
  return blank === space ? null : { remove: blank.length, insert: `${space}${typed}` };
}

function closing(before: string, fine: string): Typeset {
  const blank = /(?<![ \u00a0\u202f])[ \u00a0\u202f]+$/.exec(before)?.[0] ?? '';
  return { remove: blank.length, insert: `${fine}»` };
}

/** A quotation opens behind a blank, a bracket or nothing, unless one is open already. */
function opens(before: string): boolean {
  if (!/(?:^|[\s([{—–«“‘’'-])$/.test(before)) return false;
  const open = before.lastIndexOf('«');
  return open < 0 || before.lastIndexOf('»') > open || /«\s*$/.test(before);
}

function inEnglish({ before, typed }: Typed): Typeset | null {
  if (typed === '"') return { remove: 0, insert: opensEnglish(before) ? '“' : '”' };
  if (typed !== "'") return null;
  return { remove: 0, insert: opensEnglish(before) ? '‘' : '’' };
}

function opensEnglish(before: string): boolean {
  return /(?:^|[\s([{—–“‘-])$/.test(before);
}

/** The years and words whose first sign is an apostrophe, and no opening quotation mark: ’90s, ’tis. */
const elided = /(?:^|[\s([{—–“-])‘(?=(?:\d|tis|twas|em|til|cause)$)/i;

/** A second look when a letter or digit follows: the ‘ before 90s was an apostrophe. Null: nothing to mend. */
export function mendApostrophe({ before, typed, language }: Typed): Typeset | null {
  if (language !== 'en') return null;
  const whole = before + typed;
  const match = elided.exec(whole.slice(-12));
  if (!match) return null;
  const tail = whole.slice(whole.lastIndexOf('‘') + 1);
  return { remove: before.length - before.lastIndexOf('‘'), insert: `’${tail}` };
}

/**
 * Whether a place in a line lies inside of a quotation: its opening mark stands left of it in the line and is not
 * closed there. What somebody said is theirs to spell, so nothing is typeset in an imported quotation.
 */
export function isInQuotation(before: string): boolean {
  const pairs = [
    ['«', '»'],
    ['“', '”'],
  ] as const;
  return pairs.some(([open, close]) => before.lastIndexOf(open) > before.lastIndexOf(close));
}
