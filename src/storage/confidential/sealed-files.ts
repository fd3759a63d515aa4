import { join } from 'node:path';
import { maximumEvidenceBytes } from '#core/claims/evidence-files';
import { sealedFileName } from '#core/confidential/sealed';
import { failure, type Result, success } from '#core/failure';
import { names } from '../article-folder';
import { writeAtomically } from '../atomic-write';
import type { FileSystem } from '../file-system';
import { fileHash } from '../hash';
import { ioFailure } from '../io-failure';
import { ownFile } from '../own-file';
import type { Age, Opened } from './age';

/** Age adds a header and sixteen bytes to every 64 KiB. */
const largest = maximumEvidenceBytes + 1024 * 1024;

/** The encrypted files of one article's `evidence/`. */
export class SealedFiles {
  private readonly fs: FileSystem;
  private readonly age: Age;
  private readonly folder: string;

  constructor(fs: FileSystem, age: Age, article: string) {
    this.fs = fs;
    this.age = age;
    this.folder = join(article, names.evidence);
  }

  /** Encrypts `bytes` and has them on disk. Codes: `io.…`. */
  async write(id: string, bytes: Uint8Array, recipient: string): Promise<Result<null>> {
    const encrypted = await this.age.encrypt(bytes, recipient);
    try {
      await this.fs.makeFolder(this.folder);
    } catch (error) {
      return ioFailure(error, 'write', names.evidence);
    }
    return writeAtomically(this.fs, join(this.folder, `${id}.${fileHash(encrypted)}.age`), encrypted);
  }

  /** The names of the files of one seal: one, or two where a change of key was killed between them. */
  private async filesOf(id: string): Promise<string[]> {
    return (await this.list()).filter((name) => name.startsWith(`${id}.`));
  }

  /** The names of all encrypted files. */
  async list(): Promise<string[]> {
    const entries = await this.fs.list(this.folder).catch(() => []);
    return entries.filter((name) => sealedFileName.test(name)).sort();
  }

  /** Whether what was sealed is there as it was written; asks for no passphrase. Codes: `evidence.missing`, `evidence.changed`. */
  async check(id: string): Promise<Result<null>> {
    const files = await this.filesOf(id);
    if (files.length === 0) return failure('confidential.missing');
    for (const file of files) if ((await this.bytesOf(file)) !== null) return success(null);
    return failure('confidential.changed');
  }

  /** Codes: `confidential.missing`, `confidential.changed`, `confidential.other-key`. */
  async read(id: string, identities: readonly string[]): Promise<Result<Uint8Array>> {
    const files = await this.filesOf(id);
    if (files.length === 0) return failure('confidential.missing');
    let isOther = false;
    for (const file of files) {
      const opened = await this.open(file, identities);
      if (opened.kind === 'opened') return success(opened.bytes);
      isOther ||= opened.kind === 'other-key';
    }
    return failure(isOther ? 'confidential.other-key' : 'confidential.changed');
  }

  private async open(file: string, identities: readonly string[]): Promise<Opened> {
    const bytes = await this.bytesOf(file);
    return bytes === null ? { kind: 'damaged' } : this.age.decrypt(bytes, identities);
  }

  /** Null: it cannot be read, or its bytes are not those that its name promises. */
  private async bytesOf(file: string): Promise<Uint8Array | null> {
    const path = join(this.folder, file);
    const info = await ownFile(this.fs, path).catch(() => null);
    if (info === null || info.size > largest) return null;
    const bytes = await this.fs.readFile(path).catch(() => null);
    return bytes && fileHash(bytes) === sealedFileName.exec(file)?.[2] ? bytes : null;
  }

  /**
   * Encrypts one file for another key, unless it is for that one. The old file goes when the new one is on disk; killed in
   * between, both are there, and the next run removes the old one. Gives whether something was done.
   * Codes: `confidential.other-key`, `confidential.changed`, `io.…`.
   */
  async renew(
    file: string,
    key: { readonly old: readonly string[]; readonly now: NewKey },
  ): Promise<Result<boolean>> {
    const [, id = ''] = sealedFileName.exec(file) ?? [];
    const opened = await this.open(file, key.old);
    if (opened.kind !== 'opened') {
      if (opened.kind === 'damaged') return failure('confidential.changed');
      const isDone = (await this.open(file, [key.now.identity])).kind === 'opened';
      return isDone ? success(false) : failure('confidential.other-key');
    }
    if (!(await this.hasNew(id, file, key.now))) {
      const written = await this.write(id, opened.bytes, key.now.recipient);
      if (!written.ok) return written;
    }
    try {
      await this.fs.unlink(join(this.folder, file));
      return success(true);
    } catch (error) {
      return ioFailure(error, 'write', names.evidence);
    }
  }

  private async hasNew(id: string, old: string, { identity }: NewKey): Promise<boolean> {
    for (const file of (await this.filesOf(id)).filter((name) => name !== old))
      if ((await this.open(file, [identity])).kind === 'opened') return true;
    return false;
  }
}

export interface NewKey {
  readonly identity: string;
  readonly recipient: string;
}
