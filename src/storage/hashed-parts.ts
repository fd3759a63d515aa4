import type { Article } from '#core/article/schema';
import { evidenceFileName, evidenceFilesOf } from '#core/claims/evidence';
import { evidenceName } from '#core/claims/evidence-files';
import type { FailureCode } from '#core/failure';
import { readSnapshotId } from '#core/history/snapshots';
import { assetName } from '#core/pictures';
import { names } from './article-folder';
import { fileHash } from './hash';
import { readSnapshot } from './history-store';

/** A folder of files beside an article's text that tell by themselves whether they are whole. */
interface HashedPart {
  readonly folder: string;
  /** Whether a file by this name is one of them; others are left alone. */
  isOurs(name: string): boolean;
  isChanged(name: string, bytes: Uint8Array): boolean;
  readonly code: FailureCode;
  /** The names that an article asks for. */
  wanted(article: Article | null): readonly string[];
  readonly missing: FailureCode;
}

const isOtherThanItsName = (name: string, bytes: Uint8Array): boolean => !name.startsWith(fileHash(bytes));

export const hashedParts: readonly HashedPart[] = [
  {
    folder: names.evidence,
    isOurs: (name) => evidenceName.test(name),
    isChanged: isOtherThanItsName,
    code: 'evidence.changed',
    wanted: (article) => evidenceFilesOf(article?.claims ?? []).map(evidenceFileName),
    missing: 'evidence.missing',
  },
  {
    folder: names.assets,
    isOurs: (name) => assetName.test(name),
    isChanged: isOtherThanItsName,
    code: 'picture.changed',
    wanted: (article) => (article ? picturesIn(article) : []),
    missing: 'picture.missing',
  },
  {
    folder: names.history,
    isOurs: (name) => name.endsWith('.json') && readSnapshotId(name.slice(0, -'.json'.length)) !== null,
    isChanged: (_, bytes) => {
      const read = readSnapshot(bytes);
      return !read.ok && read.code === 'history.damaged';
    },
    code: 'history.damaged',
    wanted: () => [],
    missing: 'history.not-found',
  },
];

function picturesIn({ body, metadata }: Article): string[] {
  const inText = body.flatMap((block) => (block.type === 'picture' ? [block.asset] : []));
  return [...new Set([...inText, ...(metadata.picture === null ? [] : [metadata.picture])])];
}
