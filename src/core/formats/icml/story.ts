import { safeUrl } from '#core/body/links';
import type { BlockOf, Inline, LineBreak, TextRun } from '#core/body/schema';
import { leaves } from '#core/body/walk';
import { escapeText, tag } from '../shared/xml';
import { type CharacterStyle, type ParagraphStyle, UsedStyles } from './styles';

/** InDesign's own mark for the number of a footnote: its fourth special character. */
const footnoteNumber = '<?ACE 4?>';
/** A forced line break inside a paragraph. */
const lineBreak = '\u2028';

/** Attributes of one paragraph beside its style. */
type Extra = Readonly<Record<string, string | number | undefined>>;

/** Writes the paragraphs of a story, and remembers which styles and links they use. */
export class Story {
  readonly styles = new UsedStyles();
  readonly #links: string[] = [];
  readonly #parts: string[] = [];
  readonly #notes: ReadonlyMap<string, BlockOf<'footnote'>>;

  constructor(notes: ReadonlyMap<string, BlockOf<'footnote'>>) {
    this.#notes = notes;
  }

  /** One paragraph, and its end. */
  add(style: ParagraphStyle, content: readonly Inline[], extra: Extra = {}): void {
    this.#parts.push(this.paragraph(style, content, extra, true));
  }

  /** A paragraph that holds something that is no text. */
  addInside(style: ParagraphStyle, inner: string): void {
    const range = this.#range({ marks: [], isLink: false }, `${inner}${tag('Br')}`);
    this.#parts.push(this.#wrap(style, range, {}));
  }

  /** The paragraphs in order, and the links that they call. */
  write(): { readonly paragraphs: string; readonly links: string } {
    return { paragraphs: this.#parts.join('\n'), links: this.#links.join('\n') };
  }

  paragraph(style: ParagraphStyle, content: readonly Inline[], extra: Extra, isEnded: boolean): string {
    const ranges = content.map((node) => this.#inline(node));
    const end = isEnded ? [this.#range({ marks: [], isLink: false }, tag('Br'))] : [];
    return this.#wrap(style, [...ranges, ...end].join(''), extra);
  }

  #wrap(style: ParagraphStyle, ranges: string, extra: Extra): string {
    const applied = { AppliedParagraphStyle: this.styles.paragraph(style), ...extra };
    const inner = ranges === '' ? this.#range({ marks: [], isLink: false }, tag('Content')) : ranges;
    return tag('ParagraphStyleRange', applied, inner);
  }

  #range(style: CharacterStyle, inner: string, extra: Extra = {}): string {
    return tag(
      'CharacterStyleRange',
      { AppliedCharacterStyle: this.styles.characters(style), ...extra },
      inner,
    );
  }

  #inline(node: Inline): string {
    if (node.type === 'note-reference') return this.#note(node.note);
    if (node.type !== 'link') return this.#leaf(node, false);
    const url = safeUrl(node.url);
    if (url === null) return node.content.map((leaf) => this.#leaf(leaf, false)).join('');
    const inner = node.content.map((leaf) => this.#leaf(leaf, true)).join('');
    return tag('HyperlinkTextSource', { Self: this.#link(url), Name: '', Hidden: 'false' }, inner);
  }

  #leaf(leaf: TextRun | LineBreak, isLink: boolean): string {
    if (leaf.type === 'break') return this.#range({ marks: [], isLink }, content(lineBreak));
    return this.#range({ marks: leaf.marks ?? [], isLink }, content(leaf.text));
  }

  /** A footnote stands where it is called. */
  #note(id: string): string {
    const note = this.#notes.get(id);
    if (!note) return '';
    const number = this.#range(
      { marks: [], isLink: false },
      tag('Content', {}, footnoteNumber) + content('\t'),
    );
    const text = note.content
      .map((node) => (node.type === 'note-reference' ? '' : this.#inline(node)))
      .join('');
    const inner = tag('Footnote', {}, this.#wrap('Footnote', number + text, {}));
    return this.#range({ marks: [], isLink: false }, inner, { Position: 'Superscript' });
  }

  /** A link and where it leads; gives back the name of its source. Each has a name of its own, even to one address. */
  #link(url: string): string {
    const number = this.#links.length + 1;
    const source = `marbre_link_${number}`;
    // A colon would part the names of groups.
    const target = `HyperlinkURLDestination/${url.replaceAll(':', '%3a')}-${number}`;
    const common = { Name: `${number} ${url}`, DestinationUniqueKey: number };
    this.#links.push(
      [
        tag('HyperlinkURLDestination', { Self: target, DestinationURL: url, ...common }),
        tag(
          'Hyperlink',
          { Self: `marbre_hyperlink_${number}`, Source: source, Visible: 'false', ...common },
          tag(
            'Properties',
            {},
            tag('BorderColor', { type: 'enumeration' }, 'Black') +
              tag('Destination', { type: 'object' }, escapeText(target)),
          ),
        ),
      ].join('\n'),
    );
    return source;
  }

  /** A table: its cells are named by column and row. */
  table({ header, rows }: BlockOf<'table'>): void {
    const columns = rows[0]?.cells.length ?? 0;
    const names = Array.from({ length: columns }, (_, index) => tag('Column', { Name: index }));
    const cells = rows.flatMap(({ cells: inRow }, row) =>
      inRow.map((cell, column) => {
        const style = header && row === 0 ? 'Table header' : 'Table cell';
        const inner = this.paragraph(style, cell.content, {}, false);
        return tag('Cell', { Name: `${column}:${row}`, AppliedCellStyle: 'CellStyle/Cell' }, inner);
      }),
    );
    const heads = header ? 1 : 0;
    const inner = tag(
      'Table',
      {
        AppliedTableStyle: 'TableStyle/Table',
        HeaderRowCount: heads,
        BodyRowCount: rows.length - heads,
        ColumnCount: columns,
      },
      [...names, ...cells].join(''),
    );
    this.addInside('Table', inner);
  }
}

/** Text as it stands: no-break and narrow no-break spaces are characters, and InDesign keeps them. */
function content(text: string): string {
  return tag('Content', {}, escapeText(text.replace(/\r\n?|\n/g, lineBreak)));
}

/** A content without calls of footnotes and links, for a title. */
export function plainRuns(content: readonly Inline[]): Inline[] {
  return [...leaves(content)];
}
