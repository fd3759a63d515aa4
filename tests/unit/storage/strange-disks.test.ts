import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import { createDesk, type FileSystem, openDesk, windowsWaits } from '#storage/index';
import { paragraph } from '../../support/checking';
import { faultyFileSystem } from '../../support/faulty-file-system';
import {
  articleFile,
  articleFolder,
  diskWithDesk,
  must,
  openOn,
  version,
  works,
} from '../../support/memory-desk';

const now = '2026-05-12T09:00:00.000Z';

/** Mounts a small disk in memory while `work` runs; false where that is not allowed. */
async function onSmallDisk(work: (folder: string) => Promise<void>): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-small-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return false;
  }
  try {
    await work(folder);
  } finally {
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  }
  return true;
}

describe('a real disk of 2 MB', () => {
  it('that fills up while somebody writes keeps the last saved version, and takes the text once there is room', async ({
    skip,
  }) => {
    const done = await onSmallDisk(async (root) => {
      const folder = join(root, 'desk');
      const desk = must(await createDesk(folder, { name: 'Petit', language: 'fr' }));
      const article = createArticle('a1', 'fr', now);
      let { base } = must(await desk.articles.create(article));
      let saved = article;
      let refused: { readonly ok: boolean; readonly code?: string } | null = null;
      for (let length = 1; refused === null && length < 100; length += 1) {
        const body = [
          ...article.body,
          paragraph('b9', 'Une phrase de plus, et le disque se remplit. '.repeat(length * 700)),
        ];
        const next = { ...article, body };
        const result = await desk.articles.save(next, base);
        if (result.ok) [saved, base] = [next, result.value];
        else refused = result;
      }
      expect(refused).toMatchObject({ ok: false, code: 'io.disk-full' });
      expect(must(await must(await openDesk(folder)).articles.read('a1')).article).toEqual(saved);
      const inside = join(folder, 'articles', readdirSync(join(folder, 'articles'))[0] ?? '');
      expect(readdirSync(inside)).toEqual(['article.json']);
      expect((await desk.articles.save(article, base)).ok).toBe(true);
    });
    if (!done) skip('no small disk may be mounted here');
  });

  it('that may only be read shows its desk, and says why nothing can be saved', async ({ skip }) => {
    const done = await onSmallDisk(async (root) => {
      const folder = join(root, 'desk');
      const desk = must(await createDesk(folder, { name: 'Petit', language: 'fr' }));
      const { article, base } = must(await desk.articles.create(createArticle('a1', 'fr', now)));
      spawnSync('mount', ['-o', 'remount,ro', root]);
      const opened = must(await openDesk(folder));
      expect(opened.readOnly).toBe(true);
      expect(must(await opened.articles.read('a1')).article).toEqual(article);
      expect(await opened.articles.save(article, base)).toMatchObject({ code: 'io.denied' });
      expect(await opened.change({ onePerson: false })).toMatchObject({ code: 'io.denied' });
    });
    if (!done) skip('no small disk may be mounted here');
  });
});

describe('a desk that may only be read', () => {
  const changing = /createExclusive|write|rename|unlink|makeFolder|removeFolder|isWritable/;

  it.each(works)('refuses $name in so many words, and can be read', async (work) => {
    const disk = await diskWithDesk();
    const { fs } = faultyFileSystem(null, {
      under: disk.fs,
      refuse: (name) => (changing.test(name) ? 'EROFS' : null),
    });
    const desk = await openOn(fs);
    expect(desk.readOnly).toBe(true);
    const before = await work.look(desk);
    expect(await work.run(desk)).toMatchObject({ ok: false, code: 'io.denied' });
    expect(await work.look(desk)).toBe(before);
  });
});

describe('a disk that disappears and comes back', () => {
  it.each(['ENOENT', 'EIO', 'ENODEV'])(
    'is told by its name (%s), and nothing is called lost',
    async (code) => {
      const disk = await diskWithDesk();
      let isGone = false;
      const { fs } = faultyFileSystem(null, { under: disk.fs, refuse: () => (isGone ? code : null) });
      const gone: FileSystem = {
        ...fs,
        // Without the disk there is nothing by any name: that is no error to `info`.
        info: (path) => (isGone && code === 'ENOENT' ? Promise.resolve(null) : fs.info(path)),
      };
      const desk = await openOn(gone);
      const { base } = must(await desk.articles.read('a1'));
      isGone = true;
      const next = version('Écrit pendant que le disque était débranché.');
      const expected = code === 'EIO' ? /^io\.(?:read|write)$/ : /^io\.not-found$/;
      const asked = [
        await desk.articles.read('a1'),
        await desk.articles.save(next, base),
        await desk.articles.save(next, base, true),
        await desk.articles.history('a1'),
        await desk.articles.trash('a1'),
      ];
      for (const answer of asked) expect(answer.ok ? 'done' : answer.code).toMatch(expected);
      expect((await desk.articles.list()).problems).toHaveLength(1);
      isGone = false;
      expect((await desk.articles.save(next, base)).ok).toBe(true);
      expect(must(await (await openOn(disk.fs)).articles.read('a1')).article.body).toEqual(next.body);
    },
  );
});

describe('Windows, where a scanner holds a file for two seconds', () => {
  it.each(['EPERM', 'EBUSY', 'EACCES'])('is waited for, whatever is being done (%s)', async (code) => {
    for (const work of works) {
      const disk = await diskWithDesk();
      const started = disk.clock;
      const isHeld = (path: string): boolean => disk.clock < started + 2_000 && path.includes('/desk/');
      const { fs } = faultyFileSystem(null, {
        under: { ...disk.fs, waits: windowsWaits },
        refuse: (name, path) => (name === 'rename' && isHeld(path) ? code : null),
      });
      const desk = await openOn(fs);
      expect(await work.run(desk), work.name).toMatchObject({ ok: true });
    }
  });

  it('is told when it does not let go, and the old version stands', async () => {
    const disk = await diskWithDesk();
    const { fs } = faultyFileSystem(null, {
      under: { ...disk.fs, waits: windowsWaits },
      refuse: (name) => (name === 'rename' ? 'EBUSY' : null),
    });
    const desk = await openOn(fs);
    const before = must(await desk.articles.read('a1'));
    expect(await desk.articles.save(version('Autre.'), before.base)).toMatchObject({ code: 'io.busy' });
    expect(must(await desk.articles.read('a1'))).toEqual(before);
    expect(disk.tree.folder(articleFolder).entries.has('.save.lock')).toBe(false);
  });
});

describe('a clock that goes backwards', () => {
  it('does not make a lock that somebody left last for ever', async () => {
    const disk = await diskWithDesk();
    const desk = await openOn(disk.fs);
    const { base } = must(await desk.articles.read('a1'));
    disk.tree.put(`${articleFolder}/.save.lock`, {
      kind: 'file',
      bytes: new Uint8Array(),
      modified: disk.clock,
    });
    disk.clock -= 365 * 24 * 3_600_000;
    const started = disk.clock;
    expect((await desk.articles.save(version('Un an plus tôt.'), base)).ok).toBe(true);
    expect(disk.clock - started).toBeLessThan(15_000);
  });

  it('does not let one kept version take the place of another', async () => {
    const disk = await diskWithDesk();
    const history = must(await (await openOn(disk.fs)).articles.history('a1'));
    for (const words of ['Un.', 'Deux.', 'Trois.'])
      must(await history.keep(version(words), 'conflict', '', now));
    const kept = (await history.list()).filter(({ reason }) => reason === 'conflict');
    const bodies = await Promise.all(kept.map(async ({ id }) => must(await history.read(id)).body));
    expect(bodies).toHaveLength(3);
    for (const words of ['Un.', 'Deux.', 'Trois.']) expect(bodies).toContainEqual(version(words).body);
  });

  it('leaves an article that was changed before it was made as good as any other', async () => {
    const disk = await diskWithDesk();
    const desk = await openOn(disk.fs);
    const { article, base } = must(await desk.articles.read('a1'));
    const metadata = { ...article.metadata, created: now, modified: '2020-01-01T00:00:00.000Z' };
    must(await desk.articles.save({ ...article, metadata }, base));
    expect(must(await desk.articles.read('a1')).article.metadata).toEqual(metadata);
    expect((await desk.articles.list()).problems).toEqual([]);
  });
});

describe('a lock that somebody keeps', () => {
  it('is told after a while instead of being waited for without end', async () => {
    const disk = await diskWithDesk();
    const lock = `${articleFolder}/.save.lock`;
    const fs: FileSystem = {
      ...disk.fs,
      pause: async (ms) => {
        disk.clock += ms;
        // Somebody else gets it each time.
        disk.tree.put(lock, { kind: 'file', bytes: new Uint8Array(), modified: disk.clock });
      },
    };
    const desk = await openOn(fs);
    const { base } = must(await desk.articles.read('a1'));
    disk.tree.put(lock, { kind: 'file', bytes: new Uint8Array(), modified: disk.clock });
    expect(await desk.articles.save(version('Autre.'), base)).toMatchObject({ code: 'io.busy' });
    expect(disk.tree.file(articleFile).bytes.byteLength).toBeGreaterThan(0);
  });
});
