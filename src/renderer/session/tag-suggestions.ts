import type { Language } from '#core/article/values';
import type { TagSuggestion } from '#core/vocabulary/suggest-tags';
import { call } from '../bridge/bridge';
import { refreshVocabulary } from './app-session';
import { changeArticle, opened } from './article-session';
import { complain } from './notices';
import { createStore } from './store';

/** What the text of the open article suggests as tags; null while it has not been read. */
export const tagSuggestions = createStore<readonly TagSuggestion[] | null>(null);

/** Adds tags to the open article, behind those that it has. */
export function addTag(id: string): void {
  changeArticle((article) => {
    const { tags } = article.metadata;
    if (tags.includes(id)) return article;
    return { ...article, metadata: { ...article.metadata, tags: [...tags, id] } };
  });
}

/** Gives the open article the tag that is suggested; a name that recurs becomes a tag first. */
export async function acceptSuggestion(suggestion: TagSuggestion): Promise<void> {
  const article = opened.get()?.article;
  if (!article) return;
  tagSuggestions.update((now) => now?.filter((one) => one !== suggestion) ?? null);
  const id = suggestion.type === 'tag' ? suggestion.id : await made(suggestion, article.metadata.language);
  if (id !== null && opened.get()?.article.id === article.id) addTag(id);
}

async function made(
  { name, kind }: Extract<TagSuggestion, { type: 'name' }>,
  language: Language,
): Promise<string | null> {
  const created = await call('tag.create', { label: name, language, type: kind });
  if (!created.ok) {
    complain(created);
    return null;
  }
  await refreshVocabulary();
  return created.value.id;
}

export function acceptFirstSuggestion(): void {
  const [first] = tagSuggestions.get() ?? [];
  if (first) void acceptSuggestion(first);
}
