import type { AlikeArticle } from '#core/article/alike';
import type { IntakeReport } from '#core/ipc/contract';
import { call } from '../../bridge/bridge';
import { forgetArticle, isOnDisk, openArticle, opened } from '../../session/article-session';
import { refreshLibrary } from '../../session/library-session';
import { complain, tell } from '../../session/notices';
import { createStore } from '../../session/store';

export interface SeenStory {
  readonly id: string;
  readonly title: string;
  readonly alike: readonly AlikeArticle[];
}

/** Stories that came in just now and resemble what is on the desk: somebody decides what becomes of each. */
export const seenStories = createStore<readonly SeenStory[]>([]);

export function askAbout(imported: IntakeReport['imported']): void {
  seenStories.set(imported.filter(({ alike }) => alike.length > 0));
}

/** Both stay: nothing is done. */
export function keepBoth(story: SeenStory): void {
  seenStories.update((stories) => stories.filter(({ id }) => id !== story.id));
}

/** The new story goes to the trash, whence it can be fetched. */
export async function discard(story: SeenStory, instead: AlikeArticle): Promise<void> {
  await letGo(story);
  const trashed = await call('article.trash', { id: story.id });
  if (!trashed.ok) {
    complain(trashed);
    return;
  }
  keepBoth(story);
  refreshLibrary();
  await openArticle(instead.id);
}

/** The copy of the new story goes into the earlier article; its version before is in the history. */
export async function update(story: SeenStory, earlier: AlikeArticle): Promise<void> {
  if (!(await letGo(story))) return;
  const updated = await call('article.update-from', { id: earlier.id, from: story.id });
  if (!updated.ok) {
    complain(updated);
    return;
  }
  keepBoth(story);
  refreshLibrary();
  tell('alike.updated', { title: earlier.title });
  await openArticle(earlier.id);
}

/** The new story is open as a rule, and perhaps somebody has typed in it: that goes to disk before it goes away. */
async function letGo({ id }: SeenStory): Promise<boolean> {
  if (opened.get()?.article.id !== id) return true;
  if (!(await isOnDisk())) return false;
  forgetArticle();
  return true;
}
