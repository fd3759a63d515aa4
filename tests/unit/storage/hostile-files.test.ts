import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import { serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import {
  createDesk,
  type DeskStore,
  openDesk,
  readChosenFile,
  SearchIndex,
  verifyDesk,
} from '#storage/index';

const now = '2026-05-12T09:00:00.000Z';
const secret = 'canary: nobody outside may read this';
const isWindows = process.platform === 'win32';

interface Trap {
  readonly desk: DeskStore;
  /** Outside of the desk; whatever a desk holds, this must stay as it is. */
  readonly outside: string;
  readonly canary: string;
  readonly article: Article;
  readonly folder: string;
}

/** A desk with one article that has a version, a file of evidence and an original, and a canary beside the desk. */
async function setTrap(): Promise<Trap> {
  const root = mkdtempSync(join(tmpdir(), 'marbre-hostile-'));
  const outside = join(root, 'outside');
  mkdirSync(outside);
  const canary = join(outside, 'original.txt');
  writeFileSync(canary, secret);
  const created = await createDesk(join(root, 'desk'), { name: 'Coast', language: 'en' });
  if (!created.ok) throw new Error(created.code);
  const desk = created.value;
  const original = { sha256: '0'.repeat(64), name: 'wire.txt', format: 'text', encoding: 'utf-8', size: 5 };
  const article = { ...createArticle('trap01', 'en', now), original };
  const stored = await desk.articles.create(article, new TextEncoder().encode('wire!'));
  if (!stored.ok) throw new Error(stored.code);
  await (await historyOf(desk, article.id)).keep(article, 'opened', '', now);
  const folder = join(desk.folder, 'articles', `${article.metadata.slug}--${article.id}`);
  return { desk, outside, canary, article, folder };
}

async function historyOf(desk: DeskStore, id: string) {
  const history = await desk.articles.history(id);
  if (!history.ok) throw new Error(history.code);
  return history.value;
}

/** What stands in the place of a file; a real device needs the rights of a system's owner, a link to one nobody's. */
const impostors: Readonly<Record<string, (path: string, trap: Trap) => void>> = {
  'a pipe': (path) => void execFileSync('mkfifo', [path]),
  'a link to a file outside': (path, { canary }) => symlinkSync(canary, path),
  'a link to a device that never ends': (path) => symlinkSync('/dev/zero', path),
  'a link to nothing': (path) => symlinkSync('/nowhere/at/all', path),
  'a folder': (path) => mkdirSync(path),
};

const picture = `${'a'.repeat(64)}.png`;
const evidence = {
  type: 'file',
  sha256: 'b'.repeat(64),
  extension: 'txt',
  name: 'note.txt',
  size: 5,
} as const;

/** Everything that reads or writes in a desk, by what it reads. Each gives what it has got. */
const uses: Readonly<
  Record<string, { readonly file: (trap: Trap) => string; readonly use: (trap: Trap) => Promise<unknown> }>
> = {
  'the article, read': {
    file: ({ folder }) => join(folder, 'article.json'),
    use: ({ desk, article }) => desk.articles.read(article.id),
  },
  'the article, listed': {
    file: ({ folder }) => join(folder, 'article.json'),
    use: ({ desk }) => desk.articles.list(),
  },
  'the mark of the article': {
    file: ({ folder }) => join(folder, 'article.json'),
    use: ({ desk, article }) => desk.articles.base(article.id),
  },
  'the article, saved': {
    file: ({ folder }) => join(folder, 'article.json'),
    use: ({ desk, article }) => desk.articles.save(article, 'another base'),
  },
  'the article, saved by force': {
    file: ({ folder }) => join(folder, 'article.json'),
    use: ({ desk, article }) => desk.articles.save(article, 'another base', true),
  },
  'the original': {
    file: ({ folder }) => join(folder, 'original', 'original.txt'),
    use: ({ desk, article }) => desk.articles.original(article.id),
  },
  'a picture': {
    file: ({ folder }) => join(folder, 'assets', picture),
    use: ({ desk, article }) => desk.articles.picture(article.id, picture),
  },
  'a file of evidence': {
    file: ({ folder }) => join(folder, 'evidence', `${evidence.sha256}.txt`),
    use: ({ desk, article }) => desk.articles.evidence.read(article.id, evidence),
  },
  'a file of evidence, in parts': {
    file: ({ folder }) => join(folder, 'evidence', `${evidence.sha256}.txt`),
    use: ({ desk, article }) => desk.articles.evidence.reader(article.id, `${evidence.sha256}.txt`),
  },
  'a version': {
    file: ({ folder }) => join(folder, 'history', readdirSync(join(folder, 'history'))[0] ?? ''),
    use: async ({ desk, article, folder }) => {
      const [name = ''] = readdirSync(join(folder, 'history'));
      return (await historyOf(desk, article.id)).read(name.replace(/\.json$/, ''));
    },
  },
  'the newest version, compared with': {
    file: ({ folder }) => join(folder, 'history', readdirSync(join(folder, 'history'))[0] ?? ''),
    use: async ({ desk, article }) =>
      (await historyOf(desk, article.id)).keep(article, 'opened', '', '2026-05-12T10:00:00.000Z'),
  },
  'the vocabulary': {
    file: ({ desk }) => join(desk.folder, 'vocabulary.json'),
    use: ({ desk }) => desk.vocabulary(),
  },
  'the templates': {
    file: ({ desk }) => join(desk.folder, 'templates.json'),
    use: ({ desk }) => desk.templates(),
  },
  'the settings': {
    file: ({ desk }) => join(desk.folder, 'desk.json'),
    use: ({ desk }) => openDesk(desk.folder),
  },
  'the whole desk, verified': {
    file: ({ folder }) => join(folder, 'original', 'original.txt'),
    use: ({ desk }) => verifyDesk(desk),
  },
};

const cases = Object.keys(uses).flatMap((use) =>
  Object.keys(impostors).map((impostor) => [impostor, use] as const),
);

describe.skipIf(isWindows)('files in a desk that are no files', () => {
  it.each(cases)(
    '%s in the place of %s is refused at once and shows nothing',
    async (impostor, name) => {
      const trap = await setTrap();
      const { file, use } = uses[name] ?? expect.unreachable();
      const path = file(trap);
      mkdirSync(dirname(path), { recursive: true });
      rmSync(path, { recursive: true, force: true });
      impostors[impostor]?.(path, trap);
      const found = JSON.stringify((await use(trap)) ?? null);
      expect(found).not.toContain('canary');
      expect(found).not.toContain(Buffer.from(secret).toString('base64'));
      expect(readFileSync(trap.canary, 'utf8')).toBe(secret);
      expect(readdirSync(trap.outside)).toEqual(['original.txt']);
    },
    5_000,
  );
});

/** Folders of a desk that lead out of it, and what would be written or removed behind the link. */
const folders: Readonly<Record<string, (trap: Trap) => Promise<unknown>>> = {
  history: async ({ desk, article }) => {
    const history = await historyOf(desk, article.id);
    await history.keep(article, 'named', 'mine', now);
    for (const { id } of (await history.list()) ?? []) await history.forget(id);
  },
  evidence: ({ desk, article }) =>
    desk.articles.evidence.add(article.id, 'note.txt', new TextEncoder().encode('a note')),
  assets: ({ desk, article }) =>
    desk.articles.addPicture(article.id, new TextEncoder().encode('GIF89a and nothing else')),
  original: ({ desk, article }) => desk.articles.original(article.id),
};

describe.skipIf(isWindows)('folders in a desk that are links', () => {
  it.each(Object.keys(folders))(
    '%s that leads outside: nothing is read, written or removed there',
    async (part) => {
      const trap = await setTrap();
      const path = join(trap.folder, part);
      const kept = existsSync(path) ? readdirSync(path) : [];
      for (const name of kept) if (part !== 'original') writeFileSync(join(trap.outside, name), secret);
      const before = readdirSync(trap.outside);
      rmSync(path, { recursive: true, force: true });
      symlinkSync(trap.outside, path);
      const found = JSON.stringify((await folders[part]?.(trap)) ?? null);
      expect(found).not.toContain(Buffer.from(secret).toJSON().data.slice(0, 8).join());
      expect(readdirSync(trap.outside)).toEqual(before);
      expect(readFileSync(trap.canary, 'utf8')).toBe(secret);
    },
  );

  it('an article that is a link to a folder outside is not opened, listed, saved or put away', async () => {
    const trap = await setTrap();
    const { desk, article, folder, outside } = trap;
    const elsewhere = join(outside, 'elsewhere');
    renameSync(folder, elsewhere);
    symlinkSync(elsewhere, folder);
    const opened = await openDesk(desk.folder);
    const { articles } = opened.ok ? opened.value : expect.unreachable();
    const before = readFileSync(join(elsewhere, 'article.json'), 'utf8');
    expect(await articles.read(article.id)).toMatchObject({ code: 'article.not-found' });
    expect(await articles.save(article, '', true)).toMatchObject({ code: 'article.not-found' });
    expect(await articles.trash(article.id)).toMatchObject({ code: 'article.not-found' });
    expect(await articles.list()).toMatchObject({
      articles: [],
      problems: [{ failure: { code: 'article.invalid' } }],
    });
    expect(readFileSync(join(elsewhere, 'article.json'), 'utf8')).toBe(before);
  });

  it('the trash as a link takes nothing out of the desk', async () => {
    const { desk, article, outside } = await setTrap();
    rmSync(join(desk.folder, 'trash'), { recursive: true, force: true });
    symlinkSync(outside, join(desk.folder, 'trash'));
    expect(await desk.articles.trash(article.id)).toMatchObject({ ok: false });
    expect(await desk.articles.read(article.id)).toMatchObject({ ok: true });
    expect(readdirSync(outside)).toEqual(['original.txt']);
  });
});

describe.skipIf(isWindows)('the index of a hostile desk', () => {
  const open = (desk: DeskStore, file: string) =>
    SearchIndex.open({ desk, file, worker: null, onProgress: () => undefined });

  it.each(['', '-wal', '-shm', '-journal'])('is not written through a link (index.sqlite%s)', async (end) => {
    const { desk, canary } = await setTrap();
    const file = join(desk.folder, '.marbre', 'index.sqlite');
    mkdirSync(dirname(file), { recursive: true });
    symlinkSync(canary, `${file}${end}`);
    const opened = await open(desk, file);
    expect(opened).toMatchObject({ ok: true });
    if (opened.ok) opened.value.close();
    expect(readFileSync(canary, 'utf8')).toBe(secret);
  });

  it('is not made in a folder that is a link, nor in a pipe', async () => {
    const { desk, outside, canary } = await setTrap();
    symlinkSync(outside, join(desk.folder, '.marbre'));
    const file = join(desk.folder, '.marbre', 'index.sqlite');
    const inLink = await open(desk, file);
    expect(inLink).toMatchObject({ ok: true });
    if (inLink.ok) inLink.value.close();
    expect(readdirSync(outside)).toEqual(['original.txt']);
    rmSync(join(desk.folder, '.marbre'));
    mkdirSync(dirname(file));
    execFileSync('mkfifo', [file]);
    const inPipe = await open(desk, file);
    expect(inPipe).toMatchObject({ ok: true });
    if (inPipe.ok) inPipe.value.close();
    expect(lstatSync(file).isFile()).toBe(true);
    expect(readFileSync(canary, 'utf8')).toBe(secret);
  }, 10_000);
});

describe('locks and chosen files', () => {
  it('a lock from the future makes no save wait for ever', async () => {
    const { desk, article, folder } = await setTrap();
    const stored = await desk.articles.read(article.id);
    const lock = join(folder, '.save.lock');
    writeFileSync(lock, '');
    utimesSync(lock, new Date('2090-01-01'), new Date('2090-01-01'));
    const { base } = stored.ok ? stored.value : expect.unreachable();
    expect(await desk.articles.save(article, base)).toMatchObject({ ok: true });
  }, 5_000);

  it.skipIf(isWindows)(
    'a pipe or a device that somebody chooses is refused, a link is followed',
    async () => {
      const { outside, canary } = await setTrap();
      const [pipe, link] = [join(outside, 'pipe'), join(outside, 'link')];
      execFileSync('mkfifo', [pipe]);
      symlinkSync(canary, link);
      const limit = { bytes: 1_000, words: '1 kB' };
      expect(await readChosenFile(pipe, limit)).toMatchObject({ code: 'io.read' });
      expect(await readChosenFile('/dev/zero', limit)).toMatchObject({ code: 'io.read' });
      expect(await readChosenFile(link, limit)).toMatchObject({ ok: true });
      expect(await readChosenFile(link, { bytes: 3, words: '3 B' })).toMatchObject({
        code: 'input.too-large',
      });
    },
    5_000,
  );
});

describe('ids and names that try to leave the desk', () => {
  const hostile = [
    '../../outside',
    '..',
    '.',
    '/etc',
    'trap01/../../x',
    'trap01\0',
    '..\\outside',
    '%2e%2e',
    '',
  ];

  it.each(hostile)('the id “%s” finds no article, picture, version or file', async (id) => {
    const { desk } = await setTrap();
    expect(await desk.articles.read(id)).toMatchObject({ code: 'article.not-found' });
    expect(await desk.articles.picture(id, picture)).toBeNull();
    expect(await desk.articles.history(id)).toMatchObject({ ok: false });
    expect(await desk.articles.evidence.reader(id, `${evidence.sha256}.txt`)).toBeNull();
  });

  it.each(hostile)('the name “%s” is no picture and no file of evidence', async (name) => {
    const { desk, article } = await setTrap();
    expect(await desk.articles.picture(article.id, name)).toBeNull();
    expect(await desk.articles.evidence.reader(article.id, name)).toBeNull();
  });

  it('an article file that claims another id, a path as its slug or a path in its original is harmless', async () => {
    const { desk, article, folder, canary } = await setTrap();
    const write = (change: unknown): void =>
      writeFileSync(
        join(folder, 'article.json'),
        serializeArticle(article).replace('"trap01"', JSON.stringify(change)),
      );
    write('../../outside');
    expect(await desk.articles.read('trap01')).toMatchObject({ code: 'article.invalid' });
    const climbing = { ...article, original: { ...article.original, name: '../../../outside/original.txt' } };
    writeFileSync(join(folder, 'article.json'), serializeArticle(climbing as Article));
    const original = await desk.articles.original('trap01');
    const kept = original.ok ? original.value?.bytes : null;
    expect(new TextDecoder().decode(kept ?? undefined)).toBe('wire!');
    const slug = { ...article, metadata: { ...article.metadata, slug: '../../outside/x' } };
    writeFileSync(join(folder, 'article.json'), serializeArticle(slug));
    expect(await desk.articles.read('trap01')).toMatchObject({ code: 'article.invalid' });
    expect(readFileSync(canary, 'utf8')).toBe(secret);
  });
});
