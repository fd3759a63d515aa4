import { join } from 'node:path';
import type { Article } from '#core/article/schema';

/** The names inside a desk. The layout is documented in docs/formats/desk.md. */
export const names = {
  desk: 'desk.json',
  vocabulary: 'vocabulary.json',
  templates: 'templates.json',
  articles: 'articles',
  trash: 'trash',
  cache: '.marbre',
  quarantine: 'quarantine',
  article: 'article.json',
  original: 'original',
  history: 'history',
  assets: 'assets',
  evidence: 'evidence',
  confidential: 'confidential',
  keys: 'keys.json',
} as const;

const folderName = /^(?:[a-z0-9-]*--)?([A-Za-z0-9_-]{1,64})$/;

/** `<slug>--<id>`: readable for people, found by its id for us. */
export function folderOf(article: Article): string {
  return `${article.metadata.slug}--${article.id}`;
}

/** The id in a folder's name; null when the folder is not an article's. */
export function idInFolder(folder: string): string | null {
  const at = folder.lastIndexOf('--');
  return at > 0 && folderName.test(folder) ? folder.slice(at + 2) : null;
}

/** A name for the imported file that is safe on every system: only its ending is kept. */
export function originalName(name: string): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  return ending ? `original.${ending}` : 'original';
}

export const inFolder = {
  article: (folder: string) => join(folder, names.article),
  original: (folder: string, name: string) => join(folder, names.original, originalName(name)),
  asset: (folder: string, name: string) => join(folder, names.assets, name),
  evidence: (folder: string, name: string) => join(folder, names.evidence, name),
  history: (folder: string) => join(folder, names.history),
};
