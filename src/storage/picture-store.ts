import { failure, type Result, success } from '#core/failure';
import { hasTooManyPixels, maximumPixels } from '#core/picture-size';
import { assetName, maximumPictureBytes, pictureKind } from '#core/pictures';
import { inFolder } from './article-folder';
import type { ArticleFolders } from './article-folders';
import type { FileSystem } from './file-system';
import { fileHash } from './hash';
import { ownFile } from './own-file';
import { placeHashed } from './placed-file';

/** Pictures, in each article's `assets/`, under the SHA-256 of their bytes. */
export class PictureStore {
  private readonly fs: FileSystem;
  private readonly desk: string;
  private readonly folders: ArticleFolders;

  constructor(fs: FileSystem, desk: string, folders: ArticleFolders) {
    this.fs = fs;
    this.desk = desk;
    this.folders = folders;
  }

  /**
   * Copies a picture into an article and gives its name there. The same bytes are the same file.
   * Codes: `picture.unknown`, `picture.too-many-pixels`, `input.too-large`, `article.not-found`, `io.…`.
   */
  async add(id: string, bytes: Uint8Array): Promise<Result<string>> {
    if (bytes.byteLength > maximumPictureBytes) return failure('input.too-large', { limit: '40 MB' });
    const kind = pictureKind(bytes);
    if (kind === null) return failure('picture.unknown');
    if (hasTooManyPixels(bytes))
      return failure('picture.too-many-pixels', { name: kind.toUpperCase(), limit: maximumPixels / 1e6 });
    const folder = await this.folders.find(id);
    if (!folder.ok) return folder;
    const asset = `${fileHash(bytes)}.${kind}`;
    const placed = await placeHashed(this.fs, this.desk, inFolder.asset(folder.value, asset), bytes);
    return placed.ok ? success(asset) : placed;
  }

  /** The bytes of one picture; null when there is no such file, or it is not what its name says. */
  async read(id: string, asset: string): Promise<Uint8Array | null> {
    if (!assetName.test(asset)) return null;
    const folder = await this.folders.find(id);
    if (!folder.ok) return null;
    const path = inFolder.asset(folder.value, asset);
    const info = await ownFile(this.fs, path).catch(() => null);
    if (info === null || info.size > maximumPictureBytes) return null;
    const bytes = await this.fs.readFile(path).catch(() => null);
    return bytes && asset.startsWith(fileHash(bytes)) ? bytes : null;
  }
}
