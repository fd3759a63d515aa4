import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFileSystem } from '#storage/index';
import { withFileLock } from '#storage/lock';
import { ownerMark } from '#storage/lock-owner';

const place = (): string => join(mkdtempSync(join(tmpdir(), 'marbre-lock-')), '.save.lock');
const mark = (pid: number): string => new TextDecoder().decode(ownerMark()).replace(/^\d+/, String(pid));
const deadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid;

/** How long it takes to come by a lock that is there already, in milliseconds; null: longer than two seconds. */
async function timeLock(path: string): Promise<number | null> {
  const start = performance.now();
  const taken = withFileLock(diskFileSystem, path, async () => performance.now() - start);
  return Promise.race([taken, new Promise<null>((resolve) => setTimeout(() => resolve(null), 2_000))]);
}

describe('the lock of a save', () => {
  it('says who holds it, and is gone afterwards', async () => {
    const path = place();
    await withFileLock(diskFileSystem, path, async () => {
      expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
    });
    expect(existsSync(path)).toBe(false);
  });

  it('is taken over at once when its owner was killed on this machine', async () => {
    const path = place();
    writeFileSync(path, mark(deadProcess()));
    expect(await timeLock(path)).toBeLessThan(1_000);
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['is alive', () => mark(process.pid)],
    ['is on another machine', () => `${deadProcess()} elsewhere 1 pid:[1]`],
    ['is not named', () => ''],
    ['is named by what is no mark', () => 'zzz'],
  ])('is waited for while its owner %s', async (_who, content) => {
    const path = place();
    writeFileSync(path, content());
    expect(await timeLock(path)).toBe(null);
    expect(existsSync(path)).toBe(true);
  });

  it('lets one after the other in, however many wait for a dead one', async () => {
    const path = place();
    writeFileSync(path, mark(deadProcess()));
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => withFileLock(diskFileSystem, path, work)));
    expect(most).toBe(1);
  });
});
