import type { Block, Inline, ListItem } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { linesOf, withoutStart } from '../shared/flatten';
import { foldItem, isBlank, isLineBlock, listOf } from '../shared/fold';
import { elementsOf, type XmlElement } from '../shared/xml';
import { ourStyles } from './names';
import type { Reading } from './reading';

/** Where a list stands: `level` counts from 1, `style` is that of the list around it. */
export interface ListPlace {
  readonly level: number;
  readonly style: string | undefined;
}

/** Levels that a style of lists has (ODF 1.3, part 3, 19.880); deeper lists look like the deepest. */
const deepest = 10;

/** Boxes in front of an item, and what stands between them and its words. */
const box = /^([☐☑☒🗹🗷])[ \t\u00a0]?/u;

/**
 * A list with those that are nested in it. Headings that are numbered as a list, and what no item can hold (pictures,
 * tables), stand outside of it, in their order.
 */
export function readList(
  list: XmlElement,
  place: ListPlace,
  reading: Reading,
  readItem: (item: XmlElement, place: ListPlace) => Block[],
): Block[] {
  const { level } = place;
  const style = list.attributes['text:style-name'] ?? place.style;
  const inside: ListPlace = { level: level + 1, style };
  const numbering = reading.styles.list(style, Math.min(level, deepest));
  const kind = numbering.kind === 'number' ? 'number' : 'bullet';
  const mayHaveBoxes = !reading.styles.isOurs || style === ourStyles.check;
  const blocks: Block[] = [];
  let items: ListItem[] = [];
  let count = firstNumber(list, style, level, reading, numbering.start);
  const flush = (): void => {
    const isCheck = mayHaveBoxes && items.some(({ content }) => box.test(plainText(content)));
    if (isCheck) blocks.push(...listOf('check', items.map(takeBox)));
    else blocks.push(...listOf(kind, items, count));
    count += items.length;
    items = [];
  };
  for (const element of elementsOf(list)) {
    if (element.name !== 'text:list-item' && element.name !== 'text:list-header') continue;
    const read = readItem(element, inside);
    if (read.some(({ type }) => type === 'heading')) {
      flush();
      blocks.push(...read);
      continue;
    }
    const { held, rest } = partsOf(read);
    items.push(...foldItem(held).filter(({ content, list: nested }) => !isBlank(content) || nested));
    if (rest.length === 0) continue;
    flush();
    blocks.push(...rest);
  }
  flush();
  remember(list, style, level, count - 1, reading);
  return blocks;
}

/** What an item can hold, in its order: lines as paragraphs, and lists. */
function partsOf(blocks: readonly Block[]): { held: Block[]; rest: Block[] } {
  const held: Block[] = [];
  const rest: Block[] = [];
  for (const block of blocks) {
    if (block.type === 'list' || (isLineBlock(block) && block.type === 'paragraph')) {
      held.push(block);
      continue;
    }
    const { lines, rest: others } = block.type === 'table' ? { lines: [], rest: [block] } : linesOf([block]);
    held.push(...lines.map((content): Block => ({ id: '', type: 'paragraph', content })));
    rest.push(...others);
  }
  return { held, rest };
}

function takeBox(item: ListItem): ListItem {
  const [whole, sign] = box.exec(plainText(item.content)) ?? [];
  if (whole === undefined) return { ...item, checked: false };
  const content: Inline[] = withoutStart(item.content, whole.length);
  return { ...item, content, checked: sign !== '☐' };
}

/** Whether a list goes on with the numbers of one before it. */
export function goesOn({ attributes }: XmlElement): boolean {
  return attributes['text:continue-numbering'] === 'true' || attributes['text:continue-list'] !== undefined;
}

const keyOf = (style: string | undefined, level: number): string => `${level} ${style ?? ''}`;

function firstNumber(
  list: XmlElement,
  style: string | undefined,
  level: number,
  { counts }: Reading,
  start: number,
): number {
  const first = elementsOf(list, 'text:list-item')[0]?.attributes['text:start-value'];
  if (first !== undefined && /^\d{1,9}$/.test(first)) return Number(first);
  if (!goesOn(list)) return start;
  const before = list.attributes['text:continue-list'];
  const last = counts.get(before === undefined ? keyOf(style, level) : `#${before}`);
  return last === undefined ? start : last + 1;
}

function remember(
  { attributes }: XmlElement,
  style: string | undefined,
  level: number,
  last: number,
  { counts }: Reading,
): void {
  counts.set(keyOf(style, level), last);
  const name = attributes['xml:id'] ?? attributes['text:id'];
  if (name !== undefined) counts.set(`#${name}`, last);
}
