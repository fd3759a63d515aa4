import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';

/** The sample desk below a settings folder, whatever it is called in the language of the run. */
export function deskIn(userData: string): string {
  const name = readdirSync(userData).find((entry) => /exemple|Sample/.test(entry));
  if (!name) throw new Error('no sample desk was made');
  return join(userData, name);
}

/** Every article on a desk, read from its file as anybody would. */
export function articlesIn(desk: string): Article[] {
  return readdirSync(join(desk, 'articles')).flatMap((folder) => {
    const parsed = parseArticle(readFileSync(join(desk, 'articles', folder, 'article.json'), 'utf8'));
    return parsed.ok ? [parsed.value] : [];
  });
}
