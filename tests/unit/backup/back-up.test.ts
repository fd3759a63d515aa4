import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import { composeBody } from '#core/body/fields';
import {
  type BackupReport,
  backUp,
  createDesk,
  type DeskStore,
  diskFileSystem,
  type FileSystem,
  newId,
  openDesk,
  restoreBackup,
  verifyBackup,
  verifyDesk,
} from '#storage/index';
import { faultyFileSystem } from '../../support/faulty-file-system';
import { deskFolder, diskWithDesk, must, openOn } from '../../support/memory-desk';

const at = '2026-05-12T09:00:00.000Z';
const later = '2026-05-12T13:00:00.000Z';

/** Every file below a folder with its hash; what is no part of a backup left out. */
function treeOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
  return Object.fromEntries(
    paths
      .filter((path) => !path.startsWith('.marbre'))
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ]),
  );
}

describe('a backup of a desk', () => {
  let folder: string;
  let target: string;
  let desk: DeskStore;
  beforeEach(async () => {
    const place = mkdtempSync(join(tmpdir(), 'marbre-backup-'));
    folder = join(place, 'Mon bureau');
    target = join(place, 'disk');
    mkdirSync(target);
    desk = must(await createDesk(folder, { name: 'Mon bureau', language: 'fr' }));
    await add('Le quai');
    await add('La digue');
    writeFileSync(join(folder, 'manifest.json'), 'a file of the person’s own');
  });

  const add = async (headline: string): Promise<string> => {
    const article = {
      ...createArticle(newId(), 'fr', at),
      body: composeBody({ headline }, [{ id: 'b1', type: 'paragraph', content: [] }]),
    };
    must(await desk.articles.create(article, new TextEncoder().encode(`${headline}\n`)));
    return article.id;
  };
  const copyOf = (backup: string): string => join(backup, 'desk');
  const shelf = (): string => join(target, readdirSync(target)[0] ?? '');

  it('is the desk to the byte, and comes back as a desk that is whole', async () => {
    const report = must(await backUp(desk, target, { now: at }));
    expect(report).toMatchObject({ made: at, linked: 0, removed: 0, problems: [] });
    expect(report.folder).toBe(join(target, `mon-bureau--${desk.settings.id}`, '2026-05-12T09-00-00-000Z'));
    expect(treeOf(copyOf(report.folder))).toEqual(treeOf(folder));
    expect(must(await verifyBackup(report.folder))).toMatchObject({ files: report.files, problems: [] });

    const again = join(target, '..', 'restored');
    expect(must(await restoreBackup(report.folder, again)).problems).toEqual([]);
    expect(treeOf(again)).toEqual(treeOf(folder));
    const opened = must(await openDesk(again));
    expect(await verifyDesk(opened)).toEqual([]);
    expect((await opened.articles.list()).articles).toHaveLength(2);
  });

  it('holds no cache, no temporary files, no locks and nothing behind a link', async () => {
    mkdirSync(join(folder, '.marbre'), { recursive: true });
    for (const name of ['.marbre/index.db', '.desk.lock', '.desk.json.0123456789ab.tmp'])
      writeFileSync(join(folder, name), 'x');
    symlinkSync(tmpdir(), join(folder, 'elsewhere'));
    const report = must(await backUp(desk, target, { now: at }));
    const names = readdirSync(copyOf(report.folder)).sort();
    expect(names).toEqual(['articles', 'desk.json', 'manifest.json', 'vocabulary.json']);
  });

  it('shares unchanged files with the one before, and a later change never reaches an earlier one', async () => {
    const first = must(await backUp(desk, target, { now: at }));
    const before = treeOf(first.folder);
    const [id = ''] = (await desk.articles.list()).articles.map((one) => one.id);
    const { article, base } = must(await desk.articles.read(id));
    must(await desk.articles.save({ ...article, metadata: { ...article.metadata, section: 'Port' } }, base));
    const second = must(await backUp(desk, target, { now: later }));
    expect(second.linked).toBe(second.files - 1);
    expect(statSync(join(copyOf(second.folder), 'desk.json')).ino).toBe(
      statSync(join(copyOf(first.folder), 'desk.json')).ino,
    );
    expect(treeOf(first.folder)).toEqual(before);
    expect(treeOf(copyOf(second.folder))).toEqual(treeOf(folder));
  });

  it('copies where the disk has no second names', async () => {
    must(await backUp(desk, target, { now: at }));
    const { fs } = faultyFileSystem(null, { refuse: (name) => (name === 'link' ? 'EPERM' : null) });
    const second = must(await backUp(must(await openDesk(folder, fs)), target, { now: later }));
    expect(second.linked).toBe(0);
    expect(treeOf(copyOf(second.folder))).toEqual(treeOf(folder));
  });

  it('does not share a file that has rotted in the one before, and checking that one tells of it', async () => {
    const first = must(await backUp(desk, target, { now: at }));
    writeFileSync(join(copyOf(first.folder), 'desk.json'), 'rotten');
    rmSync(join(copyOf(first.folder), 'vocabulary.json'));
    const second = must(await backUp(desk, target, { now: later }));
    expect(treeOf(copyOf(second.folder))).toEqual(treeOf(folder));
    expect(must(await verifyBackup(second.folder)).problems).toEqual([]);
    const { problems } = must(await verifyBackup(first.folder));
    expect(problems.map(({ name, failure }) => [name, failure.code]).sort()).toEqual([
      ['desk.json', 'backup.file-changed'],
      ['vocabulary.json', 'backup.file-missing'],
    ]);
  });

  it('that was altered is restored without what was altered, which is told', async () => {
    const { folder: backup } = must(await backUp(desk, target, { now: at }));
    const [article = ''] = readdirSync(join(copyOf(backup), 'articles'));
    writeFileSync(join(copyOf(backup), 'articles', article, 'article.json'), '{}');
    const again = join(target, '..', 'restored');
    const { problems } = must(await restoreBackup(backup, again));
    expect(problems.map(({ name }) => name)).toEqual([`articles/${article}/article.json`]);
    expect(Object.keys(treeOf(again))).toHaveLength(Object.keys(treeOf(folder)).length - 1);
  });

  it('whose list was altered by one character is no backup', async () => {
    const { folder: backup } = must(await backUp(desk, target, { now: at }));
    const path = join(backup, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Mon bureau', 'Ton bureau'));
    expect(await verifyBackup(backup)).toMatchObject({ code: 'backup.invalid' });
    expect(await restoreBackup(backup, join(target, 'new'))).toMatchObject({ code: 'backup.invalid' });
    expect(await verifyBackup(folder)).toMatchObject({ ok: false });
    expect(await verifyBackup(target)).toMatchObject({ code: 'backup.none' });
  });

  it('is never restored over a desk, nor over any file', async () => {
    const { folder: backup } = must(await backUp(desk, target, { now: at }));
    const before = treeOf(folder);
    expect(await restoreBackup(backup, folder)).toMatchObject({ code: 'desk.not-empty' });
    const hidden = mkdtempSync(join(tmpdir(), 'marbre-hidden-'));
    writeFileSync(join(hidden, '.notes'), 'x');
    expect(await restoreBackup(backup, hidden)).toMatchObject({ code: 'desk.not-empty' });
    expect(await restoreBackup(backup, join(backup, 'inner'))).toMatchObject({ code: 'backup.inside' });
    expect(treeOf(folder)).toEqual(before);
  });

  it.each([
    ['into a new folder, which is gone again', false],
    ['into an empty one, which is empty again', true],
  ])('leaves nothing behind when its restore is stopped at any file: %s', async (_name, isThere) => {
    const { folder: backup, files } = must(await backUp(desk, target, { now: at }));
    const again = join(target, '..', 'restored');
    for (let stopped = 0; stopped < files; stopped += 1) {
      if (isThere) mkdirSync(again, { recursive: true });
      const stopping = new AbortController();
      if (stopped === 0) stopping.abort();
      const options = {
        signal: stopping.signal,
        onProgress: (done: number) => done === stopped && stopping.abort(),
      };
      expect(await restoreBackup(backup, again, options)).toMatchObject({ code: 'backup.stopped' });
      expect(readdirSync(dirname(again)).includes('restored')).toBe(isThere);
      if (isThere) expect(readdirSync(again)).toEqual([]);
    }
    expect(must(await restoreBackup(backup, again)).problems).toEqual([]);
    expect(treeOf(again)).toEqual(treeOf(folder));
  });

  it('leaves nothing behind when the disk of its restore is full, but what somebody has put there meanwhile', async () => {
    const { folder: backup } = must(await backUp(desk, target, { now: at }));
    const again = join(target, '..', 'restored');
    const { fs } = faultyFileSystem(null, {
      refuse: (name, path) => {
        if (name !== 'createExclusive' || !path.includes('vocabulary.json')) return null;
        writeFileSync(join(again, 'letter.txt'), 'mine');
        return 'ENOSPC';
      },
    });
    expect(await restoreBackup(backup, again, { fs })).toMatchObject({ code: 'io.disk-full' });
    expect(readdirSync(again)).toEqual(['letter.txt']);
  });

  it('goes neither into the desk nor around it, also by way of a link, and not to a disk that is not there', async () => {
    mkdirSync(join(folder, 'copies'));
    symlinkSync(join(folder, 'copies'), join(target, 'link'));
    for (const wrong of [folder, join(folder, 'copies'), join(folder, '..'), join(target, 'link')])
      expect(await backUp(desk, wrong, { now: at })).toMatchObject({ code: 'backup.inside' });
    expect(await backUp(desk, join(target, 'gone'), { now: at })).toMatchObject({ code: 'io.not-found' });
    expect(readdirSync(join(folder, 'copies'))).toEqual([]);
  });

  it('lets old ones go, and nothing that it did not make', async () => {
    const days = Array.from({ length: 60 }, (_, index) => Date.parse(at) + index * 24 * 3_600_000);
    must(await backUp(desk, target, { now: at }));
    const [first = ''] = readdirSync(shelf());
    // A folder with a name like ours and somebody's files, and one of another desk.
    const foreign = '2020-01-01T00-00-00-000Z';
    mkdirSync(join(shelf(), foreign));
    writeFileSync(join(shelf(), foreign, 'photo.jpg'), 'x');
    mkdirSync(join(shelf(), 'notes'));
    for (const instant of days.slice(1))
      must(await backUp(desk, target, { now: new Date(instant).toISOString() }));
    const left = readdirSync(shelf());
    expect(left).toEqual(expect.arrayContaining([foreign, 'notes']));
    expect(left).not.toContain(first);
    expect(left.length).toBeLessThan(14 + 9 + 2);
    expect(left).toContain(new Date(days.at(-1) ?? 0).toISOString().replace(/[:.]/g, '-'));
  });

  it('keeps its folder when the desk has another name', async () => {
    must(await backUp(desk, target, { now: at }));
    const { id } = desk.settings;
    desk.settings = { ...desk.settings, name: 'Autre' };
    must(await backUp(desk, target, { now: later }));
    expect(readdirSync(target)).toEqual([`mon-bureau--${id}`]);
  });

  it('says which file it could not read, and holds all others', async () => {
    const { fs } = faultyFileSystem(null, {
      refuse: (name, path) => (name === 'readFile' && path === join(folder, 'manifest.json') ? 'EIO' : null),
    });
    const report = must(await backUp(must(await openDesk(folder, fs)), target, { now: at }));
    expect(report.problems).toMatchObject([{ name: 'manifest.json', failure: { code: 'io.read' } }]);
    expect(Object.keys(treeOf(copyOf(report.folder)))).toHaveLength(Object.keys(treeOf(folder)).length - 1);
  });

  it('has each article once and whole when it is moved and saved meanwhile', async () => {
    const [first = '', second = ''] = readdirSync(join(folder, 'articles'));
    let moves = 0;
    const fs: FileSystem = {
      ...diskFileSystem,
      readFile: async (path) => {
        // As soon as the second article is being read, the first one goes to the trash, with a new file.
        if (path.startsWith(join(folder, 'articles', second)) && moves++ === 0) {
          renameSync(join(folder, 'articles', first), join(folder, 'trash', first));
          mkdirSync(join(folder, 'trash', first, 'evidence'));
          writeFileSync(join(folder, 'trash', first, 'evidence', 'late.txt'), 'late');
        }
        return diskFileSystem.readFile(path);
      },
    };
    const report = must(await backUp(must(await openDesk(folder, fs)), target, { now: at }));
    expect(moves).toBeGreaterThan(0);
    expect(treeOf(copyOf(report.folder))).toEqual(treeOf(folder));
  });

  it('that is stopped leaves nothing', async () => {
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 2) stop.abort();
    };
    expect(await backUp(desk, target, { now: at, signal: stop.signal, onProgress })).toMatchObject({
      code: 'backup.stopped',
    });
    expect(readdirSync(shelf())).toEqual([]);
  });

  it('leaves one that another Marbre is making, and removes one that nobody makes any more', async () => {
    must(await backUp(desk, target, { now: at }));
    const names = [
      '.2026-05-12T10-00-00-000Z.0123456789ab.tmp',
      '.2026-05-12T11-00-00-000Z.0123456789ab.tmp',
    ];
    const long = new Date(Date.now() - 3_600_000);
    for (const name of names) {
      mkdirSync(join(shelf(), name));
      writeFileSync(join(shelf(), name, '.pulse'), '');
      utimesSync(join(shelf(), name), long, long);
    }
    utimesSync(join(shelf(), names[1] ?? '', '.pulse'), long, long);
    must(await backUp(desk, target, { now: later }));
    expect(readdirSync(shelf()).filter((name) => name.startsWith('.'))).toEqual(names.slice(0, 1));
  });

  it.runIf(process.getuid?.() !== 0)(
    'is refused by a disk that may not be written, in one sentence',
    async () => {
      chmodSync(target, 0o500);
      expect(await backUp(desk, target, { now: at })).toMatchObject({ code: 'io.denied' });
      chmodSync(target, 0o700);
    },
  );

  it('can be taken from the disk with any other program', async () => {
    const { folder: backup } = must(await backUp(desk, target, { now: at }));
    const copy = join(dirname(target), 'by-hand');
    cpSync(copyOf(backup), copy, { recursive: true });
    expect(basename(copy) && (await verifyDesk(must(await openDesk(copy))))).toEqual([]);
  });
});

describe('a backup on a disk that fails', () => {
  const target = '/disk';
  /** A desk with one whole backup. */
  const prepared = async () => {
    const disk = await diskWithDesk();
    await disk.fs.makeFolder(target);
    disk.clock = Date.parse(at);
    const first = must(await backUp(await openOn(disk.fs), target, { now: at }));
    return { disk, first: first.folder };
  };
  const below = (files: ReadonlyMap<string, Uint8Array>, folder: string) =>
    [...files]
      .filter(([path]) => path.startsWith(`${folder}/`) && !path.includes('/.'))
      .map(([path, bytes]) => `${path.slice(folder.length)} ${Buffer.from(bytes).toString('base64')}`)
      .sort();
  const told: Readonly<Record<string, RegExp>> = {
    ENOSPC: /^io\.disk-full$/,
    EIO: /^io\.(?:read|write)$/,
  };
  /** Whatever has its own name is whole, by its manifest. */
  const expectWhole = async (fs: FileSystem, shelf: string, where: string): Promise<void> => {
    for (const name of (await fs.list(shelf)).filter((entry) => !entry.startsWith('.')))
      expect(must(await verifyBackup(join(shelf, name), { fs })).problems, where).toEqual([]);
  };

  it.each([
    { code: 'ENOSPC', forever: false },
    { code: 'ENOSPC', forever: true },
    { code: 'EIO', forever: false },
    // Killed: nothing that comes behind it is done.
    { code: 'EIO', forever: true },
  ])(
    'or is killed at any call leaves the old one and the desk as they were, and the next one goes on: $code, for ever $forever',
    async ({ code, forever }) => {
      for (let call = 1; ; call += 1) {
        const { disk, first } = await prepared();
        const before = below(disk.tree.files(), first);
        const source = below(disk.tree.files(), deskFolder);
        const faulty = faultyFileSystem({ call, code, forever }, { under: disk.fs });
        let fs: FileSystem = disk.fs;
        const desk = await openOn(new Proxy(disk.fs, { get: (_, key) => fs[key as keyof FileSystem] }));
        fs = faulty.fs;
        const done = await backUp(desk, target, { now: later });
        fs = disk.fs;
        const where = `call ${call} (${faulty.calls[call - 1]})`;
        const expectCopy = ({ folder, problems }: BackupReport): void => {
          // A file that could not be read is told of, and is not in it.
          if (problems.length === 0)
            expect(below(disk.tree.files(), `${folder}/desk`), where).toEqual(source);
        };
        expect(below(disk.tree.files(), first), where).toEqual(before);
        expect(below(disk.tree.files(), deskFolder), where).toEqual(source);
        if (done.ok) expectCopy(done.value);
        else expect(done.code, where).toMatch(told[code] ?? /never/);
        const shelf = dirname(first);
        await expectWhole(disk.fs, shelf, where);
        disk.clock += 3_600_000;
        const next = must(await backUp(desk, target, { now: '2026-05-12T18:00:00.000Z' }));
        expect(below(disk.tree.files(), `${next.folder}/desk`), where).toEqual(source);
        expect(
          (await disk.fs.list(shelf)).filter((entry) => entry.startsWith('.')),
          where,
        ).toEqual([]);
        if (faulty.calls.length < call) break;
      }
    },
  );

  it('that is full is one failure, and what was half made is removed at once', async () => {
    const { disk, first } = await prepared();
    const { fs } = faultyFileSystem(null, {
      under: disk.fs,
      refuse: (name, path) => (name === 'write' && path.includes('vocabulary') ? 'ENOSPC' : null),
    });
    expect(await backUp(await openOn(fs), target, { now: later })).toMatchObject({ code: 'io.disk-full' });
    expect(await disk.fs.list(dirname(first))).toEqual([basename(first)]);
  });
});
