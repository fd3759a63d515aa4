import type { Article } from '#core/article/schema';
import { numberIn, withNumberedNotes } from '#core/body/notes';
import { copyOf } from '#core/body/review';
import type { Block, BlockOf, BlockType, Inline, NestedList } from '#core/body/schema';
import { leaves } from '#core/body/walk';
import { correctionSection } from '../shared/corrections';

/** How each block reads as plain text; an empty one leaves nothing. */
const writers: { readonly [T in BlockType]: (block: BlockOf<T>) => string } = {
  headline: (block) => lineOf(block.content),
  standfirst: (block) => lineOf(block.content),
  byline: (block) => lineOf(block.content),
  paragraph: (block) => plain(block.content),
  heading: (block) => lineOf(block.content),
  quote: quotation,
  'pull-quote': quotation,
  list: (block) => lines(block, '', block.start ?? 1).join('\n'),
  picture: ({ alt, content, credit }) => {
    const caption = plain(content) || alt;
    return [caption, plain(credit) && `(${plain(credit)})`].filter((text) => text !== '').join(' ');
  },
  table: ({ rows }) =>
    rows.map(({ cells }) => cells.map((cell) => lineOf(cell.content)).join('\t')).join('\n'),
  code: (block) => plain(block.content),
  'fact-box': ({ title, content }) =>
    [lineOf(title), plain(content)].filter((text) => text !== '').join('\n'),
  embed: ({ url, content }) => [lineOf(content), url].filter((text) => text !== '').join('\n'),
  footnote: ({ id, content }) => `[${numberIn(id)}] ${plain(content)}`,
  divider: () => '* * *',
};

function quotation({ content, attribution }: BlockOf<'quote' | 'pull-quote'>): string {
  const by = lineOf(attribution);
  return [plain(content), by && `— ${by}`].filter((text) => text !== '').join('\n');
}

/** A content with its calls of footnotes in brackets. */
function plain(content: readonly Inline[]): string {
  return content
    .map((node) => {
      if (node.type === 'note-reference') return `[${numberIn(node.note)}]`;
      return [...leaves([node])].map((leaf) => (leaf.type === 'break' ? '\n' : leaf.text)).join('');
    })
    .join('');
}

function lineOf(content: readonly Inline[]): string {
  return plain(content).replace(/(?<!\s)\s*\n\s*/g, ' ');
}

function lines(list: NestedList, indent: string, start = 1): string[] {
  return list.items.flatMap((item, index) => {
    const bullet = item.checked === undefined ? '-' : item.checked ? '[x]' : '[ ]';
    const marker = list.kind === 'number' ? `${start + index}.` : bullet;
    const inner = `${indent}${' '.repeat(marker.length + 1)}`;
    const [first = '', ...rest] = plain(item.content).split(/\n+/);
    const own = `${indent}${marker} ${first}`.trimEnd();
    return [own, ...rest.map((line) => inner + line), ...(item.list ? lines(item.list, inner) : [])];
  });
}

/** Blocks without an article around them, for a clipboard. */
export function writeBlocksAsText(blocks: readonly Block[]): string {
  return join(withNumberedNotes(copyOf(blocks)));
}

/** The article as text: blocks parted by a blank line, no mark-up, nothing wrapped, one line end at the end. */
export function writeText(article: Article): string {
  const corrections = correctionSection(article);
  const tail = corrections ? `\n${[corrections.heading, ...corrections.lines].join('\n')}\n` : '';
  return `${join(article.body)}\n${tail}`;
}

function join(blocks: readonly Block[]): string {
  const texts = blocks.map((block) => (writers[block.type] as (block: Block) => string)(block).trim());
  return texts.filter((text) => text !== '').join('\n\n');
}
