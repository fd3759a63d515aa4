import { slotsOf } from '#core/body/blocks';
import type { Block, BlockType, ListItem } from '#core/body/schema';
import { slotContent } from '#core/body/walk';
import { isBlank } from './fold';

/** Blocks that say something without a word of their own. */
const speaksAlone: ReadonlySet<BlockType> = new Set(['divider', 'picture', 'embed']);

/** Whether a block leaves anything in an export: what nobody wrote is not an empty line in print. */
export function isWritten(block: Block): boolean {
  if (block.type === 'list') return block.items.some(hasWords);
  if (block.type === 'table')
    return block.rows.some(({ cells }) => cells.some(({ content }) => !isBlank(content)));
  return (
    speaksAlone.has(block.type) || slotsOf[block.type].some((slot) => !isBlank(slotContent(block, slot)))
  );
}

export function hasWords(item: ListItem): boolean {
  return !isBlank(item.content) || (item.list?.items.some(hasWords) ?? false);
}
