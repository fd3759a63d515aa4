import type { Language } from '#core/article/schema';
import type { Tag } from '#core/desk/schema';

/** By id, made once for each vocabulary: long lists ask for every tag of every row. */
const indexes = new WeakMap<readonly Tag[], ReadonlyMap<string, Tag>>();

export function tagById(tags: readonly Tag[], id: string): Tag | undefined {
  let index = indexes.get(tags);
  if (!index) {
    index = new Map(tags.map((tag) => [tag.id, tag]));
    indexes.set(tags, index);
  }
  return index.get(id);
}

/** A tag as people read it: its label in their language, else in the other one, else its id. */
export function tagLabel(tags: readonly Tag[], id: string, language: Language): string {
  const labels = tagById(tags, id)?.labels;
  return labels?.[language] ?? labels?.[language === 'fr' ? 'en' : 'fr'] ?? id;
}
