import { parseArticle, serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { type Failure, failure, type Result, success } from '#core/failure';
import { sha256Hex } from '#core/hash';
import { openZip, writeZip } from '../shared/zip';
import type { Packed, WriteContext } from '../types';

const article = 'article.json';
/** A file in one of the folders of an article, as docs/formats/desk.md has them. */
export const inFolder = /^(?:original|assets|evidence|history)\/[^/]+$/;
/** Files that are named by what is in them. */
const namedByHash = /^(?:assets|evidence)\/([0-9a-f]{64})\.[a-z0-9]+$/;

/** The largest bundle that is read, in bytes. */
const largest = 200 * 1024 * 1024;

/** An article's folder as an archive: `article.json` first, the rest by name. Equal folders give equal bytes. */
export function writeBundle(content: Article, { files = new Map() }: WriteContext): Result<Uint8Array> {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = new TextEncoder().encode(serializeArticle(content));
  return success(writeZip(new Map([[article, head], ...sorted])));
}

/**
 * Reads a bundle whole, or not at all: an entry that belongs to no article's folder, or a picture that is not what its
 * name says, refuses it. Codes: `input.…`, `article.invalid`, `article.newer-version`.
 */
export function readBundle(bytes: Uint8Array): Result<Packed> {
  if (bytes.byteLength > largest) return failure('input.too-large', { limit: '200 MB' });
  const archive = openZip(bytes);
  if (!archive.ok) return archive;
  const head = archive.value.read(article);
  if (!head.ok) return head;
  if (!head.value) return failure('input.malformed', {}, 'no article.json');
  const parsed = parseArticle(new TextDecoder().decode(head.value));
  if (!parsed.ok) return parsed;
  const files = new Map<string, Uint8Array>();
  for (const path of archive.value.names.filter((name) => name !== article)) {
    const content = archive.value.read(path);
    if (!content.ok) return content;
    const problem = content.value && problemWith(path, content.value, parsed.value);
    if (problem) return problem;
    if (content.value) files.set(path, content.value);
  }
  return success({ article: parsed.value, files });
}

function problemWith(path: string, bytes: Uint8Array, { original }: Article): Failure | null {
  if (!inFolder.test(path)) return failure('input.unsafe', { entry: path.slice(0, 80) });
  const hash = namedByHash.exec(path)?.[1] ?? (path.startsWith('original/') ? original?.sha256 : undefined);
  return hash === undefined || hash === sha256Hex(bytes) ? null : failure('input.malformed', {}, path);
}
