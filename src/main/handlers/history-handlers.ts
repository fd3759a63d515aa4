import { type Result, success } from '#core/failure';
import type { SnapshotInfo, SnapshotReason } from '#core/history/snapshots';
import type { DeskStore, StoredArticle } from '#storage/index';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';

type HistoryHandlers = Pick<Handlers, Extract<keyof Handlers, `history.${string}`>>;

/** The kept versions of articles. */
export function historyHandlers({ session }: MainContext): HistoryHandlers {
  return {
    'history.list': ({ id }) => session.with((desk) => list(desk, id)),
    'history.read': ({ id, snapshot }) =>
      session.with(async (desk) => {
        const history = await desk.articles.history(id);
        return history.ok ? history.value.read(snapshot) : history;
      }),
    'history.keep': ({ id, reason, name }) =>
      session.with(async (desk) => {
        const stored = await desk.articles.read(id);
        if (!stored.ok) return stored;
        const kept = await keepVersion(desk, stored.value, reason, name);
        return kept.ok ? list(desk, id) : kept;
      }),
    'history.forget': ({ id, snapshot }) =>
      session.with(async (desk) => {
        const history = await desk.articles.history(id);
        if (!history.ok) return history;
        const gone = await history.value.forget(snapshot);
        return gone.ok ? list(desk, id) : gone;
      }),
  };
}

async function list(desk: DeskStore, id: string): Promise<Result<SnapshotInfo[]>> {
  const history = await desk.articles.history(id);
  return history.ok ? success(await history.value.list()) : history;
}

/** Keeps a version of an article as it stands on disk; one that was changed outside is kept as that first of all. */
export async function keepVersion(
  desk: DeskStore,
  { article, isChangedOutside }: StoredArticle,
  reason: SnapshotReason,
  name = '',
): Promise<Result<null>> {
  const history = await desk.articles.history(article.id);
  if (!history.ok) return history;
  const now = new Date().toISOString();
  const found = isChangedOutside ? await history.value.keep(article, 'outside', '', now) : success(null);
  return found.ok ? history.value.keep(article, reason, name, now) : found;
}
