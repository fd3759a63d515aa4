import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, type ListItemNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import type { Block, BlockOf, BlockType, Inline, ListItem, NestedList, TextRun } from '#core/body/schema';
import { $createDividerNode } from '../nodes/divider-node';
import { $createFieldNode } from '../nodes/field-node';
import { $setBlockId, $setClaims } from '../nodes/node-state';
import { formatOf } from './marks';

/** How each block type becomes a Lexical node; a type that is missing here does not compile. */
const builders: { [T in BlockType]: (block: BlockOf<T>) => LexicalNode } = {
  headline: (block) => $createFieldNode('headline').append(...$inline(block.content)),
  standfirst: (block) => $createFieldNode('standfirst').append(...$inline(block.content)),
  byline: (block) => $createFieldNode('byline').append(...$inline(block.content)),
  paragraph: (block) => $createParagraphNode().append(...$inline(block.content)),
  heading: (block) => $createHeadingNode(`h${block.level}`).append(...$inline(block.content)),
  quote: (block) => $createQuoteNode().append(...$inline(block.content)),
  list: (block) => $list(block, block.start),
  divider: () => $createDividerNode(),
};

/** One block as a Lexical node that keeps the block's id. */
export function $blockToLexical(block: Block): LexicalNode {
  const build = builders[block.type] as (block: Block) => LexicalNode;
  return $setBlockId(build(block), block.id);
}

function $list(list: NestedList, start = 1): ListNode {
  return $createListNode(list.ordered ? 'number' : 'bullet', start).append(...list.items.flatMap($item));
}

/** Lexical keeps a nested list in an item of its own behind the item that it belongs to. */
function $item(item: ListItem): ListItemNode[] {
  const own = $setBlockId($createListItemNode().append(...$inline(item.content)), item.id);
  return item.list ? [own, $createListItemNode().append($list(item.list))] : [own];
}

function $inline(content: readonly Inline[]): LexicalNode[] {
  return content.map((node) => {
    if (node.type === 'link') return $createLinkNode(node.url).append(...$inline(node.content));
    return node.type === 'break' ? $createLineBreakNode() : $text(node);
  });
}

function $text(run: TextRun): TextNode {
  const node = $createTextNode(run.text);
  for (const mark of run.marks ?? []) node.toggleFormat(formatOf[mark]);
  return run.claims ? $setClaims(node, run.claims) : node;
}
