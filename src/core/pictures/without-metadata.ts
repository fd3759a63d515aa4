import type { FormatId } from '#core/formats/types';
import { type PictureKind, pictureKind } from '#core/pictures';
import { avifWithoutMetadata } from './avif';
import { UnknownStructure } from './bytes';
import { gifWithoutMetadata } from './gif';
import { jpegWithoutMetadata } from './jpeg';
import { pngWithoutMetadata } from './png';
import { webpWithoutMetadata } from './webp';

const strippers: Readonly<Record<PictureKind, (bytes: Uint8Array) => Uint8Array>> = {
  jpg: jpegWithoutMetadata,
  png: pngWithoutMetadata,
  webp: webpWithoutMetadata,
  gif: gifWithoutMetadata,
  avif: avifWithoutMetadata,
};

/**
 * A picture without what it tells beside what it shows: place, camera, names, times, comments, previews. Orientation and
 * colour profiles stay. The coded picture is the same to the byte. One that is not built as its format says is given
 * back as it is: a picture is never spoiled.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  const kind = pictureKind(bytes);
  if (kind === null) return bytes;
  try {
    return strippers[kind](bytes);
  } catch (error) {
    // A length that leads out of the file ends in a RangeError of DataView.
    if (error instanceof UnknownStructure || error instanceof RangeError) return bytes;
    throw error;
  }
}

/** Formats that bring everything back as it was, pictures too: what travels between desks. */
const lossless: ReadonlySet<FormatId> = new Set(['bundle', 'json']);

/** The pictures that an export in this format may carry. They keep their names: those are the hashes of the originals. */
export function picturesFor(
  format: FormatId,
  pictures: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  if (lossless.has(format)) return pictures;
  return new Map([...pictures].map(([name, bytes]) => [name, withoutMetadata(bytes)]));
}
