import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode, registerCheckList, registerList } from '@lexical/list';
import { HeadingNode, registerRichText } from '@lexical/rich-text';
import {
  registerTablePlugin,
  registerTableSelectionObserver,
  TableCellNode,
  TableNode,
  TableRowNode,
} from '@lexical/table';
import {
  $getNodeByKey,
  $getRoot,
  createEditor,
  type EditorState,
  type ElementNode,
  HISTORIC_TAG,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';
import type { Body } from '#core/body/schema';
import { type IdSource, randomIds } from '#core/ids';
import { $applyBody } from './apply-body';
import { registerClaimEdges } from './claim-edges';
import { registerClaimPaste } from './claim-marks';
import { registerComposites } from './composites';
import { BodyReader } from './mapping/from-lexical';
import { $blockToLexical } from './mapping/to-lexical';
import { registerTypedMarkdown } from './markdown-shortcuts';
import { CodeNode } from './nodes/code-node';
import { CompositeNode, SlotNode } from './nodes/composite-node';
import { DividerNode } from './nodes/divider-node';
import { FieldNode } from './nodes/field-node';
import { FootnoteNode, NoteReferenceNode } from './nodes/footnote-nodes';
import { registerClipboard } from './paste';
import { registerRootShape } from './root-shape';
import { registerSuggestions } from './suggestions';

export const editorNodes = [
  HeadingNode,
  ListNode,
  ListItemNode,
  LinkNode,
  FieldNode,
  DividerNode,
  CompositeNode,
  SlotNode,
  CodeNode,
  FootnoteNode,
  NoteReferenceNode,
  TableNode,
  TableRowNode,
  TableCellNode,
];

/** Key presses closer together than this (milliseconds) are one step of undo. */
const undoDelay = 500;

interface Options {
  /** Called at every change of the text, before it is mapped; must be cheap. */
  readonly onTouch: () => void;
  readonly isKnownClaim: (claim: string) => boolean;
  readonly onPicture?: (file: Blob) => void;
  /** Suggestion mode, and what makes the record of a suggestion. */
  readonly suggestions?: { readonly isOn: () => boolean; readonly create: () => string };
  readonly newId?: IdSource;
  /** Lexical itself for tests without a window. */
  readonly editor?: LexicalEditor;
  /** Where the article's pictures are, as the beginning of an address. */
  readonly assets?: string;
}

/** The live text of one article: Lexical with our nodes, our shape and our mapping, and no React. */
export class ArticleEditor {
  readonly lexical: LexicalEditor;
  private readonly reader: BodyReader;
  private readonly unregister: () => void;

  constructor(body: Body, options: Options) {
    const newId = options.newId ?? randomIds((bytes) => crypto.getRandomValues(bytes));
    this.reader = new BodyReader(newId);
    this.lexical = options.editor ?? createArticleLexical(options.assets);
    const behaviour = mergeRegister(
      registerRichText(this.lexical),
      registerList(this.lexical),
      registerCheckList(this.lexical),
      registerTablePlugin(this.lexical),
      registerTableSelectionObserver(this.lexical),
      registerComposites(this.lexical),
      registerRootShape(this.lexical),
      registerTypedMarkdown(this.lexical),
      registerClaimEdges(this.lexical),
      registerClipboard(this.lexical, { newId, onPicture: options.onPicture }),
      registerClaimPaste(this.lexical, options.isKnownClaim),
      options.suggestions ? registerSuggestions(this.lexical, options.suggestions) : () => undefined,
    );
    // Registering a transform makes every node dirty: the text comes in only then, and is followed only after that.
    this.lexical.update(
      () =>
        void $getRoot()
          .clear()
          .append(...body.map($blockToLexical)),
      { discrete: true },
    );
    this.unregister = mergeRegister(
      behaviour,
      registerHistory(this.lexical, createEmptyHistoryState(), undoDelay),
      this.lexical.registerUpdateListener((update) => {
        if (!hasChangedText(update)) return;
        if (update.tags.has(HISTORIC_TAG)) this.reader.clear();
        else this.reader.invalidate(update.dirtyElements.keys());
        options.onTouch();
      }),
    );
  }

  /** The text as the stored tree; blocks that did not change since the last call are the same objects. */
  readBody(): Body {
    return this.lexical.getEditorState().read(() => this.reader.$read());
  }

  /** Changes the text as one step of undo; blocks that `change` leaves alone are not touched. */
  applyBody(change: (body: Body) => Body): void {
    this.lexical.update(
      () => {
        const entries = this.reader.$entries();
        $applyBody(entries, change(entries.map((entry) => entry.block)));
      },
      { discrete: true },
    );
  }

  /** The live element of a line (a block, a line of a composite, an item, a cell) by the id that the body gives it. */
  $lineById(id: string): ElementNode | null {
    return this.$lines().get(id) ?? null;
  }

  /** Every line with its id, in reading order. Inside of an update or a read. */
  $lines(): ReadonlyMap<string, ElementNode> {
    return this.reader.$lines();
  }

  /** Takes the text off the screen; its undo history stays. */
  detach(): void {
    this.lexical.setRootElement(null);
  }

  dispose(): void {
    this.unregister();
    this.lexical.setRootElement(null);
  }
}

/**
 * Whether an update changed any node. Lexical also calls nodes dirty when it only draws them anew, as on opening: an
 * article that was merely looked at must not be saved. Undo puts back whole states and names no nodes at all.
 */
function hasChangedText({
  dirtyElements,
  dirtyLeaves,
  editorState,
  prevEditorState,
  tags,
}: UpdateListenerPayload): boolean {
  if (tags.has(HISTORIC_TAG)) return true;
  for (const keys of [dirtyLeaves, dirtyElements.keys()]) {
    for (const key of keys) if (nodeIn(editorState, key) !== nodeIn(prevEditorState, key)) return true;
  }
  return false;
}

function nodeIn(state: EditorState, key: NodeKey) {
  return state.read(() => $getNodeByKey(key));
}

export function createArticleLexical(assets = ''): LexicalEditor {
  return createEditor({
    namespace: 'marbre',
    nodes: editorNodes,
    theme: {
      assets,
      table: 'table',
      tableCell: 'table-cell',
      tableCellHeader: 'table-header',
      tableCellSelected: 'table-cell-selected',
      tableSelection: 'table-selection',
      text: {
        bold: 'text-bold',
        italic: 'text-italic',
        underline: 'text-underline',
        strikethrough: 'text-strikethrough',
        underlineStrikethrough: 'text-underline text-strikethrough',
        code: 'text-code',
        superscript: 'text-superscript',
        subscript: 'text-subscript',
      },
      list: {
        nested: { listitem: 'list-nested' },
        checklist: 'check-list',
        listitemChecked: 'check-item check-item-on',
        listitemUnchecked: 'check-item',
      },
    },
    onError: (error) => {
      throw error;
    },
  });
}
