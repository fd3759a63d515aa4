import { describe, expect, it } from 'vitest';
import { formatById } from '#core/formats/registry';
import { parseXml } from '#core/formats/shared/xml';
import { writeZip } from '#core/formats/shared/zip';
import type { FormatId } from '#core/formats/types';
import { hasTooManyPixels, pictureSize } from '#core/picture-size';
import { assetNameOf } from '#core/pictures';
import { readIncoming } from '#storage/read-incoming';

const now = '2026-05-12T08:00:00.000Z';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Milliseconds of this process's own time. */
const patience = 2_000;

function timed<T>(work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(patience);
  return result;
}

/** The end record and the directory of an archive are where it lies about itself. */
function lying(change: (view: DataView, directory: number, end: number) => void): Uint8Array {
  const bytes = writeZip(
    new Map([
      ['article.json', encode('{}'.repeat(1_000))],
      ['assets/x', encode('x')],
    ]),
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - 22;
  change(view, view.getUint32(end + 16, true), end);
  return bytes;
}

const inside = (content: Uint8Array): Uint8Array => writeZip(new Map([['article.json', content]]));
const nested = (): Uint8Array => {
  let bytes = encode('0'.repeat(1_000_000));
  for (let level = 0; level < 20; level += 1) bytes = inside(bytes);
  return bytes;
};

const files: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['an archive in an archive, twenty deep', 'x.zip', nested],
  ['an archive of zeros', 'x.zip', () => inside(new Uint8Array(100_000_000))],
  [
    'an archive that claims a small entry to be 4 GB',
    'x.zip',
    () => lying((view, at) => view.setUint32(at + 24, 0xffffffff, true)),
  ],
  [
    'an archive whose entry is longer than the file',
    'x.zip',
    () => lying((view, at) => view.setUint32(at + 20, 0xffffffff, true)),
  ],
  [
    'an archive that claims 65,534 entries',
    'x.zip',
    () => lying((view, _at, end) => view.setUint16(end + 10, 65_534, true)),
  ],
  [
    'an archive whose directory is nowhere',
    'x.zip',
    () => lying((view, _at, end) => view.setUint32(end + 16, 0xfffffff0, true)),
  ],
  [
    'an archive whose entries lie over one another',
    'x.zip',
    () =>
      lying((view, at) =>
        view.setUint32(at + 46 + 'article.json'.length + 42, view.getUint32(at + 42, true), true),
      ),
  ],
  ['JSON, 100,000 arrays deep', 'x.json', () => encode('['.repeat(100_000) + ']'.repeat(100_000))],
  ['JSON, 100,000 objects deep', 'x.json', () => encode(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)],
  [
    'JSON with a number of a million digits',
    'x.json',
    () => encode(`{"format":"marbre","version":${'9'.repeat(1_000_000)}}`),
  ],
];

describe('a bomb is one refusal', () => {
  it.each(files)('%s', (_what, name, make) => {
    const bytes = make();
    const result = timed(() => readIncoming({ name, bytes }, now, {}));
    expect(result).toMatchObject({ ok: false, code: expect.stringMatching(/^(?:input|article)\./) });
  });
});

/** What readers of text may take in, but must come through in time. */
const texts: readonly (readonly [string, FormatId, string])[] = [
  [
    'aliases that grow tenfold nine times',
    'markdown',
    `---\na: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
      .split('')
      .map(
        (key, at) => `${key}: &${key} [${Array.from({ length: 10 }, () => `*${'abcdefgh'[at]}`).join(', ')}]`,
      )
      .join('\n')}\ntitle: *i\n---\n\nWords.\n`,
  ],
  ['an alias to itself', 'markdown', '---\na: &a [*a]\ntitle: *a\n---\n\nWords.\n'],
  ['front matter, 10,000 lists deep', 'markdown', `---\na: ${'['.repeat(10_000)}\n---\n\nWords.\n`],
  [
    '`__proto__` in front matter',
    'markdown',
    '---\n__proto__:\n  polluted: true\nconstructor: x\n---\n\nWords.\n',
  ],
  ['quotes in quotes, 20,000 deep', 'markdown', `${'> '.repeat(20_000)}x\n`],
  ['15,000 signs that may mark words', 'markdown', `Words ${'*_'.repeat(7_500)}`],
  ['100,000 comments in a line that never end', 'markdown', `Words ${'<!--'.repeat(100_000)}`],
  ['100,000 instructions over lines that never end', 'markdown', `Words\n${'<?x\n'.repeat(100_000)}`],
  ['elements, 100,000 deep', 'html', `${'<div>'.repeat(100_000)}x`],
  ['100,000 unclosed comments', 'html', `<html>${'<!--'.repeat(100_000)}`],
  [
    'an attribute of five million characters',
    'html',
    `<html><body><p title="${'x'.repeat(5_000_000)}">x</p>`,
  ],
  [
    'a picture with an address of five million characters',
    'html',
    `<html><body><p>Words <img src="${'a/'.repeat(2_500_000)}"></p>`,
  ],
  ['300 attributes called `__proto__`', 'html', `<html><body><p ${'__proto__=x '.repeat(300)}>x</p>`],
  [
    'parts in parts, 10,000 deep',
    'eml',
    `Subject: x\n${'Content-Type: multipart/mixed; boundary="x"\n\n--x\n'.repeat(10_000)}`,
  ],
  [
    'five million blanks in quoted-printable',
    'eml',
    `Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nx${'\t'.repeat(5_000_000)}x`,
  ],
  [
    'a subject with a million blanks',
    'eml',
    `Subject: RE${' '.repeat(1_000_000)}x\nFrom: a@example.org\n\nWords.`,
  ],
];

describe('a text that is made to be hard is read or refused in time', () => {
  it.each(texts)('%s', (_what, id, text) => {
    const bytes = encode(text);
    const result = timed(() => formatById(id).read?.(bytes, { now }));
    expect(typeof result?.ok).toBe('boolean');
    if (result && !result.ok) expect(result.code).toMatch(/^input\./);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('XML', () => {
  const entities = `<!DOCTYPE a [<!ENTITY a "xxxxxxxxxx">${'bcdefghi'
    .split('')
    .map((key, at) => `<!ENTITY ${key} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)
    .join('')}]><a>&i;</a>`;
  it.each([
    ['entities that grow tenfold', entities],
    ['an entity from a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['elements, 100,000 deep', '<a>'.repeat(100_000)],
    ['an attribute that does not end', `<a b="${'x'.repeat(5_000_000)}`],
  ])('with %s is refused', (_what, text) => {
    expect(timed(() => parseXml(text))).toMatchObject({ ok: false, code: expect.stringMatching(/^input\./) });
  });

  it('with more than two million elements is refused', () => {
    const result = parseXml(`<a>${'<b/>'.repeat(2_000_001)}</a>`);
    expect(result).toMatchObject({ ok: false, code: 'input.too-large' });
  }, 60_000);
});

const be32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
const le16 = (value: number): number[] => [value & 0xff, value >> 8];
const le24 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff, value >> 16];
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** The beginning of a picture of each kind with these sides. */
const headers: Readonly<Record<string, (width: number, height: number) => number[]>> = {
  png: (w, h) => [
    0x89,
    ...ascii('PNG\r\n\x1a\n'),
    ...be32(13),
    ...ascii('IHDR'),
    ...be32(w),
    ...be32(h),
    8,
    6,
    0,
    0,
    0,
  ],
  gif: (w, h) => [...ascii('GIF89a'), ...le16(w), ...le16(h), 0, 0, 0],
  jpg: (w, h) => [
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    0,
    0,
    0xff,
    0xc2,
    0,
    17,
    8,
    ...be32(h).slice(2),
    ...be32(w).slice(2),
    3,
  ],
  'webp, extended': (w, h) => [
    ...ascii('RIFF0000WEBPVP8X'),
    ...be32(10),
    0,
    0,
    0,
    0,
    ...le24(w - 1),
    ...le24(h - 1),
  ],
  'webp, lossless': (w, h) => {
    const bits = (((w - 1) & 0x3fff) | (((h - 1) & 0x3fff) << 14)) >>> 0;
    return [...ascii('RIFF0000WEBPVP8L'), 0, 0, 0, 0, 0x2f, ...be32(bits).reverse(), 0];
  },
  'webp, plain': (w, h) => [
    ...ascii('RIFF0000WEBPVP8 '),
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0x9d,
    1,
    0x2a,
    ...le16(w),
    ...le16(h),
  ],
  avif: (w, h) => [
    ...be32(20),
    ...ascii('ftypavif'),
    ...be32(0),
    ...be32(20),
    ...ascii('ispe'),
    ...be32(0),
    ...be32(w),
    ...be32(h),
  ],
};

describe.each(Object.entries(headers))('the header of a picture: %s', (kind, header) => {
  // The two bare kinds of WebP have 14 bits for a side.
  const most = /lossless|plain/.test(kind) ? 16_383 : 65_535;

  it('says how large it is', () => {
    const bytes = new Uint8Array(header(1_200, 800));
    expect(pictureSize(bytes)).toEqual({ width: 1_200, height: 800 });
    expect(hasTooManyPixels(bytes)).toBe(false);
  });

  it('is refused when it claims more pixels than memory should hold', () => {
    expect(hasTooManyPixels(new Uint8Array(header(most, most)))).toBe(true);
  });

  it('is no error wherever it is cut off', () => {
    const whole = header(most, most);
    for (let end = 0; end < whole.length; end += 1) pictureSize(new Uint8Array(whole.slice(0, end)));
  });
});

it('an article that comes with such a picture is refused by the name of its file', () => {
  const bomb = new Uint8Array(headers.png?.(65_535, 65_535) ?? []);
  const taken = readIncoming({ name: 'a.txt', bytes: encode('Harbour\n\nWords by the harbour.\n') }, now, {});
  if (!taken.ok || taken.value.type !== 'copy') throw new Error('not read');
  const files = new Map([[`assets/${assetNameOf(bomb)}`, bomb]]);
  const article = { ...taken.value.article };
  const written = formatById('bundle').write?.(article, { tagLabels: new Map(), files });
  if (!written?.ok) throw new Error('not written');
  expect(readIncoming({ name: 'a.marbre', bytes: written.value }, now, {})).toMatchObject({
    ok: false,
    code: 'picture.too-many-pixels',
    params: { name: 'a.marbre', limit: 100 },
  });
});
