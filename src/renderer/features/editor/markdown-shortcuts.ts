import { $isListNode } from '@lexical/list';
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  type TextMatchTransformer,
} from '@lexical/markdown';
import {
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type ParagraphNode,
} from 'lexical';
import { safeUrl } from '#core/body/links';
import { $makeBlocks, $toggleList } from './block-commands';
import { $insertBlock } from './insert-commands';
import { $createDividerNode } from './nodes/divider-node';

/** What is typed at the head of a paragraph, before a blank, and what becomes of the paragraph. */
const openings: readonly (readonly [RegExp, (match: RegExpExecArray) => void])[] = [
  [/^##$/, () => $makeBlocks('h2')],
  [/^###$/, () => $makeBlocks('h3')],
  [/^####$/, () => $makeBlocks('h4')],
  [/^#$/, () => $makeBlocks('h2')],
  [/^>$/, () => $makeBlocks('quote')],
  [/^[-*+]$/, () => $toggleList('bullet')],
  [/^\[ ?\]$/, () => $toggleList('check')],
  [/^(\d{1,6})[.)]$/, (match) => $numberedFrom(Number(match[1]))],
  [/^```$/, () => $makeBlocks('code')],
];

function $numberedFrom(start: number): void {
  $toggleList('number');
  const selection = $getSelection();
  const list = $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement() : null;
  if ($isListNode(list) && start !== 1) list.setStart(start);
}

const safeLink: TextMatchTransformer = {
  ...LINK,
  // An address that may not be a link stays the text that was typed.
  replace: (node, match) => (safeUrl(match[2] ?? '') === null ? undefined : LINK.replace?.(node, match)),
};

/** `## `, `- `, `1. `, `[] `, `> `, ``` and `---` become blocks as they are typed, **bold** and its kin become marks. */
export function registerTypedMarkdown(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerMarkdownShortcuts(editor, [
      INLINE_CODE,
      BOLD_ITALIC_STAR,
      BOLD_STAR,
      BOLD_UNDERSCORE,
      ITALIC_STAR,
      ITALIC_UNDERSCORE,
      STRIKETHROUGH,
      safeLink,
    ]),
    editor.registerUpdateListener(({ tags, dirtyLeaves, editorState, prevEditorState }) => {
      if (tags.has('historic') || tags.has('collaboration') || editor.isComposing()) return;
      const typed = editorState.read(() => typedOpening(dirtyLeaves));
      if (!typed || prevEditorState.read(() => textBeforeCaret()) !== typed.before) return;
      // A step of its own: undo gives back what was typed.
      editor.update(() => $open(typed.key), { tag: HISTORY_PUSH_TAG });
    }),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $rule, COMMAND_PRIORITY_HIGH),
  );
}

interface Typed {
  readonly key: string;
  readonly before: string;
}

/** The text run that has just been typed to “## ”, and what it was before the blank. */
function typedOpening(dirtyLeaves: ReadonlySet<string>): Typed | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !dirtyLeaves.has(node.getKey())) return null;
  const before = node.getTextContent().slice(0, selection.anchor.offset);
  if (!before.endsWith(' ') || node.getPreviousSibling() !== null || !$isParagraphNode(node.getParent()))
    return null;
  const sign = before.slice(0, -1);
  return openings.some(([pattern]) => pattern.test(sign)) ? { key: node.getKey(), before: sign } : null;
}

function textBeforeCaret(): string {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return '';
  const node = selection.anchor.getNode();
  return $isTextNode(node) ? node.getTextContent().slice(0, selection.anchor.offset) : '';
}

function $open(key: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.anchor.key !== key) return;
  const node = selection.anchor.getNode();
  const paragraph = node.getParent();
  if (!$isTextNode(node) || !$isParagraphNode(paragraph) || paragraph.getParent()?.getType() !== 'root')
    return;
  const end = selection.anchor.offset;
  const sign = node.getTextContent().slice(0, end - 1);
  for (const [pattern, work] of openings) {
    const match = pattern.exec(sign);
    if (!match) continue;
    $takeOut(node.getTextContent().slice(end), paragraph);
    work(match);
    return;
  }
}

/** The sign goes; what stood behind it stays. */
function $takeOut(rest: string, paragraph: ParagraphNode): void {
  const node = paragraph.getFirstChild();
  if (!$isTextNode(node)) return;
  if (rest === '') {
    node.remove();
    paragraph.selectStart();
  } else {
    node.setTextContent(rest);
    node.select(0, 0);
  }
}

/** `---` and Return is a rule; ``` and Return is code. */
function $rule(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const paragraph = selection.anchor.getNode().getTopLevelElement();
  if (!$isParagraphNode(paragraph)) return false;
  const text = paragraph.getTextContent();
  if (!/^(?:---|\*\*\*|```)$/.test(text)) return false;
  paragraph.clear();
  paragraph.select();
  if (text === '```') $makeBlocks('code');
  else $insertBlock($createDividerNode());
  return true;
}
