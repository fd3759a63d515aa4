import { call } from '../../bridge/bridge';
import { library, refreshLibrary } from '../../session/app-session';
import { flush, forgetArticle, openArticle, opened } from '../../session/article-session';
import { complain, tell } from '../../session/notices';

/** Moves an article to the trash, with a way back in the notice. */
export async function trashArticle(id: string): Promise<void> {
  const isOpen = opened.get()?.article.id === id;
  const title = library.get().articles.find((article) => article.id === id)?.title ?? '';
  if (isOpen) await flush();
  const trashed = await call('article.trash', { id });
  if (!trashed.ok) {
    complain(trashed);
    return;
  }
  if (isOpen) forgetArticle();
  await refreshLibrary();
  tell(
    'app.library.trashed',
    { title },
    { title: 'app.library.restore', run: () => void restoreArticle(id) },
  );
}

/** Takes an article out of the trash and opens it. */
export async function restoreArticle(id: string): Promise<void> {
  const restored = await call('article.restore', { id });
  if (!restored.ok) complain(restored);
  await refreshLibrary();
  if (restored.ok) await openArticle(id);
}
