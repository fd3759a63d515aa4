import { describe, expect, it } from 'vitest';
import { decode } from '#core/encoding/decode';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean, withMark = true): Uint8Array => {
  const units = [...(withMark ? [0xfeff] : []), ...Array.from(text, (character) => character.charCodeAt(0))];
  return Uint8Array.from(
    units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
};
const text = 'L’été, « déjà » : 10 € — l’œuvre';

describe('decoding', () => {
  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(text)]), 'utf-8'],
    ['UTF-16 little endian', utf16(text, true), 'utf-16le'],
    ['UTF-16 big endian', utf16(text, false), 'utf-16be'],
    ['UTF-16 without a mark', utf16(text, true, false), 'utf-16le'],
  ])('reads %s', (_name, bytes, encoding) => {
    expect(decode(bytes)).toMatchObject({ ok: true, value: { text, encoding } });
  });

  it('reads Windows-1252 with its curly quotes, dashes and euro', () => {
    const bytes = Uint8Array.from([
      0x4c, 0x92, 0xe9, 0x74, 0xe9, 0x20, 0x96, 0x20, 0x93, 0x9c, 0x94, 0x20, 0x80,
    ]);
    expect(decode(bytes)).toMatchObject({
      value: { text: 'L’été – “œ” €', encoding: 'windows-1252', warnings: [{ code: 'encoding-guessed' }] },
    });
  });

  const broken = (good: string): string => {
    const middle = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
    return Array.from(utf8(good), (byte) =>
      byte >= 0x80 && byte <= 0x9f ? middle[byte - 0x80] : String.fromCharCode(byte),
    ).join('');
  };
  it('repairs garbled accents, once and twice garbled', () => {
    expect(decode(utf8(broken(text)))).toMatchObject({
      value: { text, warnings: [{ code: 'mojibake-repaired' }] },
    });
    expect(decode(utf8(broken(broken(text))))).toMatchObject({ value: { text } });
  });

  it.each(['São Paulo, Ãngelo', 'Ã is a letter, “quoted”', 'un café à Orléans'])(
    'leaves “%s” alone',
    (good) => {
      expect(decode(utf8(good))).toMatchObject({ value: { text: good, warnings: [] } });
    },
  );

  it('makes every line end a line feed', () => {
    expect(decode(utf8('a\r\nb\rc'))).toMatchObject({ value: { text: 'a\nb\nc' } });
  });
});
