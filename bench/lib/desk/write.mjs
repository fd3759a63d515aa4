import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serializeArticle } from '#core/article/envelope';
import { articleAt } from './article.mjs';
import { makeSettings, planDesk } from './plan.mjs';
import { makeVocabulary } from './tags.mjs';

/** The file of an article: `{ folder, text }`, the folder by its name in `articles/`. */
export function fileOf(article) {
  return { folder: `${article.metadata.slug}--${article.id}`, text: serializeArticle(article) };
}

/**
 * Writes the articles from `first` up to `end` of a desk. Nothing is synced: a desk that can be made again is no
 * copy that could be lost.
 */
export function writeArticles(folder, plan, first, end) {
  for (let index = first; index < end; index += 1) {
    const { folder: name, text } = fileOf(articleAt(plan, index));
    const own = join(folder, 'articles', name);
    mkdirSync(own);
    writeFileSync(join(own, 'article.json'), text);
  }
}

/** The folders and what all articles share; makes `folder` where there is none. */
export function writeFrame(folder, plan) {
  for (const shelf of ['articles', 'trash']) mkdirSync(join(folder, shelf), { recursive: true });
  const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
  writeFileSync(join(folder, 'vocabulary.json'), json(makeVocabulary(plan.tags)));
  writeFileSync(join(folder, 'desk.json'), json(makeSettings(plan)));
}

/** Writes a whole desk of `articles` articles. */
export function writeDesk(folder, { articles, seed }) {
  const plan = planDesk({ articles, seed });
  writeFrame(folder, plan);
  writeArticles(folder, plan, 0, articles);
}
