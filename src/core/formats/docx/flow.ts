import type { Block, Inline } from '#core/body/schema';
import { leaves, plainText } from '#core/body/walk';
import { isBlank } from '../shared/fold';
import { trimmed } from '../shared/trim';
import { sampleOf } from '../shared/warnings';
import { childOf, elementsOf, textOf, type XmlElement } from '../shared/xml';
import { alternativeOf, formulaText } from './drawing';
import { type Line, readLine } from './line';
import type { Role } from './names';
import type { Level } from './numbering';
import { type Reading, wrappers } from './reading';
import { markChange } from './review-read';
import { outlineRole, type Style, settingOf } from './styles';
import { readTable } from './table-read';

/** The place of a paragraph in a list. */
export interface Item extends Level {
  readonly level: number;
  readonly numbering: string;
}

/** What a flow of text is made of: paragraphs by what they are, and what is a block already. */
export type Piece =
  | {
      readonly type: 'line';
      readonly role: Role;
      readonly content: Inline[];
      readonly item: Item | null;
      /** The suggestion that parted it from the one before. */
      readonly parted: string | undefined;
    }
  | { readonly type: 'blocks'; readonly blocks: readonly Block[] };

const plain: Role = { type: 'plain' };
/** Roles whose looks are the look of the text itself. */
const plainLooking: ReadonlySet<Role['type']> = new Set(['plain', 'list-item', 'list-continued', 'embed']);
/** Changes of looks and of tables, which suggestions cannot say. */
const settled = ['w:pPrChange', 'w:numberingChange'] as const;

export function readFlow(container: XmlElement, reading: Reading): Piece[] {
  const flow = new Flow(reading);
  flow.each(elementsOf(container));
  return flow.finish();
}

class Flow {
  readonly #pieces: Piece[] = [];
  /** A paragraph whose end somebody took out: its words go to the next one. */
  #carried: Inline[] = [];
  #parted: string | undefined;

  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  each(elements: readonly XmlElement[]): void {
    for (const element of elements) this.#one(element);
  }

  finish(): Piece[] {
    this.#spill();
    return this.#pieces;
  }

  #one(element: XmlElement): void {
    if (wrappers.has(element.name)) this.each(elementsOf(element));
    else if (Object.hasOwn(this.#handlers, element.name)) this.#handlers[element.name]?.(element);
  }

  #changed(kind: 'inserted' | 'deleted', element: XmlElement): void {
    this.reading.review.within(kind, element, () => this.each(elementsOf(element)));
  }

  #dropped(name: string): void {
    this.reading.warnings.add('object-dropped', { name: sampleOf(name) });
  }

  /** One entry for each element that a flow is made of; whatever is not here has nothing to say. */
  readonly #handlers: Readonly<Record<string, (element: XmlElement) => void>> = {
    'w:p': (element) => this.#paragraph(element),
    'w:tbl': (element) => this.#blocks(readTable(element, this.reading)),
    'w:sdt': (element) => this.#control(element),
    'mc:AlternateContent': (element) => this.each(alternativeOf(element)),
    'w:ins': (element) => this.#changed('inserted', element),
    'w:moveTo': (element) => this.#changed('inserted', element),
    'w:del': (element) => this.#changed('deleted', element),
    'w:moveFrom': (element) => this.#changed('deleted', element),
    'w:commentRangeStart': ({ attributes }) => this.reading.review.openComment(attributes['w:id'] ?? ''),
    'w:commentRangeEnd': ({ attributes }) => this.reading.review.closeComment(attributes['w:id'] ?? ''),
    'w:altChunk': ({ attributes }) =>
      this.#dropped(this.reading.relations.get(attributes['r:id'] ?? '')?.target ?? 'altChunk'),
    'm:oMath': (element) => this.#dropped(formulaText(element)),
    'm:oMathPara': (element) => this.#dropped(formulaText(element)),
  };

  /** A content control; a table of contents is made from the headings, and not copy. */
  #control(element: XmlElement): void {
    const properties = childOf(element, 'w:sdtPr');
    const gallery = settingOf(properties, 'w:docPartObj', 'w:docPartGallery') ?? '';
    const text = textOf(element).trim();
    if (gallery === 'Table of Contents' && text !== '')
      this.reading.warnings.add('text-dropped', { text: sampleOf(text) });
    else if (!properties || !childOf(properties, 'w:showingPlcHdr')) this.each(elementsOf(element));
  }

  #paragraph(element: XmlElement): void {
    const properties = childOf(element, 'w:pPr');
    const style = this.reading.styles.get(settingOf(properties, 'w:pStyle'));
    const role = roleOf(properties, style);
    if (!role && style?.isCustom) this.reading.warnings.add('style-dropped', { name: sampleOf(style.name) });
    const line = readLine(element, this.reading, !role || plainLooking.has(role.type) ? style : undefined);
    if (
      properties &&
      settled.some((name) => childOf(properties, name) ?? childOf(properties, 'w:numPr', name))
    )
      this.reading.warnings.add('change-settled', { text: sampleOf(plainText(line.content)) });
    this.#blocks(line.before);
    this.#line(element, line, role ?? plain, itemOf(properties, style, this.reading));
    this.#blocks(line.after);
  }

  #line(element: XmlElement, line: Line, role: Role, item: Item | null): void {
    const change = markChange(element);
    const isWhole = (kind: 'inserted' | 'deleted'): boolean => {
      const runs = [...leaves(line.content)].filter((leaf) => leaf.type === 'text');
      return runs.length > 0 && runs.every((run) => run[kind]);
    };
    const isGone = change?.kind === 'deleted' && !isBlank(line.content) && !isWhole('deleted');
    if (isGone) {
      this.reading.warnings.add('change-settled', { text: sampleOf(plainText(line.content)) });
      this.#carried.push(...line.content);
      return;
    }
    const content = role.type === 'code' ? line.content : trimmed([...this.#carried, ...line.content]);
    this.#carried = [];
    const added = change?.kind === 'inserted' ? this.reading.review.suggestion(change.element) : undefined;
    // The mark at its end is new: the next one was parted from it; or this one from the one before, when all of it is.
    const isOwn = added !== undefined && this.#parted === undefined && isWhole('inserted');
    const parted = isOwn ? added : this.#parted;
    const ruled = line.isRule || (isBlank(content) && hasRule(element));
    this.#pieces.push({ type: 'line', role: ruled ? { type: 'divider' } : role, content, item, parted });
    if (!isBlank(content)) this.#parted = isOwn ? undefined : added;
  }

  #blocks(blocks: readonly Block[]): void {
    if (blocks.length === 0) return;
    this.#spill();
    this.#parted = undefined;
    this.#pieces.push({ type: 'blocks', blocks });
  }

  /** There is no next paragraph to go to. */
  #spill(): void {
    const content = trimmed(this.#carried);
    this.#carried = [];
    if (content.length > 0)
      this.#pieces.push({ type: 'line', role: plain, content, item: null, parted: this.#parted });
  }
}

function roleOf(properties: XmlElement | undefined, style: Style | undefined): Role | null {
  const role = style?.role ?? null;
  if (role && role.type !== 'plain') return role;
  return outlineRole(settingOf(properties, 'w:outlineLvl')) ?? role;
}

/** The numbering of a paragraph, else of its style. Number 0 takes away what the style gives. */
function itemOf(properties: XmlElement | undefined, style: Style | undefined, reading: Reading): Item | null {
  const own = properties && childOf(properties, 'w:numPr');
  const id = settingOf(own, 'w:numId') ?? settingOf(style?.numbering, 'w:numId');
  const given = Number(settingOf(own, 'w:ilvl') ?? settingOf(style?.numbering, 'w:ilvl') ?? 0);
  const level = Number.isInteger(given) && given >= 0 && given <= 8 ? given : 0;
  const found = id === undefined || id === '0' ? null : reading.numbering.level(id, level);
  if (found && id !== undefined) return { ...found, level, numbering: id };
  if (id === '0' || style?.role?.type !== 'list-item') return null;
  const { kind, level: named } = style.role;
  const counter = `style:${kind}:${named}`;
  return { kind, level: named, start: 1, counter, restarts: false, numbering: counter };
}

/** An empty paragraph with a line under it is what Word makes of three dashes. */
function hasRule(paragraph: XmlElement): boolean {
  const border = childOf(paragraph, 'w:pPr', 'w:pBdr', 'w:bottom')?.attributes['w:val'];
  return border !== undefined && border !== 'nil' && border !== 'none';
}
