import { normalizeInline } from '#core/body/normalize';
import type { Block, Inline, ListItem, NestedList } from '#core/body/schema';
import { limits } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { countedIds, type IdSource } from '#core/ids';

/** A block as a reader makes it: ids are given once, at the end, in reading order. */
export const unnumbered = '';

/** A paragraph or nothing, when there is not a letter in it. */
export function paragraphOf(content: readonly Inline[]): Block[] {
  const inner = normalizeInline(content);
  return isBlank(inner) ? [] : [{ id: unnumbered, type: 'paragraph', content: inner }];
}

export function isBlank(content: readonly Inline[]): boolean {
  return plainText(content).trim() === '';
}

/** Contents that were paragraphs, as one content: two breaks part them. */
export function joinContents(parts: readonly (readonly Inline[])[]): Inline[] {
  return normalizeInline(
    parts
      .filter((part) => !isBlank(part))
      .flatMap((part, index) => (index === 0 ? part : [{ type: 'break' }, { type: 'break' }, ...part])),
  );
}

/** The other way round: what stands between two breaks in a row, without breaks at its edges. */
export function splitContents(content: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  let breaks = 0;
  for (const node of content) {
    if (node.type === 'break') {
      breaks += 1;
      continue;
    }
    if (breaks > 1) parts.push([]);
    const part = parts.at(-1) ?? [];
    if (breaks === 1 && part.length > 0) part.push({ type: 'break' });
    part.push(node);
    breaks = 0;
  }
  return parts.filter((part) => part.length > 0);
}

/**
 * What stood in a quotation. A quote holds lines only, so a list or a divider inside it stands between two halves
 * of the quote: nothing is lost, and nothing changes its place.
 */
export function foldQuote(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  let parts: Inline[][] = [];
  const flush = (): void => {
    const content = joinContents(parts);
    if (!isBlank(content)) result.push({ id: unnumbered, type: 'quote', content });
    parts = [];
  };
  for (const block of blocks) {
    if ('content' in block) parts.push(block.content);
    else {
      flush();
      result.push(block);
    }
  }
  flush();
  return result;
}

/**
 * What stood in one item of a list: its lines, and a list under it. Lines behind that list become an item of their
 * own, so that they stay behind it.
 */
export function foldItem(blocks: readonly Block[]): ListItem[] {
  const items: { parts: Inline[][]; list?: NestedList }[] = [];
  for (const block of blocks) {
    const last = items.at(-1);
    if (block.type === 'list') {
      if (last?.list) last.list.items.push(...block.items);
      else if (last) last.list = { ordered: block.ordered, items: [...block.items] };
      else items.push({ parts: [], list: { ordered: block.ordered, items: [...block.items] } });
    } else if ('content' in block) {
      if (last && !last.list) last.parts.push(block.content);
      else items.push({ parts: [block.content] });
    }
  }
  return items.map(({ parts, list }) => ({
    id: unnumbered,
    content: joinContents(parts),
    ...(list && { list }),
  }));
}

/** A list block; nothing when it has no item. `start` is kept when it says something. */
export function listOf(ordered: boolean, items: readonly ListItem[], start?: number | null): Block[] {
  if (items.length === 0) return [];
  const isNumbered = ordered && typeof start === 'number' && Number.isInteger(start) && start >= 0;
  const says = isNumbered && start !== 1 && start <= 999_999_999;
  return [{ id: unnumbered, type: 'list', ordered, ...(says && { start }), items: [...items] }];
}

/** Gives ids (`b1`, `b2` …) in reading order, and lifts items that are nested deeper than a body may hold. */
export function numberBlocks(blocks: readonly Block[]): Block[] {
  const newId = countedIds('b');
  return blocks.map((block): Block => {
    const id = newId();
    if (block.type !== 'list') return { ...block, id };
    return { ...block, id, items: numberItems(block.items, newId, 1) };
  });
}

function numberItems(items: readonly ListItem[], newId: IdSource, level: number): ListItem[] {
  return items.flatMap((item): ListItem[] => {
    const own = { id: newId(), content: item.content };
    if (!item.list) return [own];
    const nested = numberItems(item.list.items, newId, Math.min(level + 1, limits.listDepth));
    if (level >= limits.listDepth) return [own, ...nested];
    return [{ ...own, list: { ordered: item.list.ordered, items: nested } }];
  });
}
