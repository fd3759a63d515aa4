import { safeUrl } from '#core/body/links';
import type { Block, BlockOf, BlockType, Inline, ListItem, NestedList } from '#core/body/schema';
import { isBlank, splitContents } from '../shared/fold';
import { officePictureSize } from '../shared/picture-size';
import { hasWords, isWritten } from '../shared/written';
import { escapeText, tag } from '../shared/xml';
import { inlineXml, leafXml, linkXml, textXml } from './inline-write';
import { drawnWidth } from './lengths';
import { ourStyles } from './names';
import type { Sheet } from './sheet';
import { page } from './style-definitions';

type StyleName = (typeof ourStyles)[keyof typeof ourStyles];

export class BlocksWriting {
  /** Pictures that the document holds, by name. */
  readonly pictures = new Map<string, Uint8Array>();
  /** Styles of tables and of their columns, by the number of columns. */
  readonly tables = new Set<number>();
  #count = 0;

  private readonly sheet: Sheet;
  private readonly given: ReadonlyMap<string, Uint8Array>;

  constructor(sheet: Sheet, given: ReadonlyMap<string, Uint8Array>) {
    this.sheet = sheet;
    this.given = given;
  }

  /** Blocks but footnotes, which stand where they are called. */
  write(blocks: readonly Block[]): string {
    return blocks
      .filter(isWritten)
      .map((block) => (this.#writers[block.type] as (block: Block) => string)(block))
      .join('');
  }

  paragraph(style: StyleName, content: readonly Inline[]): string {
    return this.#lineOf(style, inlineXml(content, this.sheet));
  }

  #lineOf(style: StyleName, inner: string): string {
    return tag('text:p', { 'text:style-name': style }, inner);
  }

  heading(level: number, content: readonly Inline[]): string {
    const attributes = { 'text:style-name': `Heading_20_${level}`, 'text:outline-level': level };
    return tag('text:h', attributes, inlineXml(content, this.sheet));
  }

  /** The first paragraph says that a block begins, the others that it goes on. */
  #parts(first: StyleName, others: StyleName, content: readonly Inline[]): string {
    const parts = splitContents(content);
    return (parts.length > 0 ? parts : [[]])
      .map((part, index) => this.paragraph(index === 0 ? first : others, part))
      .join('');
  }

  #quote(type: 'quote' | 'pull-quote', { content, attribution }: BlockOf<'quote' | 'pull-quote'>): string {
    const by = isBlank(attribution)
      ? ''
      : this.#lineOf(ourStyles.attribution, textXml('— ') + inlineXml(attribution, this.sheet));
    return this.#parts(ourStyles[type], ourStyles[`${type}-continued`], content) + by;
  }

  #list({ kind, items }: NestedList, start?: number): string {
    const written = items
      .filter(hasWords)
      .map((item, index) => this.#item(item, index === 0 ? start : undefined));
    return tag('text:list', { 'text:style-name': ourStyles[kind] }, written.join(''));
  }

  #item(item: ListItem, start: number | undefined): string {
    const parts = splitContents(item.content);
    const box = item.checked === undefined ? '' : textXml(item.checked ? '☒ ' : '☐ ');
    const lines = (parts.length > 0 ? parts : [[]]).map((part, index) =>
      this.#lineOf(ourStyles.body, (index === 0 ? box : '') + inlineXml(part, this.sheet)),
    );
    const nested = item.list?.items.some(hasWords) ? this.#list(item.list) : '';
    return tag('text:list-item', { 'text:start-value': start }, lines.join('') + nested);
  }

  #picture({ asset, alt, width, content, credit }: BlockOf<'picture'>): string {
    const drawn = this.#drawing(asset, alt, width) ?? (alt.trim() === '' ? '' : textXml(`[${alt}]`));
    return [
      drawn === '' ? '' : this.#lineOf(ourStyles.picture, drawn),
      isBlank(content) ? '' : this.paragraph(ourStyles.caption, content),
      isBlank(credit) ? '' : this.paragraph(ourStyles.credit, credit),
    ].join('');
  }

  #drawing(asset: string, alt: string, hundredths: number): string | null {
    const bytes = this.given.get(asset);
    const size = bytes && officePictureSize(bytes);
    if (!bytes || !size) return null;
    this.pictures.set(asset, bytes);
    this.#count += 1;
    const width = drawnWidth(hundredths, size, page.measure);
    const image = tag('draw:image', {
      'xlink:href': `Pictures/${asset}`,
      'xlink:type': 'simple',
      'xlink:show': 'embed',
      'xlink:actuate': 'onLoad',
    });
    const frame = {
      'draw:style-name': 'Graphics',
      'draw:name': `Picture ${this.#count}`,
      'text:anchor-type': 'as-char',
      'svg:width': millimetres(width),
      'svg:height': millimetres((width * size.height) / size.width),
    };
    return tag('draw:frame', frame, image + (alt === '' ? '' : tag('svg:desc', {}, escapeText(alt))));
  }

  #table({ header, rows }: BlockOf<'table'>): string {
    const columns = rows[0]?.cells.length ?? 1;
    this.tables.add(columns);
    const written = rows.map(({ cells }, index) => {
      const isHead = header && index === 0;
      const style = isHead ? ourStyles['header-cell'] : ourStyles.cell;
      const inner = cells.map(({ content }) => {
        const look = { 'table:style-name': isHead ? 'CellHead' : 'Cell', 'office:value-type': 'string' };
        return tag('table:table-cell', look, this.#parts(style, style, content));
      });
      const row = tag('table:table-row', { 'table:style-name': 'Row' }, inner.join(''));
      return isHead ? tag('table:table-header-rows', {}, row) : row;
    });
    this.#count += 1;
    const column = {
      'table:style-name': `Column${columns}`,
      'table:number-columns-repeated': columns === 1 ? undefined : columns,
    };
    const attributes = { 'table:name': `Table ${this.#count}`, 'table:style-name': 'Table' };
    return tag('table:table', attributes, tag('table:table-column', column) + written.join(''));
  }

  #embed({ url, content }: BlockOf<'embed'>): string {
    const address = safeUrl(url);
    const leaves = content.flatMap((node) =>
      node.type === 'link' ? node.content : node.type === 'note-reference' ? [] : [node],
    );
    const inner = isBlank(content) ? textXml(url) : leaves.map((leaf) => leafXml(leaf, this.sheet)).join('');
    return this.#lineOf(ourStyles.embed, address === null ? inner : linkXml({ url: address }, inner));
  }

  #factBox({ title, content }: BlockOf<'fact-box'>): string {
    const rest = ourStyles['fact-box-continued'];
    if (isBlank(title)) return this.#parts(ourStyles['fact-box'], rest, content);
    const lines = isBlank(content) ? '' : this.#parts(rest, rest, content);
    return this.paragraph(ourStyles['fact-box-title'], title) + lines;
  }

  /** How each block type is written; a type that is missing here does not compile. */
  readonly #writers: { readonly [T in BlockType]: (block: BlockOf<T>) => string } = {
    headline: ({ content }) => this.paragraph(ourStyles.title, content),
    standfirst: ({ content }) => this.paragraph(ourStyles.subtitle, content),
    byline: ({ content }) => this.paragraph(ourStyles.byline, content),
    paragraph: ({ content }) => this.paragraph(ourStyles.body, content),
    heading: ({ level, content }) => this.heading(level - 1, content),
    quote: (block) => this.#quote('quote', block),
    'pull-quote': (block) => this.#quote('pull-quote', block),
    list: (block) => this.#list(block, block.start),
    picture: (block) => this.#picture(block),
    table: (block) => this.#table(block),
    code: ({ content }) => this.paragraph(ourStyles.code, content),
    'fact-box': (block) => this.#factBox(block),
    embed: (block) => this.#embed(block),
    footnote: () => '',
    divider: () => this.paragraph(ourStyles.divider, []),
  };
}

/** From hundredths of a millimetre. */
export function millimetres(length: number): string {
  return `${Math.max(0.01, Math.round(length) / 100)}mm`;
}
