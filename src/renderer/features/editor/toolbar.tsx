import { $isLinkNode } from '@lexical/link';
import { $getSelection, $isRangeSelection } from 'lexical';
import {
  Bold,
  BookOpenCheck,
  Heading2,
  Heading3,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquarePlus,
  PencilLine,
  Pilcrow,
  Quote,
  Redo2,
  SearchCheck,
  Undo2,
} from 'lucide-react';
import { useEffect } from 'react';
import { type CommandId, commandIds, commands, commandTitle, isEnabled } from '#core/commands/table';
import { showKeys } from '../../commands/keys';
import { runCommand } from '../../commands/registry';
import { facts } from '../../session/editor-port';
import { suggesting } from '../../session/review-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';
import { useQuietState } from '../../ui/use-quiet-state';
import type { ArticleEditor } from './article-editor';
import { $blockKind, type BlockKind } from './block-commands';

const icons: Partial<Record<CommandId, LucideIcon>> = {
  'edit.undo': Undo2,
  'edit.redo': Redo2,
  'format.bold': Bold,
  'format.italic': Italic,
  'format.link': Link2,
  'block.paragraph': Pilcrow,
  'block.heading-2': Heading2,
  'block.heading-3': Heading3,
  'block.quote': Quote,
  'block.bulleted-list': List,
  'block.numbered-list': ListOrdered,
  'galley.toggle': BookOpenCheck,
  'claim.create': SearchCheck,
  'comment.create': MessageSquarePlus,
  'suggestion.mode': PencilLine,
};

const blockCommands: Partial<Record<CommandId, BlockKind>> = {
  'block.paragraph': 'paragraph',
  'block.heading-2': 'h2',
  'block.heading-3': 'h3',
  'block.quote': 'quote',
  'block.bulleted-list': 'bullet',
  'block.numbered-list': 'number',
};

const toolbarIds = commandIds.filter((id) => commands[id].toolbar);

/** The commands that the table puts into the toolbar, in its order. */
export function Toolbar({ editor }: { readonly editor: ArticleEditor | null }) {
  const { t, language } = useTranslation();
  const holding = useStore(facts);
  const pressed = usePressed(editor);
  const isSuggesting = useStore(suggesting);
  return (
    <div className="toolbar" role="toolbar" aria-label={t('app.editor.toolbar')}>
      {toolbarIds.map((id) => {
        const icon = icons[id];
        const { keys, separator, menu } = commands[id];
        const isNewGroup = separator || menu !== commands[toolbarIds[toolbarIds.indexOf(id) - 1] ?? id].menu;
        return icon ? (
          <IconButton
            key={id}
            icon={icon}
            label={t(commandTitle(id))}
            keys={keys && showKeys(keys, language)}
            disabled={!isEnabled(id, holding)}
            pressed={id === 'suggestion.mode' ? isSuggesting : pressed.has(id)}
            className={isNewGroup ? 'toolbar-group' : ''}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => runCommand(id)}
          />
        ) : null;
      })}
    </div>
  );
}

const nothing: ReadonlySet<CommandId> = new Set();

function isSameSet(a: ReadonlySet<CommandId>, b: ReadonlySet<CommandId>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

/** Which toggles are on where the caret stands. */
function usePressed(editor: ArticleEditor | null): ReadonlySet<CommandId> {
  const [pressed, setPressed] = useQuietState(nothing, isSameSet);
  useEffect(() => {
    if (!editor) return undefined;
    return editor.lexical.registerUpdateListener(({ editorState }) => {
      setPressed(editorState.read($pressed));
    });
  }, [editor, setPressed]);
  return pressed;
}

function $pressed(): ReadonlySet<CommandId> {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return nothing;
  const on = new Set<CommandId>();
  if (selection.hasFormat('bold')) on.add('format.bold');
  if (selection.hasFormat('italic')) on.add('format.italic');
  if (selection.anchor.getNode().getParents().some($isLinkNode)) on.add('format.link');
  const kind = $blockKind();
  for (const [id, blockKind] of Object.entries(blockCommands))
    if (blockKind === kind) on.add(id as CommandId);
  return on;
}
