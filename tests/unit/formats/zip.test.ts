import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip, writeZip } from '#core/formats/shared/zip';

const encode = (text: string) => new TextEncoder().encode(text);

function codeOf(bytes: Uint8Array, entry?: string): string | undefined {
  const opened = openZip(bytes);
  if (!opened.ok) return opened.code;
  const read = opened.value.read(entry ?? opened.value.names[0] ?? '');
  return read.ok ? undefined : read.code;
}

/** What a directory says of an entry. */
interface Shared {
  readonly name: string;
  readonly at: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
}

describe('an archive', () => {
  const files = new Map([
    ['mimetype', encode('application/x-marbre')],
    ['text/a.txt', encode('Le port ferme. '.repeat(400))],
  ]);

  it('gives back what was put in, in its order', () => {
    const opened = openZip(writeZip(files, 'mimetype'));
    if (!opened.ok) throw new Error(opened.code);
    expect(opened.value.names).toEqual([...files.keys()]);
    for (const [name, content] of files)
      expect(opened.value.read(name)).toEqual({ ok: true, value: content });
    expect(opened.value.read('missing')).toEqual({ ok: true, value: null });
  });

  it('is the same bytes in every time zone', () => {
    const zone = process.env.TZ;
    const written = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Paris'].map((name) => {
      process.env.TZ = name;
      return Buffer.from(writeZip(files)).toString('hex');
    });
    process.env.TZ = zone ?? '';
    if (zone === undefined) delete process.env.TZ;
    expect(new Set(written).size).toBe(1);
  });

  it.each(['../outside', 'a/../../b', '/etc/passwd', 'C:/x', 'a\\b', 'a/./b', '~/x'])(
    'is refused when an entry would leave its folder: %s',
    (name) => expect(codeOf(zipSync({ [name]: encode('x') }))).toBe('input.unsafe'),
  );

  it('is refused when it grows without measure, whatever size it claims', () => {
    const bomb = zipSync({ bomb: new Uint8Array(64 * 1024 * 1024) });
    expect(codeOf(bomb)).toBe('input.too-large');
    // The size in the directory says ten bytes; only the bytes that come out are counted.
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    const directory = view.getUint32(bomb.byteLength - 6, true);
    view.setUint32(directory + 24, 10, true);
    expect(codeOf(bomb)).toBe('input.too-large');
  });

  describe('whose entries share bytes', () => {
    /** A directory of these entries of `bytes`: `at` is where each one's own header stands. */
    const directed = (bytes: Uint8Array, entries: readonly Shared[]): Uint8Array => {
      const records = entries.map(({ name, at, packed, size, crc, method }) => {
        const record = new Uint8Array(46 + name.length);
        const view = new DataView(record.buffer);
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(10, method, true);
        view.setUint32(16, crc, true);
        view.setUint32(20, packed, true);
        view.setUint32(24, size, true);
        view.setUint16(28, name.length, true);
        view.setUint32(42, at, true);
        record.set(encode(name), 46);
        return record;
      });
      const directory = Buffer.concat(records);
      const end = new DataView(new ArrayBuffer(22));
      end.setUint32(0, 0x06054b50, true);
      end.setUint16(8, entries.length, true);
      end.setUint16(10, entries.length, true);
      end.setUint32(12, directory.length, true);
      end.setUint32(16, bytes.length, true);
      return new Uint8Array(Buffer.concat([bytes, directory, Buffer.from(end.buffer)]));
    };
    const sharing = { ok: false, code: 'input.malformed', params: {}, detail: 'entries that share bytes' };
    const kernel = new Uint8Array(1024 * 1024);
    /** One entry of ours, as it lies in an archive: header, name, data. */
    const alone = (name: string, content: Uint8Array, level: 0 | 9) => {
      const whole = zipSync({ [name]: content }, { level });
      const view = new DataView(whole.buffer, whole.byteOffset);
      const directory = view.getUint32(whole.length - 6, true);
      return {
        bytes: whole.subarray(0, directory),
        entry: {
          name,
          at: 0,
          packed: view.getUint32(directory + 20, true),
          size: content.length,
          crc: view.getUint32(directory + 16, true),
          method: view.getUint16(directory + 10, true),
        },
      };
    };

    it('is read when they do not: the directory of this test is as good as any', () => {
      const one = alone('a', kernel, 9);
      const other = alone('b', encode('The quay'), 0);
      const bytes = Buffer.concat([one.bytes, other.bytes]);
      const whole = directed(bytes, [one.entry, { ...other.entry, at: one.bytes.length }]);
      expect(codeOf(whole, 'a')).toBe(undefined);
      expect(codeOf(whole, 'b')).toBe(undefined);
    });

    it('is refused when many names stand for one entry: 2,000 of them would be two gigabytes', () => {
      const { bytes, entry } = alone('a', kernel, 9);
      const names = Array.from({ length: 2_000 }, (_, index) => ({ ...entry, name: `a${index}` }));
      const bomb = directed(bytes, names);
      expect(bomb.length).toBeLessThan(200_000);
      expect(openZip(bomb)).toEqual(sharing);
    });

    it('is refused when each entry holds the next one, header and all, as a stored block of its own data', () => {
      // The outer one is stored: its data are the whole inner entry, which the directory names as well.
      const inner = alone('inner', kernel, 9);
      const outer = alone('outer', inner.bytes, 0);
      const nested = { ...inner.entry, at: outer.bytes.length - inner.bytes.length };
      for (const entries of [
        [outer.entry, nested],
        [nested, outer.entry],
      ])
        expect(openZip(directed(outer.bytes, entries))).toEqual(sharing);
      expect(codeOf(directed(outer.bytes, [outer.entry]))).toBe(undefined);
    });

    it('is refused when the data of an entry reach into the directory', () => {
      const { bytes, entry } = alone('a', encode('The quay was closed'), 0);
      expect(openZip(directed(bytes, [{ ...entry, packed: entry.packed + 8 }]))).toEqual(sharing);
    });
  });

  it('is malformed wherever it is cut off or a bit is turned in its data', () => {
    const whole = writeZip(files);
    for (const length of [0, 3, 21, 40, whole.length - 30, whole.length - 1])
      expect(codeOf(whole.slice(0, length))).toBe('input.malformed');
    const turned = whole.slice();
    const at = 30 + 'mimetype'.length + 3;
    turned[at] = (turned[at] ?? 0) ^ 4;
    expect(codeOf(turned, 'mimetype')).toBe('input.malformed');
  });

  it('asks for a copy without a password when it is locked', () => {
    const locked = writeZip(files);
    const view = new DataView(locked.buffer, locked.byteOffset);
    const directory = view.getUint32(locked.byteLength - 6, true);
    view.setUint16(directory + 8, 1, true);
    expect(codeOf(locked)).toBe('input.encrypted');
  });
});
