import {
  $createTextNode,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMPOSITION_END_COMMAND,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type ElementNode,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  PASTE_COMMAND,
  type RangeSelection,
  REMOVE_TEXT_COMMAND,
  type TextNode,
} from 'lexical';
import { $partedBy, $reviewOf, $setPartedBy, $setReview } from './nodes/node-state';

interface Options {
  readonly isOn: () => boolean;
  /** Makes the record of a new suggestion and gives its id. */
  readonly create: () => string;
}

/**
 * Suggestion mode: what is typed stands in the text as an insertion, what is deleted stays and is struck out, until
 * somebody decides. Neighbouring edits belong to one suggestion. Formatting and changes of blocks are not tracked.
 */
export function registerSuggestions(editor: LexicalEditor, { isOn, create }: Options): () => void {
  const when =
    <T>(work: (selection: RangeSelection, payload: T) => boolean) =>
    (payload: T): boolean => {
      const selection = $getSelection();
      return isOn() && $isRangeSelection(selection) && work(selection, payload);
    };
  const remove = (unit: Unit) =>
    when<boolean>((selection, isBackward) => {
      $suggestRemoval(selection, { unit, isBackward }, create);
      return true;
    });
  return mergeRegister(
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      when<InputEvent>((selection, event) => {
        const isTyped = event.inputType === 'insertText' && event.data !== null && !event.isComposing;
        if (!isTyped) return false;
        event.preventDefault();
        $suggestText(selection, event.data ?? '', create);
        return true;
      }),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      when<InputEvent | string>((selection, payload) => {
        const text = typeof payload === 'string' ? payload : (payload.data ?? '');
        if (text === '') return false;
        $suggestText(selection, text, create);
        return true;
      }),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, remove('character'), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_WORD_COMMAND, remove('word'), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_LINE_COMMAND, remove('lineboundary'), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      REMOVE_TEXT_COMMAND,
      when((selection) => {
        $suggestRemoval(selection, { unit: 'character', isBackward: true }, create);
        return true;
      }),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      INSERT_PARAGRAPH_COMMAND,
      when((selection) => $suggestParagraph(selection, create)),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      when<ClipboardEvent | InputEvent | KeyboardEvent>((selection, event) => {
        const text = 'clipboardData' in event ? event.clipboardData?.getData('text/plain') : undefined;
        if (!text) return false;
        event.preventDefault();
        $suggestText(selection, text, create);
        return true;
      }),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      CUT_COMMAND,
      when<ClipboardEvent | KeyboardEvent | null>((selection, event) => {
        if (selection.isCollapsed()) return true;
        if (event && 'clipboardData' in event) {
          event.preventDefault();
          event.clipboardData?.setData('text/plain', selection.getTextContent());
        }
        $suggestRemoval(selection, { unit: 'character', isBackward: true }, create);
        return true;
      }),
      COMMAND_PRIORITY_CRITICAL,
    ),
    registerComposed(editor, isOn, create),
  );
}

type Unit = 'character' | 'word' | 'lineboundary';

/** Puts text at the caret, or in the place of the selection, as an insertion; line ends part paragraphs. */
function $suggestText(selection: RangeSelection, text: string, create: () => string): void {
  const replaced = selection.isCollapsed() ? null : $strike(selection, create);
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const current = $getSelection();
    if (!$isRangeSelection(current)) return;
    if (index > 0) $suggestParagraph(current, create);
    const after = $getSelection();
    if (line !== '' && $isRangeSelection(after)) $insertAtCaret(after, line, replaced, create);
  }
}

function $insertAtCaret(
  selection: RangeSelection,
  text: string,
  replaced: string | null,
  create: () => string,
): void {
  const { anchor } = selection;
  const node = anchor.getNode();
  if ($isTextNode(node) && $reviewOf(node).inserted) {
    selection.insertText(text);
    return;
  }
  const neighbour = $isTextNode(node) ? neighbourAt(node, anchor.offset) : null;
  if ($isTextNode(neighbour) && $reviewOf(neighbour).inserted) {
    const end = neighbour.isBefore(node) ? neighbour.getTextContentSize() : 0;
    neighbour.select(end, end).insertText(text);
    return;
  }
  const made = $createTextNode(text).setFormat(selection.format);
  $setReview(made, { inserted: replaced ?? create() });
  selection.insertNodes([made]);
  made.selectEnd();
}

function neighbourAt(node: TextNode, offset: number) {
  if (offset === 0) return node.getPreviousSibling();
  return offset === node.getTextContentSize() ? node.getNextSibling() : null;
}

/** Strikes out the selection or what Backspace and its kin would take, and puts the caret on the far side. */
function $suggestRemoval(
  selection: RangeSelection,
  { unit, isBackward }: { readonly unit: Unit; readonly isBackward: boolean },
  create: () => string,
): void {
  if (selection.isCollapsed()) {
    if ($atBorder(selection, isBackward)) return;
    $extend(selection, unit, isBackward);
  }
  if (!selection.isCollapsed()) $strike(selection, create, isBackward);
}

/** At the head of a paragraph that a suggestion parted off, Backspace takes that suggestion back; else it stops. */
function $atBorder(selection: RangeSelection, isBackward: boolean): boolean {
  const block = selection.anchor.getNode().getTopLevelElement();
  if (!$isElementNode(block)) return true;
  const edge = isBackward ? block.getFirstDescendant() : block.getLastDescendant();
  const node = selection.anchor.getNode();
  const end = $isTextNode(node) ? node.getTextContentSize() : block.getChildrenSize();
  const isAtEdge = (node.is(edge) || node.is(block)) && selection.anchor.offset === (isBackward ? 0 : end);
  const previous = block.getPreviousSibling();
  if (isAtEdge && isBackward && $partedBy(block) && $isElementNode(previous)) {
    previous.selectEnd();
    previous.append(...block.getChildren());
    block.remove();
  }
  return isAtEdge;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One character inside of a run is found without the browser; words, lines and borders are the browser's to know. */
function $extend(selection: RangeSelection, unit: Unit, isBackward: boolean): void {
  const node = selection.anchor.getNode();
  const { offset } = selection.anchor;
  const text = $isTextNode(node) ? node.getTextContent() : '';
  const rest = isBackward ? text.slice(0, offset) : text.slice(offset);
  if (unit !== 'character' || rest === '') {
    selection.modify('extend', isBackward, unit);
    return;
  }
  const parts = [...graphemes.segment(rest)];
  const length = (isBackward ? parts.at(-1) : parts[0])?.segment.length ?? 1;
  selection.focus.set(node.getKey(), isBackward ? offset - length : offset + length, 'text');
}

/** Marks the selected runs as deleted; what was only suggested is really gone. Gives the suggestion's id. */
function $strike(selection: RangeSelection, create: () => string, toStart = false): string {
  const nodes = selection.extract().filter($isTextNode);
  const [first, last] = [nodes[0], nodes.at(-1)];
  const beside = [first?.getPreviousSibling(), last?.getNextSibling()].filter($isTextNode);
  const id = beside.map((node) => $reviewOf(node).deleted).find(Boolean) ?? create();
  const before = first?.getPreviousSibling() ?? null;
  const after = last?.getNextSibling() ?? null;
  const parent = first?.getParent() ?? null;
  for (const node of nodes) {
    const review = $reviewOf(node);
    if (review.inserted) node.remove();
    else if (!review.deleted) $setReview(node, { ...review, deleted: id });
  }
  const edge = toStart ? first : last;
  if (edge?.isAttached()) edge.select(...(toStart ? ([0, 0] as const) : []));
  else $selectBetween(before, after, parent);
  return id;
}

/** The caret to where removed runs were. */
function $selectBetween(
  before: LexicalNode | null,
  after: LexicalNode | null,
  parent: ElementNode | null,
): void {
  if ($isTextNode(before)) before.selectEnd();
  else if ($isTextNode(after)) after.select(0, 0);
  else parent?.selectStart();
}

/** A new paragraph that says which suggestion parted it off. Other blocks are split as always, untracked. */
function $suggestParagraph(selection: RangeSelection, create: () => string): boolean {
  const replaced = selection.isCollapsed() ? null : $strike(selection, create);
  const current = $getSelection();
  if (!$isRangeSelection(current) || !$isParagraphNode(current.anchor.getNode().getTopLevelElement()))
    return false;
  const made = current.insertParagraph();
  if ($isParagraphNode(made)) $setPartedBy(made, replaced ?? create());
  return true;
}

/** Text that came through an input method is looked at when it is there: browsers do not ask before. */
function registerComposed(editor: LexicalEditor, isOn: () => boolean, create: () => string): () => void {
  let before: { readonly key: NodeKey; readonly text: string } | null = null;
  return mergeRegister(
    editor.registerCommand(
      COMPOSITION_START_COMMAND,
      () => {
        const selection = $getSelection();
        const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
        before = isOn() && $isTextNode(node) ? { key: node.getKey(), text: node.getTextContent() } : null;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      COMPOSITION_END_COMMAND,
      () => {
        const started = before;
        before = null;
        if (started) queueMicrotask(() => editor.update(() => $markComposed(started, create)));
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
}

function $markComposed(
  { key, text }: { readonly key: NodeKey; readonly text: string },
  create: () => string,
): void {
  const node = $getNodeByKey(key);
  if (!$isTextNode(node) || $reviewOf(node).inserted) return;
  const now = node.getTextContent();
  let start = 0;
  while (start < text.length && text[start] === now[start]) start += 1;
  const added = now.length - text.length;
  if (added <= 0 || now.slice(start + added) !== text.slice(start)) return;
  const pieces = node.splitText(start, start + added);
  const piece = start === 0 ? pieces[0] : pieces[1];
  if (piece) $setReview(piece, { inserted: create() });
}

/** The undecided suggestion under the caret, or right beside it. */
export function $suggestionAtCaret(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const node = selection.anchor.getNode();
  const near = $isTextNode(node) ? [node, neighbourAt(node, selection.anchor.offset)] : [];
  for (const one of near) {
    if (!$isTextNode(one)) continue;
    const { inserted, deleted } = $reviewOf(one);
    if (inserted || deleted) return inserted ?? deleted ?? null;
  }
  return $partedBy(node.getTopLevelElement() ?? node) || null;
}
