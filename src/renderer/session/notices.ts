import type { Failure } from '#core/failure';
import type { MessageKey, MessageParams } from '#core/messages/index';
import { createStore } from './store';

/** A sentence that is shown for a while at the foot of the window, and read out by screen readers. */
export interface Notice {
  readonly id: number;
  readonly tone: 'plain' | 'problem';
  readonly message:
    | { readonly key: MessageKey; readonly params?: MessageParams }
    | { readonly failure: Failure };
  /** A way to undo or follow up, offered as a button. */
  readonly action?: { readonly title: MessageKey; readonly run: () => void };
}

export const notices = createStore<readonly Notice[]>([]);
let lastId = 0;

/** Problems stay until they are closed; plain notices leave after this many milliseconds. */
const plainNoticeTime = 6_000;

function show(notice: Omit<Notice, 'id'>): void {
  const id = ++lastId;
  // The same problem twice is one problem.
  const others = notices
    .get()
    .filter((other) => JSON.stringify(other.message) !== JSON.stringify(notice.message));
  notices.set([...others, { ...notice, id }].slice(-4));
  if (notice.tone === 'plain') setTimeout(() => dismissNotice(id), plainNoticeTime);
}

export function tell(key: MessageKey, params?: MessageParams, action?: Notice['action']): void {
  show({ tone: 'plain', message: { key, ...(params && { params }) }, ...(action && { action }) });
}

/** Shows an expected failure as its sentence. */
export function complain(failed: Failure): void {
  show({ tone: 'problem', message: { failure: failed } });
}

export function dismissNotice(id: number): void {
  notices.update((current) => current.filter((notice) => notice.id !== id));
}
