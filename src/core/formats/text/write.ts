import type { Article } from '#core/article/schema';
import { numberIn, withNumberedNotes } from '#core/body/notes';
import { copyOf } from '#core/body/review';
import type { Block, BlockOf, BlockType, Inline, NestedList } from '#core/body/schema';
import { leaves } from '#core/body/walk';
import { correctionSection } from '../shared/corrections';

/** How lines are broken, and tables set; without it lines are as long as they are, and cells parted by tabs. */
export interface Setting {
  /** In columns. */
  readonly measure: number;
  readonly wrap: (line: string) => readonly string[];
  readonly width: (text: string) => number;
}

/** How each block reads as plain text; an empty one leaves nothing. */
const writers: { readonly [T in BlockType]: (block: BlockOf<T>, setting: Setting | undefined) => string } = {
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
  table: ({ rows }, setting) => {
    const cells = rows.map((row) => row.cells.map((cell) => lineOf(cell.content)));
    if (!setting) return cells.map((row) => row.join('\t')).join('\n');
    return inColumns(cells, setting) ?? cells.flatMap((row) => setting.wrap(row.join(' | '))).join('\n');
  },
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

/** A table in columns of equal width; null when it is wider than the measure. */
function inColumns(rows: readonly (readonly string[])[], { measure, width }: Setting): string | null {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => width(row[index] ?? ''))));
  const gap = 2;
  if (widths.reduce((sum, one) => sum + one + gap, -gap) > measure) return null;
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - width(cell)))
        .join(' '.repeat(gap))
        .trimEnd(),
    )
    .join('\n');
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

/** The article as text: blocks parted by a blank line, no mark-up, one line end at the end. */
export function writeText(article: Article, setting?: Setting): string {
  const section = correctionSection(article);
  const corrections = section
    ? [section.heading, ...section.lines].flatMap((line) => setLines(line, setting))
    : [];
  const tail = corrections.length > 0 ? `\n${corrections.join('\n')}\n` : '';
  return `${join(article.body, setting)}\n${tail}`;
}

function setLines(text: string, setting: Setting | undefined): readonly string[] {
  return setting ? text.split('\n').flatMap((line) => setting.wrap(line)) : [text];
}

/** Blocks whose lines are as they are. */
const isSet: ReadonlySet<BlockType> = new Set(['table', 'code', 'divider']);

function join(blocks: readonly Block[], setting?: Setting): string {
  const texts = blocks.map((block) => {
    const text = (writers[block.type] as (block: Block, setting?: Setting) => string)(block, setting).trim();
    return isSet.has(block.type) ? text : setLines(text, setting).join('\n');
  });
  return texts.filter((text) => text !== '').join('\n\n');
}
