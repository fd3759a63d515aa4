import { $isLinkNode } from '@lexical/link';
import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
} from 'lexical';
import type { Article } from '#core/article/schema';
import { noteNumbers } from '#core/body/notes';
import type { Body } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import type { ClaimStatus } from '#core/claims/status';
import { call } from '../../bridge/bridge';
import { desk, preferences } from '../../session/app-session';
import { opened, registerSettle, takeBody, touch } from '../../session/article-session';
import { betweenKeys, keyPressed } from '../../session/between-keys';
import { claimsOf } from '../../session/claim-session';
import { activeClaim, type EditorPort, editorPort, setFact, takesFocus } from '../../session/editor-port';
import { complain } from '../../session/notices';
import {
  activeComment,
  activeSuggestion,
  createSuggestion,
  reviewOf,
  suggesting,
} from '../../session/review-session';
import type { ArticleEditor } from './article-editor';
import { $blockKind } from './block-commands';
import {
  $claimAtCaret,
  $commentAtCaret,
  $commentSelection,
  $firstReviewed,
  $firstRunOf,
  $markSelection,
  $uncomment,
  $unmark,
} from './claim-marks';
import { takeEditor } from './editor-pool';
import { clearMatches, paintMatches, revealStretch, type StretchNames } from './find/match-painter';
import { type Carried, type HighlightName, RunPainter } from './highlights';
import { addPicture } from './picture-intake';
import { registerSmartPunctuation } from './smart-punctuation';
import { $suggestionAtCaret } from './suggestions';
import { selectText } from './text-positions';

/** How long typing must pause before the panels are told, in milliseconds; and how long they wait at most. */
const settlePause = 120;
const settleLimit = 300;

/** How long the status bar may go on to say “saved” when no frame comes, in milliseconds. */
const sayLimit = 50;

/** Puts an editor on the screen and between the session and the text. */
export function connectEditor(article: Article, surface: HTMLElement | null) {
  const settling = createSettler(() => {
    const body = editor.readBody();
    // What was merely looked at is not saved.
    if (body === taken) return;
    taken = body;
    takeBody(body);
    numberNotes(surface, body);
  });
  const editor = takeEditor(article, {
    onTouch: () => {
      settling.start();
      keyPressed();
    },
    isKnownClaim: (claim) => opened.get()?.article.claims.some(({ id }) => id === claim) ?? false,
    onPicture: (file) => void addPicture(editor, file),
    suggestions: { isOn: suggesting.get, create: createSuggestion },
    assets: `/asset/${article.id}/`,
  });
  editor.lexical.setRootElement(surface);
  const painter = new RunPainter(editor.lexical);
  let shown: readonly unknown[] = [];
  const repaint = (): void => {
    const current = opened.get()?.article;
    const next = [current && claimsOf(current), current?.comments, activeClaim.get(), activeComment.get()];
    if (next.every((value, at) => value === shown[at])) return;
    shown = next;
    painter.repaint(paintFor(current));
  };
  painter.repaint(paintFor(article));
  let taken = editor.readBody();
  numberNotes(surface, taken);
  setFact('editable', true);
  const port = createPort(editor, surface, settling.now);
  editorPort.set(port);
  if (takesFocus()) port.focus();

  const stop = mergeRegister(
    registerSettle(settling.now),
    opened.subscribe(repaint),
    activeClaim.subscribe(repaint),
    activeComment.subscribe(repaint),
    registerCaret(editor),
    registerLinkClicks(editor),
    registerSmartPunctuation(editor.lexical, {
      isOn: () => preferences.get().smartPunctuation && !suggesting.get(),
      language: () => opened.get()?.article.metadata.language ?? 'fr',
      space: () => desk.get()?.frenchSpace ?? 'no-break',
    }),
    () => painter.dispose(),
  );
  return {
    editor,
    disconnect: () => {
      settling.cancel();
      stop();
      editorPort.set(null);
      activeComment.set(null);
      activeSuggestion.set(null);
      for (const fact of caretFacts) setFact(fact, false);
      editor.detach();
    },
  };
}

const suggestedNames: StretchNames = { all: 'suggested', current: 'suggested-current', inCopy: true };

/** Facts that hold only while an editor is on the screen. */
const caretFacts = ['editable', 'selection', 'claim', 'table', 'picture', 'suggestion'] as const;

/**
 * Says behind the key press that there is something to save, and runs `work` when the text has been still for a
 * moment, and at the latest after `settleLimit`.
 */
function createSettler(work: () => void) {
  let stopSaying: (() => void) | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let callOff = (): void => undefined;
  const cancel = (): void => {
    callOff();
    stopSaying?.();
    stopSaying = undefined;
    clearTimeout(pause);
    clearTimeout(limit);
    pause = undefined;
    limit = undefined;
  };
  const now = (): void => {
    cancel();
    work();
  };
  const soon = (): void => {
    callOff();
    callOff = betweenKeys(now, settlePause);
  };
  return {
    now,
    cancel,
    start: () => {
      stopSaying ??= betweenKeys(touch, sayLimit);
      clearTimeout(pause);
      pause = setTimeout(now, settlePause);
      limit ??= setTimeout(soon, settleLimit);
    },
  };
}

/** Numbers follow from the order of the calls: they are attributes, which Lexical does not watch. */
function numberNotes(surface: HTMLElement | null, body: Body): void {
  if (!surface || !body.some(({ type }) => type === 'footnote')) return;
  const numbers = noteNumbers(body);
  for (const call of surface.querySelectorAll<HTMLElement>('.note-call')) {
    call.dataset.number = String(numbers.get(call.dataset.note ?? '') ?? '?');
  }
  for (const [index, block] of body.entries()) {
    const element = surface.children[index];
    if (block.type === 'footnote' && element instanceof HTMLElement)
      element.dataset.number = String(numbers.get(block.id) ?? '?');
  }
}

/** How runs are painted for this state of the article. */
function paintFor(article: Article | undefined) {
  const names = article ? new Map([...claimPaint(article), ...commentPaint(article)]) : new Map();
  return ({ claims, review }: Carried): readonly HighlightName[] => [
    ...[...claims, ...(review.comments ?? [])].flatMap((id) => names.get(id) ?? []),
    ...(review.inserted ? (['inserted'] as const) : []),
    ...(review.deleted ? (['deleted'] as const) : []),
  ];
}

const paintOf: Readonly<Record<ClaimStatus, HighlightName>> = {
  open: 'claim-open',
  partial: 'claim-open',
  detached: 'claim-open',
  stale: 'claim-stale',
  failed: 'claim-failed',
  checked: 'claim-checked',
  excluded: 'claim-checked',
};

function claimPaint(article: Article): [string, HighlightName[]][] {
  return claimsOf(article).map(({ claim, state: { status } }) => {
    const name = paintOf[status];
    return [claim.id, activeClaim.get() === claim.id ? [name, 'claim-active'] : [name]];
  });
}

/** Comments that are settled leave the page. */
function commentPaint(article: Article): [string, HighlightName[]][] {
  return reviewOf(article).comments.map(({ comment, isOpen }) => {
    const isActive = activeComment.get() === comment.id;
    return [comment.id, isActive ? ['comment-active'] : isOpen ? ['comment'] : []];
  });
}

function createPort(editor: ArticleEditor, surface: HTMLElement | null, settle: () => void): EditorPort {
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
  const blockElement = (id: string): Element | undefined => {
    const index = editor.readBody().findIndex((block) => block.id === id || id.startsWith(`${block.id}.`));
    return surface?.children[index];
  };
  const focus = (): void => {
    // Setting a selection inside of it does not always bring the focus along.
    surface?.focus({ preventScroll: true });
    lexical.focus(undefined, { defaultSelection: 'rootStart' });
  };
  return {
    focus,
    markClaim: (id) => now(() => $markSelection(id)) ?? null,
    unmarkClaim: (id) => void now(() => $unmark(id)),
    markComment: (id) => now(() => $commentSelection(id)) ?? null,
    unmarkComment: (id) => void now(() => $uncomment(id)),
    revealClaim: (id) => {
      const key = lexical.getEditorState().read(() => $firstRunOf(id)?.getKey());
      if (key) lexical.getElementByKey(key)?.scrollIntoView({ block: 'center' });
    },
    revealBlock: (id) => blockElement(id)?.scrollIntoView({ block: 'center' }),
    goToReviewed: (id) => {
      lexical.update(() => $firstReviewed(id)?.select(0, 0), { discrete: true });
      focus();
      const key = lexical.getEditorState().read(() => $firstReviewed(id)?.getKey());
      if (key) lexical.getElementByKey(key)?.scrollIntoView({ block: 'center' });
    },
    goToBlock: (id) => {
      const element = blockElement(id);
      if (!element) return;
      lexical.update(
        () => {
          const node = $getNearestNodeFromDOMNode(element);
          if ($isElementNode(node)) node.selectStart();
        },
        { discrete: true },
      );
      focus();
      element.scrollIntoView({ block: 'start' });
    },
    selectIn: (blockId, start, end) => {
      selectText(editor, { blockId, start, end });
      focus();
      blockElement(blockId)?.scrollIntoView({ block: 'center' });
    },
    revealStretch: (stretch) => revealStretch(editor, stretch),
    paintSuggested: (stretches, current) => {
      if (stretches) paintMatches(editor, stretches, current, suggestedNames);
      else clearMatches(suggestedNames);
    },
    applyBody: (change) => {
      editor.applyBody(change);
      settle();
    },
    isEmpty: () => bodyText(editor.readBody(), '').trim() === '',
  };
}

/** Follows the caret: whether words are selected, and which claim, comment or suggestion it stands in. */
function registerCaret(editor: ArticleEditor): () => void {
  return editor.lexical.registerUpdateListener(({ editorState }) => {
    editorState.read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      setFact('selection', !selection.isCollapsed());
      const kind = $blockKind();
      setFact('table', kind === 'table');
      setFact('picture', kind === 'picture');
      const suggestion = $suggestionAtCaret();
      setFact('suggestion', suggestion !== null);
      activeSuggestion.set(suggestion);
      const claim = $claimAtCaret();
      if (claim !== null) activeClaim.set(claim);
      const comment = $commentAtCaret();
      if (comment !== null) activeComment.set(comment);
    });
  });
}

/** A link is opened by Ctrl or ⌘ and a click, in the user's browser; a plain click puts the caret there. */
function registerLinkClicks(editor: ArticleEditor): () => void {
  return editor.lexical.registerCommand(
    CLICK_COMMAND,
    (event) => {
      const node = event.target instanceof Node ? $getNearestNodeFromDOMNode(event.target) : null;
      const key = node?.getParents().find($isLinkNode)?.getKey();
      const link = key ? $getNodeByKey(key) : null;
      if (!$isLinkNode(link)) return false;
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        void call('link.open', { url: link.getURL() }).then((result) => result.ok || complain(result));
      }
      return false;
    },
    COMMAND_PRIORITY_LOW,
  );
}
