import type { ListKind } from '#core/body/blocks';
import type { Block, Inline, ListItem, NestedList } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { withoutStart } from '../shared/flatten';
import { isBlank, joinContents, listOf, unnumbered } from '../shared/fold';
import type { Item } from './flow';

/** A paragraph with a number or a bullet, and those that stand under it without one. */
export interface Entry {
  readonly item: Item;
  readonly parts: Inline[][];
  /** What the item counts, from 1 or from where its numbering starts. */
  readonly count: number;
}

/** Counts paragraphs as Word does: numberings share a count, and a level begins anew under the next one above it. */
export class Counters {
  readonly #counts = new Map<string, number>();
  readonly #used = new Set<string>();

  next({ counter, level, numbering, restarts, start }: Item): number {
    const use = `${numbering}:${level}`;
    const isFirst = !this.#used.has(use);
    this.#used.add(use);
    const last = restarts && isFirst ? undefined : this.#counts.get(counter);
    const count = last === undefined ? start : last + 1;
    this.#counts.set(counter, count);
    const family = counter.slice(0, counter.lastIndexOf(':') + 1);
    for (let below = level + 1; below <= 8; below += 1) this.#counts.delete(`${family}${below}`);
    return count;
  }
}

/** Boxes in front of an item, and what stands between them and its words. */
const box = /^([☐☑☒🗹🗷])[ \t\u00a0]?/u;

/** Lists from their paragraphs. `isOurs`: in our own documents each list has a numbering of its own. */
export function listsOf(entries: readonly Entry[], isOurs: boolean): Block[] {
  const lists: Block[] = [];
  let at = 0;
  while (at < entries.length) {
    const base = entries[at];
    if (!base) break;
    let end = at + 1;
    for (let [last, next] = [base, entries[end]]; next; end += 1, next = entries[end]) {
      if (next.item.level > base.item.level) continue;
      if (isAnother(last, next, isOurs)) break;
      last = next;
    }
    lists.push(...listAt(entries.slice(at, end)));
    at = end;
  }
  return lists;
}

/**
 * Whether a list begins with this item of its outermost level: of another kind, or of another numbering. People give a
 * list several numberings by pasting; then it is one as long as its numbers go on, and bullets always do.
 */
function isAnother(last: Entry, next: Entry, isOurs: boolean): boolean {
  if (next.item.kind !== last.item.kind) return true;
  if (next.item.numbering === last.item.numbering) return false;
  return isOurs || (next.item.kind === 'number' && next.count !== last.count + 1);
}

function listAt(entries: readonly Entry[]): Block[] {
  const list = nest(entries);
  const [first] = entries;
  return list && first ? listOf(list.kind, list.items, first.item.level === 0 ? first.count : 1) : [];
}

/** The items of the outermost level, each with those that are set deeper behind it. */
function nest(entries: readonly Entry[]): NestedList | null {
  const groups: Entry[][] = [];
  const [first] = entries;
  for (const entry of entries) {
    const isUnder = groups.length > 0 && entry.item.level > (first?.item.level ?? 0);
    if (isUnder) groups.at(-1)?.push(entry);
    else groups.push([entry]);
  }
  const items = groups.flatMap((group) => itemOf(group));
  if (!first || items.length === 0) return null;
  const hasBoxes = items.some(({ checked }) => checked !== undefined);
  const kind: ListKind = hasBoxes ? 'check' : first.item.kind === 'number' ? 'number' : 'bullet';
  return { kind, items: items.map((item) => withBox(item, hasBoxes)) };
}

function withBox({ checked, ...item }: ListItem, hasBoxes: boolean): ListItem {
  return hasBoxes ? { ...item, checked: checked ?? false } : item;
}

function itemOf([own, ...under]: readonly Entry[]): ListItem[] {
  if (!own) return [];
  const list = nest(under);
  const { checked, content } = takeBox(joinContents(own.parts), own.item.box);
  if (isBlank(content) && !list) return [];
  const isTicked = checked === undefined ? {} : { checked };
  return [{ id: unnumbered, content: isBlank(content) ? [] : content, ...isTicked, ...(list && { list }) }];
}

function takeBox(content: Inline[], given: boolean | undefined): { checked?: boolean; content: Inline[] } {
  const [whole, sign] = box.exec(plainText(content)) ?? [];
  if (whole === undefined) return { content, ...(given !== undefined && { checked: given }) };
  return { checked: sign !== '☐', content: withoutStart(content, whole.length) };
}
