import { type PictureSize, pictureSize } from '#core/picture-size';
import { type PictureKind, pictureKind } from '#core/pictures';

/** What word processors show; WebP and AVIF are empty frames in them. */
const shown: ReadonlySet<PictureKind | null> = new Set(['png', 'jpg', 'gif']);

/** The size of a picture that a word processor can show; null for one that it cannot, or that is broken. */
export function officePictureSize(bytes: Uint8Array): PictureSize | null {
  return shown.has(pictureKind(bytes)) ? pictureSize(bytes) : null;
}
