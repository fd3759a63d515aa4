import { commonStretches } from './sequences';

/** A part of a text as two versions tell it; the same and removed parts make the older one, the same and added the newer. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words with the blanks behind them, and blanks that open the text. */
const token = /\S+\s*|\s+/gu;

interface Tokens {
  readonly texts: readonly string[];
  /** A number for each word without its blanks: equal words have equal numbers. */
  readonly numbers: Int32Array;
}

/**
 * What words turn one text into another. Words compare without the blanks behind them, so that a text which goes on
 * keeps its last word; letter case and no-break blanks count as differences.
 */
export function wordPieces(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const known = new Map<string, number>();
  const older = tokensOf(before, known);
  const newer = tokensOf(after, known);
  const script = new Script();
  let olderAt = 0;
  let newerAt = 0;
  for (const stretch of commonStretches(older.numbers, newer.numbers)) {
    script.change(joined(older, olderAt, stretch.before), joined(newer, newerAt, stretch.after));
    olderAt = stretch.before + stretch.length;
    newerAt = stretch.after + stretch.length;
    for (let step = 0; step < stretch.length; step += 1)
      script.word(older.texts[stretch.before + step] ?? '', newer.texts[stretch.after + step] ?? '');
  }
  script.change(joined(older, olderAt), joined(newer, newerAt));
  return script.pieces();
}

function tokensOf(text: string, known: Map<string, number>): Tokens {
  const texts = text.match(token) ?? [];
  const numbers = Int32Array.from(texts, (one) => {
    const word = one.trimEnd();
    const number = known.get(word) ?? known.size;
    known.set(word, number);
    return number;
  });
  return { texts, numbers };
}

function joined(tokens: Tokens, start: number, end?: number): string {
  return tokens.texts.slice(start, end).join('');
}

/** One step of the script: text that stays, behind what was removed and added before it. */
interface Step {
  removed: string;
  added: string;
  same: string;
}

/** Collects steps; what is removed stands before what is added, and neighbours of a kind are one piece. */
class Script {
  readonly #steps: Step[] = [{ removed: '', added: '', same: '' }];
  #last: Step = this.#steps[0] ?? { removed: '', added: '', same: '' };

  change(removed: string, added: string): void {
    if (removed === '' && added === '') return;
    if (this.#last.same !== '') {
      this.#last = { removed: '', added: '', same: '' };
      this.#steps.push(this.#last);
    }
    this.#last.removed += removed;
    this.#last.added += added;
  }

  /** A word that both have; the blanks behind it may differ. */
  word(older: string, newer: string): void {
    if (older === newer) {
      this.#last.same += older;
      return;
    }
    const word = older.trimEnd();
    this.#last.same += word;
    this.change(older.slice(word.length), newer.slice(word.length));
  }

  pieces(): Piece[] {
    return withoutCrumbs(this.#steps).flatMap(({ removed, added, same }) =>
      (
        [
          { kind: 'removed', text: removed },
          { kind: 'added', text: added },
          { kind: 'same', text: same },
        ] as const
      ).filter((piece) => piece.text !== ''),
    );
  }
}

/**
 * A “de” that happens to stand in two different sentences is no help to a reader: what stays is given up where it is
 * shorter than a change on either side of it.
 */
function withoutCrumbs(steps: readonly Step[]): Step[] {
  const kept: Step[] = [];
  for (const step of steps) {
    const last = kept.at(-1);
    if (last && last.same.length < changeLength(last) && last.same.length < changeLength(step)) {
      last.removed += last.same + step.removed;
      last.added += last.same + step.added;
      last.same = step.same;
    } else kept.push({ ...step });
  }
  return kept;
}

function changeLength(step: Step): number {
  return Math.max(step.removed.length, step.added.length);
}
