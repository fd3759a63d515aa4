import type { Article } from '#core/article/schema';
import type { ListKind } from '#core/body/blocks';
import { limits } from '#core/body/blocks';
import { safeUrl } from '#core/body/links';
import type { Block, BlockOf, BlockType, Inline, ListItem, NestedList } from '#core/body/schema';
import { pictureKind } from '#core/pictures';
import { isBlank, splitContents } from '../shared/fold';
import { officePictureSize } from '../shared/picture-size';
import { hasWords, isWritten } from '../shared/written';
import { escapeText, tag } from '../shared/xml';
import { drawnWidth } from './drawn-width';
import { ourStyles, ourTable } from './names';
import { Lists } from './numbering-write';
import { insertedMarks } from './review-write';
import { hyperlink, inlineXml, leafXml } from './runs-write';
import type { Sheet } from './sheet';
import { page } from './styles-write';

const perTwip = 635;
const deepestLevel = 8;

/** Parts of a paragraph beside its text, in the order of the schema. */
interface Shape {
  readonly numbering?: string;
  readonly indent?: string;
  /** The mark at its end was put in. */
  readonly mark?: string;
}

/** A list by its kind and the number of its numbering. */
interface Numbered {
  readonly kind: ListKind;
  readonly number: number;
}

export class BlocksWriting {
  readonly lists = new Lists();
  /** Pictures that the document holds, by name. */
  readonly pictures = new Map<string, Uint8Array>();
  #detached: string;
  #marks: ReadonlyMap<Block, string> = new Map();

  private readonly sheet: Sheet;
  private readonly given: ReadonlyMap<string, Uint8Array>;

  constructor(sheet: Sheet, given: ReadonlyMap<string, Uint8Array>) {
    this.sheet = sheet;
    this.given = given;
    this.#detached = sheet.review?.detached() ?? '';
  }

  /** Blocks but footnotes, which are a part of their own. */
  write(all: Article['body']): string {
    const blocks = all.filter((block) => isWritten(block) && block.type !== 'footnote');
    if (this.sheet.review) this.#marks = insertedMarks(blocks);
    return blocks.map((block) => (this.#writers[block.type] as (block: Block) => string)(block)).join('');
  }

  /** One paragraph; `style` is none for the text of the story. */
  paragraph(style: string | null, content: readonly Inline[], shape: Shape = {}): string {
    return this.#paragraph(style, inlineXml(content, this.sheet), shape);
  }

  #paragraph(style: string | null, runs: string, { numbering = '', indent = '', mark }: Shape = {}): string {
    const changed =
      mark === undefined || !this.sheet.review
        ? ''
        : tag('w:rPr', {}, tag('w:ins', this.sheet.review.attributes(mark, this.sheet.count)));
    const named = style === null ? '' : tag('w:pStyle', { 'w:val': style });
    const properties = named + numbering + indent + changed;
    const detached = this.#detached;
    this.#detached = '';
    return tag('w:p', {}, (properties && tag('w:pPr', {}, properties)) + detached + runs);
  }

  /** The first paragraph says that a block begins, the others that it goes on. */
  #parts(first: string, others: string, content: readonly Inline[]): string {
    const parts = splitContents(content);
    return (parts.length > 0 ? parts : [[]])
      .map((part, index) => this.paragraph(index === 0 ? first : others, part))
      .join('');
  }

  #quote(first: string, others: string, { content, attribution }: BlockOf<'quote' | 'pull-quote'>): string {
    const by = isBlank(attribution)
      ? ''
      : this.#paragraph(
          ourStyles.attribution,
          `<w:r><w:t xml:space="preserve">— </w:t></w:r>${inlineXml(attribution, this.sheet)}`,
        );
    return this.#parts(first, others, content) + by;
  }

  #list({ kind, items }: NestedList, start: number, depth: number, above?: Numbered): string {
    const level = Math.min(depth, deepestLevel);
    // Bullets under bullets are one list to whoever moves an item in or out.
    const isOne = kind !== 'number' && above?.kind === kind;
    const numbered = isOne ? above : { kind, number: this.lists.next(kind, start, level) };
    return items
      .filter(hasWords)
      .map((item) => this.#item(item, numbered, level, depth))
      .join('');
  }

  #item(item: ListItem, numbered: Numbered, level: number, depth: number): string {
    const [first = [], ...others] = splitContents(item.content);
    const numbering = tag(
      'w:numPr',
      {},
      tag('w:ilvl', { 'w:val': level }) + tag('w:numId', { 'w:val': numbered.number }),
    );
    const box = item.checked === undefined ? '' : checkBox(item.checked);
    const indent = tag('w:ind', { 'w:left': 567 * (level + 1) });
    return [
      this.#paragraph('ListParagraph', box + inlineXml(first, this.sheet), { numbering }),
      ...others.map((part) => this.paragraph('ListContinue', part, { indent })),
      item.list ? this.#list(item.list, 1, depth + 1, numbered) : '',
    ].join('');
  }

  #picture({ asset, alt, width, content, credit }: BlockOf<'picture'>): string {
    const bytes = this.given.get(asset);
    const kind = bytes && pictureKind(bytes);
    const size = bytes && officePictureSize(bytes);
    const words =
      alt.trim() === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeText(`[${alt}]`)}</w:t></w:r>`;
    const drawn =
      bytes && size && kind
        ? this.#drawing(asset, bytes, alt, drawnWidth(width, size, page.measure * perTwip), size)
        : words;
    return [
      drawn === '' ? '' : this.#paragraph(ourStyles.picture, drawn),
      isBlank(content) ? '' : this.paragraph('Caption', content),
      isBlank(credit) ? '' : this.paragraph(ourStyles.credit, credit),
    ].join('');
  }

  #drawing(
    asset: string,
    bytes: Uint8Array,
    alt: string,
    cx: number,
    size: { width: number; height: number },
  ): string {
    this.pictures.set(asset, bytes);
    const extent = { cx, cy: Math.max(1, Math.round((cx * size.height) / size.width)) };
    const id = this.sheet.count();
    const properties = { id, name: `Picture ${id}`, descr: alt };
    const fill = tag(
      'pic:blipFill',
      {},
      [
        tag('a:blip', { 'r:embed': this.sheet.relating.to('image', `media/${asset}`) }),
        '<a:stretch><a:fillRect/></a:stretch>',
      ].join(''),
    );
    const shape = tag(
      'pic:spPr',
      {},
      [
        tag('a:xfrm', {}, tag('a:off', { x: 0, y: 0 }) + tag('a:ext', extent)),
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
      ].join(''),
    );
    const names = tag('pic:nvPicPr', {}, `${tag('pic:cNvPr', properties)}<pic:cNvPicPr/>`);
    const address = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
    const graphic = tag(
      'a:graphic',
      {},
      tag('a:graphicData', { uri: address }, tag('pic:pic', {}, names + fill + shape)),
    );
    const inline = tag(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      [tag('wp:extent', extent), tag('wp:docPr', properties), graphic].join(''),
    );
    return tag('w:r', {}, tag('w:drawing', {}, inline));
  }

  #table({ header, rows }: BlockOf<'table'>): string {
    const columns = Math.min(limits.tableColumns, rows[0]?.cells.length ?? 1);
    const width = Math.floor(page.measure / columns);
    const cellProperties = tag('w:tcPr', {}, tag('w:tcW', { 'w:w': width, 'w:type': 'dxa' }));
    const written = rows.map(({ cells }, index) => {
      const properties = header && index === 0 ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '';
      const inner = cells.map((cell) => {
        const parts = splitContents(cell.content);
        const lines = (parts.length > 0 ? parts : [[]]).map((part) => this.paragraph(null, part));
        return tag('w:tc', {}, cellProperties + lines.join(''));
      });
      return tag('w:tr', {}, properties + inner.join(''));
    });
    const look = { 'w:val': header ? '0020' : '0000', 'w:firstRow': header ? 1 : 0 };
    const properties = tag(
      'w:tblPr',
      {},
      [
        tag('w:tblStyle', { 'w:val': ourTable }),
        tag('w:tblW', { 'w:w': width * columns, 'w:type': 'dxa' }),
        tag('w:tblLook', {
          ...look,
          'w:lastRow': 0,
          'w:firstColumn': 0,
          'w:lastColumn': 0,
          'w:noHBand': 1,
          'w:noVBand': 1,
        }),
      ].join(''),
    );
    const grid = tag('w:tblGrid', {}, tag('w:gridCol', { 'w:w': width }).repeat(columns));
    // Tables without a paragraph between them are one table to Word.
    return `${tag('w:tbl', {}, properties + grid + written.join(''))}<w:p/>`;
  }

  #embed({ url, content }: BlockOf<'embed'>): string {
    const address = safeUrl(url);
    const title = content.flatMap((node) =>
      node.type === 'link' ? node.content : node.type === 'note-reference' ? [] : [node],
    );
    const leaves = isBlank(content) ? [{ type: 'text' as const, text: url }] : title;
    const inner = leaves.map((leaf) => leafXml(leaf, this.sheet, address !== null)).join('');
    return this.#paragraph(
      ourStyles.embed,
      address === null ? inner : hyperlink({ url: address }, inner, this.sheet),
    );
  }

  /** How each block type is written; a type that is missing here does not compile. */
  readonly #writers: { readonly [T in BlockType]: (block: BlockOf<T>) => string } = {
    headline: ({ content }) => this.paragraph('Title', content),
    standfirst: ({ content }) => this.paragraph('Subtitle', content),
    byline: ({ content }) => this.paragraph(ourStyles.byline, content),
    paragraph: (block) => {
      const mark = this.#marks.get(block);
      return this.paragraph(null, block.content, mark === undefined ? {} : { mark });
    },
    heading: ({ level, content }) => this.paragraph(`Heading${level - 1}`, content),
    quote: (block) => this.#quote('Quote', ourStyles['quote-continued'], block),
    'pull-quote': (block) => this.#quote(ourStyles['pull-quote'], ourStyles['pull-quote-continued'], block),
    list: (block) => this.#list(block, block.start ?? 1, 0),
    picture: (block) => this.#picture(block),
    table: (block) => this.#table(block),
    code: ({ content }) => this.paragraph(ourStyles.code, content),
    'fact-box': ({ title, content }) => {
      const rest = ourStyles['fact-box-continued'];
      if (isBlank(title)) return this.#parts(ourStyles['fact-box'], rest, content);
      const lines = isBlank(content) ? '' : this.#parts(rest, rest, content);
      return this.paragraph(ourStyles['fact-box-title'], title) + lines;
    },
    embed: (block) => this.#embed(block),
    footnote: () => '',
    divider: () => this.paragraph(ourStyles.divider, []),
  };
}

/** A box that Word ticks with a click. */
function checkBox(checked: boolean): string {
  const state = (name: string, code: string): string =>
    tag(`w14:${name}`, { 'w14:val': code, 'w14:font': 'MS Gothic' });
  const box = tag(
    'w14:checkbox',
    {},
    [
      tag('w14:checked', { 'w14:val': checked ? 1 : 0 }),
      state('checkedState', '2612'),
      state('uncheckedState', '2610'),
    ].join(''),
  );
  const font = '<w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr>';
  const sign = tag('w:r', {}, `${font}<w:t>${checked ? '☒' : '☐'}</w:t>`);
  return `${tag('w:sdt', {}, tag('w:sdtPr', {}, box) + tag('w:sdtContent', {}, sign))}<w:r><w:t xml:space="preserve"> </w:t></w:r>`;
}
