import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '#core/body/walk';
import { fileHash } from '#storage/hash';
import { createDesk, type DeskStore, FolderImport, type ListedFolder, listFolder } from '#storage/index';

const now = '2026-05-12T08:00:00.000Z';
const fixtures = join(import.meta.dirname, '../../fixtures/import-folders');

interface Expected {
  readonly notes: readonly string[];
  readonly beside: number;
  readonly refused: Readonly<Record<string, string>>;
  readonly articles: Readonly<
    Record<
      string,
      {
        readonly tags?: readonly string[];
        readonly published?: string;
        readonly pictures: readonly Readonly<Record<string, string>>[];
        readonly warnings: readonly string[];
      }
    >
  >;
}

let desk: DeskStore;

beforeEach(async () => {
  const created = await createDesk(mkdtempSync(join(tmpdir(), 'marbre-desk-')), {
    name: 'Desk',
    language: 'en',
  });
  if (!created.ok) throw new Error(created.code);
  desk = created.value;
});

async function listed(folder: string): Promise<ListedFolder> {
  const found = await listFolder(folder);
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

/** The article that a note became, what its reader said, and where its pictures came from. */
async function imported(folder: ListedFolder, place: string) {
  const done = await new FolderImport(desk, folder, { known: () => null }).note(place, now);
  if (!done.ok) throw new Error(`${place}: ${done.code}`);
  if (done.value.type !== 'imported') throw new Error('known');
  const { id, warnings } = done.value.article;
  const stored = await desk.articles.read(id);
  if (!stored.ok) throw new Error(stored.code);
  const { body, metadata } = stored.value.article;
  const pictures = [];
  for (const block of body) {
    if (block.type !== 'picture') continue;
    const bytes = await desk.articles.picture(id, block.asset);
    const from = [...folder.pictures.byPlace.values()]
      .flat()
      .find((one) => bytes && fileHash(readFileSync(join(folder.root, one))) === fileHash(bytes));
    const [caption, credit] = [plainText(block.content), plainText(block.credit)];
    pictures.push({ from, alt: block.alt, ...(caption && { caption }), ...(credit && { credit }) });
  }
  const said = warnings.map(({ code, params }) =>
    [code, params?.name ?? params?.text ?? ''].filter(Boolean).join(': '),
  );
  return { tags: metadata.tags, published: metadata.published, pictures, warnings: said };
}

describe('a folder of notes', () => {
  for (const name of readdirSync(fixtures)) {
    const expected = JSON.parse(readFileSync(join(fixtures, name, 'expected.json'), 'utf8')) as Expected;

    it(`is looked through as a person would: ${name}`, async () => {
      const { notes, beside, refused } = await listed(join(fixtures, name, 'folder'));
      expect(notes).toEqual(expected.notes);
      expect(beside).toBe(expected.beside);
      expect(Object.fromEntries(refused.map(({ place, failure }) => [place, failure.code]))).toEqual(
        expected.refused,
      );
    });

    it.each(Object.entries(expected.articles))(
      `comes in with tags, days and pictures: ${name}, %s`,
      async (place, wanted) => {
        const { tags, published, pictures, warnings } = await imported(
          await listed(join(fixtures, name, 'folder')),
          place,
        );
        expect(pictures).toEqual(wanted.pictures);
        expect(warnings).toEqual(wanted.warnings);
        if (wanted.tags) expect(tags).toEqual(wanted.tags);
        if (wanted.published) expect(published).toBe(wanted.published);
      },
    );
  }
});

describe('a folder that somebody has set a trap in', () => {
  const folderOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'marbre-vault-'));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  };
  const note = '# A note\n\nOne line that says enough to be a story.\n\n![secret](secret.png)\n';
  const picture = readFileSync(join(fixtures, 'hostile-references/folder/notes/own.png'));
  const filesOnDesk = () =>
    readdirSync(desk.folder, { recursive: true }).filter((one) => /\.png$/.test(String(one)));

  it('is not followed out of it by links, neither to notes nor to pictures nor to folders', async () => {
    const outside = folderOf({ 'secret.png': picture, 'secret.md': '# Secret\n\nNobody may read this.\n' });
    const vault = folderOf({ 'a.md': note });
    symlinkSync(join(outside, 'secret.md'), join(vault, 'linked.md'));
    symlinkSync(join(outside, 'secret.png'), join(vault, 'secret.png'));
    symlinkSync(outside, join(vault, 'away'));
    const folder = await listed(vault);
    expect(folder.notes).toEqual(['a.md']);
    expect(folder.refused.map(({ place, failure }) => [place, failure.code])).toEqual([
      ['away', 'input.no-file'],
      ['linked.md', 'input.no-file'],
    ]);
    expect(await imported(folder, 'a.md')).toMatchObject({
      pictures: [],
      warnings: ['picture-missing: secret.png'],
    });
    expect(filesOnDesk()).toEqual([]);
  });

  it('is not followed out of it when a file becomes a link after it was listed', async () => {
    const outside = folderOf({ 'secret.png': picture, 'deep/b.md': note });
    const vault = folderOf({ 'a.md': note, 'secret.png': picture, 'deep/b.md': note });
    const folder = await listed(vault);
    execFileSync('rm', ['-r', join(vault, 'secret.png'), join(vault, 'deep')]);
    symlinkSync(join(outside, 'secret.png'), join(vault, 'secret.png'));
    symlinkSync(join(outside, 'deep'), join(vault, 'deep'));
    expect(await imported(folder, 'a.md')).toMatchObject({
      pictures: [],
      warnings: ['picture-dropped: secret.png'],
    });
    expect(await new FolderImport(desk, folder, { known: () => null }).note('deep/b.md', now)).toMatchObject({
      code: 'input.no-file',
    });
    expect(filesOnDesk()).toEqual([]);
  });

  it('does not hang on a pipe and reads no device', async () => {
    const vault = folderOf({ 'a.md': note });
    execFileSync('mkfifo', [join(vault, 'pipe.md'), join(vault, 'secret.png')]);
    const folder = await listed(vault);
    expect(folder.refused).toMatchObject([{ place: 'pipe.md', failure: { code: 'input.no-file' } }]);
    expect(await imported(folder, 'a.md')).toMatchObject({ pictures: [] });
  });

  it('holds a picture that is too large, and the note comes in without it', async () => {
    const vault = folderOf({ 'a.md': note });
    const huge = new Uint8Array(40 * 1024 * 1024 + 1);
    huge.set(picture);
    writeFileSync(join(vault, 'secret.png'), huge);
    expect(await imported(await listed(vault), 'a.md')).toMatchObject({
      warnings: ['picture-dropped: secret.png'],
    });
  });

  it('is refused as a whole when it holds more notes than anybody keeps', async () => {
    const vault = folderOf(
      Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.md`, note])),
    );
    expect(await listFolder(vault, { notes: 11, entries: 1_000 })).toMatchObject({ code: 'folder.too-many' });
    expect(await listFolder(vault, { notes: 100, entries: 11 })).toMatchObject({ code: 'folder.too-many' });
    expect(await listFolder(vault, { notes: 12, entries: 12 })).toMatchObject({ ok: true });
  });

  it('is refused when it is a desk, and a desk in it is passed over', async () => {
    expect(await listFolder(desk.folder)).toMatchObject({ code: 'folder.is-desk' });
    const vault = folderOf({ 'a.md': note, 'desk/desk.json': '{}', 'desk/articles/x/article.json': '{}' });
    expect((await listed(vault)).notes).toEqual(['a.md']);
  });

  it('is named when it is not there', async () => {
    expect(await listFolder(join(tmpdir(), 'no-such-folder'))).toMatchObject({ code: 'io.not-found' });
  });
});

describe('a folder that comes in twice', () => {
  it('brings no note a second time, neither from the desk nor from the same folder', async () => {
    const folder = await listed(join(fixtures, 'obsidian-vault/folder'));
    const first = new FolderImport(desk, folder, { known: () => null });
    const done = await first.note('Harbour/Crane.md', now);
    if (!done.ok || done.value.type !== 'imported') throw new Error('not imported');
    const { id } = done.value.article;
    expect(await first.note('Harbour/Crane.md', now)).toEqual({ ok: true, value: { type: 'known', id } });
    const asked: string[] = [];
    const known = (sha256: string): string => {
      asked.push(sha256);
      return id;
    };
    const second = new FolderImport(desk, folder, { known });
    expect(await second.note('Harbour/Crane.md', now)).toEqual({ ok: true, value: { type: 'known', id } });
    expect(asked).toEqual([fileHash(readFileSync(join(folder.root, 'Harbour/Crane.md')))]);
    expect((await desk.articles.list()).articles).toHaveLength(1);
  });
});
