/** A short list of whole numbers for each position, all of them in one array. */
export class Lists {
  private starts = new Int32Array(0);
  private counts = new Uint16Array(0);
  private pool = new Int32Array(64);
  private used = 0;

  get(position: number): Int32Array {
    const start = this.starts[position] ?? 0;
    return this.pool.subarray(start, start + (this.counts[position] ?? 0));
  }

  /**
   * Whether the list has a marked number at the beginning of a group of `step`; `marks` is 1 at those. Without a view
   * of the list: this is asked of every article, and 100,000 views are 10 ms and their own rubbish.
   */
  hasMarked(position: number, marks: Uint8Array, step: number): boolean {
    const start = this.starts[position] ?? 0;
    const end = start + (this.counts[position] ?? 0);
    for (let at = start; at < end; at += step) if (marks[this.pool[at] ?? 0] === 1) return true;
    return false;
  }

  /** Counts the numbers in the lists of some positions into `counts`. */
  tally(positions: Int32Array, counts: Int32Array): void {
    for (const position of positions) {
      const start = this.starts[position] ?? 0;
      const end = start + (this.counts[position] ?? 0);
      for (let at = start; at < end; at += 1) {
        const number = this.pool[at] ?? 0;
        counts[number] = (counts[number] ?? 0) + 1;
      }
    }
  }

  /** A list that is no longer than the one before takes its place; the room of shorter ones is not used again. */
  set(position: number, values: readonly number[]): void {
    const kept = values.length > 65_535 ? values.slice(0, 65_535) : values;
    if (kept.length > (this.counts[position] ?? 0)) {
      this.starts[position] = this.used;
      this.used += kept.length;
      this.reserve(this.used);
    }
    this.pool.set(kept, this.starts[position]);
    this.counts[position] = kept.length;
  }

  private reserve(size: number): void {
    if (size <= this.pool.length) return;
    const grown = new Int32Array(Math.max(size, this.pool.length * 2));
    grown.set(this.pool);
    this.pool = grown;
  }

  /** Makes room for positions below `size`. */
  grow(size: number): void {
    const starts = new Int32Array(size);
    starts.set(this.starts);
    this.starts = starts;
    const counts = new Uint16Array(size);
    counts.set(this.counts);
    this.counts = counts;
  }
}
