import { createHash } from 'node:crypto';
import { evidenceFileName } from '#core/claims/evidence';
import {
  type EvidenceExtension,
  evidenceKind,
  evidenceName,
  maximumEvidenceBytes,
} from '#core/claims/evidence-files';
import type { EvidenceFile } from '#core/claims/schema';
import { failure, type Result, success } from '#core/failure';
import { visibleName } from '#core/visible';
import { inFolder } from './article-folder';
import type { ArticleFolders } from './article-folders';
import type { FileSystem } from './file-system';
import { ioFailure } from './io-failure';
import { ownFile } from './own-file';
import { placeHashed } from './placed-file';

/** Reads parts of a file whose hash has been checked. */
export interface EvidenceReader {
  readonly extension: EvidenceExtension;
  /** Bytes. */
  readonly size: number;
  /** It lies encrypted on the disk: nobody keeps a copy of what is read. */
  readonly isSecret?: true;
  /** `length` bytes from `start`; rejects when the file went away meanwhile. */
  read(start: number, length: number): Promise<Uint8Array>;
}

/**
 * Frozen copies of sources, in each article's `evidence/`, under the SHA-256 of their bytes. A file is written once and
 * never altered; whoever reads one gets the bytes that were attached, or is told that they are not there.
 */
export class EvidenceStore {
  private readonly fs: FileSystem;
  private readonly desk: string;
  private readonly folders: ArticleFolders;
  /** Files whose hash was right, as long as their size and time have not changed. */
  private readonly checked = new Map<string, string>();

  constructor(fs: FileSystem, desk: string, folders: ArticleFolders) {
    this.fs = fs;
    this.desk = desk;
    this.folders = folders;
  }

  /**
   * Copies a file into an article. The same bytes are the same file. `name` is the file's own name, without a folder.
   * Codes: `input.empty`, `input.too-large`, `evidence.unknown-kind`, `article.not-found`, `io.…`.
   */
  async add(id: string, name: string, bytes: Uint8Array): Promise<Result<EvidenceFile>> {
    const file = evidenceFileOf(name, bytes);
    if (!file.ok) return file;
    const folder = await this.folders.find(id);
    if (!folder.ok) return folder;
    const path = inFolder.evidence(folder.value, evidenceFileName(file.value));
    const placed = await placeHashed(this.fs, this.desk, path, bytes);
    return placed.ok ? file : placed;
  }

  /** The bytes that were attached. Codes: `article.not-found`, `evidence.missing`, `evidence.changed`, `io.read`. */
  async read(
    id: string,
    file: Pick<EvidenceFile, 'sha256' | 'extension' | 'name'>,
  ): Promise<Result<Uint8Array>> {
    const { name } = file;
    const folder = await this.folders.find(id);
    if (!folder.ok) return folder;
    const path = inFolder.evidence(folder.value, evidenceFileName(file));
    try {
      const info = await ownFile(this.fs, path);
      if (info === null) return failure('evidence.missing', { name });
      if (info.size > maximumEvidenceBytes) return failure('evidence.changed', { name });
      const bytes = await this.fs.readFile(path);
      return hashOf(bytes) === file.sha256 ? success(bytes) : failure('evidence.changed', { name });
    } catch (error) {
      return ioFailure(error, 'read', name);
    }
  }

  /** A file to be read in parts; null when there is none by this name, or its bytes are not those of its name. */
  async reader(id: string, name: string): Promise<EvidenceReader | null> {
    const folder = evidenceName.test(name) ? await this.folders.find(id) : null;
    if (!folder?.ok) return null;
    const path = inFolder.evidence(folder.value, name);
    const info = await ownFile(this.fs, path).catch(() => null);
    if (info === null || info.size > maximumEvidenceBytes) return null;
    const stamp = `${info.size}:${info.modified}`;
    if (this.checked.get(path) !== stamp) {
      const bytes = await this.fs.readFile(path).catch(() => null);
      if (!bytes || !name.startsWith(hashOf(bytes))) return null;
      this.checked.set(path, stamp);
    }
    return {
      extension: name.slice(name.lastIndexOf('.') + 1) as EvidenceExtension,
      size: info.size,
      read: (start, length) => this.fs.readRange(path, start, length),
    };
  }
}

/** What a source says of these bytes. Codes: `input.empty`, `input.too-large`, `evidence.unknown-kind`. */
export function evidenceFileOf(name: string, bytes: Uint8Array): Result<EvidenceFile> {
  if (bytes.byteLength === 0) return failure('input.empty', { name });
  if (bytes.byteLength > maximumEvidenceBytes) return failure('input.too-large', { name, limit: '200 MB' });
  const extension = evidenceKind(name, bytes);
  if (extension === null) return failure('evidence.unknown-kind', { name });
  return success({
    type: 'file',
    sha256: hashOf(bytes),
    extension,
    name: visibleName(name).slice(-255),
    size: bytes.byteLength,
  });
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
