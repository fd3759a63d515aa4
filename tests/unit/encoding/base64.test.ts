import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, decodeBase64 } from '#core/encoding/base64';

const seed = 8_104;

describe('base64', () => {
  it('comes back as the bytes that it was, with its lines broken anywhere and without its padding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 80 }), (bytes, width) => {
        const text = base64(bytes);
        const broken = text.replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');
        expect(decodeBase64(broken)).toEqual(bytes);
        expect(decodeBase64(text.replace(/=+$/, ''))).toEqual(bytes);
      }),
      { seed },
    );
  });

  it('gives what can be read of a text that is cut off, and nothing of one that is none', () => {
    expect(decodeBase64('QUJDR')).toEqual(new TextEncoder().encode('ABC'));
    expect(decodeBase64('é=&')).toEqual(new Uint8Array());
  });
});
