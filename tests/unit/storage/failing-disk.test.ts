import { describe, expect, it } from 'vitest';
import { type FileSystem, openDesk } from '#storage/index';
import { faultyFileSystem } from '../../support/faulty-file-system';
import { deskFolder, diskWithDesk, openOn, type Work, works } from '../../support/memory-desk';

const codes = ['ENOSPC', 'EIO', 'EACCES', 'EBUSY', 'EMFILE', 'EXDEV'];
const cases = codes.flatMap((code) => [false, true].map((forever) => ({ code, forever })));

/** What a person is told, by what the disk said. */
const told: Readonly<Record<string, RegExp>> = {
  ENOSPC: /^io\.disk-full$/,
  EACCES: /^io\.denied$/,
  EBUSY: /^io\.busy$/,
  EMFILE: /^io\.busy$/,
  EIO: /^io\.(?:read|write)$/,
  EXDEV: /^io\.(?:read|write)$/,
};

/** How the desk looks before and after the work on a disk that does not fail. */
async function looksOf(work: Work): Promise<readonly [string, string]> {
  const desk = await openOn((await diskWithDesk()).fs);
  const before = await work.look(desk);
  const done = await work.run(desk);
  if (!done.ok) throw new Error(`${work.name}: ${done.code}`);
  return [before, await work.look(desk)];
}

describe.each(works)('$name on a disk that fails', (work) => {
  it.each(cases)(
    'leaves the old or the new, tells which, and works the next time: $code, for ever $forever',
    async ({ code, forever }) => {
      const [before, after] = await looksOf(work);
      expect(before).not.toBe(after);
      for (let call = 1; ; call += 1) {
        const disk = await diskWithDesk();
        // Opened on a good disk: the failure comes while somebody works.
        let fs: FileSystem = disk.fs;
        const desk = await openOn(new Proxy(disk.fs, { get: (_, key) => fs[key as keyof FileSystem] }));
        const faulty = faultyFileSystem({ call, code, forever }, { under: disk.fs });
        fs = faulty.fs;
        const done = await work.run(desk);
        const where = `call ${call} (${faulty.calls[call - 1]}) with ${code}`;
        fs = disk.fs;
        const now = await work.look(await openOn(disk.fs));
        expect([before, after], where).toContain(now);
        if (done.ok) expect(now, where).toBe(after);
        else expect(done.code, where).toMatch(told[code] ?? /never/);
        // The same window, the disk well again.
        expect(await work.run(desk), where).toMatchObject({ ok: true });
        expect(await work.look(await openOn(disk.fs)), where).toBe(after);
        if (faulty.calls.length < call) break;
      }
    },
  );

  it('never asks a file again whose sync has failed, and never calls it saved', async () => {
    const disk = await diskWithDesk();
    const desk = await openOn(disk.fs);
    const synced: string[] = [];
    const faulty = faultyFileSystem(null, {
      under: disk.fs,
      refuse: (name, path) => {
        if (name === 'sync') synced.push(path);
        return name === 'sync' ? 'EIO' : null;
      },
    });
    const failing = await openDesk(deskFolder, faulty.fs);
    if (!failing.ok) throw new Error(failing.code);
    const before = await work.look(desk);
    const done = await work.run(failing.value);
    expect(new Set(synced).size).toBe(synced.length);
    if (work.name === 'throwing an article away') return expect(done.ok).toBe(true);
    expect(done).toMatchObject({ ok: false, code: 'io.write' });
    expect(await work.look(desk)).toBe(before);
  });

  it('is whole on a disk that takes seven bytes at a time', async () => {
    const [, after] = await looksOf(work);
    const disk = await diskWithDesk();
    const desk = await openOn(faultyFileSystem(null, { under: disk.fs, most: 7 }).fs);
    expect((await work.run(desk)).ok).toBe(true);
    expect(await work.look(await openOn(disk.fs))).toBe(after);
  });
});
