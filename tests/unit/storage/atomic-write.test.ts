import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { diskFileSystem, type FileSystem, writeAtomically } from '#storage/index';
import { faultyFileSystem } from '../../support/faulty-file-system';

const oldText = 'the old version, whole';
const newText = 'the new version, whole, and somewhat longer than the old one';
const bytes = new TextEncoder().encode(newText);

describe('the atomic writer', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'marbre-write-'));
    file = join(folder, 'article.json');
    writeFileSync(file, oldText);
  });

  const codes = ['ENOSPC', 'EIO', 'EACCES', 'EBUSY', 'EMFILE', 'EXDEV'];
  const cases = codes.flatMap((code) => [false, true].map((forever) => ({ code, forever })));

  it.each(cases)(
    'leaves the old or the new version whole when any call fails with $code (for ever: $forever)',
    async ({ code, forever }) => {
      for (let call = 1; ; call += 1) {
        writeFileSync(file, oldText);
        const { fs, calls } = faultyFileSystem({ call, code, forever });
        const written = await writeAtomically(fs, file, bytes);
        const now = readFileSync(file, 'utf8');
        if (calls.length < call) {
          expect(written.ok).toBe(true);
          break;
        }
        expect([oldText, newText]).toContain(now);
        if (written.ok) expect(now).toBe(newText);
        // A disk that is gone for ever takes no file away either: the sweep does, once it is back.
        if (!forever) expect(readdirSync(folder)).toEqual(['article.json']);
        expect((await writeAtomically(diskFileSystem, file, bytes)).ok).toBe(true);
        expect(readFileSync(file, 'utf8')).toBe(newText);
      }
    },
  );

  it('never acknowledges a failed fsync, and never asks that file again', async () => {
    const { fs, calls } = faultyFileSystem({ call: 3, code: 'EIO' });
    const written = await writeAtomically(fs, file, bytes);
    expect(calls).toEqual(['createExclusive', 'write', 'sync', 'close', 'unlink']);
    expect(written).toMatchObject({ ok: false, code: 'io.write' });
    expect(readFileSync(file, 'utf8')).toBe(oldText);
  });

  const shortWriting = (most: number): FileSystem => ({
    ...diskFileSystem,
    async createExclusive(path, mode) {
      const handle = await diskFileSystem.createExclusive(path, mode);
      return { ...handle, write: (part) => handle.write(part.subarray(0, most)) };
    },
  });

  it('goes on until every byte is taken when the disk takes them one by one', async () => {
    expect((await writeAtomically(shortWriting(1), file, bytes)).ok).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(newText);
  });

  it('says that the disk is full when it takes nothing any more', async () => {
    const written = await writeAtomically(shortWriting(0), file, bytes);
    expect(written).toMatchObject({ ok: false, code: 'io.disk-full' });
    expect(readFileSync(file, 'utf8')).toBe(oldText);
  });

  it('notices a disk that gives back something else than was written', async () => {
    const lying: FileSystem = {
      ...diskFileSystem,
      readFile: async () => new TextEncoder().encode('something else'),
    };
    expect((await writeAtomically(lying, file, bytes)).ok).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(oldText);
  });

  it('waits for whoever holds the file for a moment', async () => {
    let refusals = 2;
    const held: FileSystem = {
      ...diskFileSystem,
      rename: async (from, to) => {
        if (refusals-- > 0) throw Object.assign(new Error('held'), { code: 'EBUSY' });
        await diskFileSystem.rename(from, to);
      },
    };
    expect((await writeAtomically(held, file, bytes)).ok).toBe(true);
  });
});
