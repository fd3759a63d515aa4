import {
  $getSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  REDO_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from 'lexical';
import type { CommandId } from '#core/commands/table';
import { randomIds } from '#core/ids';
import { useCommands } from '../../commands/registry';
import type { ArticleEditor } from './article-editor';
import { $makeBlocks, $toggleList, type TextKind } from './block-commands';
import {
  $insertDivider,
  $insertFootnote,
  $insertTable,
  $moveBlock,
  $removeBlock,
  $resizePicture,
} from './insert-commands';
import { $addColumn, $addRow, $moveColumn, $removeColumn, $removeRow, $toggleHeader } from './table-commands';

type Lexical = ArticleEditor['lexical'];

const newId = randomIds((bytes) => crypto.getRandomValues(bytes));

/** The commands that change text and ask nothing. They act on the live editor and give the focus back to it. */
const edits: Partial<Record<CommandId, (editor: Lexical) => void>> = {
  'edit.undo': (editor) => void editor.dispatchCommand(UNDO_COMMAND, undefined),
  'edit.redo': (editor) => void editor.dispatchCommand(REDO_COMMAND, undefined),
  'format.bold': format('bold'),
  'format.italic': format('italic'),
  'format.underline': format('underline'),
  'format.strikethrough': format('strikethrough'),
  'format.code': format('code'),
  'format.superscript': format('superscript'),
  'format.subscript': format('subscript'),
  'block.paragraph': make('paragraph'),
  'block.heading-2': make('h2'),
  'block.heading-3': make('h3'),
  'block.heading-4': make('h4'),
  'block.quote': make('quote'),
  'block.pull-quote': make('pull-quote'),
  'block.fact-box': make('fact-box'),
  'block.code': make('code'),
  'block.bulleted-list': change(() => $toggleList('bullet')),
  'block.numbered-list': change(() => $toggleList('number')),
  'block.check-list': change(() => $toggleList('check')),
  'block.divider': change($insertDivider),
  'block.move-up': change(() => $moveBlock(-1)),
  'block.move-down': change(() => $moveBlock(1)),
  'block.remove': change($removeBlock),
  'insert.table': change($insertTable),
  'insert.footnote': change(() => $insertFootnote(newId())),
  'insert.no-break-space': change(() => $insertText('\u00a0')),
  'insert.narrow-space': change(() => $insertText('\u202f')),
  'table.row-above': change(() => $addRow(false)),
  'table.row-below': change(() => $addRow(true)),
  'table.column-before': change(() => $addColumn(false)),
  'table.column-after': change(() => $addColumn(true)),
  'table.column-left': change(() => $moveColumn(-1)),
  'table.column-right': change(() => $moveColumn(1)),
  'table.remove-row': change($removeRow),
  'table.remove-column': change($removeColumn),
  'table.header': change($toggleHeader),
  'picture.narrower': change(() => $resizePicture(-10)),
  'picture.wider': change(() => $resizePicture(10)),
};

export const editCommandIds = Object.keys(edits) as CommandId[];

function format(type: TextFormatType) {
  return (editor: Lexical) => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, type);
}

function make(kind: TextKind) {
  return change(() => $makeBlocks(kind));
}

function change(work: () => unknown) {
  return (editor: Lexical) => editor.update(() => void work());
}

function $insertText(text: string): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertText(text);
}

/** Runs one editing command on an editor; the slash menu, the toolbar and the tests call it too. */
export function runEdit(id: CommandId, editor: Lexical): void {
  edits[id]?.(editor);
}

/** What asks something first, and is answered in a dialog or a bar of the editor. */
export type Asking = 'link' | 'picture' | 'embed' | 'describe' | 'find' | 'replace';

const asking: Partial<Record<CommandId, Asking>> = {
  'format.link': 'link',
  'insert.picture': 'picture',
  'insert.embed': 'embed',
  'picture.describe': 'describe',
  'find.open': 'find',
  'find.replace': 'replace',
};

export function useEditorCommands(editor: ArticleEditor | null, ask: (what: Asking) => void): void {
  const run = (id: CommandId) => () => {
    if (!editor) return;
    editor.lexical.focus();
    runEdit(id, editor.lexical);
  };
  const handlers = Object.fromEntries(editCommandIds.map((id) => [id, run(id)]));
  const questions = Object.fromEntries(Object.entries(asking).map(([id, what]) => [id, () => ask(what)]));
  useCommands({ ...handlers, ...questions, 'focus.editor': () => editor?.lexical.focus() });
}
