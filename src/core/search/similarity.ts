import { termsOf } from './terms';

/** Values of a fingerprint. */
export const fingerprintSize = 64;
const shingleLength = 3;
/** What is left where there was no word. */
const nothing = 0x7fffffff;

const bandCount = 16;
const rowsPerBand = fingerprintSize / bandCount;

/**
 * MinHash of a text's runs of three terms (A. Broder, “On the resemblance and containment of documents”, 1997): for
 * each of 64 orders of all possible runs, the first that the text has. Two texts agree in a value as often as they
 * share runs. The same text always gives the same values; they may be kept on the disk. The least bits of two orders
 * are not quite independent (multiply-add modulo 2^32), which shows in no estimate that matters here.
 */
export function fingerprint(text: string): Uint32Array {
  return fingerprintOfTerms(termsOf(text));
}

/** The same for a text whose terms are at hand, in reading order. */
export function fingerprintOfTerms(terms: readonly string[]): Uint32Array {
  const runs = shingles(terms);
  const values = new Uint32Array(fingerprintSize);
  for (let at = 0; at < fingerprintSize; at += 1) {
    values[at] = firstOf(runs, multipliers[at] ?? 1, increments[at] ?? 0);
  }
  return values;
}

/** Signed, because the engine has numbers beyond 2^31 as fractions, which takes ten times as long. */
function firstOf(runs: Int32Array, multiplier: number, increment: number): number {
  let first = nothing;
  for (let at = 0; at < runs.length; at += 1) {
    const place = (Math.imul(runs[at] ?? 0, multiplier) + increment) | 0;
    if (place < first) first = place;
  }
  return first;
}

/**
 * What part of all their runs of three words two texts share, from 0 to 1, give or take 0.06 (one standard deviation
 * at 0.5). A text without words is like no other.
 */
export function resemblance(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let same = 0;
  for (let at = 0; at < fingerprintSize; at += 1) {
    if (one[at] === other[at] && one[at] !== nothing) same += 1;
  }
  return same / fingerprintSize;
}

/**
 * Sixteen numbers to look a fingerprint up by: texts that share one of them are worth comparing. Of texts that
 * resemble each other by r, 1 − (1 − r⁴)¹⁶ share one: 99.9 % at 0.8, 98.8 % at 0.7, 64 % at 0.5, 12 % at 0.3. Numbers of
 * different bands differ, so they can lie in one column. None for a text without words.
 */
export function bands(values: ArrayLike<number>): number[] {
  if (values[0] === nothing) return [];
  return Array.from({ length: bandCount }, (_unused, band) => {
    let hash = mixed(band + 1);
    for (let row = 0; row < rowsPerBand; row += 1) {
      hash = mixed(hash ^ (values[band * rowsPerBand + row] ?? 0));
    }
    return hash >>> 0;
  });
}

const keyTermCount = 12;
const shortestKeyTerm = 3;

/**
 * The dozen terms that tell most about a text: frequent in it and rare elsewhere (tf-idf; K. Spärck Jones, 1972), the
 * best first. Terms that no other article has lead nowhere, and are left out.
 *
 * @param frequencyOf in how many articles a term is, this one included
 * @param total how many articles there are
 */
export function keyTerms(text: string, frequencyOf: (term: string) => number, total: number): string[] {
  const counts = new Map<string, number>();
  for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .filter(([term]) => term.length >= shortestKeyTerm && !/^\d+$/.test(term))
    .map(([term, count]) => ({ term, weight: weightOf(count, frequencyOf(term), total) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1))
    .slice(0, keyTermCount)
    .map(({ term }) => term);
}

function weightOf(count: number, frequency: number, total: number): number {
  return frequency < 2 ? 0 : (1 + Math.log(count)) * Math.log(total / frequency);
}

/** One number for each run of three terms; a shorter text is one run. */
function shingles(terms: readonly string[]): Int32Array {
  const hashes = Int32Array.from(terms, hashOf);
  if (hashes.length === 0) return hashes;
  const runs = new Int32Array(Math.max(1, hashes.length - shingleLength + 1));
  for (let first = 0; first < runs.length; first += 1) {
    let hash = 0;
    for (let at = first; at < Math.min(first + shingleLength, hashes.length); at += 1) {
      hash = mixed(Math.imul(hash, 31) + (hashes[at] ?? 0));
    }
    runs[first] = hash;
  }
  return runs;
}

/** FNV-1a over UTF-16 units. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return hash;
}

/** The finalizer of MurmurHash3 (A. Appleby): every bit of the input may change every bit of the output. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Odd, so that each makes an order of all 2^32 values. */
const multipliers = Int32Array.from({ length: fingerprintSize }, (_unused, at) => mixed(2 * at + 1) | 1);
const increments = Int32Array.from({ length: fingerprintSize }, (_unused, at) => mixed(2 * at + 2));
