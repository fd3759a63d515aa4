import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import {
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTabNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { SlotName } from '#core/body/blocks';
import { linkTarget, safeUrl } from '#core/body/links';
import { marks } from '#core/body/marks';
import { mapRuns, normalizeInline, textRun } from '#core/body/normalize';
import type {
  Block,
  Body,
  Cell,
  HeadingLevel,
  Inline,
  LineBreak,
  ListItem,
  NestedList,
  TextRun,
} from '#core/body/schema';
import { textBlocks } from '#core/body/walk';
import type { IdSource } from '#core/ids';
import type { Entry } from '../apply-body';
import { $isCodeNode } from '../nodes/code-node';
import { $isCompositeNode, $isSlotNode, type CompositeNode } from '../nodes/composite-node';
import { $isDividerNode } from '../nodes/divider-node';
import { $isFieldNode } from '../nodes/field-node';
import { $isFootnoteNode, $isNoteReferenceNode } from '../nodes/footnote-nodes';
import { $blockIdOf, $claimsOf, $partedBy, $reviewOf } from '../nodes/node-state';
import { formatOf } from './marks';

/**
 * Turns the live text into the stored tree. Only blocks that changed since the last time are mapped again: the rest
 * keep their identity, so that whoever counts words or finds claims can remember their answers by block.
 */
export class BodyReader {
  /** A block type is mapped once for each version of its node. */
  private readonly cache = new Map<NodeKey, Block>();
  /** Ids given to nodes that came without one, or with one that another block already has (a pasted copy). */
  private readonly givenIds = new Map<NodeKey, string>();
  private readonly newId: IdSource;
  private last: Body = [];

  constructor(newId: IdSource) {
    this.newId = newId;
  }

  /** Forgets what is known of the nodes with these keys; called with the dirty elements of each update. */
  invalidate(keys: Iterable<NodeKey>): void {
    for (const key of keys) this.cache.delete(key);
  }

  /** Forgets everything: undo puts whole states back without naming what differs. */
  clear(): void {
    this.cache.clear();
  }

  /** The whole body; the same one as the last time when nothing has changed. Must run inside `editorState.read`. */
  $read(): Body {
    const body = this.$entries().map((entry) => entry.block);
    const isSame = body.length === this.last.length && body.every((block, at) => block === this.last[at]);
    if (!isSame) this.last = body;
    return this.last;
  }

  /** Each top-level node with its block; nodes that map to nothing (an empty list) are left out. */
  $entries(): Entry[] {
    const used = new Set<string>();
    return $getRoot()
      .getChildren()
      .flatMap((node) => {
        const block = this.$block(node, used);
        return block ? [{ node, block }] : [];
      });
  }

  /** Nodes that stand nowhere (a copied selection) as blocks; runs between them are gathered into paragraphs. */
  $detached(nodes: readonly LexicalNode[]): Block[] {
    const blocks: Block[] = [];
    let line: LexicalNode[] = [];
    const flush = (): void => {
      const content = normalizeInline(line.flatMap($inlineOf));
      if (content.length > 0) blocks.push({ id: this.newId(), type: 'paragraph', content });
      line = [];
    };
    for (const node of nodes) {
      const isInline = $isElementNode(node) ? node.isInline() : !$isDividerNode(node);
      if (isInline) line.push(node);
      else {
        flush();
        const block = this.$map(node, new Set());
        if (block) blocks.push(block);
      }
    }
    flush();
    return blocks;
  }

  /** The live element of every line by the id that `textBlocks` gives it, in reading order. */
  $lines(): Map<string, ElementNode> {
    const lines = new Map<string, ElementNode>();
    for (const { node, block } of this.$entries()) {
      const elements = [...$lineElements(node)];
      for (const [index, { id }] of [...textBlocks([block])].entries()) {
        const element = elements[index];
        if (element) lines.set(id, element);
      }
    }
    return lines;
  }

  private $block(node: LexicalNode, used: Set<string>): Block | null {
    const cached = this.cache.get(node.getKey());
    if (cached && !idsOf(cached).some((id) => used.has(id))) {
      for (const id of idsOf(cached)) used.add(id);
      return cached;
    }
    const block = this.$map(node, used);
    if (block) this.cache.set(node.getKey(), block);
    return block;
  }

  private $map(node: LexicalNode, used: Set<string>): Block | null {
    if ($isFieldNode(node)) {
      used.add(node.getField());
      return { id: node.getField(), type: node.getField(), content: $content(node) } as Block;
    }
    const id = this.$id(node, used);
    if ($isListNode(node)) return this.$listBlock(node, id, used);
    if ($isTableNode(node)) return this.$tableBlock(node, id, used);
    return $simpleBlock(node, id);
  }

  private $listBlock(node: ListNode, id: string, used: Set<string>): Block | null {
    const { kind, items } = this.$list(node, used);
    if (items.length === 0) return null;
    const start = node.getStart();
    return { id, type: 'list', kind, ...(kind === 'number' && start !== 1 && { start }), items };
  }

  /** Rows are made even: a pasted table may hold merged cells, and ours are rectangles. */
  private $tableBlock(node: TableNode, id: string, used: Set<string>): Block | null {
    const rows = node
      .getChildren()
      .filter($isTableRowNode)
      .map((row) => row.getChildren().filter($isTableCellNode));
    const width = Math.max(0, ...rows.map((cells) => cells.length));
    if (width === 0) return null;
    const header = rows[0]?.every((cell) => cell.hasHeaderState(TableCellHeaderStates.ROW)) ?? false;
    const even = rows.map((cells) => ({
      cells: Array.from({ length: width }, (_, index): Cell => {
        const cell = cells[index];
        return cell
          ? { id: this.$id(cell, used), content: $cellContent(cell) }
          : { id: this.newId(), content: [] };
      }),
    }));
    return { id, type: 'table', header, rows: even };
  }

  private $list(node: ListNode, used: Set<string>): NestedList {
    const kind = node.getListType();
    const items: ListItem[] = [];
    for (const child of node.getChildren()) {
      if (!$isListItemNode(child)) continue;
      const nested = child.getFirstChild();
      if ($isListNode(nested)) this.$nest(items, child, this.$list(nested, used), used);
      else {
        const checked = kind === 'check' ? { checked: child.getChecked() ?? false } : {};
        items.push({ id: this.$id(child, used), content: $content(child), ...checked });
      }
    }
    return { kind, items };
  }

  /** Lexical's item that holds only a list belongs to the item before it; without one, an empty item is made. */
  private $nest(items: ListItem[], holder: ListItemNode, list: NestedList, used: Set<string>): void {
    const owner = items.at(-1);
    if (!owner) items.push({ id: this.$id(holder, used), content: [], list });
    else if (owner.list) owner.list.items.push(...list.items);
    else owner.list = list;
  }

  private $id(node: LexicalNode, used: Set<string>): string {
    const key = node.getKey();
    let id = this.givenIds.get(key) ?? $blockIdOf(node);
    if (id === '' || used.has(id)) {
      id = this.newId();
      this.givenIds.set(key, id);
    }
    used.add(id);
    return id;
  }
}

function idsOf(block: Block): string[] {
  const ofItems = (items: readonly ListItem[]): string[] =>
    items.flatMap((item) => [item.id, ...(item.list ? ofItems(item.list.items) : [])]);
  if (block.type === 'list') return [block.id, ...ofItems(block.items)];
  if (block.type !== 'table') return [block.id];
  return [block.id, ...block.rows.flatMap(({ cells }) => cells.map((cell) => cell.id))];
}

/** Blocks that have no ids beside their own. */
function $simpleBlock(node: LexicalNode, id: string): Block | null {
  if ($isDividerNode(node)) return { id, type: 'divider' };
  if ($isCompositeNode(node)) return $compositeBlock(node, id);
  if (!$isElementNode(node)) return null;
  const content = $content(node);
  if ($isHeadingNode(node)) return { id, type: 'heading', level: levelOf(node.getTag()), content };
  if ($isFootnoteNode(node)) return { id, type: 'footnote', content };
  if ($isCodeNode(node)) {
    return { id, type: 'code', language: node.getLanguage(), content: mapRuns(content, withoutMarks) };
  }
  const inserted = $partedBy(node);
  return { id, type: 'paragraph', ...(inserted && { inserted }), content };
}

function withoutMarks(run: TextRun): TextRun[] {
  return [textRun(run.text, [], run.claims, run)];
}

function $compositeBlock(node: CompositeNode, id: string): Block {
  const data = node.getData();
  const line = (name: SlotName): Inline[] => {
    const slot = node.getSlot(name);
    return slot ? $content(slot) : [];
  };
  if (data.kind === 'picture') {
    const { asset, alt, width } = data;
    return { id, type: 'picture', asset, alt, width, content: line('content'), credit: line('credit') };
  }
  if (data.kind === 'embed') return { id, type: 'embed', url: data.url, content: line('content') };
  if (data.kind === 'fact-box') {
    return { id, type: 'fact-box', title: line('title'), content: line('content') };
  }
  return { id, type: data.kind, content: line('content'), attribution: line('attribution') };
}

/** The paragraphs of a cell are its lines. */
function $cellContent(cell: TableCellNode): Inline[] {
  return normalizeInline(
    cell
      .getChildren()
      .filter($isElementNode)
      .flatMap((line, index): Inline[] => [
        ...(index > 0 ? [{ type: 'break' } as const] : []),
        ...$content(line),
      ]),
  );
}

/** The elements whose text `textBlocks` gives for a block, in the same order. */
function* $lineElements(node: LexicalNode): Generator<ElementNode> {
  if ($isCompositeNode(node)) {
    const slots = node.getChildren().filter($isSlotNode);
    yield* slots.filter((slot) => slot.getName() === 'content' || !slot.isEmpty());
  } else if ($isListNode(node)) yield* $itemElements(node);
  else if ($isTableNode(node)) {
    for (const row of node.getChildren().filter($isTableRowNode))
      yield* row.getChildren().filter($isTableCellNode);
  } else if ($isElementNode(node)) yield node;
}

function* $itemElements(list: ListNode): Generator<ElementNode> {
  let hasOwner = false;
  for (const item of list.getChildren().filter($isListItemNode)) {
    const nested = item.getFirstChild();
    if (!$isListNode(nested) || !hasOwner) yield item;
    if ($isListNode(nested)) yield* $itemElements(nested);
    hasOwner = true;
  }
}

function levelOf(tag: string): HeadingLevel {
  const level = Number(tag.slice(1));
  return level <= 2 ? 2 : level === 3 ? 3 : 4;
}

function $content(element: ElementNode): Inline[] {
  return normalizeInline(element.getChildren().flatMap($inlineOf));
}

function $inlineOf(node: LexicalNode): Inline[] {
  if ($isLinkNode(node)) {
    const content = node.getChildren().flatMap($leaf);
    const url = safeUrl(node.getURL());
    return url === null ? content : [{ type: 'link', ...linkTarget(url, node.getTitle()), content }];
  }
  if ($isNoteReferenceNode(node)) return [{ type: 'note-reference', note: node.getNote() }];
  return $leaf(node);
}

function $leaf(node: LexicalNode): (TextRun | LineBreak)[] {
  if ($isLineBreakNode(node)) return [{ type: 'break' }];
  if ($isTextNode(node)) {
    const text = $isTabNode(node) ? '\t' : node.getTextContent();
    return [
      textRun(
        text,
        marks.filter((mark) => node.hasFormat(formatOf[mark])),
        $claimsOf(node),
        $reviewOf(node),
      ),
    ];
  }
  return $isElementNode(node) ? node.getChildren().flatMap($leaf) : [];
}
