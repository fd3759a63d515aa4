/** A set of positions. */
export class Bits {
  private words: Uint32Array;

  /** An empty set with room for positions below `size`. */
  constructor(size: number) {
    this.words = new Uint32Array((size + 31) >>> 5);
  }

  grow(size: number): void {
    const words = new Uint32Array((size + 31) >>> 5);
    words.set(this.words);
    this.words = words;
  }

  has(position: number): boolean {
    return (((this.words[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1;
  }

  /** Beyond the room that there is, nothing is set. */
  set(position: number, isIn: boolean): void {
    const word = this.words[position >>> 5] ?? 0;
    const bit = 1 << (position & 31);
    this.words[position >>> 5] = isIn ? word | bit : word & ~bit;
  }

  copy(): Bits {
    const copy = new Bits(0);
    copy.words = this.words.slice();
    return copy;
  }

  /** The three change this set and give it back. Positions that the other one has no room for are not in it. */
  and(other: Bits): this {
    for (let at = 0; at < this.words.length; at += 1)
      this.words[at] = (this.words[at] ?? 0) & (other.words[at] ?? 0);
    return this;
  }

  or(other: Bits): this {
    for (let at = 0; at < this.words.length; at += 1)
      this.words[at] = (this.words[at] ?? 0) | (other.words[at] ?? 0);
    return this;
  }

  without(other: Bits): this {
    for (let at = 0; at < this.words.length; at += 1)
      this.words[at] = (this.words[at] ?? 0) & ~(other.words[at] ?? 0);
    return this;
  }

  count(): number {
    let count = 0;
    for (let at = 0; at < this.words.length; at += 1) count += ones(this.words[at] ?? 0);
    return count;
  }

  /** Every position that is in, from the lowest. */
  each(visit: (position: number) => void): void {
    for (let at = 0; at < this.words.length; at += 1) {
      for (let word = this.words[at] ?? 0; word !== 0; word &= word - 1)
        visit((at << 5) + 31 - Math.clz32(word & -word));
    }
  }

  positions(): Int32Array {
    const positions = new Int32Array(this.count());
    let at = 0;
    this.each((position) => {
      positions[at] = position;
      at += 1;
    });
    return positions;
  }
}

function ones(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
