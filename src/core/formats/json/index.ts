import { maximumArticleBytes, parseArticle, serializeArticle } from '#core/article/envelope';
import type { Article, Metadata } from '#core/article/schema';
import { fieldText, story } from '#core/body/fields';
import { copyOf } from '#core/body/review';
import type { Block } from '#core/body/schema';
import { type Decoded, decode } from '#core/encoding/decode';
import { failure, type Result, success } from '#core/failure';
import { numberBlocks } from '../shared/fold';
import type { Format, Imported } from '../types';

/** Marbre's own article file. Reading it as copy takes the words and their marks, never somebody's checks. */
export const json: Format = {
  id: 'json',
  extensions: ['json'],
  mediaTypes: ['application/json'],
  looks: (head) => /^\{\s*"format"\s*:\s*"marbre-article"/.test(head),
  whole: true,
  read: readJson,
  loses: ['picture-bytes'],
  readWhole: (bytes) => {
    const parsed = parse(bytes);
    return parsed.ok ? success({ article: parsed.value.article, files: new Map() }) : parsed;
  },
  write: (article) => success(new TextEncoder().encode(serializeArticle(article))),
};

function parse(bytes: Uint8Array): Result<{ readonly article: Article; readonly decoded: Decoded }> {
  if (bytes.byteLength > maximumArticleBytes) return failure('input.too-large', { limit: '64 MB' });
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const parsed = parseArticle(decoded.value.text);
  return parsed.ok ? success({ article: parsed.value, decoded: decoded.value }) : parsed;
}

function readJson(bytes: Uint8Array): Result<Imported> {
  const parsed = parse(bytes);
  if (!parsed.ok) return parsed;
  const { article, decoded } = parsed.value;
  const { body, metadata } = article;
  const [title, standfirst, byline] = (['headline', 'standfirst', 'byline'] as const).map((type) =>
    fieldText(body, type).replace(/(?<!\s)\s*\n\s*/g, ' '),
  );
  return success({
    format: 'json',
    encoding: decoded.encoding,
    ...(title && { title }),
    ...(standfirst && { standfirst }),
    ...(byline && { byline }),
    language: metadata.language,
    ...(metadata.published && { published: metadata.published }),
    ...(metadata.tags.length > 0 && { tags: metadata.tags }),
    ...detailsOf(metadata),
    blocks: numberBlocks(copyOf(story(body)).filter(isWritten)),
    warnings: decoded.warnings,
  });
}

function detailsOf({
  seoHeadline,
  shortHeadline,
  dateline,
  rights,
  due,
  embargo,
}: Metadata): Pick<Imported, 'details'> {
  const all = Object.entries({ seoHeadline, shortHeadline, dateline, rights, due, embargo });
  const given = all.filter(([, value]) => value !== '' && value !== null);
  return given.length > 0 ? { details: Object.fromEntries(given) } : {};
}

/** An empty paragraph is a place to write in, not copy. */
function isWritten(block: Block): boolean {
  return block.type !== 'paragraph' || block.content.length > 0;
}
