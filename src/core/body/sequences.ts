/** A stretch that two sequences have in common: where it starts in each, and how many entries it has. */
export interface Stretch {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

interface Range {
  readonly before: number;
  readonly beforeEnd: number;
  readonly after: number;
  readonly afterEnd: number;
}

/** Edits that one search may try before it gives up; time grows with (entries × this number), never with n². */
const editLimit = 512;
/** How often a range may be parted at its unique entries before the search goes on without them. */
const partings = 3;

/**
 * The stretches that both sequences have, in rising order and without overlap: the shortest edit script (Myers) as far
 * as `editLimit` reaches. Beyond it the range is parted at entries that occur once on either side (patience), and
 * where there are none the best path so far is kept and the search starts again from its end.
 */
export function commonStretches(before: Int32Array, after: Int32Array): Stretch[] {
  const found: Stretch[] = [];
  const add = (stretch: Stretch): void => {
    if (stretch.length > 0) found.push(stretch);
  };

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the algorithm reads best whole
  const solve = (whole: Range, partingsLeft: number): void => {
    let range = whole;
    while (true) {
      const prefix = prefixLength(before, after, range);
      add({ before: range.before, after: range.after, length: prefix });
      range = { ...range, before: range.before + prefix, after: range.after + prefix };
      const suffix = suffixLength(before, after, range);
      const inner = { ...range, beforeEnd: range.beforeEnd - suffix, afterEnd: range.afterEnd - suffix };
      const path = searchPath(before, after, inner);
      const anchors = path.complete || partingsLeft === 0 ? [] : uniqueEntries(before, after, inner);
      if (anchors.length > 0) {
        for (const gap of gapsBetween(anchors, inner)) solve(gap, partingsLeft - 1);
      } else {
        path.stretches.forEach(add);
      }
      if (path.complete || anchors.length > 0) {
        add({ before: inner.beforeEnd, after: inner.afterEnd, length: suffix });
        return;
      }
      range = { ...range, before: path.before, after: path.after };
    }
  };

  solve({ before: 0, beforeEnd: before.length, after: 0, afterEnd: after.length }, partings);
  return found;
}

function prefixLength(before: Int32Array, after: Int32Array, range: Range): number {
  const most = Math.min(range.beforeEnd - range.before, range.afterEnd - range.after);
  let length = 0;
  while (length < most && before[range.before + length] === after[range.after + length]) length += 1;
  return length;
}

function suffixLength(before: Int32Array, after: Int32Array, range: Range): number {
  const most = Math.min(range.beforeEnd - range.before, range.afterEnd - range.after);
  let length = 0;
  while (length < most && before[range.beforeEnd - 1 - length] === after[range.afterEnd - 1 - length])
    length += 1;
  return length;
}

interface Path {
  /** False when the limit was met first; the path then ends at (before, after). */
  readonly complete: boolean;
  readonly before: number;
  readonly after: number;
  readonly stretches: readonly Stretch[];
}

/**
 * Myers' greedy search. `reach[k]` is how far into `before` a path on diagonal k (before − after) has come; every round
 * allows one edit more and is kept in `rounds`, so that the way can be walked back.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the textbook's loop, in the textbook's order
function searchPath(before: Int32Array, after: Int32Array, range: Range): Path {
  const width = range.beforeEnd - range.before;
  const height = range.afterEnd - range.after;
  if (width === 0 || height === 0)
    return { complete: true, before: range.beforeEnd, after: range.afterEnd, stretches: [] };
  const limit = Math.min(editLimit, width + height);
  const middle = limit + 1;
  const reach = new Int32Array(2 * limit + 3);
  const rounds: Int32Array[] = [];
  let best = { x: 0, y: 0, edits: 0 };

  for (let edits = 0; edits <= limit; edits += 1) {
    for (let k = -edits; k <= edits; k += 2) {
      let x = firstStep(reach, middle, k, edits);
      while (x < width && x - k < height && before[range.before + x] === after[range.after + x - k]) x += 1;
      reach[middle + k] = x;
      const y = x - k;
      if (x <= width && y <= height && x + y > best.x + best.y) best = { x, y, edits };
      if (x >= width && y >= height) {
        return {
          ...endAt(range, width, height),
          complete: true,
          stretches: walkBack(rounds, width, height, edits, range),
        };
      }
    }
    rounds.push(reach.slice(middle - edits, middle + edits + 1));
  }
  const stretches = walkBack(rounds, best.x, best.y, best.edits, range);
  return { ...endAt(range, best.x, best.y), complete: false, stretches };
}

function endAt(range: Range, x: number, y: number): { before: number; after: number } {
  return { before: range.before + x, after: range.after + y };
}

/** Where a path with one edit more starts on diagonal k: one entry added (from k + 1) or one removed (from k − 1). */
function firstStep(reach: Int32Array, middle: number, k: number, edits: number): number {
  if (edits === 0) return 0;
  const above = reach[middle + k + 1] ?? 0;
  const left = reach[middle + k - 1] ?? 0;
  return k === -edits || (k !== edits && left < above) ? above : left + 1;
}

/** The common stretches on the path that reached (x, y) with this many edits, first one first. */
function walkBack(
  rounds: readonly Int32Array[],
  endX: number,
  endY: number,
  edits: number,
  range: Range,
): Stretch[] {
  const stretches: Stretch[] = [];
  let x = endX;
  let k = endX - endY;
  const keep = (from: number): void => {
    if (x > from)
      stretches.push({ before: range.before + from, after: range.after + from - k, length: x - from });
  };
  for (let round = edits; round > 0; round -= 1) {
    const reach = rounds[round - 1] ?? new Int32Array(0);
    const middle = round - 1;
    const left = reach[middle + k - 1] ?? 0;
    const above = reach[middle + k + 1] ?? 0;
    const added = k === -round || (k !== round && left < above);
    keep(added ? above : left + 1);
    x = added ? above : left;
    k += added ? 1 : -1;
  }
  keep(0);
  return stretches.reverse();
}

/** Entries that occur once on either side and stand in the same order on both. */
function uniqueEntries(before: Int32Array, after: Int32Array, range: Range): Stretch[] {
  const places = onlyPlaces(before, range.before, range.beforeEnd);
  const pairs: Stretch[] = [];
  for (const [entry, at] of onlyPlaces(after, range.after, range.afterEnd)) {
    const other = places.get(entry) ?? -1;
    if (at >= 0 && other >= 0) pairs.push({ before: other, after: at, length: 1 });
  }
  pairs.sort((one, other) => one.after - other.after);
  const rising = longestRising(pairs.map((pair) => pair.before));
  return pairs.filter((_, index) => rising.has(index));
}

/** Each entry of a range with its place, or −1 when it has several. */
function onlyPlaces(entries: Int32Array, start: number, end: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = start; at < end; at += 1) {
    const entry = entries[at] ?? 0;
    places.set(entry, places.has(entry) ? -1 : at);
  }
  return places;
}

/** What stands between anchors; each range but the last ends behind its anchor, which is found again as its suffix. */
function gapsBetween(anchors: readonly Stretch[], range: Range): Range[] {
  const gaps: Range[] = [];
  let { before, after } = range;
  for (const anchor of anchors) {
    gaps.push({ before, after, beforeEnd: anchor.before + 1, afterEnd: anchor.after + 1 });
    before = anchor.before + 1;
    after = anchor.after + 1;
  }
  gaps.push({ ...range, before, after });
  return gaps;
}

/** Indexes of a longest rising subsequence of `numbers`, in O(n log n). */
export function longestRising(numbers: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, index) => {
    const place = firstNotBelow(tails, numbers, number);
    previous[index] = place === 0 ? -1 : (tails[place - 1] ?? -1);
    tails[place] = index;
  });
  const rising = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) rising.add(index);
  return rising;
}

function firstNotBelow(tails: readonly number[], numbers: readonly number[], number: number): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
