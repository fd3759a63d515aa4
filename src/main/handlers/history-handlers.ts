import type { Article } from '#core/article/schema';
import { failure, type Result, success } from '#core/failure';
import type { SnapshotInfo, SnapshotReason } from '#core/history/snapshots';
import type { DeskStore } from '#storage/index';
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
        return history ? history.read(snapshot) : failure('article.not-found', { id });
      }),
    'history.keep': ({ id, reason, name }) =>
      session.with(async (desk) => {
        const stored = await desk.articles.read(id);
        if (!stored.ok) return stored;
        const kept = await keepVersion(desk, stored.value.article, reason, name);
        return kept.ok ? list(desk, id) : kept;
      }),
    'history.forget': ({ id, snapshot }) =>
      session.with(async (desk) => {
        const history = await desk.articles.history(id);
        if (!history) return failure('article.not-found', { id });
        const gone = await history.forget(snapshot);
        return gone.ok ? list(desk, id) : gone;
      }),
  };
}

async function list(desk: DeskStore, id: string): Promise<Result<SnapshotInfo[]>> {
  const history = await desk.articles.history(id);
  return history ? success(await history.list()) : failure('article.not-found', { id });
}

/** Keeps a version of an article as it stands on disk. */
export async function keepVersion(
  desk: DeskStore,
  article: Article,
  reason: SnapshotReason,
  name = '',
): Promise<Result<null>> {
  const history = await desk.articles.history(article.id);
  if (!history) return failure('article.not-found', { id: article.id });
  return history.keep(article, reason, name, new Date().toISOString());
}
