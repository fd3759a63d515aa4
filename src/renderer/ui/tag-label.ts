import type { Language } from '#core/article/schema';
import type { Tag } from '#core/desk/schema';

/** A tag as people read it: its label in their language, else in the other one, else its id. */
export function tagLabel(tags: readonly Tag[], id: string, language: Language): string {
  const labels = tags.find((tag) => tag.id === id)?.labels;
  return labels?.[language] ?? labels?.[language === 'fr' ? 'en' : 'fr'] ?? id;
}
