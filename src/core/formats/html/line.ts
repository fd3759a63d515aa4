import type { LinkTarget } from '#core/body/links';
import type { Mark } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Inline } from '#core/body/schema';

interface Leaf {
  /** Null: a line break, or the call of a footnote. */
  text: string | null;
  readonly note?: string;
  readonly marks: readonly Mark[];
  readonly link: LinkTarget | null;
}

/** Inline content as it is gathered; blanks are folded as a browser does, across the elements they stand in. */
export class Line {
  #leaves: Leaf[] = [];
  /** What the next character stands behind. */
  #before: 'edge' | 'blank' | 'text' = 'edge';

  add(value: string, marks: readonly Mark[], link: LinkTarget | null): void {
    const folded = value.replace(/[ \t\n\f\r]+/g, ' ');
    const text = this.#before === 'text' ? folded : folded.replace(/^ /, '');
    if (text === '') return;
    this.#leaves.push({ text, marks, link });
    this.#before = text.endsWith(' ') ? 'blank' : 'text';
  }

  /** Text in which blanks and line ends are as they were written. */
  addAsIs(value: string, marks: readonly Mark[], link: LinkTarget | null): void {
    for (const [index, text] of value.split('\n').entries()) {
      if (index > 0) this.break();
      if (text !== '') this.#leaves.push({ text, marks, link });
    }
    this.#before = 'text';
  }

  break(): void {
    this.#trimEnd();
    this.#leaves.push({ text: null, marks: [], link: null });
    this.#before = 'edge';
  }

  /** The call of a footnote. */
  call(note: string): void {
    this.#leaves.push({ text: null, note, marks: [], link: null });
    this.#before = 'text';
  }

  /** The content so far; the line is empty again. */
  take(): Inline[] {
    this.#trimEnd();
    const leaves = this.#leaves;
    this.#leaves = [];
    this.#before = 'edge';
    return normalizeInline(
      leaves.map(({ text, note, marks, link }): Inline => {
        if (note !== undefined) return { type: 'note-reference', note };
        if (text === null) return { type: 'break' };
        const run = textRun(text, marks);
        return link === null ? run : { type: 'link', ...link, content: [run] };
      }),
    );
  }

  #trimEnd(): void {
    const last = this.#leaves.at(-1);
    if (this.#before !== 'blank' || !last || last.text === null) return;
    last.text = last.text.replace(/ $/, '');
    if (last.text === '') this.#leaves.pop();
  }
}
