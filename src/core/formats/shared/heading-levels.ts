import type { Block } from '#core/body/schema';
import { plainText } from '#core/body/walk';

/**
 * Levels of headings as a body has them, 2 to 4. A document without a title whose first words are its only heading of
 * level 1 has its title there; where level 1 is used for headings of the story, all of them go one down.
 */
export function withLevels(
  blocks: readonly Block[],
  levels: ReadonlyMap<Block, number>,
  mayHaveTitle: boolean,
  isOurs: boolean,
): { title?: string; blocks: Block[] } {
  const [first] = blocks;
  const highest = blocks.filter((block) => levels.get(block) === 1);
  const isTitle = mayHaveTitle && highest.length === 1 && highest[0] === first;
  const shift = isOurs || (highest.length > 0 && !isTitle) ? 1 : 0;
  const levelled = blocks.slice(isTitle ? 1 : 0).map((block): Block => {
    if (block.type !== 'heading') return block;
    const level = Math.min(4, Math.max(2, (levels.get(block) ?? block.level) + shift));
    return { ...block, level: level === 2 ? 2 : level === 3 ? 3 : 4 };
  });
  if (!isTitle || first?.type !== 'heading') return { blocks: levelled };
  const title = plainText(first.content).replace(/(?<!\s)\s*\n\s*/g, ' ');
  return { title: title.trim(), blocks: levelled };
}
