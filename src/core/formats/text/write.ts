import type { Article } from '#core/article/schema';
import type { Block, BlockOf, BlockType, NestedList } from '#core/body/schema';
import { plainText } from '#core/body/walk';

/** How each block reads as plain text; null: it leaves nothing. */
const writers: { [T in BlockType]: (block: BlockOf<T>) => string } = {
  headline: (block) => plainText(block.content),
  standfirst: (block) => plainText(block.content),
  byline: (block) => plainText(block.content),
  paragraph: (block) => plainText(block.content),
  heading: (block) => plainText(block.content),
  quote: (block) => plainText(block.content),
  list: (block) => lines(block, '', block.start ?? 1).join('\n'),
  divider: () => '* * *',
};

function lines(list: NestedList, indent: string, start = 1): string[] {
  return list.items.flatMap((item, index) => {
    const marker = list.ordered ? `${start + index}.` : '-';
    const own = `${indent}${marker} ${plainText(item.content)}`;
    return [own, ...(item.list ? lines(item.list, `${indent}  `) : [])];
  });
}

/** The article as text: blocks parted by a blank line, no mark-up, nothing wrapped. */
export function writeText(article: Article): string {
  const texts = article.body.map((block) => (writers[block.type] as (block: Block) => string)(block));
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}
