import { $isLinkNode } from '@lexical/link';
import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
} from 'lexical';
import type { Article } from '#core/article/schema';
import { bodyText } from '#core/body/walk';
import { call } from '../../bridge/bridge';
import { opened, registerSettle, takeBody, touch } from '../../session/article-session';
import { claimViews } from '../../session/claim-session';
import { activeClaim, editorPort, setFact } from '../../session/editor-port';
import { complain } from '../../session/notices';
import { ArticleEditor } from './article-editor';
import { $claimAtCaret, $firstRunOf, $markSelection, $unmark } from './claim-marks';
import { ClaimPainter, type HighlightName } from './highlights';

/** How long typing must pause before the panels are told, in milliseconds; and how long they wait at most. */
const settlePause = 120;
const settleLimit = 300;

/** Puts an editor on the screen and between the session and the text. */
export function connectEditor(article: Article, surface: HTMLElement | null) {
  const settling = createSettler(() => takeBody(editor.readBody()));
  const editor = new ArticleEditor(article.body, {
    onTouch: () => {
      touch();
      settling.start();
    },
    isKnownClaim: (claim) => opened.get()?.article.claims.some(({ id }) => id === claim) ?? false,
  });
  editor.lexical.setRootElement(surface);
  const painter = new ClaimPainter(editor.lexical);
  const repaint = (): void => painter.repaint(paintFor(opened.get()?.article));
  repaint();
  setFact('editable', true);
  const port = createPort(editor, surface, settling.now);
  editorPort.set(port);

  const stop = mergeRegister(
    registerSettle(settling.now),
    opened.subscribe(repaint),
    activeClaim.subscribe(repaint),
    registerCaret(editor),
    registerLinkClicks(editor),
    () => painter.dispose(),
  );
  return {
    editor,
    disconnect: () => {
      settling.cancel();
      stop();
      editorPort.set(null);
      for (const fact of ['editable', 'selection', 'claim'] as const) setFact(fact, false);
      editor.dispose();
    },
  };
}

/** Runs `work` when the text has been still for a moment, and at the latest after `settleLimit`. */
function createSettler(work: () => void) {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    clearTimeout(pause);
    clearTimeout(limit);
    pause = undefined;
    limit = undefined;
  };
  const now = (): void => {
    cancel();
    work();
  };
  return {
    now,
    cancel,
    start: () => {
      clearTimeout(pause);
      pause = setTimeout(now, settlePause);
      limit ??= setTimeout(now, settleLimit);
    },
  };
}

function paintFor(article: Article | undefined) {
  const names = new Map<string, HighlightName[]>();
  for (const { claim, status } of article ? claimViews(article) : []) {
    const hasFailed = status === 'checked' && claim.outcomes.at(-1)?.value !== 'confirmed';
    const name: HighlightName = `claim-${hasFailed ? 'failed' : status === 'detached' ? 'open' : status}`;
    names.set(claim.id, [name, ...(activeClaim.get() === claim.id ? (['claim-active'] as const) : [])]);
  }
  return (claim: string): readonly HighlightName[] => names.get(claim) ?? [];
}

function createPort(editor: ArticleEditor, surface: HTMLElement | null, settle: () => void) {
  const { lexical } = editor;
  const now = <T>(work: () => T): T | undefined => {
    let result: T | undefined;
    lexical.update(
      () => {
        result = work();
      },
      { discrete: true },
    );
    settle();
    return result;
  };
  return {
    focus: () => lexical.focus(undefined, { defaultSelection: 'rootStart' }),
    markClaim: (id: string) => now(() => $markSelection(id)) ?? null,
    unmarkClaim: (id: string) => void now(() => $unmark(id)),
    revealClaim: (id: string) => {
      const key = lexical.getEditorState().read(() => $firstRunOf(id)?.getKey());
      if (key) lexical.getElementByKey(key)?.scrollIntoView({ block: 'center' });
    },
    revealBlock: (id: string) => {
      const index = editor.readBody().findIndex((block) => block.id === id);
      surface?.children[index]?.scrollIntoView({ block: 'center' });
    },
    applyBody: (change: Parameters<ArticleEditor['applyBody']>[0]) => {
      editor.applyBody(change);
      settle();
    },
    isEmpty: () => bodyText(editor.readBody(), '').trim() === '',
  };
}

/** Follows the caret: whether words are selected, and which claim it stands in. */
function registerCaret(editor: ArticleEditor): () => void {
  return editor.lexical.registerUpdateListener(({ editorState }) => {
    editorState.read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      setFact('selection', !selection.isCollapsed());
      const claim = $claimAtCaret();
      if (claim !== null) activeClaim.set(claim);
    });
  });
}

/** A link is opened by Ctrl or ⌘ and a click, in the user's browser; a plain click puts the caret there. */
function registerLinkClicks(editor: ArticleEditor): () => void {
  return editor.lexical.registerCommand(
    CLICK_COMMAND,
    (event) => {
      const node = event.target instanceof Node ? $getNearestNodeFromDOMNode(event.target) : null;
      const link = node?.getParents().find($isLinkNode);
      if (!link) return false;
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        void call('link.open', { url: link.getURL() }).then((result) => result.ok || complain(result));
      }
      return false;
    },
    COMMAND_PRIORITY_LOW,
  );
}
