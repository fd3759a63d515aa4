import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, type ListItemNode, type ListNode } from '@lexical/list';
import { $createHeadingNode } from '@lexical/rich-text';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  TableCellHeaderStates,
} from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import { safeUrl } from '#core/body/links';
import type {
  Block,
  BlockOf,
  BlockType,
  Inline,
  Link,
  ListItem,
  NestedList,
  TextRun,
} from '#core/body/schema';
import { $createCodeNode } from '../nodes/code-node';
import { $buildComposite } from '../nodes/composite-node';
import { $createDividerNode } from '../nodes/divider-node';
import { $createFieldNode } from '../nodes/field-node';
import { $createFootnoteNode, $createNoteReferenceNode } from '../nodes/footnote-nodes';
import { $setBlockId, $setClaims, $setPartedBy, $setReview } from '../nodes/node-state';
import { formatOf } from './marks';

/** How each block type becomes a Lexical node; a type that is missing here does not compile. */
const builders: { [T in BlockType]: (block: BlockOf<T>) => LexicalNode } = {
  headline: (block) => $createFieldNode('headline').append(...$inline(block.content)),
  standfirst: (block) => $createFieldNode('standfirst').append(...$inline(block.content)),
  byline: (block) => $createFieldNode('byline').append(...$inline(block.content)),
  paragraph: (block) => {
    const node = $createParagraphNode().append(...$inline(block.content));
    return block.inserted ? $setPartedBy(node, block.inserted) : node;
  },
  heading: (block) => $createHeadingNode(`h${block.level}`).append(...$inline(block.content)),
  quote: $quotation,
  'pull-quote': $quotation,
  list: (block) => $list(block, block.start),
  picture: ({ asset, alt, width, content, credit }) =>
    $buildComposite(
      { kind: 'picture', asset, alt, width },
      { content: $inline(content), credit: $inline(credit) },
    ),
  table: $table,
  code: (block) => $createCodeNode(block.language).append(...$inline(block.content)),
  'fact-box': ({ title, content }) =>
    $buildComposite({ kind: 'fact-box' }, { title: $inline(title), content: $inline(content) }),
  embed: ({ url, content }) => $buildComposite({ kind: 'embed', url }, { content: $inline(content) }),
  footnote: (block) => $createFootnoteNode().append(...$inline(block.content)),
  divider: () => $createDividerNode(),
};

/** One block as a Lexical node that keeps the block's id. */
export function $blockToLexical(block: Block): LexicalNode {
  const build = builders[block.type] as (block: Block) => LexicalNode;
  return $setBlockId(build(block), block.id);
}

function $quotation({ type, content, attribution }: BlockOf<'quote' | 'pull-quote'>): LexicalNode {
  return $buildComposite({ kind: type }, { content: $inline(content), attribution: $inline(attribution) });
}

function $table({ header, rows }: BlockOf<'table'>): LexicalNode {
  return $createTableNode().append(
    ...rows.map(({ cells }, index) => {
      const isHead = header && index === 0;
      const state = isHead ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
      return $createTableRowNode().append(
        ...cells.map((cell) =>
          $setBlockId(
            $createTableCellNode(state).append($createParagraphNode().append(...$inline(cell.content))),
            cell.id,
          ),
        ),
      );
    }),
  );
}

function $list(list: NestedList, start = 1): ListNode {
  return $createListNode(list.kind, start).append(...list.items.flatMap($item));
}

/** Lexical keeps a nested list in an item of its own behind the item that it belongs to. */
function $item(item: ListItem): ListItemNode[] {
  const own = $setBlockId($createListItemNode(item.checked).append(...$inline(item.content)), item.id);
  return item.list ? [own, $createListItemNode().append($list(item.list))] : [own];
}

export function $inline(content: readonly Inline[]): LexicalNode[] {
  return content.flatMap((node): LexicalNode[] => {
    if (node.type === 'link') return $link(node);
    if (node.type === 'note-reference') return [$createNoteReferenceNode(node.note)];
    return [node.type === 'break' ? $createLineBreakNode() : $text(node)];
  });
}

/** An article's file may be anybody's: an address that may be no link is not on the screen as one either. */
function $link({ url, title, content }: Link): LexicalNode[] {
  const safe = safeUrl(url);
  return safe === null
    ? $inline(content)
    : [$createLinkNode(safe, { title: title ?? null }).append(...$inline(content))];
}

function $text(run: TextRun): TextNode {
  const node = $createTextNode(run.text);
  for (const mark of run.marks ?? []) node.toggleFormat(formatOf[mark]);
  if (run.claims) $setClaims(node, run.claims);
  return run.comments || run.inserted || run.deleted ? $setReview(node, run) : node;
}
