import { failure } from '#core/failure';
import { sha256Hex } from '#core/hash';
import type { Problem } from './article-store';
import type { DeskStore } from './desk-store';

/**
 * Looks at everything that is on a desk and changes nothing: articles that cannot be read, ids that occur twice,
 * originals that are missing or no longer the bytes that were imported, a damaged vocabulary.
 */
export async function verifyDesk(desk: DeskStore): Promise<readonly Problem[]> {
  const { articles, problems } = await desk.articles.list();
  const found = [...problems, ...(await desk.articles.list('trash')).problems];
  const vocabulary = await desk.vocabulary();
  if (!vocabulary.ok) found.push({ name: 'vocabulary.json', failure: vocabulary });
  for (const { id, title } of articles) {
    const original = await desk.articles.original(id);
    if (!original.ok) found.push({ name: title || id, failure: original });
    else if (original.value && sha256Hex(original.value.bytes) !== original.value.article.original?.sha256) {
      found.push({ name: title || id, failure: failure('article.original-changed', { name: title || id }) });
    }
  }
  return found;
}
