/** Of invented names. */
const lastRank = 3_000_000;

/**
 * Chance that is the same everywhere: the generator `sfc32`, seeded by numbers. No two streams share their state, so
 * that each article has its own and can be made without those before it.
 */
export class Random {
  #a;
  #b;
  #c;
  #counter = 1;

  constructor(...seeds) {
    [this.#a, this.#b, this.#c] = [0x9e3779b9, 0x243f6a88, 0xb7e15162];
    for (const seed of seeds) {
      this.#a = (this.#a ^ Math.imul(seed + 1, 0x85ebca6b)) | 0;
      for (let round = 0; round < 12; round += 1) this.next();
    }
  }

  /** A number from 0 (included) to 1 (excluded). */
  next() {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 (included) to `end` (excluded). */
  below(end) {
    return Math.floor(this.next() * end);
  }

  between(first, last) {
    return first + this.below(last - first + 1);
  }

  isOneIn(count) {
    return this.next() * count < 1;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** One of `list`, the first ones far more often. `table`: from `zipfTable`. */
  pickRanked(list, table) {
    return list[table[this.below(table.length)]];
  }

  /**
   * A rank, nearly without an end: each further name is rarer, and however many were drawn, a new one may follow
   * (Zipf and Mandelbrot; Heaps). `exponent` is that of the law (above 1), `flat`: how many at the head are about
   * equally frequent.
   */
  openRank(exponent, flat = 30) {
    const power = exponent - 1;
    const least = (1 + lastRank / flat) ** -power;
    return Math.floor(flat * ((1 - this.next() * (1 - least)) ** (-1 / power) - 1));
  }

  /** From a normal distribution of mean 0 and deviation 1. */
  normal() {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** A key of `weights`, an object of numbers that sum up to 1. */
  weighted(weights) {
    let left = this.next();
    let last = '';
    for (const [key, weight] of Object.entries(weights)) {
      last = key;
      left -= weight;
      if (left < 0) return key;
    }
    return last;
  }
}

const slots = 4_096;
const tables = new Map();

/** Where in a list of `length` a draw falls by Zipf’s law: the rank stands in the table as often as it is drawn. */
export function zipfTable(length, exponent = 1) {
  const key = `${length}:${exponent}`;
  const known = tables.get(key);
  if (known) return known;
  const weights = Array.from({ length }, (_, rank) => 1 / (rank + 1.5) ** exponent);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const table = new Uint16Array(slots);
  let rank = 0;
  let reached = weights[0] / sum;
  for (let slot = 0; slot < slots; slot += 1) {
    while (slot / slots >= reached && rank < length - 1) {
      rank += 1;
      reached += weights[rank] / sum;
    }
    table[slot] = rank;
  }
  tables.set(key, table);
  return table;
}
