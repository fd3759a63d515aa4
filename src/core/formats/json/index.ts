import { parseArticle, serializeArticle } from '#core/article/envelope';
import { fieldText, story } from '#core/body/fields';
import { normalizeInline } from '#core/body/normalize';
import type { Inline } from '#core/body/schema';
import { mapContent } from '#core/body/walk';
import { decode } from '#core/encoding/decode';
import { type Result, success } from '#core/failure';
import type { Format, Imported } from '../types';

/** Marbre's own article file. Reading it as copy takes the words and their marks, never somebody's checks. */
export const json: Format = {
  id: 'json',
  extensions: ['json'],
  mediaTypes: ['application/json'],
  read: readJson,
  write: (article) => new TextEncoder().encode(serializeArticle(article)),
};

function readJson(bytes: Uint8Array): Result<Imported> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const parsed = parseArticle(decoded.value.text);
  if (!parsed.ok) return parsed;
  const { body, metadata } = parsed.value;
  return success({
    format: 'json',
    encoding: decoded.value.encoding,
    title: fieldText(body, 'headline'),
    standfirst: fieldText(body, 'standfirst'),
    byline: fieldText(body, 'byline'),
    language: metadata.language,
    ...(metadata.published && { published: metadata.published }),
    tags: metadata.tags,
    blocks: mapContent(story(body), withoutClaims),
    warnings: decoded.value.warnings,
  });
}

function withoutClaims(content: Inline[]): Inline[] {
  const strip = <T extends Inline>(node: T): T => {
    if (node.type === 'link') return { ...node, content: node.content.map(strip) };
    if (node.type === 'break') return node;
    const { claims: _claims, ...rest } = node;
    return rest as T;
  };
  return normalizeInline(content.map(strip));
}
