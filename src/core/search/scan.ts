/** What a UTF-16 unit does to a word. 0 in the table: not looked up yet. */
const separator = 1;
const letter = 2;
const digit = 3;
/** Goes on with a word and starts none: combining marks, soft hyphens, the second half of a surrogate pair. */
const joiner = 4;
/** A word by itself, in scripts that are written without spaces. */
const single = 5;

const kinds = new Uint8Array(0x10000);
const unspacedScripts =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
/** Tatweel, modifier letters such as the okina, soft hyphen, zero-width joiners. */
const ignorable = /^(?:\p{M}|[\u02b9-\u02bb\u02bd-\u02ff]|\u0640|\u00ad|\u200c|\u200d|\u2060|\ufeff)$/u;
const apostropheLetter = 0x2bc;
const figure = /^[\p{Nd}\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]$/u;

function classify(codePoint: number): number {
  if (codePoint === apostropheLetter) return separator;
  const character = String.fromCodePoint(codePoint);
  if (figure.test(character)) return digit;
  if (ignorable.test(character)) return joiner;
  if (!/^\p{L}$/u.test(character)) return separator;
  return unspacedScripts.test(character) ? single : letter;
}

function kindAt(text: string, at: number): number {
  if (at >= text.length) return separator;
  const unit = text.charCodeAt(at);
  return kinds[unit] || learn(text, at, unit);
}

function learn(text: string, at: number, unit: number): number {
  if (unit >= 0xdc00 && unit <= 0xdfff) return joiner;
  if (unit >= 0xd800 && unit <= 0xdbff) return classify(text.codePointAt(at) ?? unit);
  const kind = classify(unit);
  kinds[unit] = kind;
  return kind;
}

function isInside(kind: number): boolean {
  return kind === letter || kind === digit || kind === joiner;
}

function startsWord(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === letter || kind === digit;
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === apostropheLetter || unit === 0x2018;
}

const elided = new Set('l d qu j n s m t c jusqu lorsqu puisqu quoiqu'.split(' '));
const longestElided = 6;

/** Blanks and signs between groups of three figures; the same one stands between all groups. */
const groupSigns = new Set([..." \u00a0\u202f\u2009,.'’"].map((sign) => sign.charCodeAt(0)));

/**
 * Finds the words of a text, one `next()` at a time; after it `start` and `end` (UTF-16 units, end exclusive) tell
 * where the word is. Letters, figures and their marks make a word; everything else parts words, hyphens included.
 * - French articles and pronouns before an apostrophe are left out (`l’école`), other apostrophes stay inside
 *   (`aujourd’hui`, `O’Brien`), and an English possessive ends before its apostrophe (`mayor’s`).
 * - Figures in groups of three are one word (`1,250`, `1 250`); a decimal makes two, `3.5` is `3` and `5`.
 * - Single letters with full stops between are one word (`U.S.`).
 * - Scripts written without spaces give one word for each character.
 */
export class WordScanner {
  start = 0;
  end = 0;
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether there was another word. */
  next(): boolean {
    const text = this.#text;
    let at = this.#at;
    while (at < text.length) {
      const kind = kindAt(text, at);
      if (kind === letter) return this.#word(at);
      if (kind === digit) return this.#found(at, figureEnd(text, at));
      if (kind === single) return this.#found(at, singleEnd(text, at));
      at += 1;
    }
    this.#at = at;
    return false;
  }

  #found(start: number, end: number, after = end): boolean {
    this.start = start;
    this.end = end;
    this.#at = after;
    return true;
  }

  #word(first: number): boolean {
    const text = this.#text;
    let start = first;
    let end = runEnd(text, start);
    while (isApostrophe(text.charCodeAt(end)) && startsWord(text, end + 1)) {
      if (isPossessive(text, end + 1)) return this.#found(start, end, end + 2);
      if (isElided(text, start, end)) start = end + 1;
      end = runEnd(text, end + 1);
    }
    return this.#found(start, end === start + 1 ? acronymEnd(text, end) : end);
  }
}

function runEnd(text: string, start: number): number {
  let at = start + 1;
  while (isInside(kindAt(text, at))) at += 1;
  return at;
}

function singleEnd(text: string, start: number): number {
  let at = start + 1;
  while (kindAt(text, at) === joiner) at += 1;
  return at;
}

function isPossessive(text: string, at: number): boolean {
  return (text[at] === 's' || text[at] === 'S') && !isInside(kindAt(text, at + 1));
}

function isElided(text: string, start: number, end: number): boolean {
  return end - start <= longestElided && elided.has(text.slice(start, end).toLowerCase());
}

function acronymEnd(text: string, end: number): number {
  let at = end;
  while (text[at] === '.' && kindAt(text, at + 1) === letter && !isInside(kindAt(text, at + 2))) at += 2;
  return at;
}

function figureEnd(text: string, start: number): number {
  const end = runEnd(text, start);
  if (end - start > 3 || text[start] === '0' || !areDigits(text, start, end)) return end;
  const sign = text.charCodeAt(end);
  if (!groupSigns.has(sign)) return end;
  let at = end;
  while (text.charCodeAt(at) === sign && areDigits(text, at + 1, at + 4) && kindAt(text, at + 4) !== digit) {
    at += 4;
  }
  return isInside(kindAt(text, at)) ? runEnd(text, at) : at;
}

function areDigits(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (kindAt(text, at) !== digit) return false;
  return true;
}
