import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
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
import { safeUrl } from '#core/body/links';
import { marks } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type {
  Block,
  Body,
  HeadingLevel,
  Inline,
  LineBreak,
  ListItem,
  NestedList,
  TextRun,
} from '#core/body/schema';
import type { IdSource } from '#core/ids';
import type { Entry } from '../apply-body';
import { $isDividerNode } from '../nodes/divider-node';
import { $isFieldNode } from '../nodes/field-node';
import { $blockIdOf, $claimsOf } from '../nodes/node-state';
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

  /** The whole body. Must run inside `editorState.read`. */
  $read(): Body {
    return this.$entries().map((entry) => entry.block);
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
    if ($isDividerNode(node)) return { id, type: 'divider' };
    if ($isListNode(node)) return this.$listBlock(node, id, used);
    if (!$isElementNode(node)) return null;
    if ($isHeadingNode(node))
      return { id, type: 'heading', level: levelOf(node.getTag()), content: $content(node) };
    return { id, type: $isQuoteNode(node) ? 'quote' : 'paragraph', content: $content(node) };
  }

  private $listBlock(node: ListNode, id: string, used: Set<string>): Block | null {
    const list = this.$list(node, used);
    if (list.items.length === 0) return null;
    const start = node.getStart();
    return {
      id,
      type: 'list',
      ordered: list.ordered,
      ...(list.ordered && start !== 1 && { start }),
      items: list.items,
    };
  }

  private $list(node: ListNode, used: Set<string>): NestedList {
    const items: ListItem[] = [];
    for (const child of node.getChildren()) {
      if (!$isListItemNode(child)) continue;
      const nested = child.getFirstChild();
      if ($isListNode(nested)) this.$nest(items, child, this.$list(nested, used), used);
      else items.push({ id: this.$id(child, used), content: $content(child) });
    }
    return { ordered: node.getListType() === 'number', items };
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
  return block.type === 'list' ? [block.id, ...ofItems(block.items)] : [block.id];
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
    return url === null ? content : [{ type: 'link', url, content }];
  }
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
      ),
    ];
  }
  return $isElementNode(node) ? node.getChildren().flatMap($leaf) : [];
}
