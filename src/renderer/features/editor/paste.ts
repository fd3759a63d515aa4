import {
  $generateJSONFromSelectedNodes,
  $generateNodesFromSerializedNodes,
  $insertGeneratedNodes,
} from '@lexical/clipboard';
import { $isListItemNode, $isListNode } from '@lexical/list';
import {
  $addUpdateTag,
  $createLineBreakNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type RangeSelection,
} from 'lexical';
import { textRun } from '#core/body/normalize';
import type { Block } from '#core/body/schema';
import { countedIds, type IdSource } from '#core/ids';
import { $lineAt } from './composites';
import { BodyReader } from './mapping/from-lexical';
import { $blockToLexical, $inline } from './mapping/to-lexical';
import { $isCodeNode } from './nodes/code-node';
import { $isFieldNode } from './nodes/field-node';
import { readOwnNodes } from './own-format';

type Readers = typeof import('./clipboard-reader');

interface Options {
  readonly newId: IdSource;
  /** A picture came out of the clipboard. */
  readonly onPicture?: ((file: Blob) => void) | undefined;
}

/** Our own clipboard format: it keeps claims, and only Lexical reads it. */
const own = 'application/x-lexical-editor';

let readers: Readers | null = null;

async function loadReaders(): Promise<Readers> {
  readers ??= await import('./clipboard-reader');
  return readers;
}

/** Loads the readers before anybody pastes. */
export async function prepareClipboard(): Promise<void> {
  await loadReaders();
}

/**
 * What comes in is read by core's own readers, what goes out is written by its writers: clean HTML, text, and our own
 * format. A paste is one step of undo.
 */
export function registerClipboard(editor: LexicalEditor, options: Options): () => void {
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = 'clipboardData' in event ? event.clipboardData : null;
        return data !== null && take(editor, data, event, options);
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // What is dropped, or comes from a list of synonyms, takes the same way in.
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) => {
        const data = typeof event === 'string' ? null : event.dataTransfer;
        return data !== null && typeof event !== 'string' && take(editor, data, event, options);
      },
      COMMAND_PRIORITY_HIGH,
    ),
    ...[COPY_COMMAND, CUT_COMMAND].map((command) =>
      editor.registerCommand(
        command,
        (event) => {
          const data = event && 'clipboardData' in event ? event.clipboardData : null;
          if (!data || !readers || !$putSelection(editor, data, readers)) return false;
          event?.preventDefault();
          const selection = $getSelection();
          if (command === CUT_COMMAND && $isRangeSelection(selection)) selection.removeText();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    ),
  );
}

function take(editor: LexicalEditor, data: DataTransfer, event: Event, options: Options): boolean {
  if (takeOwn(editor, data, event) || takeData(editor, data, event, options)) return true;
  // Nothing that we read: Lexical would still believe whatever calls itself our format.
  if (!data.types.includes(own)) return false;
  event.preventDefault();
  return true;
}

/** Takes in what stands in our own format, when it is that and not somebody's imitation. */
function takeOwn(editor: LexicalEditor, data: DataTransfer, event: Event): boolean {
  const nodes = data.types.includes(own) ? readOwnNodes(editor, data.getData(own)) : null;
  const selection = $getSelection();
  if (nodes === null || selection === null) return false;
  event.preventDefault();
  $addUpdateTag(PASTE_TAG);
  $insertGeneratedNodes(editor, $generateNodesFromSerializedNodes(nodes), selection);
  return true;
}

function takeData(
  editor: LexicalEditor,
  data: DataTransfer,
  event: Event,
  { newId, onPicture }: Options,
): boolean {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  const picture = [...data.files].find(({ type }) => type.startsWith('image/'));
  // Word processors put a picture of the text beside the text.
  if (picture && onPicture && text.trim() === '') {
    event.preventDefault();
    onPicture(picture);
    return true;
  }
  if (html === '' && text === '') return false;
  event.preventDefault();
  const insert = (loaded: Readers): void => {
    const blocks = html.trim() === '' ? linesAsBlocks(text, newId) : loaded.readClipboardHtml(html, newId);
    insertBlocks(editor, blocks.length > 0 ? blocks : linesAsBlocks(text, newId));
  };
  if (readers) insert(readers);
  else void loadReaders().then(insert);
  return true;
}

/** Text as paragraphs, one for each line: a clipboard's line ends are somebody's. */
export function linesAsBlocks(text: string, newId: IdSource): Block[] {
  return text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ id: newId(), type: 'paragraph', content: [textRun(line)] }));
}

/** Text whose lines were broken at a margin, joined again; lists are lists. */
export async function reflowedBlocks(text: string, newId: IdSource): Promise<Block[]> {
  const { readText } = await loadReaders();
  const read = readText(new TextEncoder().encode(text));
  return read.ok ? read.value.blocks.map((block) => ({ ...block, id: newId() })) : linesAsBlocks(text, newId);
}

/** Puts blocks in the place of the selection, as one step of undo. */
export function insertBlocks(editor: LexicalEditor, blocks: readonly Block[]): void {
  if (blocks.length === 0) return;
  editor.update(
    () => {
      const selection = $getSelection() ?? $getRoot().selectEnd();
      if ($isRangeSelection(selection)) $insertBlocks(selection, blocks);
    },
    { tag: PASTE_TAG, discrete: true },
  );
}

function $insertBlocks(selection: RangeSelection, blocks: readonly Block[]): void {
  if (!selection.isCollapsed()) selection.removeText();
  const current = $getSelection();
  if (!$isRangeSelection(current)) return;
  const [first, ...others] = blocks;
  const line = $lineAt(current);
  const isOneLine = first?.type === 'paragraph' && others.length === 0;
  if (isOneLine) current.insertNodes($inline(first.content));
  else if (line && $isParagraphNode(line) && line.getParent()?.is($getRoot())) $splice(line, current, blocks);
  else if (line && $isListItemNode(line) && !$isListNode(line.getFirstChild()))
    $intoList(line, current, blocks);
  else if (line && $isPlainBlock(line)) $splice(line, current, blocks);
  else current.insertNodes($asLines(blocks, line));
}

/** Headings stand at the top level as paragraphs do; they are not split open, the blocks go behind them. */
function $isPlainBlock(line: ElementNode): boolean {
  const isTop = line.getParent()?.is($getRoot()) ?? false;
  return isTop && !$isFieldNode(line) && !$isCodeNode(line) && line.getType() !== 'footnote';
}

/**
 * Whole blocks among whole blocks, put into the root at once: Lexical's own way visits every node for every other,
 * and takes minutes for a long paste.
 */
function $splice(line: ElementNode, selection: RangeSelection, blocks: readonly Block[]): void {
  const nodes = blocks.map($blockToLexical);
  const tail = line.isEmpty() ? line : $tailOf(selection, line);
  const [first] = nodes;
  const root = $getRoot();
  root.splice(line.getIndexWithinParent() + 1, 0, nodes);
  if ($isParagraphNode(first) && !line.isEmpty()) {
    line.append(...first.getChildren());
    first.remove();
    if (nodes.length === 1) nodes[0] = line;
  } else if (line.isEmpty()) line.remove();
  const last = nodes.at(-1);
  if (tail.is(line) || !tail.isAttached()) $caretBehind(last);
  else if ($isParagraphNode(last)) {
    const size = last.getChildrenSize();
    const end = last.getLastDescendant();
    last.append(...tail.getChildren());
    tail.remove();
    // A place in a run of text stays right when that run is joined with the one behind it.
    if ($isTextNode(end)) end.select();
    else last.select(size, size);
  } else tail.selectStart();
}

/** What stands behind the caret, as a paragraph of its own; the line itself when there is nothing. */
function $tailOf(selection: RangeSelection, line: ElementNode): ElementNode {
  const isAtEnd = line.getLastDescendant()?.is(selection.anchor.getNode()) ?? false;
  const size = selection.anchor.getNode().getTextContentSize();
  if (isAtEnd && selection.anchor.offset === size) return line;
  const made = selection.insertParagraph();
  return $isElementNode(made) ? made : line;
}

function $caretBehind(node: LexicalNode | undefined): void {
  if ($isElementNode(node)) node.selectEnd();
  else node?.selectNext();
}

/** The items of pasted lists become items; other lines too. */
function $intoList(item: ElementNode, selection: RangeSelection, blocks: readonly Block[]): void {
  const nodes = blocks.map($blockToLexical);
  const items = nodes.flatMap((node) => ($isListNode(node) ? node.getChildren() : []));
  if (items.length === 0) {
    selection.insertNodes($asLines(blocks, item));
    return;
  }
  let last: LexicalNode = item;
  for (const one of items) {
    last.insertAfter(one, false);
    last = one;
  }
  if (item.isEmpty()) item.remove();
  $caretBehind(last);
}

/** All words as one line, where only a line may stand: breaks part them, and blanks in a field. */
function $asLines(blocks: readonly Block[], line: ElementNode | null): LexicalNode[] {
  const holder = blocks.map($blockToLexical);
  return holder.flatMap((node, index) => {
    const words = $isElementNode(node) ? node.getTextContent().replace(/\n{2,}/g, '\n') : '';
    const parts = words.split('\n').filter((part) => part !== '');
    const isLineOnly = $isFieldNode(line);
    return parts.flatMap((part, at): LexicalNode[] => {
      const isFirst = index === 0 && at === 0;
      if (isFirst) return [$createTextNode(part)];
      return isLineOnly ? [$createTextNode(` ${part}`)] : [$createLineBreakNode(), $createTextNode(part)];
    });
  });
}

function $putSelection(editor: LexicalEditor, data: DataTransfer, loaded: Readers): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  const json = $generateJSONFromSelectedNodes(editor, selection);
  const nodes = $generateNodesFromSerializedNodes(json.nodes);
  const blocks = new BodyReader(countedIds('x')).$detached(nodes);
  data.setData('text/plain', loaded.writeBlocksAsText(blocks));
  data.setData('text/html', loaded.writeBlocksAsHtml(blocks));
  data.setData(own, JSON.stringify(json));
  return true;
}
