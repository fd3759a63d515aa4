import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeAtomically } from '../../../src/storage/atomic-write';
import { diskFileSystem } from '../../../src/storage/file-system';
import { type DeskWatcher, watchDesk } from '../../../src/storage/watch';

let desk: string;
let watcher: DeskWatcher;
let told: string[];
const article = (folder: string): string => join(desk, 'articles', folder, 'article.json');

beforeEach(async () => {
  desk = mkdtempSync(join(tmpdir(), 'marbre-watch-'));
  mkdirSync(join(desk, 'articles', 'one--aaaaaaaaaa'), { recursive: true });
  writeFileSync(article('one--aaaaaaaaaa'), 'first');
  told = [];
  watcher = await watchDesk(desk, ({ folders, settings }) =>
    told.push(...folders, ...(settings ? ['settings'] : [])),
  );
});
afterEach(async () => {
  await watcher.close();
  rmSync(desk, { recursive: true, force: true });
});

const hear = (folder: string) => vi.waitFor(() => expect(told).toContain(folder), { timeout: 5_000 });

describe('the watcher of a desk', () => {
  it('tells of a file that is written in place after it was replaced by a save', async () => {
    const save = await writeAtomically(
      diskFileSystem,
      article('one--aaaaaaaaaa'),
      new TextEncoder().encode('saved'),
    );
    expect(save.ok).toBe(true);
    await hear('one--aaaaaaaaaa');
    told = [];
    writeFileSync(article('one--aaaaaaaaaa'), 'by somebody else');
    await hear('one--aaaaaaaaaa');
  });

  it('tells of an article that comes, and of what is written in it then', async () => {
    mkdirSync(join(desk, 'articles', 'two--bbbbbbbbbb'));
    await hear('two--bbbbbbbbbb');
    told = [];
    writeFileSync(article('two--bbbbbbbbbb'), 'new');
    await hear('two--bbbbbbbbbb');
  });

  it('follows a folder that gets another name', async () => {
    renameSync(join(desk, 'articles', 'one--aaaaaaaaaa'), join(desk, 'articles', 'other--aaaaaaaaaa'));
    await hear('other--aaaaaaaaaa');
    told = [];
    writeFileSync(article('other--aaaaaaaaaa'), 'renamed');
    await hear('other--aaaaaaaaaa');
  });

  it('tells that the settings or the vocabulary of the desk were written, and nothing of what is not the desk’s', async () => {
    mkdirSync(join(desk, '.marbre'));
    writeFileSync(join(desk, '.marbre', 'index.sqlite'), 'x');
    writeFileSync(join(desk, 'vocabulary.json'), '{}');
    await hear('settings');
    expect(told).toEqual(['settings']);
  });

  it('tells of what is moved to the trash', async () => {
    mkdirSync(join(desk, 'trash'));
    renameSync(join(desk, 'articles', 'one--aaaaaaaaaa'), join(desk, 'trash', 'one--aaaaaaaaaa'));
    await hear('one--aaaaaaaaaa');
  });

  it('tells nothing any more when it is closed', async () => {
    await watcher.close();
    writeFileSync(article('one--aaaaaaaaaa'), 'unheard');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(told).toEqual([]);
  });
});
