import { basename, join } from 'node:path';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { evidenceFileName, evidenceFilesOf } from '#core/claims/evidence';
import { sealsOf } from '#core/confidential/sealed';
import { type Failure, failure } from '#core/failure';
import { names, originalName } from './article-folder';
import { listShelf, type Shelf } from './article-folders';
import type { Problem } from './article-reader';
import type { SealedFiles } from './confidential/sealed-files';
import type { DeskStore } from './desk-store';
import type { FileSystem } from './file-system';
import { fileHash } from './hash';
import { hashedParts } from './hashed-parts';
import { ioFailure } from './io-failure';
import { duplicateId, readArticleFolder } from './read-folder';
import { sealOf } from './seal';
import { isDamagedArticle, setAsideFile } from './set-aside';
import { settingsProblems } from './settings-files';

interface Look {
  readonly fs: FileSystem;
  readonly desk: string;
  /** Whether what is damaged goes into quarantine. */
  readonly setAside: boolean;
  readonly sealedIn: (folder: string) => SealedFiles;
}

/**
 * Looks at everything that is on a desk: articles that cannot be read or were changed outside, ids that occur twice,
 * originals, pictures, files of evidence and kept versions that are missing or no longer the bytes that were taken in,
 * damaged settings. Nothing is changed, unless `setAside` is asked for: damaged files then go into quarantine.
 */
export async function verifyDesk(desk: DeskStore, setAside = false): Promise<readonly Problem[]> {
  const look: Look = {
    fs: desk.fs,
    desk: desk.folder,
    setAside,
    sealedIn: (folder) => desk.articles.sealedIn(folder),
  };
  const keys = await desk.keys.read();
  return [
    ...(await settingsProblems(desk.fs, desk.folder)),
    ...(keys.ok ? [] : [{ name: 'confidential/keys.json', failure: keys }]),
    ...(await shelfProblems(look, names.articles)),
    ...(await shelfProblems(look, names.trash)),
  ];
}

async function shelfProblems(look: Look, shelf: Shelf): Promise<Problem[]> {
  const problems: Problem[] = [];
  const known = new Set<string>();
  try {
    const folders = await listShelf(look.fs, look.desk, shelf);
    for (const folder of folders.filter((entry) => !entry.startsWith('.')).sort())
      problems.push(...(await folderProblems(look, join(look.desk, shelf, folder), known)));
  } catch (error) {
    problems.push({ name: shelf, failure: ioFailure(error, 'read', shelf) });
  }
  return problems;
}

/** `known`: the ids that were seen on this shelf. */
async function folderProblems(look: Look, folder: string, known: Set<string>): Promise<Problem[]> {
  const read = await readArticleFolder(look.fs, folder);
  const name = basename(folder);
  if (!read.ok) {
    const unread =
      read.code === 'article.invalid'
        ? await damaged(look, join(folder, names.article), { name, failure: read }, isDamagedArticle)
        : { name, failure: read };
    return [unread, ...(await partProblems(look, folder, name, null))];
  }
  const { article, bytes } = read.value;
  if (known.has(article.id)) return [{ name, failure: duplicateId }];
  known.add(article.id);
  const title = fieldText(article.body, 'headline') || article.id;
  const isOutside = sealOf(bytes) === 'wrong';
  const outside = isOutside ? [{ name: title, failure: failure('article.changed-outside') }] : [];
  // A flipped bit may have hit the hash of the original in the text: on its word nothing intact is moved.
  const trusting = isOutside ? { ...look, setAside: false } : look;
  return [
    ...outside,
    ...(await originalProblems(trusting, folder, title, article)),
    ...(await partProblems(look, folder, title, article)),
  ];
}

/** A problem of a damaged file, which goes into quarantine where that is asked for. */
async function damaged(
  { fs, desk, setAside }: Look,
  path: string,
  problem: Problem,
  isDamaged: (bytes: Uint8Array) => boolean,
): Promise<Problem> {
  const quarantined = setAside ? await setAsideFile(fs, desk, path, isDamaged) : null;
  return quarantined === null ? problem : { ...problem, quarantined };
}

async function originalProblems(
  look: Look,
  folder: string,
  title: string,
  { original }: Article,
): Promise<Problem[]> {
  if (!original) return [];
  const path = join(folder, names.original, originalName(original.name));
  const isChanged = (bytes: Uint8Array): boolean => fileHash(bytes) !== original.sha256;
  const changed = failure('article.original-changed', { name: title });
  return fileProblems(look, path, title, changed, isChanged);
}

/** What is wrong with one file: it cannot be read, or is not what it should be. */
async function fileProblems(
  look: Look,
  path: string,
  name: string,
  changed: Failure,
  isChanged: (bytes: Uint8Array) => boolean,
): Promise<Problem[]> {
  try {
    if (!isChanged(await look.fs.readFile(path))) return [];
  } catch (error) {
    return [{ name, failure: ioFailure(error, 'read', basename(path)) }];
  }
  return [await damaged(look, path, { name, failure: changed }, isChanged)];
}

/** Files beside the text whose names say what they are, and those that the text asks for and that are not there. */
async function partProblems(
  look: Look,
  folder: string,
  title: string,
  article: Article | null,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const named = new Map<string, string>(
    evidenceFilesOf(article?.claims ?? []).map((file) => [evidenceFileName(file), file.name]),
  );
  for (const part of hashedParts) {
    const entries: readonly string[] = await look.fs.list(join(folder, part.folder)).catch(() => []);
    for (const entry of entries.filter(part.isOurs)) {
      const changed = failure(part.code, { name: named.get(entry) ?? entry });
      const isChanged = (bytes: Uint8Array): boolean => part.isChanged(entry, bytes);
      problems.push(
        ...(await fileProblems(look, join(folder, part.folder, entry), title, changed, isChanged)),
      );
    }
    const missing = part.wanted(article).filter((one) => !entries.includes(one));
    for (const one of missing)
      problems.push({ name: title, failure: failure(part.missing, { name: named.get(one) ?? one }) });
  }
  problems.push(...(await sealedProblems(look, folder, title, article)));
  return problems;
}

/** Sealed files are looked at as they lie there, which takes no passphrase. */
async function sealedProblems(
  { sealedIn }: Look,
  folder: string,
  title: string,
  article: Article | null,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const seal of sealsOf(article?.claims ?? [])) {
    const checked = await sealedIn(folder).check(seal);
    if (!checked.ok) problems.push({ name: title, failure: checked });
  }
  return problems;
}
