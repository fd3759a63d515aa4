import { mapRuns } from '#core/body/normalize';
import type { Block, Inline } from '#core/body/schema';
import { leaves, plainText } from '#core/body/walk';
import { fullDates } from '#core/language/dates';
import { isBlank, paragraphOf, unnumbered } from '../shared/fold';
import { blocksOf, codeOf, type Open, withoutDash, withoutFullBold } from '../shared/several';
import { sampleOf, type Warnings } from '../shared/warnings';
import type { Role } from './names';

/** What a flow of text is made of: paragraphs by what they are, and what is a block already. */
export type Piece =
  | {
      readonly type: 'line';
      readonly role: Role;
      readonly content: Inline[];
      /** The suggestion that parted it from the one before. */
      readonly parted: string | undefined;
    }
  | { readonly type: 'blocks'; readonly blocks: readonly Block[] };
type LinePiece = Extract<Piece, { type: 'line' }>;

export interface Fields {
  title?: string;
  standfirst?: string;
  byline?: string;
  published?: string;
}

interface Options {
  readonly warnings: Warnings;
  /** In our own documents every block says where it begins; in others, equal neighbours are one. */
  readonly isOurs: boolean;
  /** What stands inside a cell, a box or a note is no headline. */
  readonly hasFields: boolean;
  /** Filled with the levels of headings as the document has them, 1 to 10. */
  readonly levels: Map<Block, number>;
}

/** Blocks from the pieces of a flow, in order. */
export class Story {
  readonly fields: Fields = {};
  readonly #blocks: Block[] = [];
  readonly #uncalled: Block[] = [];
  #open: Open | null = null;
  #lastField: keyof Fields | null = null;

  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  add(piece: Piece): void {
    if (piece.type === 'line') {
      this.#line(piece);
      return;
    }
    this.#close();
    this.#lastField = null;
    this.#blocks.push(...piece.blocks);
  }

  /** Notes that nothing calls stand at the end, as all notes do. */
  finish(): Block[] {
    this.#close();
    return [...this.#blocks, ...this.#uncalled];
  }

  #line(line: LinePiece): void {
    const { role, content, parted } = line;
    this.#handlers[role.type](line);
    if (isBlank(content)) return;
    if (parted !== undefined && role.type !== 'plain')
      this.options.warnings.add('change-settled', { text: sampleOf(plainText(content)) });
    if (!fieldRoles.has(role.type)) this.#lastField = null;
  }

  #plain({ content, parted }: Pick<LinePiece, 'content' | 'parted'>): void {
    this.#close();
    for (const block of paragraphOf(content))
      this.#blocks.push(
        block.type === 'paragraph' && parted !== undefined ? { ...block, inserted: parted } : block,
      );
  }

  #field(field: keyof Fields, line: LinePiece): void {
    if (isBlank(line.content)) return;
    const isFirst = this.#blocks.length === 0 && this.#open === null && this.fields[field] === undefined;
    const goesOn = this.#lastField === field && field !== 'published';
    if (this.options.hasFields && (isFirst || goesOn) && this.#takeField(field, line)) {
      this.#lastField = field;
      return;
    }
    if (field === 'title' && this.options.hasFields) this.#heading(1, line);
    else this.#plain(line);
  }

  #takeField(field: keyof Fields, { content }: LinePiece): boolean {
    const text = this.#settledText(content);
    if (field !== 'published') {
      this.fields[field] = [this.fields[field], text].filter(Boolean).join(' ');
      return true;
    }
    const [date] = fullDates(text, 'fr');
    if (date) this.fields.published = date.day;
    return date !== undefined;
  }

  /** A field is text alone: what was suggested for it is carried out. */
  #settledText(content: readonly Inline[]): string {
    const isChanged = [...leaves(content)].some(
      (leaf) => leaf.type === 'text' && (leaf.deleted || leaf.inserted),
    );
    const text = plainText(mapRuns(content, (run) => (run.deleted ? [] : [run])))
      .replace(/(?<!\s)\s*\n\s*/g, ' ')
      .trim();
    if (isChanged) this.options.warnings.add('change-settled', { text: sampleOf(text) });
    return text;
  }

  #heading(level: number, line: LinePiece): void {
    this.#close();
    if (isBlank(line.content)) return;
    const content = this.options.isOurs ? line.content : withoutFullBold(line.content);
    const block: Block = { id: unnumbered, type: 'heading', level: 2, content };
    this.options.levels.set(block, level);
    this.#blocks.push(block);
  }

  #quote(type: 'quote' | 'pull-quote', { content }: LinePiece, goesOn: boolean): void {
    if (this.#open?.type === type && goesOn && isBlank(this.#open.attribution))
      this.#open.parts.push(content);
    else {
      this.#close();
      this.#open = { type, parts: [content], attribution: [] };
    }
  }

  #factBox({ content }: LinePiece, goesOn: boolean): void {
    if (this.#open?.type === 'fact-box' && goesOn) this.#open.parts.push(content);
    else {
      this.#close();
      this.#open = { type: 'fact-box', title: [], parts: [content] };
    }
  }

  #attribution(line: LinePiece): void {
    const open = this.#open;
    if ((open?.type !== 'quote' && open?.type !== 'pull-quote') || !isBlank(open.attribution)) {
      this.#plain(line);
      return;
    }
    open.attribution = withoutDash(line.content);
    this.#close();
  }

  #code({ content }: LinePiece): void {
    const lines = codeOf(content);
    if (this.#open?.type === 'code' && !this.options.isOurs) this.#open.lines.push(lines);
    else {
      this.#close();
      this.#open = { type: 'code', lines: [lines] };
    }
  }

  /** A caption or a credit, when a picture without one stands before it. */
  #underPicture(slot: 'content' | 'credit', line: LinePiece): void {
    const last = this.#open === null ? this.#blocks.at(-1) : undefined;
    if (last?.type !== 'picture' || !isBlank(last[slot]) || isBlank(line.content)) {
      this.#plain(line);
      return;
    }
    this.#blocks[this.#blocks.length - 1] = { ...last, [slot]: line.content };
  }

  #embed(line: LinePiece): void {
    const [link, ...others] = line.content;
    if (link?.type !== 'link' || others.length > 0) {
      this.#plain(line);
      return;
    }
    this.#close();
    const content = plainText(link.content) === link.url ? [] : link.content;
    this.#blocks.push({ id: unnumbered, type: 'embed', url: link.url, content });
  }

  #divider(line: LinePiece): void {
    this.#plain(line);
    if (isBlank(line.content)) this.#blocks.push({ id: unnumbered, type: 'divider' });
  }

  #note(line: LinePiece): void {
    if (!this.options.isOurs || !this.options.hasFields || isBlank(line.content)) {
      this.#plain(line);
      return;
    }
    const name = `uncalled-${this.#uncalled.length + 1}`;
    this.#uncalled.push({ id: name, type: 'footnote', content: line.content });
  }

  /** What a paragraph becomes by its role; a role that is missing here does not compile. */
  readonly #handlers: { readonly [T in Role['type']]: (line: LinePiece) => void } = {
    title: (line) => this.#field('title', line),
    subtitle: (line) => this.#field('standfirst', line),
    byline: (line) => this.#field('byline', line),
    date: (line) => this.#field('published', line),
    heading: (line) => this.#heading(line.role.type === 'heading' ? line.role.level : 1, line),
    quote: (line) => this.#quote('quote', line, !this.options.isOurs),
    'quote-continued': (line) => this.#quote('quote', line, true),
    'pull-quote': (line) => this.#quote('pull-quote', line, !this.options.isOurs),
    'pull-quote-continued': (line) => this.#quote('pull-quote', line, true),
    attribution: (line) => this.#attribution(line),
    caption: (line) => this.#underPicture('content', line),
    credit: (line) => this.#underPicture('credit', line),
    code: (line) => this.#code(line),
    'fact-box-title': ({ content }) => {
      this.#close();
      this.#open = { type: 'fact-box', title: content, parts: [] };
    },
    'fact-box': (line) => this.#factBox(line, !this.options.isOurs),
    'fact-box-continued': (line) => this.#factBox(line, true),
    embed: (line) => this.#embed(line),
    divider: (line) => this.#divider(line),
    note: (line) => this.#note(line),
    plain: (line) => this.#plain(line),
  };

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open) this.#blocks.push(...blocksOf(open, this.options.isOurs));
  }
}

const fieldRoles: ReadonlySet<Role['type']> = new Set(['title', 'subtitle', 'byline', 'date']);
