import { type BlockDifference, bodyDifference } from '#core/body/difference';
import type { Block, Inline, ListItem } from '#core/body/schema';
import { mapContent, textBlocks } from '#core/body/walk';
import { carryRunIds } from './carry-run-ids';
import type { Article } from './schema';

/**
 * An article with the copy of a newer version of the same story, as an agency sends it again. Claims and comments stay
 * on the words that they stand on; where words inside of a claim have changed, the claim is on the new ones, and its
 * outcome is stale by itself, because it is bound to the text. What was found, asked and signed is kept; changes that
 * were suggested and not decided are not, for their words are gone.
 */
export function updateCopy(article: Article, newer: Article): Article {
  const incoming = asForeign(newer.body);
  const lines = new Map<string, BlockDifference>();
  for (const difference of bodyDifference(article.body, incoming))
    if (difference.after) lines.set(difference.after.id, difference);
  const carried = incoming.map((block) => carryClaims(block, lines));
  return { ...article, body: renamed(carried, namesOf(article.body, incoming, lines)), suggestions: [] };
}

const foreign = '~';

/**
 * A body under names of its own, to be compared with that of another article: two imports call their blocks by the same
 * names, and what happens to have the same one is not the same block.
 */
export function asForeign(body: readonly Block[]): Block[] {
  return renamed(body, new Map(idsOf(body).map((id) => [id, `${foreign}${id}`])));
}

type Lines = ReadonlyMap<string, BlockDifference>;

function carryClaims(block: Block, lines: Lines): Block {
  const contents = new Map<readonly Inline[], Inline[]>();
  for (const line of textBlocks([block])) {
    const { before, pieces } = lines.get(line.id) ?? {};
    if (before && pieces) contents.set(line.content, carryRunIds(before.content, line.content, pieces));
  }
  const [changed = block] = mapContent([block], (content) => contents.get(content) ?? content);
  return changed;
}

/**
 * What each block, item and cell of the newer body is called in the article: by the name of the line that it comes
 * from, so that queries still find it; new ones get a name that nothing has.
 */
function namesOf(older: readonly Block[], newer: readonly Block[], lines: Lines): Map<string, string> {
  const known = new Set(idsOf(older));
  const taken = new Set(known);
  const names = new Map<string, string>();
  for (const id of idsOf(newer)) {
    const before = lines.get(id)?.before?.id;
    const name =
      before !== undefined && known.has(before) ? before : freeName(id.slice(foreign.length), taken);
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

function freeName(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let count = 2;
  while (taken.has(`${id}-${count}`)) count += 1;
  return `${id}-${count}`;
}

/** Ids of blocks, items and cells; lines such as an attribution are named after their block. */
function idsOf(body: readonly Block[]): string[] {
  return body.flatMap((block) =>
    block.type === 'list' || block.type === 'table'
      ? [block.id, ...[...textBlocks([block])].map(({ id }) => id)]
      : [block.id],
  );
}

function renamed(body: readonly Block[], names: ReadonlyMap<string, string>): Block[] {
  const name = (id: string): string => names.get(id) ?? id;
  const items = (list: readonly ListItem[]): ListItem[] =>
    list.map((item) => ({
      ...item,
      id: name(item.id),
      ...(item.list && { list: { ...item.list, items: items(item.list.items) } }),
    }));
  const named = body.map((block): Block => {
    if (block.type === 'list') return { ...block, id: name(block.id), items: items(block.items) };
    if (block.type !== 'table') return { ...block, id: name(block.id) };
    const rows = block.rows.map(({ cells }) => ({
      cells: cells.map((cell) => ({ ...cell, id: name(cell.id) })),
    }));
    return { ...block, id: name(block.id), rows };
  });
  return mapContent(named, (content) =>
    content.map((node) => (node.type === 'note-reference' ? { ...node, note: name(node.note) } : node)),
  );
}
