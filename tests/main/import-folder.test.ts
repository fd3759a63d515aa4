import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { failure, success } from '#core/failure';
import { createDesk, type DeskStore, type ReadFile } from '#storage/index';
import { readIncoming } from '#storage/read-incoming';
import { Batches } from '../../src/main/batch/batches';
import { importFolder } from '../../src/main/batch/import-folder';
import { checked } from '../../src/main/intake/taken';

const now = '2026-05-12T08:00:00.000Z';
type Context = Parameters<typeof importFolder>[0];

describe('a folder that comes in', () => {
  let desk: DeskStore;
  let batches: Batches;
  let told: [number, number, string | undefined][];
  let read: string[];
  let written: (string | null)[];
  let reader: ReadFile;
  let onDesk: Map<string, string>;

  beforeEach(async () => {
    const created = await createDesk(mkdtempSync(join(tmpdir(), 'marbre-import-')), {
      name: 'Essai',
      language: 'fr',
    });
    if (!created.ok) throw new Error(created.code);
    desk = created.value;
    told = [];
    read = [];
    written = [];
    onDesk = new Map();
    batches = new Batches(
      contextOf().session,
      (...progress) => void told.push(progress as [number, number, string]),
    );
    reader = async (file, instant, options) => {
      read.push(file.name);
      return readIncoming(file, instant, options);
    };
  });

  const contextOf = () =>
    ({
      session: {
        desk,
        written: async (folders: readonly (string | null)[]) => void written.push(...folders),
        library: {
          ask: async (_method: string, { sha256 }: { sha256: string }) => success(onDesk.get(sha256) ?? null),
        },
      },
      intake: { read: (...given: Parameters<ReadFile>) => reader(...given) },
    }) as unknown as Context;
  const folderOf = (files: Readonly<Record<string, string>>): string => {
    const folder = join(mkdtempSync(join(tmpdir(), 'marbre-notes-')), 'Notes');
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  };
  const story = (name: string): string => `# ${name}\n\nOne line about it that is long enough.\n`;
  const run = async (folder: string) => {
    const done = await importFolder(contextOf(), batches, desk, folder);
    if (!done.ok) throw new Error(done.code);
    return done.value;
  };

  it('is read in the reading process, note by note, and the library is told', async () => {
    const report = await run(folderOf({ 'a.md': story('A'), 'sub/b.md': story('B'), 'x.png': '' }));
    expect(report).toMatchObject({ folder: 'Notes', found: 2, beside: 1, refused: [], cancelled: false });
    expect(report.ids).toHaveLength(2);
    expect(read).toEqual(['a.md', 'b.md']);
    expect(written).toHaveLength(2);
    expect(told[0]).toEqual([0, 2, 'a.md']);
  });

  it('goes on behind a note that is refused, and names it by its place', async () => {
    const honest = reader;
    reader = async (file, ...rest) =>
      file.name === 'b.md'
        ? failure('input.too-hard', { name: 'b.md', limit: '20 s' })
        : honest(file, ...rest);
    const report = await run(folderOf({ 'a.md': story('A'), 'sub/b.md': story('B'), 'z.md': story('Z') }));
    expect(report.ids).toHaveLength(2);
    expect(report.refused).toMatchObject([{ name: 'sub/b.md', code: 'input.too-hard' }]);
  });

  it('stops between two notes, and what came in stays', async () => {
    const honest = reader;
    reader = async (file, ...rest) => {
      if (file.name === 'b.md') batches.cancel();
      return honest(file, ...rest);
    };
    const report = await run(folderOf({ 'a.md': story('A'), 'b.md': story('B'), 'c.md': story('C') }));
    expect(report).toMatchObject({ found: 3, cancelled: true });
    expect((await desk.articles.list()).articles).toHaveLength(2);
    expect(read).toEqual(['a.md', 'b.md']);
  });

  it('waits for no other batch', async () => {
    const honest = reader;
    let second: unknown;
    reader = async (file, ...rest) => {
      second = await importFolder(contextOf(), batches, desk, folderOf({ 'b.md': story('B') }));
      return honest(file, ...rest);
    };
    await run(folderOf({ 'a.md': story('A') }));
    expect(second).toMatchObject({ code: 'batch.busy' });
  });
});

describe('what the reading process says of pictures around a file', () => {
  const taken = (wanted: unknown): unknown => {
    const file = { name: 'a.md', bytes: new TextEncoder().encode('# A\n\nA line.\n') };
    const done = readIncoming(file, now, {});
    return done.ok ? { ...done.value, wanted } : null;
  };
  it.each([
    ['no list', 'images/x.png'],
    ['no list at all', undefined],
    ['something else than words', [{ path: '/etc/passwd' }]],
    ['endless words', ['x'.repeat(2_000)]],
    ['more than a text may want', Array.from({ length: 201 }, (_, index) => `${index}.png`)],
  ])('is refused when it is %s', (_what, wanted) => {
    expect(checked(taken(wanted), 'a.md')).toMatchObject({ code: 'input.malformed' });
  });

  it('is taken when it is a list of references', () => {
    expect(checked(taken(['images/x.png', '[[x.png]]']), 'a.md')).toMatchObject({ ok: true });
  });
});
