import { fold } from '#core/language/words';

/** Texts that occur often, each with a number from 0. */
export class Names {
  private readonly codes = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly folded: string[] = [];

  get size(): number {
    return this.texts.length;
  }

  /** The number of a text; a new one when it has none yet. */
  code(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    const code = this.texts.push(text) - 1;
    this.codes.set(text, code);
    return code;
  }

  /** The number of a text; undefined when no article has it. */
  known(text: string): number | undefined {
    return this.codes.get(text);
  }

  text(code: number): string {
    return this.texts[code] ?? '';
  }

  /** The numbers of all texts that, without case and accents, are what is wanted. */
  matching(isWanted: (folded: string) => boolean): Set<number> {
    const found = new Set<number>();
    for (let code = 0; code < this.texts.length; code += 1) {
      const folded = this.folded[code] ?? fold(this.text(code));
      this.folded[code] = folded;
      if (isWanted(folded)) found.add(code);
    }
    return found;
  }

  /** For each number its place in the order of the alphabet. */
  ranks(): Int32Array {
    const { compare } = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });
    const order = this.texts.map((_, code) => code).sort((a, b) => compare(this.text(a), this.text(b)));
    const ranks = new Int32Array(order.length);
    for (const [rank, code] of order.entries()) ranks[code] = rank;
    return ranks;
  }
}
