import type { Article } from '#core/article/schema';
import type { Tag } from '#core/desk/schema';
import { type Result, success } from '#core/failure';
import type { FormatId, Publication, WriteContext } from '#core/formats/types';
import { picturesFor } from '#core/pictures/without-metadata';
import type { DeskStore } from './desk-store';

/**
 * What the writer of a format has to know beside the articles of a desk. A bundle takes everything in its article's
 * folder. `tags`: the desk's vocabulary, where it is known already. Codes: `io.…`, those of reading.
 */
export async function writeContext(
  desk: DeskStore,
  articles: readonly Article[],
  format: FormatId,
  tags?: readonly Tag[],
): Promise<Result<WriteContext>> {
  const vocabulary = tags ? success({ tags }) : await desk.vocabulary();
  if (!vocabulary.ok) return vocabulary;
  const [first] = articles;
  const files = format === 'bundle' && first ? await desk.articles.filesOf(first.id) : null;
  if (files && !files.ok) return files;
  const pictures = await Promise.all(articles.map((article) => desk.articles.picturesOf(article)));
  const publication = publicationOf(desk);
  return success({
    tagLabels: labelsFor(first, vocabulary.value.tags),
    pictures: picturesFor(format, new Map(pictures.flatMap((one) => [...one]))),
    outcomeScale: desk.settings.outcomeScale,
    ...(files && { files: files.value }),
    ...(publication && { publication }),
  });
}

function publicationOf({ settings: { publication } }: DeskStore): Publication | null {
  return publication.name === '' && publication.address === '' ? null : publication;
}

function labelsFor(article: Article | undefined, tags: readonly Tag[]): ReadonlyMap<string, string> {
  const language = article?.metadata.language ?? 'fr';
  const other = language === 'fr' ? 'en' : 'fr';
  return new Map(tags.map((tag) => [tag.id, tag.labels[language] ?? tag.labels[other] ?? tag.id]));
}
