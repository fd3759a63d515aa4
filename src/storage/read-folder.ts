import { basename } from 'node:path';
import { maximumArticleBytes, parseArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { type Failure, failure, type Result, success } from '#core/failure';
import { idInFolder, inFolder } from './article-folder';
import type { EntryInfo } from './file-system';
import { ioFailure } from './io-failure';

/** The two calls that reading articles needs; a thread that does nothing else may answer at once. */
export interface ArticleFiles {
  info(path: string): Promise<EntryInfo | null> | EntryInfo | null;
  readFile(path: string): Promise<Uint8Array> | Uint8Array;
}

/** An article and the bytes of its file. */
export interface ReadArticle {
  readonly article: Article;
  readonly bytes: Uint8Array;
}

/** Reads the article in `folder`. Codes: `article.invalid`, `article.missing`, `article.newer-version`, `io.…`. */
export async function readArticleFolder(files: ArticleFiles, folder: string): Promise<Result<ReadArticle>> {
  const path = inFolder.article(folder);
  try {
    // A pipe or a device would hang or never end; a link could lead out of the desk.
    const around = await files.info(folder);
    if (around !== null && around.kind !== 'folder') return failure('article.invalid', {}, 'not a folder');
    const info = await files.info(path);
    if (info === null) return failure('article.missing');
    if (info.kind !== 'file') return failure('article.invalid', {}, 'article.json is no file');
    if (info.size > maximumArticleBytes) return failure('article.invalid', {}, 'article.json is too large');
    return parseIn(folder, await files.readFile(path));
  } catch (error) {
    return ioFailure(error, 'read', basename(folder));
  }
}

function parseIn(folder: string, bytes: Uint8Array): Result<ReadArticle> {
  const parsed = parseArticle(new TextDecoder().decode(bytes));
  if (!parsed.ok)
    return parsed.code === 'input.malformed' ? failure('article.invalid', {}, parsed.detail) : parsed;
  if (parsed.value.id !== idInFolder(basename(folder))) {
    return failure('article.invalid', {}, 'the folder is named after another id');
  }
  return success({ article: parsed.value, bytes });
}

/** What a second folder with the id of another one is. */
export const duplicateId: Failure = failure('article.invalid', {}, 'duplicate id');
