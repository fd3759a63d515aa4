import type { ArticleSummary } from '#core/article/summary';
import { call } from '../../bridge/bridge';
import { forgetArticle, isOnDisk, openArticle, opened } from '../../session/article-session';
import { refreshLibrary } from '../../session/library-session';
import { complain, tell } from '../../session/notices';

/** Moves an article to the trash, with a way back in the notice. */
export async function trashArticle({ id, title }: Pick<ArticleSummary, 'id' | 'title'>): Promise<void> {
  const isOpen = opened.get()?.article.id === id;
  if (isOpen && !(await isOnDisk())) return;
  const trashed = await call('article.trash', { id });
  if (!trashed.ok) {
    complain(trashed);
    return;
  }
  if (isOpen) forgetArticle();
  refreshLibrary();
  tell('library.trashed', { title }, { title: 'library.restore', run: () => void restoreArticle(id) });
}

/** Takes an article out of the trash and opens it. */
export async function restoreArticle(id: string): Promise<void> {
  const restored = await call('article.restore', { id });
  if (!restored.ok) complain(restored);
  refreshLibrary();
  if (restored.ok) await openArticle(id);
}
