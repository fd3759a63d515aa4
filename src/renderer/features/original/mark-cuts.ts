import type { Cut } from '#core/article/schema';

export interface Piece {
  /** UTF-16 units from the start of the original. */
  readonly start: number;
  readonly text: string;
  readonly isCut: boolean;
}

/** Parts the original where cuts were made. A cut whose exact text cannot be found is left unmarked. */
export function markCuts(text: string, cuts: readonly Cut[]): Piece[] {
  const found = locate(text, cuts);
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end] of found) {
    if (start > at) pieces.push({ start: at, text: text.slice(at, start), isCut: false });
    pieces.push({ start, text: text.slice(start, end), isCut: true });
    at = end;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), isCut: false });
  return pieces;
}

/** Each cut takes the first place that no other cut has taken; the same line cut twice stands in two places. */
function locate(text: string, cuts: readonly Cut[]): [number, number][] {
  const taken: [number, number][] = [];
  for (const { text: wanted } of cuts) {
    if (wanted.trim() === '') continue;
    let start = text.indexOf(wanted);
    while (start !== -1 && taken.some(([from, to]) => start < to && start + wanted.length > from)) {
      start = text.indexOf(wanted, start + 1);
    }
    if (start !== -1) taken.push([start, start + wanted.length]);
  }
  return taken.sort(([a], [b]) => a - b);
}
