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
