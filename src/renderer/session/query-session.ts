import { anchors } from '#core/claims/anchors';
import { blockHolding } from '#core/claims/gate-view';
import { addToQuery, askQuery } from '#core/claims/queries';
import type { DeskQuery, Subject } from '#core/claims/query-view';
import type { Query, QueryEvent } from '#core/claims/record-schema';
import type { Result } from '#core/failure';
import { call } from '../bridge/bridge';
import { preferences } from './app-session';
import { changeArticle, flush, openArticle, opened } from './article-session';
import { newId } from './claim-session';
import { activeClaim, type EditorPort, editorPort } from './editor-port';
import { complain, tell } from './notices';
import { createStore } from './store';

/** The query that somebody went to: its card shows itself and takes the focus. */
export const activeQuery = createStore<string | null>(null);

function said(text: string): Omit<QueryEvent, 'kind'> {
  return { text: text.trim(), by: preferences.get().name, at: new Date().toISOString() };
}

function take<T>(result: Result<T>, use: (value: T) => void): boolean {
  if (result.ok) use(result.value);
  else complain(result);
  return result.ok;
}

/** Puts a question on record; false, with a sentence, when it says nothing. */
export function ask({ claim, blockId, text }: Subject, to: string, question: string): boolean {
  const about = { id: newId(), claim, blockId, text, to: to.trim() };
  return take(askQuery(about, said(question)), (query) => {
    changeArticle((article) => ({ ...article, queries: [...article.queries, query] }));
    tell('gate.query.asked');
  });
}

/** Adds to a query of the open article, as it is there now. False, with a sentence, when that cannot be said. */
export function addTo(id: string, kind: Exclude<QueryEvent['kind'], 'asked'>, text: string): boolean {
  const query = opened.get()?.article.queries.find((one) => one.id === id);
  if (!query) return false;
  return take(addToQuery(query, kind, said(text)), (changed) =>
    changeArticle((article) => ({
      ...article,
      queries: article.queries.map((other) => (other.id === id ? changed : other)),
    })),
  );
}

/** Brings what a query is about into view, without moving the caret; says so when it is gone. */
export function showPlace({ claim, blockId }: Pick<Query, 'claim' | 'blockId'>): void {
  const { article } = opened.get() ?? {};
  if (!article) return;
  if (claim !== null && anchors(article.body).has(claim)) {
    activeClaim.set(claim);
    editorPort.get()?.revealClaim(claim);
    return;
  }
  const block = blockHolding(article.body, blockId);
  if (block) editorPort.get()?.revealBlock(block.id);
  else tell('gate.query.place-gone');
}

/** Goes to a query of the open article: its place in the text, and its card in the panel of queries. */
export function goToQuery(query: Query): void {
  showPlace(query);
  // Told again even when it is the same one: somebody may have walked away from it.
  activeQuery.set(null);
  activeQuery.set(query.id);
}

/** Opens the article of a query and goes there. False when that article cannot be opened. */
export async function goToQueryOf({ articleId, query }: Omit<DeskQuery, 'title'>): Promise<boolean> {
  if (opened.get()?.article.id === articleId) {
    goToQuery(query);
    return true;
  }
  const before = editorPort.get();
  if (!(await openArticle(articleId))) return false;
  await editorAfter(before);
  goToQuery(query);
  return true;
}

/** Waits until another editor than `before` is on the screen. */
function editorAfter(before: EditorPort | null): Promise<void> {
  return new Promise((done) => {
    const isThere = (): boolean => editorPort.get() !== null && editorPort.get() !== before;
    if (isThere()) {
      done();
      return;
    }
    const stop = editorPort.subscribe(() => {
      if (!isThere()) return;
      stop();
      done();
    });
  });
}

/** Every open query of the desk, as it is on disk now; null, with a sentence, when they cannot be read. */
export async function deskQueries(): Promise<readonly DeskQuery[] | null> {
  await flush();
  const listed = await call('queries.list');
  if (listed.ok) return listed.value;
  complain(listed);
  return null;
}
