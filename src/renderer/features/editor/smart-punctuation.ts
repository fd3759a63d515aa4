import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
} from 'lexical';
import type { Language } from '#core/article/values';
import { type FrenchSpace, isInQuotation, mendApostrophe, typeset } from '#core/language/typography';
import { $lineAt } from './composites';
import { $isCodeNode } from './nodes/code-node';
import { $leavesOf } from './text-positions';

interface Options {
  readonly isOn: () => boolean;
  readonly language: () => Language;
  readonly space: () => FrenchSpace;
}

/** How much of the line is looked at, in UTF-16 units. */
const lookBack = 300;

/** Sets quotation marks, apostrophes, dashes and French spaces as they are typed; never inside a closed quotation. */
export function registerSmartPunctuation(
  editor: LexicalEditor,
  { isOn, language, space }: Options,
): () => void {
  return editor.registerCommand(
    BEFORE_INPUT_COMMAND,
    (event) => {
      const { data, inputType } = event;
      const isTyped =
        inputType === 'insertText' && data !== null && [...data].length === 1 && !event.isComposing;
      if (!isTyped || !isOn()) return false;
      const change = $typeset(data, language(), space());
      if (!change) return false;
      event.preventDefault();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}

/** Puts the typeset character in; false when the typed one is to go in as it is. */
export function $typeset(typed: string, language: Language, space: FrenchSpace): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const node = selection.anchor.getNode();
  const line = $lineAt(selection);
  if (!line || $isCodeNode(line) || ($isTextNode(node) && node.hasFormat('code'))) return false;
  const { before, after } = $around();
  const isClosed = isInQuotation(before) && /[»”]/.test(after);
  if (isClosed) return false;
  const given = { before: before.slice(-lookBack), typed, language, space };
  const change = typeset(given) ?? mendApostrophe(given);
  if (!change) return false;
  const { offset, key } = selection.anchor;
  // What goes must stand in the run of the caret: marks and claims of a neighbour are not touched.
  if (change.remove > 0 && (!$isTextNode(node) || offset < change.remove)) return false;
  if (change.remove > 0) selection.anchor.set(key, offset - change.remove, 'text');
  selection.insertText(change.insert);
  return true;
}

/** The text of the caret's line on both sides of it. */
export function $around(): { readonly before: string; readonly after: string } {
  const selection = $getSelection();
  const line = $isRangeSelection(selection) ? $lineAt(selection) : null;
  if (!line || !$isRangeSelection(selection)) return { before: '', after: '' };
  const leaves = $leavesOf(line);
  const text = leaves.map(({ node }) => node.getTextContent()).join('');
  const here = leaves.find(({ node }) => node.is(selection.anchor.getNode()));
  const at = here ? here.start + selection.anchor.offset : 0;
  return { before: text.slice(0, at), after: text.slice(at) };
}
