import type { Article } from '#core/article/schema';
import type { Tag } from '#core/desk/schema';
import { failure, type Result, success } from '#core/failure';
import type { FormatId } from '#core/formats/types';
import { picturesFor } from '#core/pictures/without-metadata';
import type { DeskStore } from '#storage/index';

export interface Rendered {
  readonly bytes: Uint8Array;
  readonly article: Article;
  /** The name that its file would have: `<slug>.<extension>`, given in two parts. */
  readonly stem: string;
  readonly extension: string;
}

/** The bytes that an export writes, of the article as it is on disk. `tags`: the desk's vocabulary, where it is known. */
export async function render(
  desk: DeskStore,
  id: string,
  format: FormatId,
  tags?: readonly Tag[],
): Promise<Result<Rendered>> {
  const stored = await desk.articles.read(id);
  if (!stored.ok) return stored;
  const vocabulary = tags ? success({ tags }) : await desk.vocabulary();
  if (!vocabulary.ok) return vocabulary;
  const { formatById } = await import('#core/formats/registry');
  const { write, extensions } = formatById(format);
  if (!write) return failure('format.no-writer', { format, known: '' });
  const { article } = stored.value;
  const files = format === 'bundle' ? await desk.articles.filesOf(id) : null;
  if (files && !files.ok) return files;
  const bytes = write(article, {
    tagLabels: labelsFor(article, vocabulary.value.tags),
    pictures: picturesFor(format, await desk.articles.picturesOf(article)),
    ...(files && { files: files.value }),
  });
  if (!bytes.ok) return bytes;
  return success({
    bytes: bytes.value,
    article,
    stem: article.metadata.slug,
    extension: extensions[0] ?? format,
  });
}

function labelsFor(article: Article, tags: readonly Tag[]): ReadonlyMap<string, string> {
  const { language } = article.metadata;
  const other = language === 'fr' ? 'en' : 'fr';
  return new Map(tags.map((tag) => [tag.id, tag.labels[language] ?? tag.labels[other] ?? tag.id]));
}
