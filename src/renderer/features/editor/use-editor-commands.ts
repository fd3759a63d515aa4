import { FORMAT_TEXT_COMMAND, REDO_COMMAND, type TextFormatType, UNDO_COMMAND } from 'lexical';
import type { CommandId } from '#core/commands/table';
import { useCommands } from '../../commands/registry';
import type { ArticleEditor } from './article-editor';
import { $makeBlocks, $toggleList } from './block-commands';
import { $insertDivider } from './insert-commands';

/** The commands that change text. They act on the live editor and give the focus back to it. */
const edits: Partial<Record<CommandId, (editor: ArticleEditor['lexical']) => void>> = {
  'edit.undo': (editor) => void editor.dispatchCommand(UNDO_COMMAND, undefined),
  'edit.redo': (editor) => void editor.dispatchCommand(REDO_COMMAND, undefined),
  'format.bold': format('bold'),
  'format.italic': format('italic'),
  'format.underline': format('underline'),
  'format.strikethrough': format('strikethrough'),
  'block.paragraph': block(() => $makeBlocks('paragraph')),
  'block.heading-2': block(() => $makeBlocks('h2')),
  'block.heading-3': block(() => $makeBlocks('h3')),
  'block.heading-4': block(() => $makeBlocks('h4')),
  'block.quote': block(() => $makeBlocks('quote')),
  'block.bulleted-list': block(() => $toggleList('bullet')),
  'block.numbered-list': block(() => $toggleList('number')),
  'block.divider': block($insertDivider),
};

export const editCommandIds = Object.keys(edits) as CommandId[];

function format(type: TextFormatType) {
  return (editor: ArticleEditor['lexical']) => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, type);
}

function block(change: () => void) {
  return (editor: ArticleEditor['lexical']) => editor.update(change);
}

/** Runs one editing command on an editor; the tests call it too. */
export function runEdit(id: CommandId, editor: ArticleEditor['lexical']): void {
  edits[id]?.(editor);
}

export function useEditorCommands(editor: ArticleEditor | null, openLink: () => void): void {
  const run = (id: CommandId) => () => {
    if (!editor) return;
    editor.lexical.focus();
    runEdit(id, editor.lexical);
  };
  const handlers = Object.fromEntries(editCommandIds.map((id) => [id, run(id)]));
  useCommands({ ...handlers, 'format.link': openLink, 'focus.editor': () => editor?.lexical.focus() });
}
