import type { Article } from '#core/article/schema';
import type { Body } from '#core/body/schema';
import type { SnapshotInfo } from '#core/history/snapshots';
import { call } from '../bridge/bridge';
import { changeArticle, flush, opened, saveState } from './article-session';
import { editorPort } from './editor-port';
import { complain, tell } from './notices';
import { createStore } from './store';

/** The kept versions of the open article, newest first; null: not read yet. */
export const snapshots = createStore<readonly SnapshotInfo[] | null>(null);

/** After this many minutes in which something was saved, a version is kept by itself. */
const activeMinutes = 10;

let minutes = new Set<number>();
let articleId: string | null = null;

/** Keeps a version every ten active minutes. Called once, when the window starts. */
export function watchActivity(): () => void {
  const stops = [
    opened.subscribe(() => {
      const id = opened.get()?.article.id ?? null;
      if (id === articleId) return;
      articleId = id;
      minutes = new Set();
      snapshots.set(null);
    }),
    saveState.subscribe(() => {
      if (saveState.get().kind !== 'saved' || articleId === null) return;
      minutes.add(Math.floor(Date.now() / 60_000));
      if (minutes.size < activeMinutes) return;
      minutes = new Set();
      void keep('writing', '');
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

export async function refreshSnapshots(): Promise<void> {
  const id = opened.get()?.article.id;
  if (id === undefined) return;
  const listed = await call('history.list', { id });
  if (listed.ok) snapshots.set(listed.value);
  else complain(listed);
}

type Kept = 'writing' | 'named' | 'before-restore' | 'before-sign-off';

async function keep(reason: Kept, name: string): Promise<boolean> {
  const id = opened.get()?.article.id;
  if (id === undefined) return false;
  const kept = await call('history.keep', { id, reason, name });
  if (kept.ok) snapshots.set(kept.value);
  else complain(kept);
  return kept.ok;
}

/** Keeps the article as it stands, under a name that a person gave. */
export async function keepNamed(name: string): Promise<void> {
  await flush();
  if (await keep('named', name)) tell('app.history.kept');
}

/**
 * Keeps the copy that `signer` is about to sign, under their name: one without a name would be left out where the
 * newest version is the same text. False when the copy is not on disk, or could not be kept.
 */
export async function keepBeforeSignOff(signer: string): Promise<boolean> {
  await flush();
  const state = saveState.get();
  if ('failure' in state) complain(state.failure);
  return state.kind === 'saved' && (await keep('before-sign-off', signer));
}

export async function forgetSnapshot(snapshot: string): Promise<void> {
  const id = opened.get()?.article.id;
  if (id === undefined) return;
  const gone = await call('history.forget', { id, snapshot });
  if (gone.ok) snapshots.set(gone.value);
  else complain(gone);
}

export async function readSnapshot(snapshot: string): Promise<Article | null> {
  const id = opened.get()?.article.id;
  if (id === undefined) return null;
  const read = await call('history.read', { id, snapshot });
  if (read.ok) return read.value;
  complain(read);
  return null;
}

/**
 * Makes the text that of an older version, as one more step: the present one is kept first, the change can be undone,
 * and no record of a claim, a comment or a query that was made since is lost.
 */
export async function restore(version: Article): Promise<void> {
  await flush();
  if (!(await keep('before-restore', ''))) return;
  changeArticle((article) => ({
    ...article,
    claims: union(article.claims, version.claims),
    comments: union(article.comments, version.comments),
    suggestions: union(article.suggestions, version.suggestions),
    queries: union(article.queries, version.queries),
  }));
  editorPort.get()?.applyBody((body) => keepSame(body, version.body));
  tell('app.history.restored');
}

function union<T extends { readonly id: string }>(mine: readonly T[], theirs: readonly T[]): T[] {
  const known = new Set(mine.map(({ id }) => id));
  return [...mine, ...theirs.filter(({ id }) => !known.has(id))];
}

/** Blocks that are the same in both versions stay the same objects: the editor then leaves them alone. */
function keepSame(body: Body, target: Body): Body {
  const byId = new Map(body.map((block) => [block.id, block]));
  return target.map((block) => {
    const mine = byId.get(block.id);
    return mine && JSON.stringify(mine) === JSON.stringify(block) ? mine : block;
  });
}
