import type { Mark } from '#core/body/marks';
import type { Block, BlockOf } from '#core/body/schema';

/** What is gathered while a document is written: looks get their styles, notes their place. */
export interface Sheet {
  readonly looks: LooksWriting;
  /** Notes by the names of their calls. */
  readonly notes: ReadonlyMap<string, BlockOf<'footnote'>>;
  /** Notes that stand in the document already; null inside a note, which cannot hold another. */
  readonly written: Set<string>;
  readonly isNote: boolean;
}

export function notesIn(body: readonly Block[]): Map<string, BlockOf<'footnote'>> {
  return new Map(body.flatMap((block) => (block.type === 'footnote' ? [[block.id, block] as const] : [])));
}

const properties: Readonly<Record<Mark, string>> = {
  bold: 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"',
  italic: 'fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"',
  underline:
    'style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"',
  strikethrough: 'style:text-line-through-style="solid" style:text-line-through-type="single"',
  superscript: 'style:text-position="super 58%"',
  subscript: 'style:text-position="sub 58%"',
  code: '',
};

/** Every combination of marks is a style of its own, named in the order in which it is first made use of. */
export class LooksWriting {
  readonly #names = new Map<string, string>();

  nameOf(marks: readonly Mark[]): string {
    const key = marks.join(' ');
    const name = this.#names.get(key) ?? `T${this.#names.size + 1}`;
    this.#names.set(key, name);
    return name;
  }

  xml(): string {
    return [...this.#names]
      .map(([key, name]) => {
        const marks = key.split(' ') as Mark[];
        const parent = marks.includes('code') ? ' style:parent-style-name="Source_20_Text"' : '';
        const inner = marks
          .map((mark) => properties[mark])
          .filter(Boolean)
          .join(' ');
        const looks = inner === '' ? '' : `<style:text-properties ${inner}/>`;
        return `<style:style style:name="${name}" style:family="text"${parent}>${looks}</style:style>`;
      })
      .join('');
  }
}
