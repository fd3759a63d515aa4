import type { ArticleSummary } from '#core/article/summary';
import type { Tag } from '#core/desk/schema';

/** Without case and accents: “coree” finds “Corée”. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether every word of the filter occurs in the title, the section or a tag of the article. */
export function matches(article: ArticleSummary, tags: readonly Tag[], filter: string): boolean {
  const words = plain(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const labels = tags
    .filter((tag) => article.tags.includes(tag.id))
    .flatMap((tag) => [tag.labels.fr ?? '', tag.labels.en ?? '', ...tag.aliases]);
  const text = plain([article.title, article.section, ...article.tags, ...labels].join(' '));
  return words.every((word) => text.includes(word));
}
