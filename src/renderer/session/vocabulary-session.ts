import type { Failure, Result } from '#core/failure';
import type { Input, TagsChanged, TagsImported } from '#core/ipc/contract';
import type { MessageKey, MessageParams } from '#core/messages/index';
import { call, on } from '../bridge/bridge';
import { vocabulary } from './app-session';
import { flush, noticeOutsideChange, opened } from './article-session';
import { complain, tell } from './notices';
import { createStore } from './store';

interface Sentence {
  readonly key: MessageKey;
  readonly params: MessageParams;
}

/** What came of the last change of the vocabulary. */
export type VocabularyNews =
  | { readonly failure: Failure }
  | {
      readonly sentences: readonly Sentence[];
      /** What `undoVocabulary` takes back; null when there is nothing. */
      readonly undo: number | null;
      readonly skipped?: TagsImported['skipped'];
    };

export const vocabularyNews = createStore<VocabularyNews | null>(null);
/** How far a change of articles is; null when none is running. */
export const vocabularyProgress = createStore<{ readonly done: number; readonly total: number } | null>(null);

/** Follows the progress of changes until the returned function is called. */
export function followProgress(): () => void {
  return on('tag.progress', (progress) => vocabularyProgress.set(progress));
}

/** Changes the vocabulary; gives what came of it, null when it was refused or not begun. */
async function change<T extends TagsChanged>(
  work: () => Promise<Result<T | null>>,
  sentence: (done: T) => Sentence,
): Promise<T | null> {
  // Articles are changed on disk: what was typed must be there first.
  await flush();
  vocabularyNews.set(null);
  const done = await work();
  vocabularyProgress.set(null);
  if (!done.ok) {
    vocabularyNews.set({ failure: done });
    return null;
  }
  if (done.value === null) return null;
  const { tags, undo, changed, refused, stopped } = done.value;
  vocabulary.set(tags);
  // The open article may be among them: what is typed next must start from what is on disk.
  const open = opened.get()?.article.id;
  if (changed > 0 && open !== undefined) noticeOutsideChange(open);
  const sentences: Sentence[] = [
    stopped ? { key: 'vocabulary.done.stopped', params: { number: changed } } : sentence(done.value),
  ];
  if (refused > 0)
    sentences.push({ key: 'vocabulary.done.refused', params: { count: refused, number: refused } });
  const skipped = 'skipped' in done.value ? (done.value as unknown as TagsImported).skipped : [];
  vocabularyNews.set({ sentences, undo, ...(skipped.length > 0 && { skipped }) });
  return done.value;
}

export function addTagToVocabulary(fields: Input<'tag.add'>, name: string): Promise<TagsChanged | null> {
  return change(
    () => call('tag.add', fields),
    () => ({ key: 'vocabulary.done.added', params: { name } }),
  );
}

export function changeTagFields(input: Input<'tag.change'>, name: string): Promise<TagsChanged | null> {
  return change(
    () => call('tag.change', input),
    () => ({ key: 'vocabulary.done.changed', params: { name } }),
  );
}

export function mergeTagsInto(input: Input<'tag.merge'>, name: string): Promise<TagsChanged | null> {
  return change(
    () => call('tag.merge', input),
    ({ changed }) => ({ key: 'vocabulary.done.merged', params: { name, count: changed, number: changed } }),
  );
}

export function retireTagsNamed(input: Input<'tag.retire'>, names: string): Promise<TagsChanged | null> {
  const key = input.retired ? 'vocabulary.done.retired' : 'vocabulary.done.brought-back';
  return change(
    () => call('tag.retire', input),
    () => ({ key, params: { names } }),
  );
}

export function removeTagNamed(input: Input<'tag.remove'>, name: string): Promise<TagsChanged | null> {
  return change(
    () => call('tag.remove', input),
    ({ changed }) => ({ key: 'vocabulary.done.removed', params: { name, count: changed, number: changed } }),
  );
}

export function importTopics(channel: 'tag.add-iptc' | 'tag.import-iptc'): Promise<TagsImported | null> {
  return change(
    () => call(channel) as Promise<Result<TagsImported | null>>,
    ({ added, matched, skippedCount }) => ({
      key: 'vocabulary.done.imported',
      params: { added, matched, skipped: skippedCount },
    }),
  );
}

export function undoVocabulary(step: number): Promise<TagsChanged | null> {
  return change(
    () => call('tag.undo', { step }),
    () => ({ key: 'vocabulary.done.undone', params: {} }),
  );
}

export function stopChange(): void {
  void call('tag.stop');
}

/** How many articles have any of these tags themselves; null, with a sentence, when that cannot be found out. */
export async function articlesWith(ids: readonly string[]): Promise<number | null> {
  await flush();
  const found = await call('tag.preview', { ids: [...ids] });
  if (found.ok) return found.value.articles;
  vocabularyNews.set({ failure: found });
  return null;
}

/** The vocabulary is closed: what can still be taken back is offered at the foot of the window. */
export function leaveVocabulary(): void {
  const news = vocabularyNews.get();
  vocabularyNews.set(null);
  if (!news || 'failure' in news || news.undo === null) return;
  const { undo, sentences } = news;
  const [first] = sentences;
  if (!first) return;
  const run = async (): Promise<void> => {
    await undoVocabulary(undo);
    const after = vocabularyNews.get();
    vocabularyNews.set(null);
    if (after && 'failure' in after) complain(after.failure);
    else tell('vocabulary.done.undone');
  };
  tell(first.key, first.params, { title: 'command.edit.undo', run: () => void run() });
}
