import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Article } from '#core/article/schema';
import { evidenceFileName, evidenceFilesOf, evidenceHash } from '#core/claims/evidence';
import { evidenceName } from '#core/claims/evidence-files';
import type { Evidence, EvidenceFile, SealedSource } from '#core/claims/schema';
import { currentKey, type DeskKeys } from '#core/confidential/keys';
import {
  hasConfidentialInClear,
  isInClear,
  isSealed,
  sameSource,
  seal,
  secretOf,
} from '#core/confidential/sealed';
import { type Result, success } from '#core/failure';
import { inFolder, names } from '../article-folder';
import { writeAtomically } from '../atomic-write';
import type { FileSystem } from '../file-system';
import { fileHash } from '../hash';
import { HistoryStore } from '../history-store';
import type { KeyStore } from './key-store';
import { marker } from './marker';
import { SealedFiles } from './sealed-files';

/** What an article shall be written as, and what there is to do once it is. */
export interface Sealing {
  readonly article: Article;
  /** How many sources were sealed, in the article and in its kept versions. */
  readonly count: number;
  /** Removes copies in clear; called when the article is on disk. */
  readonly finish: () => Promise<void>;
}

/**
 * Takes confidential sources out of what goes to disk. Every write of an article passes here, whoever asks for it: the
 * window, a batch, the command line. On a desk without a passphrase nothing happens.
 */
export class Sealer {
  private readonly fs: FileSystem;
  private readonly keys: KeyStore;

  constructor(fs: FileSystem, keys: KeyStore) {
    this.fs = fs;
    this.keys = keys;
  }

  filesIn(folder: string): SealedFiles {
    return new SealedFiles(this.fs, this.keys.age, folder);
  }

  /**
   * Seals what is confidential and in clear, in the article and then in its kept versions; those are looked through in
   * any case with `thorough`. Codes: `io.…`.
   */
  async seal(folder: string, article: Article, thorough = false): Promise<Result<Sealing>> {
    const nothing = success({ article, count: 0, finish: async () => undefined });
    if (!thorough && !hasConfidentialInClear(article.claims)) return nothing;
    const keys = await this.keys.read();
    // A damaged list of keys stops no save; the settings and `verify` say what is wrong.
    if (!keys.ok || !keys.value) return nothing;
    return this.sealWith(folder, article, keys.value);
  }

  private async sealWith(folder: string, article: Article, keys: DeskKeys): Promise<Result<Sealing>> {
    const work = new Work(this.fs, this.keys, folder, currentKey(keys).recipient);
    const sealed = await work.sealArticle(article);
    if (!sealed.ok) return sealed;
    const versions = await work.sealHistory(sealed.value);
    if (!versions.ok) return versions;
    // Somebody began a change of key meanwhile: what was sealed for the old one is sealed again.
    const now = await this.keys.read();
    if (now.ok && now.value && currentKey(now.value).id !== currentKey(keys).id)
      return this.sealWith(folder, article, now.value);
    const marked = await work.mark();
    if (!marked.ok) return marked;
    return success({
      article: sealed.value,
      count: work.count,
      finish: () => this.removeClear(folder),
    });
  }

  /** A version that is kept beside the article, with nothing confidential in clear. */
  async sealVersion(folder: string, version: Article): Promise<Result<Article>> {
    if (!hasConfidentialInClear(version.claims)) return success(version);
    const sealing = await this.seal(folder, version);
    return sealing.ok ? success(sealing.value.article) : sealing;
  }

  /** Removes the copies in clear that are marked and that nothing in clear names any more. */
  async removeClear(folder: string): Promise<void> {
    const evidence = join(folder, names.evidence);
    const files = await this.readMarker(evidence);
    if (files.length === 0) return;
    const named = await new Work(this.fs, this.keys, folder, '').namedInClear();
    if (named === null) return;
    try {
      for (const file of files.filter((one) => evidenceName.test(one) && !named.has(one))) {
        const path = join(evidence, file);
        if (await this.fs.info(path)) await this.fs.unlink(path);
      }
      await this.fs.syncFolder(evidence);
      await this.fs.unlink(join(evidence, marker));
    } catch {
      // The mark stays, and with it the next opening of the desk tries again.
    }
  }

  private async readMarker(evidence: string): Promise<string[]> {
    const bytes = await this.fs.readFile(join(evidence, marker)).catch(() => null);
    return bytes === null ? [] : readNames(bytes);
  }
}

/** What is sealed in one article at one time: the same words are sealed once, and so is the same file. */
class Work {
  private readonly fs: FileSystem;
  private readonly folder: string;
  private readonly recipient: string;
  private readonly files: SealedFiles;
  /** By hash of the source, and of the file. */
  private readonly sources = new Map<string, SealedSource>();
  private readonly bytes = new Map<string, string>();
  private readonly clear = new Set<string>();
  private problem: Result<null> = success(null);
  count = 0;

  constructor(fs: FileSystem, keys: KeyStore, folder: string, recipient: string) {
    this.fs = fs;
    this.folder = folder;
    this.recipient = recipient;
    this.files = new SealedFiles(fs, keys.age, folder);
  }

  async sealArticle(article: Article): Promise<Result<Article>> {
    return this.sealAll(article, isInClear);
  }

  private async sealAll(
    article: Article,
    isMeant: (evidence: Evidence, claim: string) => boolean,
  ): Promise<Result<Article>> {
    const claims = [...article.claims];
    for (const [at, claim] of claims.entries())
      for (const evidence of claim.evidence) {
        if (isSealed(evidence) || !isMeant(evidence, claim.id)) continue;
        const sealed = await this.sealOne(evidence);
        if (!this.problem.ok) return this.problem;
        // Its file is not what was attached: there is nothing that could take the place of what is there.
        if (!sealed) continue;
        claims[at] = sameSource(claims[at] ?? claim, evidence, seal(evidence, sealed));
        this.count += 1;
      }
    return success({ ...article, claims });
  }

  private async sealOne(evidence: Evidence): Promise<SealedSource | null> {
    const key = `${evidenceHash(evidence)} ${evidence.origin}`;
    const known = this.sources.get(key);
    if (known) return known;
    const file = evidence.source.type === 'file' ? await this.sealFile(evidence.source) : null;
    if (!this.problem.ok || (evidence.source.type === 'file' && file === null)) return null;
    const { writeRecord } = await import('#core/confidential/sealed-schema');
    const id = newSealId();
    this.problem = await this.files.write(id, writeRecord(secretOf(evidence)), this.recipient);
    const sealed: SealedSource = { type: 'sealed', seal: id, file, hasOrigin: evidence.origin.trim() !== '' };
    this.sources.set(key, sealed);
    return sealed;
  }

  /** Null: the copy in clear is not there, or not what was attached. */
  private async sealFile(file: EvidenceFile): Promise<string | null> {
    const name = evidenceFileName(file);
    const known = this.bytes.get(name);
    if (known !== undefined) return known;
    const bytes = await this.fs.readFile(inFolder.evidence(this.folder, name)).catch(() => null);
    if (bytes === null || fileHash(bytes) !== file.sha256) return null;
    const id = newSealId();
    this.problem = await this.files.write(id, bytes, this.recipient);
    this.bytes.set(name, id);
    this.clear.add(name);
    return id;
  }

  /**
   * Seals in every kept version what the article has sealed: the same source of the same claim, as it was then, and every
   * mention of a file that is sealed. A version that cannot be read stays as it is.
   */
  async sealHistory(article: Article): Promise<Result<null>> {
    const history = new HistoryStore(this.fs, inFolder.history(this.folder));
    const secret = new Set(
      article.claims.flatMap(({ id, evidence }) => evidence.filter(isSealed).map((one) => `${id} ${one.id}`)),
    );
    const isMeant = (one: Evidence, claim: string): boolean =>
      one.sensitivity === 'confidential' ||
      secret.has(`${claim} ${one.id}`) ||
      (one.source.type === 'file' && this.bytes.has(evidenceFileName(one.source)));
    for (const { id } of await history.list()) {
      const version = await history.read(id);
      if (!version.ok) continue;
      const sealed = await this.sealAll(version.value, isMeant);
      if (!sealed.ok) return sealed;
      if (JSON.stringify(sealed.value.claims) === JSON.stringify(version.value.claims)) continue;
      const written = await history.replace(id, sealed.value);
      if (!written.ok) return written;
    }
    return success(null);
  }

  /** Notes which copies in clear have to go, before the article stops naming them. */
  async mark(): Promise<Result<null>> {
    if (this.clear.size === 0) return success(null);
    const path = join(this.folder, names.evidence, marker);
    const before = await this.fs.readFile(path).catch(() => null);
    const files = [...(before === null ? [] : readNames(before)), ...this.clear];
    return writeAtomically(this.fs, path, new TextEncoder().encode(JSON.stringify({ files })));
  }

  /** The files that the article or a kept version names in clear; null: that cannot be found out. */
  async namedInClear(): Promise<ReadonlySet<string> | null> {
    const { readArticleFolder } = await import('../read-folder');
    const current = await readArticleFolder(this.fs, this.folder);
    if (!current.ok) return null;
    const history = new HistoryStore(this.fs, inFolder.history(this.folder));
    const articles = [current.value.article];
    for (const { id } of await history.list()) {
      const version = await history.read(id);
      if (version.ok) articles.push(version.value);
    }
    return new Set(articles.flatMap(({ claims }) => evidenceFilesOf(claims)).map(evidenceFileName));
  }
}

export function newSealId(): string {
  return randomBytes(16).toString('hex');
}

function readNames(bytes: Uint8Array): string[] {
  try {
    const { files } = JSON.parse(new TextDecoder().decode(bytes)) as { files?: unknown };
    return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
  } catch {
    return [];
  }
}
