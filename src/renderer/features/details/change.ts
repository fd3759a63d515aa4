import type { Metadata } from '#core/article/schema';
import { changeArticle, opened } from '../../session/article-session';
import { useSelected } from '../../session/store';

/** Changes what is known of the open article; what is the same already is no change. */
export function change(next: Partial<Metadata>): void {
  changeArticle((article) => {
    const isSame = (Object.keys(next) as (keyof Metadata)[]).every((key) =>
      Object.is(next[key], article.metadata[key]),
    );
    return isSame ? article : { ...article, metadata: { ...article.metadata, ...next } };
  });
}

/** One value of the open article's metadata: only when it changes is the component drawn again. */
export function useMetadata<K extends keyof Metadata>(key: K): Metadata[K] | undefined {
  return useSelected(opened, (current) => current?.article.metadata[key]);
}
