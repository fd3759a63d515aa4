import { sha256Hex } from './hash';

/** The kinds of pictures that an article may hold; drawings with scripts in them (SVG) are none. */
export type PictureKind = 'png' | 'jpg' | 'gif' | 'webp' | 'avif';

/** The largest picture that is taken in, in bytes. */
export const maximumPictureBytes = 40 * 1024 * 1024;

const starts: readonly (readonly [PictureKind, number, string])[] = [
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF8'],
  ['webp', 8, 'WEBP'],
  ['avif', 4, 'ftypavif'],
];

/** What a file is by its first bytes, whatever its name says; null when it is no picture that we know. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return starts.find(([, at, sign]) => head.startsWith(sign, at))?.[0] ?? null;
}

/** The name of these bytes in `assets/`; null when they are no picture that an article may hold. */
export function assetNameOf(bytes: Uint8Array): string | null {
  const kind = pictureKind(bytes);
  return kind && `${sha256Hex(bytes)}.${kind}`;
}

export const pictureMediaTypes: Readonly<Record<PictureKind, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** The name of a picture's file in `assets/`. */
export const assetName = /^[0-9a-f]{64}\.(?:png|jpg|gif|webp|avif)$/;
