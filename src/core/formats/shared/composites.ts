import { limits } from '#core/body/blocks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, BlockOf, Inline, ListItem } from '#core/body/schema';
import { isBlank, isLineBlock, joinContents, unnumbered } from './fold';

const assetName = /^(?:\.\/)?assets\/([0-9a-f]{64}\.(?:png|jpg|gif|webp|avif))$/;

/** A picture out of an article's own assets; null for one that stands anywhere else: nothing is fetched. */
export function pictureOf(address: string, alt: string, caption: string): Block[] | null {
  const asset = assetName.exec(address)?.[1];
  if (asset === undefined) return null;
  return [pictureBlock(asset, alt, caption)];
}

/** A picture as wide as the copy, by its name in the article's assets. */
export function pictureBlock(asset: string, alt: string, caption: string): BlockOf<'picture'> {
  const content = caption === '' ? [] : [textRun(caption)];
  return {
    id: unnumbered,
    type: 'picture',
    asset,
    alt: alt.slice(0, 2_000),
    width: 100,
    content,
    credit: [],
  };
}

/** A table with even rows; nothing when no cell holds a word. An empty first row stands for no header. */
export function tableOf(rows: readonly (readonly Inline[][])[], header: boolean): Block[] {
  const width = Math.min(limits.tableColumns, Math.max(0, ...rows.map((row) => row.length)));
  if (width === 0 || rows.every((row) => row.every(isBlank))) return [];
  const hasHeader = header && !rows[0]?.every(isBlank);
  const kept = header && !hasHeader ? rows.slice(1) : rows;
  const even = kept.map((row) => ({
    cells: Array.from({ length: width }, (_, index) => ({
      id: unnumbered,
      content: normalizeInline(index < width - 1 ? (row[index] ?? []) : overflow(row, index)),
    })),
  }));
  const tables: Block[] = [];
  for (let at = 0; at < even.length; at += limits.tableRows) {
    const part = even.slice(at, at + limits.tableRows);
    tables.push({ id: unnumbered, type: 'table', header: hasHeader && at === 0, rows: part });
  }
  return tables;
}

/** What stands in the last cell, and in those beyond the widest table that a body holds. */
function overflow(row: readonly Inline[][], from: number): Inline[] {
  return row.slice(from).flatMap((cell, index) => (index === 0 ? cell : [textRun(' '), ...cell]));
}

/** A box of facts. What is no line (a list, a picture) stands behind it, so that nothing is lost. */
export function factBoxOf(title: readonly Inline[], blocks: readonly Block[]): Block[] {
  const lines = blocks.flatMap((block): Inline[][] => {
    if (isLineBlock(block)) return [block.content];
    return block.type === 'list' ? itemLines(block.items) : [];
  });
  const others = blocks.filter((block) => !isLineBlock(block) && block.type !== 'list');
  const content = joinContents(lines);
  if (isBlank(content) && isBlank(title)) return others;
  return [{ id: unnumbered, type: 'fact-box', title: normalizeInline(title), content }, ...others];
}

/** The items of a list as lines behind bullets. */
function itemLines(items: readonly ListItem[]): Inline[][] {
  return items.flatMap(({ content, list }) => [
    [textRun('• '), ...content],
    ...(list ? itemLines(list.items) : []),
  ]);
}
