import { mapRuns, textRun } from '#core/body/normalize';
import type { Block, Inline, ListItem } from '#core/body/schema';
import { isBlank, joinContents } from './fold';

/** Blocks as lines, for places that hold nothing else; what has no line (a picture, a divider) is in `rest`. */
export function linesOf(blocks: readonly Block[]): { lines: Inline[][]; rest: Block[] } {
  const lines: Inline[][] = [];
  const rest: Block[] = [];
  for (const block of blocks) {
    const own = contentsOf(block);
    if (own) lines.push(...own.filter((line) => !isBlank(line)));
    else rest.push(block);
  }
  return { lines, rest };
}

function contentsOf(block: Block): Inline[][] | null {
  switch (block.type) {
    case 'list':
      return itemLines(block.items, block.kind, '', block.start);
    case 'table':
      return block.rows.map(({ cells }) => joinContents(cells.map(({ content }) => content)));
    case 'quote':
    case 'pull-quote':
      return [block.content, block.attribution];
    case 'fact-box':
      return [block.title, block.content];
    case 'picture':
    case 'divider':
    case 'footnote':
    case 'embed':
      return null;
    default:
      return [block.content];
  }
}

/** Items keep what stands in front of them, as characters. */
function itemLines(items: readonly ListItem[], kind: string, indent: string, start = 1): Inline[][] {
  return items.flatMap((item, index) => {
    const box = item.checked === undefined ? '•' : item.checked ? '☒' : '☐';
    const mark = kind === 'number' ? `${start + index}.` : box;
    const own = [textRun(`${indent}${mark} `), ...item.content];
    return [
      ...(isBlank(item.content) ? [] : [own]),
      ...(item.list ? itemLines(item.list.items, item.list.kind, `${indent}  `) : []),
    ];
  });
}

/** Without the first characters of its text: there is no break among them. */
export function withoutStart(content: readonly Inline[], length: number): Inline[] {
  let left = length;
  return mapRuns(content, (run) => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    return [{ ...run, text: run.text.slice(cut) }];
  });
}
