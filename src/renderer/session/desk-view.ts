import { desk } from './app-session';
import { opened, settleAll } from './article-session';
import { forgetBatches } from './batch-session';
import { focusWhenOpen, setFact } from './editor-port';
import { forgetImport } from './import-session';
import { clearSelection, selection } from './selection';
import { createStore } from './store';

/** The ways of looking at a desk, in the order of their tabs. */
export const deskViews = ['overview', 'table', 'board', 'calendar'] as const;
export type DeskViewId = (typeof deskViews)[number];

/** What the middle pane shows: the open article (or the welcome), or the desk in one of its views. */
export type MiddleView = 'article' | DeskViewId;

export const middleView = createStore<MiddleView>('article');
/** The search that all views share, in the query language. */
export const deskQuery = createStore('');

export function showView(view: MiddleView): void {
  // The article stays open behind a view of the desk, but its editor leaves the screen.
  settleAll();
  middleView.set(view);
}

/** The same command leads to a view and back to the article. */
export function toggleView(view: DeskViewId): void {
  if (middleView.get() === view) leaveViews();
  else {
    focusView();
    showView(view);
  }
}

/** Back to the article, with the caret where it was. */
export function leaveViews(): void {
  focusWhenOpen();
  showView('article');
}

/** Grows when the view that is shown shall take the focus; it does so at once, or when it has come to the screen. */
export const viewWish = createStore(0);
let isViewWished = false;

export function focusView(): void {
  isViewWished = true;
  viewWish.update((count) => count + 1);
}

/** Whether a view shall take the focus; asked once. */
export function takesViewFocus(): boolean {
  const isWished = isViewWished;
  isViewWished = false;
  return isWished;
}

/** Asks for other articles. What was selected among the former ones is no longer in sight, so it is let go of. */
export function askDesk(query: string): void {
  if (query === deskQuery.get()) return;
  clearSelection();
  deskQuery.set(query);
}

/** Shows in the table what a query finds. */
export function showInTable(query: string): void {
  askDesk(query);
  focusView();
  showView('table');
}

/** Follows what is opened and selected for as long as the window lives. */
export function followViews(): void {
  let wasOpen = opened.get() !== null;
  opened.subscribe(() => {
    const isOpen = opened.get() !== null;
    // An article that was merely read anew, because a batch has changed it, is no reason to leave the table.
    if (isOpen && !wasOpen) showView('article');
    wasOpen = isOpen;
    tellFacts();
  });
  middleView.subscribe(tellFacts);
  selection.subscribe(tellFacts);
  let deskId = desk.get()?.id;
  desk.subscribe(() => {
    if (desk.get()?.id === deskId) return;
    deskId = desk.get()?.id;
    askDesk('');
    forgetBatches();
    forgetImport();
  });
  tellFacts();
}

/** Behind a view of the desk the article is out of reach: its commands wait until it is shown again. */
function tellFacts(): void {
  setFact('article', opened.get() !== null && middleView.get() === 'article');
  setFact('picked', selection.get().ids.size > 0);
}
