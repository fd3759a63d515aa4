import type { Article } from '#core/article/schema';
import type { Block, BlockOf, BlockType, Inline, NestedList } from '#core/body/schema';
import { plainText } from '#core/body/walk';

/** How each block reads as plain text; an empty one leaves nothing. */
const writers: { readonly [T in BlockType]: (block: BlockOf<T>) => string } = {
  headline: (block) => lineOf(block.content),
  standfirst: (block) => lineOf(block.content),
  byline: (block) => lineOf(block.content),
  paragraph: (block) => plainText(block.content),
  heading: (block) => lineOf(block.content),
  quote: (block) => plainText(block.content),
  list: (block) => lines(block, '', block.start ?? 1).join('\n'),
  divider: () => '* * *',
};

function lineOf(content: readonly Inline[]): string {
  return plainText(content).replace(/\s*\n\s*/g, ' ');
}

function lines(list: NestedList, indent: string, start = 1): string[] {
  return list.items.flatMap((item, index) => {
    const marker = list.ordered ? `${start + index}.` : '-';
    const inner = `${indent}${' '.repeat(marker.length + 1)}`;
    const [first = '', ...rest] = plainText(item.content).split(/\n+/);
    const own = `${indent}${marker} ${first}`.trimEnd();
    return [own, ...rest.map((line) => inner + line), ...(item.list ? lines(item.list, inner) : [])];
  });
}

/** The article as text: blocks parted by a blank line, no mark-up, nothing wrapped, one line end at the end. */
export function writeText(article: Article): string {
  const texts = article.body.map((block) => (writers[block.type] as (block: Block) => string)(block).trim());
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}
