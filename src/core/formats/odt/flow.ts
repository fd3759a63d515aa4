import type { Block } from '#core/body/schema';
import { isBlank } from '../shared/fold';
import { trimmed } from '../shared/trim';
import { sampleOf } from '../shared/warnings';
import { childOf, elementsOf, type XmlElement } from '../shared/xml';
import { isDrawn, readDrawing } from './drawing';
import { hasForms, type Line, readLine } from './line';
import { goesOn, type ListPlace, readList } from './list-read';
import type { Role } from './names';
import type { Reading } from './reading';
import { type Piece, Story } from './story';
import type { Style } from './styles';
import { readTable } from './table-read';
import { lineIn } from './words';

const outermost: ListPlace = { level: 1, style: undefined };

export function readFlow(container: XmlElement, reading: Reading, place: ListPlace = outermost): Piece[] {
  const flow = new Flow(reading, place);
  flow.each(elementsOf(container));
  return flow.pieces;
}

class Flow {
  readonly pieces: Piece[] = [];

  private readonly reading: Reading;
  private readonly place: ListPlace;

  constructor(reading: Reading, place: ListPlace) {
    this.reading = reading;
    this.place = place;
  }

  each(elements: readonly XmlElement[]): void {
    for (const element of elements) {
      if (Object.hasOwn(this.#handlers, element.name)) this.#handlers[element.name]?.(element);
      else if (isDrawn(element)) this.#blocks(readDrawing(element, this.reading));
    }
  }

  #blocks(blocks: readonly Block[]): void {
    if (blocks.length > 0) this.pieces.push({ type: 'blocks', blocks });
  }

  #paragraph(element: XmlElement): void {
    const { reading } = this;
    const style = reading.styles.paragraph(element.attributes['text:style-name']);
    const role = roleOf(element, style);
    // Where the role has looks of its own, those of the style are no marks.
    const looks = role.type === 'plain' ? style.looks : { hidden: style.looks.hidden ?? false };
    const parted = reading.review.inserting;
    for (const [index, line] of readLine(element, reading, looks).entries())
      this.#line(line, role, style.isRuled, index === 0 ? parted : undefined);
  }

  #line(line: Line, given: Role, isRuled: boolean, parted: string | undefined): void {
    const { before, after } = line;
    const keepsBlanks = this.reading.styles.isOurs || given.type === 'code';
    const content = keepsBlanks ? line.content : trimmed(line.content);
    const isEmpty = isBlank(content);
    const role: Role = isRuled && isEmpty && before.length === 0 ? { type: 'divider' } : given;
    // The box around a picture and its caption holds them in either order.
    const isCaption = role.type === 'caption';
    this.#blocks(isCaption ? [...before, ...after] : before);
    // A paragraph that only holds a picture is none.
    if (!isEmpty || before.length === 0) this.pieces.push({ type: 'line', role, content, parted });
    if (!isCaption) this.#blocks(after);
  }

  #list(element: XmlElement): void {
    const readItem = (item: XmlElement, place: ListPlace): Block[] =>
      blocksOf(readFlow(item, this.reading, place), this.reading);
    const blocks = readList(element, this.place, this.reading, readItem);
    const [list, ...others] = blocks;
    const last = this.pieces.at(-1);
    const before = last?.type === 'blocks' ? last.blocks.at(-1) : undefined;
    if (last?.type !== 'blocks' || before?.type !== 'list' || list?.type !== 'list') this.#blocks(blocks);
    else if (!goesOn(element) || before.kind !== list.kind) this.#blocks(blocks);
    else {
      const joined: Block = { ...before, items: [...before.items, ...list.items] };
      this.pieces[this.pieces.length - 1] = {
        type: 'blocks',
        blocks: [...last.blocks.slice(0, -1), joined, ...others],
      };
    }
  }

  #left(element: XmlElement): void {
    const text = lineIn(element);
    if (text !== '') this.reading.warnings.add('text-dropped', { text: sampleOf(text) });
  }

  #inside = (element: XmlElement): void => this.each(elementsOf(element));
  #index = (element: XmlElement): void => this.#left(childOf(element, 'text:index-body') ?? element);

  /** One entry for each element that a flow is made of; whatever is not here has nothing to say. */
  readonly #handlers: Readonly<Record<string, (element: XmlElement) => void>> = {
    'text:p': (element) => this.#paragraph(element),
    'text:h': (element) => this.#paragraph(element),
    'text:list': (element) => this.#list(element),
    'text:numbered-paragraph': (element) => {
      const item: XmlElement = { ...element, name: 'text:list-item' };
      const attributes = { ...element.attributes, 'text:continue-numbering': 'true' };
      this.#list({ name: 'text:list', attributes, children: [item] });
    },
    'table:table': (element) => this.#blocks(readTable(element, this.reading)),
    'text:section': (element) => {
      if (element.attributes['text:display'] === 'none') this.#left(element);
      else this.#inside(element);
    },
    'text:index-body': this.#inside,
    'text:index-title': this.#inside,
    'text:bibliography': this.#inside,
    // Made from the headings, and for paper: page numbers mean nothing in an article.
    'text:table-of-content': this.#index,
    'text:alphabetical-index': this.#index,
    'text:illustration-index': this.#index,
    'text:table-index': this.#index,
    'text:object-index': this.#index,
    'text:user-index': this.#index,
    'text:change-start': ({ attributes }) => this.reading.review.begin(attributes['text:change-id'] ?? ''),
    'text:change-end': ({ attributes }) => this.reading.review.end(attributes['text:change-id'] ?? ''),
    'text:change': ({ attributes }) =>
      this.reading.review.deletedAt(attributes['text:change-id'] ?? '', (paragraphs) =>
        this.each(paragraphs),
      ),
    'office:forms': (element) => {
      if (hasForms(element)) this.reading.warnings.add('object-dropped', { name: 'form' });
    },
  };
}

function roleOf({ name, attributes }: XmlElement, { role }: Style): Role {
  if (name !== 'text:h') return role ?? { type: 'plain' };
  if (role && role.type !== 'plain' && role.type !== 'heading') return role;
  const level = Number(attributes['text:outline-level']);
  if (Number.isInteger(level) && level >= 1 && level <= 10) return { type: 'heading', level };
  return role?.type === 'heading' ? role : { type: 'heading', level: 1 };
}

/** What stands inside something else, without headlines of its own. */
export function blocksOf(pieces: readonly Piece[], { styles, warnings, levels }: Reading): Block[] {
  const story = new Story({ warnings, isOurs: styles.isOurs, hasFields: false, levels });
  for (const piece of pieces) story.add(piece);
  return story.finish();
}
