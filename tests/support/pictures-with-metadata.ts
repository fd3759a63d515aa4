import { crc32, deflateSync } from 'node:zlib';

/** What must not leave the desk: it stands in every place where a picture can hide words. */
export const secret = 'GPS 48.39N 4.49W by M. Kerzoncuf';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
const join = (...pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));
const big16 = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 255);
const big32 = (value: number): Uint8Array => join(big16(value >>> 16), big16(value & 0xffff));
const little32 = (value: number): Uint8Array => big32(value).reverse();

/** A TIFF structure as EXIF has it: an orientation, and a directory of places with the secret in it. */
export function exifOf(orientation: number): Uint8Array {
  const entry = (tag: number, type: number, count: number, value: Uint8Array): Uint8Array =>
    join(big16(tag), big16(type), big32(count), value);
  const places = 8 + 2 + 2 * 12 + 4;
  const words = places + 2 + 12 + 4;
  return join(
    join(ascii('MM'), big16(42), big32(8), big16(2)),
    entry(0x0112, 3, 1, join(big16(orientation), big16(0))),
    entry(0x8825, 4, 1, big32(places)),
    join(big32(0), big16(1)),
    entry(0x001b, 7, secret.length, big32(words)),
    join(big32(0), ascii(secret)),
  );
}

const xmp = `<x:xmpmeta><exif:GPSLatitude>${secret}</exif:GPSLatitude></x:xmpmeta>`;

const segment = (marker: number, content: Uint8Array): Uint8Array =>
  join(Uint8Array.of(0xff, marker), big16(content.length + 2), content);

/** 2 by 1 points, baseline, grey: its coded picture holds stuffed bytes and a restart marker. */
export const scan = Uint8Array.of(0xfc, 0xff, 0x00, 0x3f, 0xff, 0xd0, 0x12, 0xff, 0x00);
export const colourProfile = segment(
  0xe2,
  join(ascii('ICC_PROFILE\0'), Uint8Array.of(1, 1), ascii('a profile')),
);
export const frame = segment(0xc0, Uint8Array.of(8, 0, 1, 0, 2, 1, 1, 0x11, 0));
const quantisation = segment(0xdb, join(Uint8Array.of(0), new Uint8Array(64).fill(16)));
const startOfScan = segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0));

export function jpeg(orientation = 6): Uint8Array {
  return join(
    Uint8Array.of(0xff, 0xd8),
    segment(0xe0, join(ascii('JFIF\0'), Uint8Array.of(1, 2, 0, 0, 1, 0, 1, 1, 1), ascii('rgb'))),
    segment(0xe1, join(ascii('Exif\0\0'), exifOf(orientation))),
    segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${xmp}`)),
    colourProfile,
    segment(0xe2, ascii(`MPF\0${secret}`)),
    segment(0xed, ascii(`Photoshop 3.0\u00008BIM\u0004\u0004${secret}`)),
    segment(0xfe, ascii(secret)),
    join(quantisation, frame, startOfScan, scan),
    Uint8Array.of(0xff, 0xd9),
    ascii(`a film behind the end: ${secret}`),
  );
}

const chunk = (name: string, content: Uint8Array): Uint8Array => {
  const named = join(ascii(name), content);
  return join(big32(content.length), named, big32(crc32(named)));
};

export const pngParts = {
  head: chunk('IHDR', join(big32(2), big32(1), Uint8Array.of(8, 0, 0, 0, 0))),
  gamma: chunk('gAMA', big32(45_455)),
  data: chunk('IDAT', new Uint8Array(deflateSync(Uint8Array.of(0, 0x20, 0xe0)))),
  end: chunk('IEND', new Uint8Array()),
} as const;
export const pngStart = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10);

export function png(): Uint8Array {
  const { head, gamma, data, end } = pngParts;
  return join(
    join(pngStart, head, gamma),
    chunk('tEXt', ascii(`Author\0${secret}`)),
    chunk('iTXt', ascii(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)),
    chunk('zTXt', join(ascii('Comment\0\0'), new Uint8Array(deflateSync(ascii(secret))))),
    chunk('eXIf', exifOf(1)),
    chunk('tIME', Uint8Array.of(7, 234, 5, 12, 9, 0, 0)),
    chunk('vpAg', ascii(secret)),
    join(data, end, ascii(secret)),
  );
}

const riff = (name: string, content: Uint8Array): Uint8Array =>
  join(ascii(name), little32(content.length), content, new Uint8Array(content.length % 2));

/** The coded picture is odd in length, so that its chunk is padded. */
export const webpPicture = riff('VP8L', Uint8Array.of(0x2f, 1, 0, 0, 0, 7, 8));

export function webp(): Uint8Array {
  const inner = join(
    ascii('WEBP'),
    riff('VP8X', Uint8Array.of(0x08 | 0x04 | 0x20, 0, 0, 0, 1, 0, 0, 0, 0, 0)),
    riff('ICCP', ascii('a profile')),
    webpPicture,
    riff('EXIF', exifOf(1)),
    riff('XMP ', ascii(xmp)),
    riff('NOTE', ascii(secret)),
  );
  return join(ascii('RIFF'), little32(inner.length), inner, ascii(secret));
}

const blocks = (text: string): Uint8Array => join(Uint8Array.of(text.length), ascii(text), Uint8Array.of(0));
export const gifHead = join(ascii('GIF89a'), Uint8Array.of(2, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255));
export const gifLoop = join(
  Uint8Array.of(0x21, 0xff, 11),
  ascii('NETSCAPE2.0'),
  Uint8Array.of(3, 1, 0, 0, 0),
);
export const gifPicture = join(
  Uint8Array.of(0x21, 0xf9, 4, 0, 0, 0, 0, 0),
  Uint8Array.of(0x2c, 0, 0, 0, 0, 2, 0, 1, 0, 0, 2, 2, 0x44, 0x0a, 0),
);

export function gif(): Uint8Array {
  return join(
    join(gifHead, gifLoop, Uint8Array.of(0x21, 0xfe), blocks(secret)),
    join(Uint8Array.of(0x21, 0xff, 11), ascii('XMP DataXMP'), blocks(xmp)),
    join(gifPicture, Uint8Array.of(0x3b), ascii(secret)),
  );
}

const box = (type: string, ...content: readonly Uint8Array[]): Uint8Array => {
  const inside = join(...content);
  return join(big32(inside.length + 8), ascii(type), inside);
};
export const avifPicture = ascii('the coded picture');

/** Three items: the picture and its EXIF in `mdat`, XMP in `idat`. */
export function avif(): Uint8Array {
  const entry = (id: number, type: string): Uint8Array =>
    box(
      'infe',
      Uint8Array.of(2, 0, 0, 0),
      big16(id),
      big16(0),
      ascii(type),
      ascii('\0'),
      ascii(type === 'mime' ? 'application/rdf+xml\0' : ''),
    );
  const exif = join(big32(0), exifOf(1));
  const ftyp = box('ftyp', ascii('avif'), big32(0), ascii('avifmif1'));
  const located = (offset: number): Uint8Array => {
    const item = (id: number, method: number, at: number, length: number): Uint8Array =>
      join(big16(id), big16(method), big16(0), big16(1), big32(at), big32(length));
    return box(
      'meta',
      big32(0),
      box('iinf', big32(0), big16(3), entry(1, 'av01'), entry(2, 'Exif'), entry(3, 'mime')),
      box('idat', ascii(xmp)),
      box(
        'iloc',
        Uint8Array.of(1, 0, 0, 0, 0x44, 0),
        big16(3),
        item(1, 0, offset, avifPicture.length),
        item(2, 0, offset + avifPicture.length, exif.length),
        item(3, 1, 0, xmp.length),
      ),
    );
  };
  const head = ftyp.length + located(0).length + 8;
  return join(ftyp, located(head), box('mdat', avifPicture, exif), box('uuid', ascii(secret)));
}
