import {
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
} from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { type CommandId, commandIds, commands, commandTitle } from '#core/commands/table';
import { showKeys } from '../../commands/keys';
import { runCommand } from '../../commands/registry';
import { useTranslation } from '../../session/translation';
import { useQuietState } from '../../ui/use-quiet-state';
import type { ArticleEditor } from './article-editor';
import { placeBeside, selectionRect } from './caret-rect';

const offered = commandIds.filter((id) => commands[id].slash);
const size = { width: 280, height: 300 } as const;

interface Open {
  readonly typed: string;
  readonly left: number;
  readonly top: number;
}

/** A slash at the head of an empty paragraph offers every block by name, in the language of the interface. */
export function SlashMenu({
  editor,
  surface,
}: {
  readonly editor: ArticleEditor;
  readonly surface: HTMLElement | null;
}) {
  const { t, language } = useTranslation();
  const [open, setOpen] = useQuietState<Open | null>(null);
  const [index, setIndex] = useState(0);
  const dismissed = useRef('');
  const matching = open
    ? offered.filter((id) =>
        plain(t(commandTitle(id)))
          .split(/[\s’'-]+/)
          .some((word) => word.startsWith(plain(open.typed))),
      )
    : [];
  const chosen = matching[Math.min(index, matching.length - 1)];

  useEffect(
    () =>
      editor.lexical.registerUpdateListener(({ editorState }) => {
        const typed = editorState.read($typedBehindSlash);
        if (typed === null) dismissed.current = '';
        if (typed === null || dismissed.current !== '') {
          setOpen(null);
          return;
        }
        const rect = selectionRect(surface);
        setIndex(0);
        if (rect) setOpen({ typed, ...placeBeside(rect, size, 'below') });
      }),
    [editor, surface, setOpen],
  );

  const choose = (id: CommandId): void => {
    setOpen(null);
    editor.lexical.update($takeSlashOut, { discrete: true });
    runCommand(id);
  };
  const isOpen = open !== null && matching.length > 0;
  useEffect(() => {
    if (!isOpen) return undefined;
    const move = (step: number) => (event: KeyboardEvent | null) => {
      event?.preventDefault();
      setIndex((at) => (Math.min(at, matching.length - 1) + step + matching.length) % matching.length);
      return true;
    };
    const take = (event: KeyboardEvent | null) => {
      if (!chosen) return false;
      event?.preventDefault();
      choose(chosen);
      return true;
    };
    const dismiss = () => {
      dismissed.current = 'yes';
      setOpen(null);
      return true;
    };
    return mergeRegister(
      editor.lexical.registerCommand(KEY_ARROW_DOWN_COMMAND, move(1), COMMAND_PRIORITY_CRITICAL),
      editor.lexical.registerCommand(KEY_ARROW_UP_COMMAND, move(-1), COMMAND_PRIORITY_CRITICAL),
      editor.lexical.registerCommand(KEY_ENTER_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
      editor.lexical.registerCommand(KEY_TAB_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
      editor.lexical.registerCommand(KEY_ESCAPE_COMMAND, dismiss, COMMAND_PRIORITY_CRITICAL),
    );
  });
  // The caret stays in the text: readers of the screen follow the active option from there.
  useEffect(() => {
    if (!surface || !isOpen || !chosen) return undefined;
    surface.setAttribute('aria-controls', 'slash-menu');
    surface.setAttribute('aria-activedescendant', `slash-${chosen}`);
    document.getElementById(`slash-${chosen}`)?.scrollIntoView({ block: 'nearest' });
    return () => {
      surface.removeAttribute('aria-controls');
      surface.removeAttribute('aria-activedescendant');
    };
  }, [surface, isOpen, chosen]);
  if (!isOpen || !open) return null;
  return (
    <div
      id="slash-menu"
      className="popover slash-menu"
      role="listbox"
      aria-label={t('app.editor.blocks')}
      style={{ left: open.left, top: open.top }}
    >
      {matching.map((id) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses from the text, where the focus stays
        <div
          key={id}
          id={`slash-${id}`}
          role="option"
          tabIndex={-1}
          className="slash-option"
          aria-selected={id === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(id)}
        >
          <span>{t(commandTitle(id))}</span>
          {commands[id].keys && <kbd>{showKeys(commands[id].keys ?? '', language)}</kbd>}
        </div>
      ))}
    </div>
  );
}

/** What is typed behind a slash that opens a paragraph; null when there is none. */
function $typedBehindSlash(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  const paragraph = node.getParent();
  if (!$isTextNode(node) || !$isParagraphNode(paragraph) || paragraph.getParent()?.getType() !== 'root')
    return null;
  if (node.getPreviousSibling() !== null) return null;
  const before = node.getTextContent().slice(0, selection.anchor.offset);
  return /^\/([\p{L}\d ’'-]{0,30})$/u.exec(before)?.[1] ?? null;
}

function $takeSlashOut(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node)) return;
  const rest = node.getTextContent().slice(selection.anchor.offset);
  const paragraph = node.getParentOrThrow();
  if (rest === '') {
    node.remove();
    paragraph.selectStart();
  } else {
    node.setTextContent(rest);
    node.select(0, 0);
  }
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
