import { $getSelection, $isRangeSelection } from 'lexical';
import { type RefObject, useEffect } from 'react';
import { measureText } from '#core/body/measures';
import { randomIds } from '#core/ids';
import { call } from '../../bridge/bridge';
import { useCommands } from '../../commands/registry';
import { preferences, setPreferences } from '../../session/app-session';
import { opened } from '../../session/article-session';
import { nextPlaceholder, selectionMeasures } from '../../session/length-session';
import { complain } from '../../session/notices';
import {
  activeSuggestion,
  decideSuggestions,
  nextSuggestion,
  suggesting,
} from '../../session/review-session';
import { useStore } from '../../session/store';
import type { ArticleEditor } from './article-editor';
import { selectionRect } from './caret-rect';
import { insertBlocks, linesAsBlocks, prepareClipboard, reflowedBlocks } from './paste';
import { TextPainter } from './text-painter';

/** Key presses pause this long before the selection is counted, in milliseconds. */
const countPause = 180;

const zoomStep = 10;
const newId = randomIds((bytes) => crypto.getRandomValues(bytes));

/** How the text is looked at: focus, typewriter, invisible characters, zoom; and what follows the selection. */
export function useEditorModes(
  editor: ArticleEditor | null,
  surface: RefObject<HTMLDivElement | null>,
): void {
  const { focusMode, typewriter, invisibles, zoom } = useStore(preferences);

  useEffect(() => {
    if (!editor) return undefined;
    const painter = new TextPainter(editor.lexical);
    painter.showInvisibles(invisibles);
    return () => painter.dispose();
  }, [editor, invisibles]);

  useEffect(() => {
    const timer = setTimeout(() => void prepareClipboard(), 1_500);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    const root = surface.current;
    if (!editor || !root) return undefined;
    root.toggleAttribute('data-focus', focusMode);
    if (!focusMode && !typewriter) return undefined;
    let marked: Element | null = null;
    const follow = (): void => {
      const block = currentBlock(editor);
      if (focusMode && block !== marked) {
        marked?.removeAttribute('data-current');
        block?.setAttribute('data-current', '');
        marked = block;
      }
      if (typewriter) requestAnimationFrame(() => centreCaret(root));
    };
    follow();
    const stop = editor.lexical.registerUpdateListener(follow);
    return () => {
      stop();
      marked?.removeAttribute('data-current');
    };
  }, [editor, surface, focusMode, typewriter]);

  useEffect(() => (editor ? followSelection(editor) : undefined), [editor]);

  const paste = (blocksOf: (text: string) => Promise<Parameters<typeof insertBlocks>[1]>) => () =>
    void call('clipboard.read').then(async (read) => {
      if (!read.ok) complain(read);
      else if (editor) insertBlocks(editor.lexical, await blocksOf(read.value.text));
    });
  const zoomTo = (next: number) => () => void setPreferences({ zoom: Math.min(250, Math.max(50, next)) });
  useCommands({
    'edit.paste-plain': paste(async (text) => linesAsBlocks(text, newId)),
    'edit.paste-reflowed': paste((text) => reflowedBlocks(text, newId)),
    'view.focus-mode': () => void setPreferences({ focusMode: !focusMode }),
    'view.typewriter': () => void setPreferences({ typewriter: !typewriter }),
    'view.invisibles': () => void setPreferences({ invisibles: !invisibles }),
    'view.zoom-in': zoomTo(zoom + zoomStep),
    'view.zoom-out': zoomTo(zoom - zoomStep),
    'view.zoom-reset': zoomTo(100),
    'suggestion.mode': () => suggesting.update((isOn) => !isOn),
    'suggestion.next': nextSuggestion,
    'suggestion.accept': () => decideActive('accept'),
    'suggestion.reject': () => decideActive('reject'),
    'suggestion.accept-all': () => decideSuggestions('accept', 'all'),
    'suggestion.reject-all': () => decideSuggestions('reject', 'all'),
    'placeholder.next': () => {
      const article = opened.get()?.article;
      if (article) nextPlaceholder(article);
    },
  });
}

function decideActive(decision: 'accept' | 'reject'): void {
  const id = activeSuggestion.get();
  if (id !== null) decideSuggestions(decision, new Set([id]));
}

function currentBlock(editor: ArticleEditor): Element | null {
  const key = editor.lexical.getEditorState().read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement()?.getKey() : null;
  });
  return key ? editor.lexical.getElementByKey(key) : null;
}

/** The line that is written stays in the middle of the screen. */
function centreCaret(surface: HTMLElement): void {
  const rect = selectionRect(surface);
  const scroller = surface.parentElement;
  if (!rect || !scroller) return;
  const frame = scroller.getBoundingClientRect();
  scroller.scrollTop += rect.top + rect.height / 2 - (frame.top + frame.height / 2);
}

/** Counts the selected words when the selection has been still for a moment. */
function followSelection(editor: ArticleEditor): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = (): void => {
    const text = editor.lexical.getEditorState().read(() => {
      const selection = $getSelection();
      return $isRangeSelection(selection) && !selection.isCollapsed() ? selection.getTextContent() : '';
    });
    selectionMeasures.set(text === '' ? null : measureText(text));
  };
  const stop = editor.lexical.registerUpdateListener(() => {
    clearTimeout(timer);
    timer = setTimeout(count, countPause);
  });
  return () => {
    stop();
    clearTimeout(timer);
    selectionMeasures.set(null);
  };
}
