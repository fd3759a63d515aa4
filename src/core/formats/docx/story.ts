import { mapRuns } from '#core/body/normalize';
import type { Block, Inline } from '#core/body/schema';
import { leaves, plainText } from '#core/body/walk';
import { fullDates } from '#core/language/dates';
import { isBlank, paragraphOf, unnumbered } from '../shared/fold';
import { blocksOf, codeOf, type Open as OpenProse, withoutDash, withoutFullBold } from '../shared/several';
import { sampleOf, type Warnings } from '../shared/warnings';
import type { Piece } from './flow';
import { Counters, type Entry, listsOf } from './list-read';
import type { Role } from './names';

type LinePiece = Extract<Piece, { type: 'line' }>;
/** A block that is made of several paragraphs, while they are read. */
type Open = OpenProse | { type: 'list'; entries: Entry[] };

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
}

/** Blocks from the pieces of a flow, in order. */
export class Story {
  readonly fields: Fields = {};
  /** Levels of headings as the document has them, 1 to 9. */
  readonly levels = new Map<Block, number>();
  readonly #blocks: Block[] = [];
  readonly #uncalled: Block[] = [];
  readonly #counters = new Counters();
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
    const { role, item, content } = line;
    const isItem = item !== null && (role.type === 'plain' || role.type === 'list-item');
    if (isItem) this.#item(line);
    else this.#handlers[role.type](line);
    if (line.parted !== undefined && (isItem || role.type !== 'plain') && !isBlank(content))
      this.options.warnings.add('change-settled', { text: sampleOf(plainText(content)) });
    if (!isBlank(content) && !(role.type in fieldRoles)) this.#lastField = null;
  }

  #plain({ content, parted }: Pick<LinePiece, 'content' | 'parted'>): void {
    if (isBlank(content)) {
      // Blank lines stand between the items of many a list.
      if (this.#open?.type !== 'list') this.#close();
      return;
    }
    this.#close();
    for (const block of paragraphOf(content))
      this.#blocks.push(
        block.type === 'paragraph' && parted !== undefined ? { ...block, inserted: parted } : block,
      );
  }

  #item(line: LinePiece): void {
    const { item, content } = line;
    if (item === null || item.kind === 'none') {
      if (this.#open?.type === 'list') this.#continueList(line);
      else this.#asItemOrPlain(line);
      return;
    }
    const entry: Entry = { item, parts: [content], count: this.#counters.next(item) };
    if (this.#open?.type === 'list') this.#open.entries.push(entry);
    else {
      this.#close();
      this.#open = { type: 'list', entries: [entry] };
    }
  }

  /** Nothing stands in front of it but perhaps a box of its own. */
  #asItemOrPlain(line: LinePiece): void {
    const { item, content } = line;
    if (item === null || !/^[☐☒☑]/u.test(plainText(content))) {
      this.#plain(line);
      return;
    }
    this.#close();
    this.#open = {
      type: 'list',
      entries: [{ item: { ...item, kind: 'bullet' }, parts: [content], count: 1 }],
    };
  }

  #continueList(line: LinePiece): void {
    const { item, content } = line;
    if (this.#open?.type !== 'list') {
      this.#plain(line);
      return;
    }
    if (item && /^[☐☒☑]/u.test(plainText(content)))
      this.#open.entries.push({ item: { ...item, kind: 'bullet' }, parts: [content], count: 1 });
    else this.#open.entries.at(-1)?.parts.push(content);
  }

  #field(field: keyof Fields, line: LinePiece): void {
    const { content } = line;
    if (isBlank(content)) return;
    const isFirst = this.#blocks.length === 0 && this.#open === null && this.fields[field] === undefined;
    const goesOn = this.#lastField === field && field !== 'published';
    if (!this.options.hasFields || !(isFirst || goesOn)) {
      if (field === 'title' && this.options.hasFields) this.#heading(1, line);
      else this.#plain(line);
      return;
    }
    const text = this.#settledText(content);
    const [date] = fullDates(text, 'fr');
    if (field !== 'published') this.fields[field] = [this.fields[field], text].filter(Boolean).join(' ');
    else if (date) this.fields.published = date.day;
    else {
      this.#plain(line);
      return;
    }
    this.#lastField = field;
  }

  /** A field is text alone: what was suggested for it is carried out. */
  #settledText(content: readonly Inline[]): string {
    const isChanged = [...leaves(content)].some(
      (leaf) => leaf.type === 'text' && (leaf.deleted || leaf.inserted),
    );
    const kept = mapRuns(content, (run) => (run.deleted ? [] : [run]));
    const text = plainText(kept)
      .replace(/(?<!\s)\s*\n\s*/g, ' ')
      .trim();
    if (isChanged) this.options.warnings.add('change-settled', { text: sampleOf(text) });
    return text;
  }

  #heading(level: number, { content }: LinePiece): void {
    this.#close();
    if (isBlank(content)) return;
    const own = this.options.isOurs ? content : withoutFullBold(content);
    const block: Block = { id: unnumbered, type: 'heading', level: 2, content: own };
    this.levels.set(block, level);
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
    'list-item': (line) => this.#item(line),
    'list-continued': (line) => this.#continueList(line),
    picture: (line) => this.#plain(line),
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
    divider: (line) => {
      if (!isBlank(line.content)) {
        this.#plain(line);
        return;
      }
      this.#close();
      this.#blocks.push({ id: unnumbered, type: 'divider' });
    },
    note: (line) => this.#note(line),
    contents: ({ content }) => {
      if (!isBlank(content))
        this.options.warnings.add('text-dropped', { text: sampleOf(plainText(content)) });
    },
    plain: (line) => this.#plain(line),
  };

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open?.type === 'list') this.#blocks.push(...listsOf(open.entries, this.options.isOurs));
    else if (open) this.#blocks.push(...blocksOf(open, this.options.isOurs));
  }
}

const fieldRoles: Readonly<Partial<Record<Role['type'], true>>> = {
  title: true,
  subtitle: true,
  byline: true,
  date: true,
};
