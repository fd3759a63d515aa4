import { $getSelection, $isRangeSelection } from 'lexical';
import {
  Bold,
  Code,
  Italic,
  Link2,
  type LucideIcon,
  MessageSquarePlus,
  SearchCheck,
  Strikethrough,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type CommandId, commands, commandTitle, isEnabled } from '#core/commands/table';
import { showKeys } from '../../commands/keys';
import { runCommand } from '../../commands/registry';
import { facts } from '../../session/editor-port';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';
import { useQuietState } from '../../ui/use-quiet-state';
import type { ArticleEditor } from './article-editor';
import { placeBeside, selectionRect } from './caret-rect';

const buttons: readonly (readonly [CommandId, LucideIcon])[] = [
  ['format.bold', Bold],
  ['format.italic', Italic],
  ['format.strikethrough', Strikethrough],
  ['format.code', Code],
  ['format.link', Link2],
  ['claim.create', SearchCheck],
  ['comment.create', MessageSquarePlus],
];
const size = { width: buttons.length * 30 + 10, height: 38 } as const;

/** What one does with selected words, above them. Alt+F10 goes there from the keyboard, Escape comes back. */
export function SelectionToolbar({
  editor,
  surface,
}: {
  readonly editor: ArticleEditor;
  readonly surface: HTMLElement | null;
}) {
  const { t, language } = useTranslation();
  const holding = useStore(facts);
  const [place, setPlace] = useQuietState<{ left: number; top: number } | null>(null);
  const bar = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let isPressed = false;
    const show = (): void => {
      const isSelected = editor.lexical.getEditorState().read(() => {
        const selection = $getSelection();
        return (
          $isRangeSelection(selection) && !selection.isCollapsed() && selection.getTextContent().trim() !== ''
        );
      });
      const rect = isSelected && !isPressed ? selectionRect(surface) : null;
      setPlace(rect && placeBeside(rect, size, 'above'));
    };
    const onDown = (event: PointerEvent): void => {
      isPressed = !bar.current?.contains(event.target as Node);
    };
    const onUp = (): void => {
      isPressed = false;
      setTimeout(show, 0);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey && event.key === 'F10') bar.current?.querySelector('button')?.focus();
    };
    const stop = editor.lexical.registerUpdateListener(show);
    const hide = (): void => setPlace(null);
    const scroller = surface?.parentElement;
    window.addEventListener('pointerdown', onDown, true);
    window.addEventListener('pointerup', onUp, true);
    surface?.addEventListener('keydown', onKey);
    scroller?.addEventListener('scroll', hide, { passive: true });
    return () => {
      stop();
      window.removeEventListener('pointerdown', onDown, true);
      window.removeEventListener('pointerup', onUp, true);
      surface?.removeEventListener('keydown', onKey);
      scroller?.removeEventListener('scroll', hide);
    };
  }, [editor, surface, setPlace]);

  if (!place) return null;
  return (
    <div
      ref={bar}
      className="popover selection-toolbar"
      role="toolbar"
      aria-label={t('app.editor.selection')}
      style={place}
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.lexical.focus();
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        const all = [...(bar.current?.querySelectorAll('button') ?? [])];
        if (step)
          all[(all.indexOf(event.target as HTMLButtonElement) + step + all.length) % all.length]?.focus();
      }}
    >
      {buttons.map(([id, icon]) => (
        <IconButton
          key={id}
          icon={icon}
          label={t(commandTitle(id))}
          keys={commands[id].keys && showKeys(commands[id].keys ?? '', language)}
          disabled={!isEnabled(id, holding)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => runCommand(id)}
        />
      ))}
    </div>
  );
}
