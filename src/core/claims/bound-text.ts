const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
/** What changes a figure when it stands right beside it: -3, $3, 3%, <3, 3°. */
const figureSign = /[\p{Sc}\p{Sm}\-%‰°#]/u;
/** Signs that belong to a figure across one blank: 60 %, 3 €, 12 °C, $ 5. */
const unitSign = /[\p{Sc}%‰°]/u;
const blank = /[ \u00a0\u2009\u202f]/;
/** What joins two halves of one word or figure when it stands between them: 3,5 · l'Onu · 12:30 · 10 000 · U.N. */
const joiner = /['’.,:/\-‐‑\u00a0\u2009\u202f]/;

/** UTF-16 units of a text, `end` exclusive. */
export type Span = readonly [start: number, end: number];

/**
 * Where the words under `[start, end)` stand: grown outwards as long as a word or a figure goes on, and stripped of
 * space and punctuation at both edges. Typing a 0 behind a checked "3", a "%" sign's figure or the ",5" of "3,5" so
 * always touches what the outcome is bound to, and so does a minus, a currency or a percent sign, whichever way the
 * edit came about; adding a full stop does not. Empty when there is no word.
 */
export function boundSpan(text: string, start: number, end: number): Span {
  const [from, to] = trimEdges(text, start, end);
  return from >= to ? [from, from] : [growBack(text, from), growForward(text, to)];
}

/** The words under `[start, end)`, as `boundSpan` finds them; the bare text where there is no word. */
export function boundText(text: string, start: number, end: number): string {
  const [from, to] = boundSpan(text, start, end);
  return from < to ? text.slice(from, to) : text.slice(start, end).trim();
}

/** Signs of a figure are no punctuation: a claim on "60 %" ends with its sign. */
function isSaid(character: string): boolean {
  return wordCharacter.test(character) || unitSign.test(character);
}

function trimEdges(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && !isSaid(characterAt(text, from))) from += 1;
  while (to > from && !isSaid(characterBefore(text, to))) to -= 1;
  return [from, to];
}

function growForward(text: string, end: number): number {
  let at = end;
  for (;;) {
    const next = characterAt(text, at);
    if (wordCharacter.test(next) || figureSign.test(next)) at += next.length;
    else if (joiner.test(next) && wordCharacter.test(characterAt(text, at + 1))) at += 1;
    else if (
      blank.test(next) &&
      /\p{N}/u.test(characterBefore(text, at)) &&
      unitSign.test(characterAt(text, at + 1))
    )
      at += 1;
    else return at;
  }
}

function growBack(text: string, start: number): number {
  let at = start;
  for (;;) {
    const before = characterBefore(text, at);
    if (wordCharacter.test(before) || figureSign.test(before)) at -= before.length;
    else if (joiner.test(before) && wordCharacter.test(characterBefore(text, at - 1))) at -= 1;
    else if (blank.test(before) && isUnitPair(characterBefore(text, at - 1), characterAt(text, at))) at -= 1;
    else return at;
  }
}

/** A sign and a figure that a blank parts, in either order. */
function isUnitPair(before: string, after: string): boolean {
  const isFigure = (character: string): boolean => /\p{N}/u.test(character);
  return (unitSign.test(before) && isFigure(after)) || (isFigure(before) && unitSign.test(after));
}

/** The whole character (one or two UTF-16 units) that starts at `at`; empty at the end of the text. */
function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
  return at <= 0 ? '' : text.slice(Math.max(0, at - (isLowSurrogate ? 2 : 1)), at);
}
