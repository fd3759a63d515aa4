import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import { composeBody } from '#core/body/fields';
import { formats } from '#core/formats/registry';
import { pictureKind } from '#core/pictures';
import { orientationIn } from '#core/pictures/jpeg';
import { picturesFor, withoutMetadata } from '#core/pictures/without-metadata';
import { createDesk } from '#storage/index';
import { render } from '../../../src/main/render-article';
import { must } from '../../support/memory-desk';
import {
  avif,
  avifPicture,
  colourProfile,
  exifOf,
  frame,
  gif,
  gifHead,
  gifLoop,
  gifPicture,
  jpeg,
  png,
  pngParts,
  pngStart,
  scan,
  secret,
  webp,
  webpPicture,
} from '../../support/pictures-with-metadata';

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const holds = (bytes: Uint8Array, part: Uint8Array | string): boolean =>
  latin(bytes).includes(typeof part === 'string' ? part : latin(part));
const pictures = { jpg: jpeg(), png: png(), webp: webp(), gif: gif(), avif: avif() };

describe('a picture without metadata', () => {
  it.each(Object.entries(pictures))(
    '%s tells no secret, is still one, and the same the second time',
    (kind, bytes) => {
      expect(holds(bytes, secret)).toBe(true);
      const plain = withoutMetadata(bytes);
      expect(holds(plain, secret)).toBe(false);
      expect(holds(plain, 'GPSLatitude')).toBe(false);
      expect(pictureKind(plain)).toBe(kind);
      expect(withoutMetadata(plain)).toEqual(plain);
    },
  );

  it('as a JPEG keeps profile, size, coded picture and orientation, and no preview', () => {
    const plain = withoutMetadata(jpeg(6));
    for (const part of [colourProfile, frame, scan]) expect(holds(plain, part)).toBe(true);
    expect(holds(plain, 'rgb')).toBe(false);
    const exif = latin(plain).indexOf('Exif\0\0');
    expect(orientationIn(plain.subarray(exif + 6))).toBe(6);
    expect([...plain.subarray(-2)]).toEqual([0xff, 0xd9]);
  });

  it('as a JPEG that stands upright has no EXIF at all', () => {
    expect(holds(withoutMetadata(jpeg(1)), 'Exif')).toBe(false);
  });

  it('as a JPEG that breaks off tells no secret either', () => {
    const whole = jpeg();
    const cut = whole.subarray(0, latin(whole).indexOf(latin(scan)) + scan.length);
    expect(holds(cut, secret)).toBe(true);
    const plain = withoutMetadata(cut);
    expect(holds(plain, secret)).toBe(false);
    expect(holds(plain, scan)).toBe(true);
  });

  it('as a PNG is its picture chunks', () => {
    const { head, gamma, data, end } = pngParts;
    expect(withoutMetadata(png())).toEqual(new Uint8Array(Buffer.concat([pngStart, head, gamma, data, end])));
  });

  it('as a WebP says in its head what is left, and how long it is', () => {
    const plain = withoutMetadata(webp());
    expect(holds(plain, webpPicture)).toBe(true);
    expect(plain[20]).toBe(0x20);
    expect(new DataView(plain.buffer).getUint32(4, true)).toBe(plain.byteLength - 8);
  });

  it('as a GIF moves as before', () => {
    expect(withoutMetadata(gif())).toEqual(
      new Uint8Array(Buffer.concat([gifHead, gifLoop, gifPicture, Uint8Array.of(0x3b)])),
    );
  });

  it('as an AVIF has zeros in their place, and every offset as it was', () => {
    const plain = withoutMetadata(avif());
    expect(plain.byteLength).toBe(avif().byteLength);
    expect(holds(plain, avifPicture)).toBe(true);
  });

  it('that is damaged is given back as it is, or still without its secret: it never throws', () => {
    const cases = fc.tuple(
      fc.constantFrom(...Object.values(pictures)),
      fc.nat(),
      fc.integer({ min: 0, max: 255 }),
      fc.nat(),
    );
    fc.assert(
      fc.property(cases, ([whole, at, byte, length]) => {
        const bytes = whole.slice(0, (length % whole.length) + 1);
        bytes[at % bytes.length] = byte;
        const before = bytes.slice();
        const plain = withoutMetadata(bytes);
        expect(bytes).toEqual(before);
        expect(plain === bytes || plain.byteLength <= bytes.byteLength).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads an orientation from little-endian EXIF too, and none from nonsense', () => {
    expect(orientationIn(exifOf(8))).toBe(8);
    const little = Uint8Array.of(
      0x49,
      0x49,
      42,
      0,
      8,
      0,
      0,
      0,
      1,
      0,
      0x12,
      1,
      3,
      0,
      1,
      0,
      0,
      0,
      3,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
    );
    expect(orientationIn(little)).toBe(3);
    expect(orientationIn(exifOf(9))).toBeNull();
    expect(orientationIn(exifOf(1).subarray(0, 7))).toBeNull();
  });
});

/** Everything in an export as one text, with what is packed or written in base64 in it as it is. */
function plainText(bytes: Uint8Array): string {
  const isZip = latin(bytes.subarray(0, 4)) === 'PK\u0003\u0004';
  if (isZip) return Object.values(unzipSync(bytes)).map(plainText).join('\n');
  const text = latin(bytes);
  const embedded = [...text.matchAll(/base64,([A-Za-z0-9+/=]+)/g)].map(([, data = '']) =>
    Buffer.from(data, 'base64').toString('latin1'),
  );
  return [text, ...embedded].join('\n');
}

describe('an export', () => {
  const made = async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'marbre-private-')), 'desk');
    const desk = must(await createDesk(folder, { name: 'Quai', language: 'fr' }));
    const article = createArticle('a1', 'fr', '2026-05-12T09:00:00.000Z');
    must(await desk.articles.create(article));
    const assets: string[] = [];
    for (const bytes of Object.values(pictures))
      assets.push(must(await desk.articles.addPicture('a1', bytes)));
    const blocks = assets.map((asset, index) => ({
      id: `b${index + 1}`,
      type: 'picture' as const,
      asset,
      alt: 'Le quai',
      width: 100,
      content: [],
      credit: [],
    }));
    const { base } = must(await desk.articles.read('a1'));
    const body = composeBody({ headline: 'Le quai' }, blocks);
    must(await desk.articles.save({ ...article, body }, base));
    return { desk, folder };
  };

  it('of any format but a bundle holds no place, no name and no folder of this machine', async () => {
    const { desk, folder } = await made();
    const withPictures: string[] = [];
    for (const { id, write } of formats) {
      if (!write) continue;
      const rendered = await render(desk, 'a1', id);
      // Formats that need more than an article holds say so; the sets are below.
      if (!rendered.ok) {
        expect(rendered.code, id).toMatch(/^format\./);
        continue;
      }
      const text = plainText(rendered.value.bytes);
      if (text.includes(latin(avifPicture))) withPictures.push(id);
      expect(text.includes(secret), id).toBe(id === 'bundle');
      expect(text, id).not.toContain(folder);
      expect(text, id).not.toContain(tmpdir());
    }
    expect(withPictures).toEqual(expect.arrayContaining(['html', 'epub', 'bundle']));
  });

  it('of several articles neither', async () => {
    const { desk } = await made();
    const { article } = must(await desk.articles.read('a1'));
    const taken = await desk.articles.picturesOf(article);
    const set = { title: 'Le quai', language: 'fr' as const, articles: [article] };
    const publication = { name: 'Le Quai', address: 'https://example.org/' };
    for (const { id, writeSet } of formats) {
      if (!writeSet || id === 'bundle') continue;
      const context = { tagLabels: new Map(), publication, pictures: picturesFor(id, taken) };
      const written = must(writeSet(set, context));
      const text = written.map(({ bytes }) => plainText(bytes)).join('\n');
      expect(text.includes(latin(avifPicture)), id).toBe(true);
      expect(text.includes(secret), id).toBe(false);
    }
  });
});
