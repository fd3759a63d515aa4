import { commonStretches } from '#core/body/sequences';
import type { Dictionary } from './quote-tokens';

/** Tokens from `start` to `end` (exclusive) of a source. */
export type Window = readonly [start: number, end: number];

/** How much of a quotation's weight must stand in a stretch of the source for the two to have to do with each other. */
const resemblance = 0.5;
/** Words that must be the same at least; a shorter quotation than this is not looked for. */
const leastWords = 2;

/**
 * The stretch of the source that has most of the quotation's words, in any order, rare words weighing more; null when
 * none has enough of them. One pass over the source.
 */
export function closestWindow(quoted: Int32Array, source: Int32Array, dictionary: Dictionary): Window | null {
  const weights = weightsOf(source, dictionary);
  const wanted = countsOf(quoted, dictionary.size);
  const width = Math.ceil(quoted.length * 1.4) + 2;
  const present = new Int32Array(dictionary.size);
  let score = 0;
  let best = 0;
  let bestEnd = 0;
  const move = (token: number, step: 1 | -1): void => {
    if (token < 0) return;
    const count = (present[token] ?? 0) + (step > 0 ? 1 : 0);
    if (count <= (wanted[token] ?? 0)) score += step * (weights[token] ?? 0);
    present[token] = (present[token] ?? 0) + step;
  };
  for (let at = 0; at < source.length; at += 1) {
    move(source[at] ?? -1, 1);
    if (at >= width) move(source[at - width] ?? -1, -1);
    if (score > best + 1e-9) {
      best = score;
      bestEnd = at + 1;
    }
  }
  const total = quoted.reduce((sum, token) => sum + (weights[token] ?? 0), 0);
  return total > 0 && best >= resemblance * total ? [Math.max(0, bestEnd - width), bestEnd] : null;
}

/** A word weighs less the more often the source has it; marks of punctuation weigh nothing. */
function weightsOf(source: Int32Array, dictionary: Dictionary): Float64Array {
  const counts = countsOf(source, dictionary.size);
  return Float64Array.from(counts, (count, number) =>
    dictionary.isWord(number) ? 1 / (1 + Math.log2(1 + count)) : 0,
  );
}

function countsOf(tokens: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const token of tokens) if (token >= 0) counts[token] = (counts[token] ?? 0) + 1;
  return counts;
}

/**
 * The window narrowed to what corresponds to the quotation: from its first common word to its last, and as many tokens
 * more on either side as the quotation has there without a counterpart.
 */
export function aligned(
  quoted: Int32Array,
  source: Int32Array,
  [from, to]: Window,
  dictionary: Dictionary,
): Window {
  const stretches = commonStretches(source.subarray(from, to), quoted).filter(({ after, length }) =>
    quoted.subarray(after, after + length).some((token) => dictionary.isWord(token)),
  );
  const first = stretches[0];
  const last = stretches.at(-1);
  const common = stretches.reduce(
    (sum, { after, length }) =>
      sum + quoted.subarray(after, after + length).filter((token) => dictionary.isWord(token)).length,
    0,
  );
  if (!first || !last || common < leastWords) return [0, 0];
  const lead = first.after;
  const tail = quoted.length - (last.after + last.length);
  return [
    Math.max(0, from + first.before - lead),
    Math.min(source.length, from + last.before + last.length + tail),
  ];
}
