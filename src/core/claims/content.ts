import type { Article } from '#core/article/schema';
import { withNumberedNotes } from '#core/body/notes';
import { copyOf } from '#core/body/review';
import type { Block } from '#core/body/schema';
import { canonicalHash } from '#core/canonical';
import { isWritten } from '#core/formats/shared/written';

/**
 * What a signature covers: the copy as it is printed, block by block, with its marks and links, its pictures and their
 * descriptions. Ids, widths of pictures, claims, comments and undecided changes are no part of it, nor are tags, dates
 * and status: they may change without a word of the copy changing.
 */
interface PrintedBlock {
  /** The block's id in the article. */
  readonly id: string;
  /** SHA-256. */
  readonly hash: string;
}

const printedIn = new WeakMap<readonly Block[], readonly PrintedBlock[]>();

function printed(body: readonly Block[]): readonly PrintedBlock[] {
  const known = printedIn.get(body);
  if (known) return known;
  const copy = copyOf(body);
  const notes = copy.filter(({ type }) => type === 'footnote').map(({ id }) => id);
  const blocks = withNumberedNotes(copy)
    .filter(isWritten)
    .map((block) => ({ id: originalId(block, notes), hash: canonicalHash(withoutIds(block)) }));
  printedIn.set(body, blocks);
  return blocks;
}

/** Numbered notes are called by number; whoever follows a link to one wants its place in the article. */
function originalId({ id, type }: Block, notes: readonly string[]): string {
  return type === 'footnote' ? (notes[Number(id.slice(1)) - 1] ?? id) : id;
}

/** Ids say where something stands, not what it says; a width is layout. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'id' && key !== 'width');
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutIds(entry)]));
}

type Copy = Pick<Article, 'body'> & { readonly metadata: Pick<Article['metadata'], 'language'> };

/** SHA-256 of the copy as it is printed. */
export function contentHash({ body, metadata }: Copy): string {
  return canonicalHash({ language: metadata.language, blocks: printed(body).map(({ hash }) => hash) });
}

const kept = 16;

/** `<id> <first 16 digits of its hash>` for each printed block, in reading order. */
export function blockHashes(body: readonly Block[]): string[] {
  return printed(body).map(({ id, hash }) => `${id} ${hash.slice(0, kept)}`);
}

/** Ids of the blocks that are not as they were: changed or new ones in reading order, then those that are gone. */
export function changedBlocks(before: readonly string[], body: readonly Block[]): string[] {
  const now = blockHashes(body);
  const was = new Set(before);
  const present = new Set(now.map(idOf));
  const changed = now.filter((entry) => !was.has(entry)).map(idOf);
  const gone = before.map(idOf).filter((id) => !present.has(id));
  return [...changed, ...gone];
}

function idOf(entry: string): string {
  return entry.slice(0, entry.indexOf(' '));
}

type CheckRecord = Pick<Article, 'claims' | 'queries' | 'comments'>;

const recordsHashed = new WeakMap<CheckRecord['claims'], CheckRecord & { readonly hash: string }>();

/** SHA-256 of what was found and asked: everything but the copy that a signature stands on. */
export function recordHash({ claims, queries, comments }: CheckRecord): string {
  const known = recordsHashed.get(claims);
  if (known?.queries === queries && known.comments === comments) return known.hash;
  const hash = canonicalHash({ claims, queries, comments });
  recordsHashed.set(claims, { claims, queries, comments, hash });
  return hash;
}
