import { type FolderPictures, pictureMeant } from '#core/intake/folder/pictures';
import { hasTooManyPixels } from '#core/picture-size';
import { maximumPictureBytes, pictureKind } from '#core/pictures';
import { fileHash } from '../hash';
import type { PicturesFound } from '../import-file';
import { readInside } from './read-inside';

/** All pictures of one note together, in bytes: they lie in memory at once. */
const mostBytes = 200 * 1024 * 1024;

interface Place {
  /** Absolute, without a link in it. */
  readonly root: string;
  /** The place of the note. */
  readonly note: string;
  readonly pictures: FolderPictures;
}

/**
 * The pictures that a note refers to, out of the folder that it lies in. What is no plain file in there, no picture, or
 * too large to be kept has no bytes and no name.
 */
export async function picturesBeside(
  references: readonly string[],
  { root, note, pictures }: Place,
): Promise<PicturesFound> {
  const assets = new Map<string, string | null>();
  const files = new Map<string, Uint8Array>();
  let left = mostBytes;
  for (const reference of references) {
    const place = pictureMeant(reference, note, pictures);
    if (place === null) continue;
    const picture = await readPicture(root, place, Math.min(left, maximumPictureBytes));
    assets.set(reference, picture?.asset ?? null);
    if (!picture || files.has(picture.asset)) continue;
    files.set(picture.asset, picture.bytes);
    left -= picture.bytes.byteLength;
  }
  return { assets, files };
}

async function readPicture(
  root: string,
  place: string,
  bytes: number,
): Promise<{ readonly asset: string; readonly bytes: Uint8Array } | null> {
  const read = await readInside(root, place, { bytes, words: '40 MB' });
  if (!read.ok) return null;
  const kind = pictureKind(read.value);
  if (kind === null || hasTooManyPixels(read.value)) return null;
  return { asset: `${fileHash(read.value)}.${kind}`, bytes: read.value };
}
