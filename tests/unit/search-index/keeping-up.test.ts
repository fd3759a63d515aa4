import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serializeArticle } from '#core/article/envelope';
import { type DeskStore, openDesk } from '#storage/index';
import { deskWith, found, openIndex, story } from './support';

const bridge = story('bridge0001', 'Le pont ferme', 'Le pont de la ville ferme lundi pour des travaux.');
const ferry = story('ferry00001', 'Le ferry revient', 'La compagnie remet un ferry en service.');

function folderOf(desk: DeskStore, id: string): string {
  const name = readdirSync(join(desk.folder, 'articles')).find((folder) => folder.endsWith(`--${id}`));
  if (!name) throw new Error(`no folder of ${id}`);
  return join(desk.folder, 'articles', name);
}

/** As git, a synced folder or another editor does: the program is not asked. */
function writeOutside(folder: string, text: string): void {
  writeFileSync(join(folder, 'article.json'), text);
}

describe('an index of a desk', () => {
  it('finds what was there, and reads nothing again that has not changed', async () => {
    const desk = await deskWith([bridge, ferry]);
    const index = await openIndex(desk);
    expect(index.status()).toEqual({ state: 'building', done: 0, total: 0 });
    expect(await index.reconcile()).toBe(2);
    expect(index.status()).toEqual({ state: 'ready', done: 2, total: 2 });
    expect(found(index, 'pont')).toEqual(['bridge0001']);
    expect(await index.reconcile()).toBe(0);
    index.close();

    const again = await openIndex(desk);
    expect(again.status().state).toBe('ready');
    expect(found(again, 'pont')).toEqual(['bridge0001']);
    expect(await again.reconcile()).toBe(0);
    again.close();
  });

  it('follows a file that was changed outside', async () => {
    const desk = await deskWith([bridge, ferry]);
    const index = await openIndex(desk);
    await index.reconcile();
    const changed = story('bridge0001', 'Le tunnel ouvre', 'Un tunnel remplace le passage.');
    writeOutside(folderOf(desk, 'bridge0001'), serializeArticle(changed));
    expect(await index.reconcile()).toBe(1);
    expect([found(index, 'pont'), found(index, 'tunnel')]).toEqual([[], ['bridge0001']]);
    expect(index.summary('bridge0001')?.title).toBe('Le tunnel ouvre');
    index.close();
  });

  it('reads only the folders that it is told of, whichever shelf they are on by now', async () => {
    const desk = await deskWith([bridge, ferry]);
    const index = await openIndex(desk);
    await index.reconcile();
    const name = folderOf(desk, 'bridge0001').split(/[/\\]/).at(-1) ?? '';
    await desk.articles.trash('bridge0001');
    await index.refresh([name]);
    expect(found(index, 'pont')).toEqual([]);
    expect(found(index, 'pont', { shelf: 'trash' })).toEqual(['bridge0001']);
    expect(index.folderOf('bridge0001')).toEqual({ shelf: 'trash', folder: name });
    await desk.articles.restore('bridge0001');
    await index.refresh([name]);
    expect(found(index, 'pont')).toEqual(['bridge0001']);
    expect(found(index, '', { shelf: 'trash' })).toEqual([]);
    index.close();
  });

  it('forgets what was deleted and follows what was renamed', async () => {
    const desk = await deskWith([bridge, ferry]);
    const index = await openIndex(desk);
    await index.reconcile();
    rmSync(folderOf(desk, 'ferry00001'), { recursive: true });
    renameSync(folderOf(desk, 'bridge0001'), join(desk.folder, 'articles', 'autre-nom--bridge0001'));
    await index.reconcile();
    expect(found(index, '')).toEqual(['bridge0001']);
    expect(index.folderOf('bridge0001')?.folder).toBe('autre-nom--bridge0001');
    expect(index.folderOf('ferry00001')).toBeNull();
    index.close();
  });

  it('keeps what it knows when the desk is not there', async () => {
    const desk = await deskWith([bridge]);
    const index = await openIndex(desk, { file: ':memory:' });
    await index.reconcile();
    renameSync(desk.folder, `${desk.folder}-away`);
    await index.reconcile();
    expect(found(index, 'pont')).toEqual(['bridge0001']);
    index.close();
  });

  it('can be stopped, and goes on where it was', async () => {
    const desk = await deskWith([bridge, ferry]);
    const index = await openIndex(desk);
    const stop = new AbortController();
    stop.abort();
    await expect(index.reconcile(stop.signal)).rejects.toThrow();
    expect(index.status().state).toBe('building');
    expect(await index.reconcile()).toBe(2);
    index.close();
  });

  it('builds itself anew when it is asked to', async () => {
    const index = await openIndex(await deskWith([bridge, ferry]));
    await index.reconcile();
    expect(await index.rebuild()).toBe(2);
    expect(found(index, 'ferry')).toEqual(['ferry00001']);
    index.close();
  });

  it('works out again what depends on the settings of the desk', async () => {
    const desk = await deskWith([{ ...bridge, metadata: { ...bridge.metadata, status: 'in-progress' } }]);
    const index = await openIndex(desk);
    await index.reconcile();
    const blocked = found(index, 'has:blockers');
    const other = await openDesk(desk.folder);
    if (!other.ok) throw new Error(other.code);
    await other.value.change({ gate: { ...desk.settings.gate, roles: [], blockers: none(desk) } });
    expect(await index.readSettings()).toBe(true);
    await index.reconcile();
    expect([blocked, found(index, 'has:blockers')]).toEqual([['bridge0001'], []]);
    expect(await index.readSettings()).toBe(false);
    index.close();
  });

  it('finds a tag under its new name without reading any article', async () => {
    const tagged = { ...bridge, metadata: { ...bridge.metadata, tags: ['old-port'] } };
    const desk = await deskWith([tagged, ferry]);
    const index = await openIndex(desk);
    await index.reconcile();
    writeFileSync(join(desk.folder, 'vocabulary.json'), vocabulary);
    expect(await index.readSettings()).toBe(true);
    expect(found(index, 'tag:"Grand port"')).toEqual(['bridge0001']);
    expect(found(index, 'tag:lieux')).toEqual(['bridge0001']);
    expect(found(index, 'tag:harbour')).toEqual(['bridge0001']);
    expect(found(index, 'grand')).toEqual(['bridge0001']);
    expect(found(index, 'gran', { typing: true })).toEqual(['bridge0001']);
    expect(index.search({ ...all, facets: true }).facets?.tag).toEqual([{ value: 'port', count: 1 }]);
    index.close();
  });
});

const all = {
  query: '',
  typing: false,
  sort: null,
  offset: 0,
  limit: 10,
  shelf: 'articles',
  today: '2026-05-12',
} as const;

function none(desk: DeskStore) {
  return Object.fromEntries(
    Object.keys(desk.settings.gate.blockers).map((name) => [name, false]),
  ) as DeskStore['settings']['gate']['blockers'];
}

const tag = {
  type: 'topic',
  aliases: [],
  parent: null,
  colour: null,
  iptc: null,
  retired: false,
  formerIds: [],
};
const vocabulary = JSON.stringify({
  format: 'marbre-vocabulary',
  version: 2,
  tags: [
    { ...tag, id: 'places', labels: { fr: 'Lieux' } },
    {
      ...tag,
      id: 'port',
      labels: { fr: 'Grand port' },
      aliases: ['Harbour'],
      parent: 'places',
      formerIds: ['old-port'],
    },
  ],
});

const faults: readonly (readonly [string, (folder: string) => void])[] = [
  ['no file', (folder) => rmSync(join(folder, 'article.json'))],
  [
    'half a file',
    (folder) => writeOutside(folder, readFileSync(join(folder, 'article.json'), 'utf8').slice(0, 90)),
  ],
  ['an empty file', (folder) => writeOutside(folder, '')],
  ['something foreign', (folder) => writeOutside(folder, '{"hello": 1}')],
  [
    'a newer version',
    (folder) => writeOutside(folder, '{"format":"marbre-article","version":99,"article":{}}'),
  ],
  [
    'a folder for a file',
    (folder) => {
      rmSync(join(folder, 'article.json'));
      mkdirSync(join(folder, 'article.json'));
    },
  ],
  ['another id', (folder) => writeOutside(folder, serializeArticle(story('other00001', 'Autre', 'Autre.')))],
];

describe('what is no readable article', () => {
  it.each(faults)(
    'is listed as the store lists it, changed nowhere, and found again when it is mended: %s',
    async (_name, break_) => {
      const desk = await deskWith([bridge, ferry]);
      const folder = folderOf(desk, 'ferry00001');
      break_(folder);
      const index = await openIndex(desk);
      await index.reconcile();
      expect(index.problems()).toEqual((await desk.articles.list()).problems);
      expect(index.problems()).toHaveLength(1);
      expect(found(index, '')).toEqual(['bridge0001']);
      expect(await index.reconcile()).toBe(0);
      rmSync(folder, { recursive: true });
      await desk.articles.create(ferry);
      expect(await index.reconcile()).toBe(1);
      expect([index.problems(), found(index, 'ferry')]).toEqual([[], ['ferry00001']]);
      index.close();
    },
  );

  it('is a file among the folders, too; names with a dot in front are nothing', async () => {
    const desk = await deskWith([bridge]);
    writeFileSync(join(desk.folder, 'articles', 'notes.txt'), 'x');
    writeFileSync(join(desk.folder, 'articles', '.DS_Store'), 'x');
    const index = await openIndex(desk);
    await index.reconcile();
    expect(index.problems().map(({ name }) => name)).toEqual(['notes.txt']);
    expect(index.problems()).toEqual((await desk.articles.list()).problems);
    index.close();
  });

  it('is the second folder with an id, until the first is gone', async () => {
    const desk = await deskWith([bridge]);
    const first = folderOf(desk, 'bridge0001');
    const second = join(desk.folder, 'articles', 'zz-copie--bridge0001');
    cpSync(first, second, { recursive: true });
    const index = await openIndex(desk);
    await index.reconcile();
    expect(found(index, 'pont')).toEqual(['bridge0001']);
    expect(index.problems()).toEqual((await desk.articles.list()).problems);
    const earlier = join(desk.folder, 'articles', 'aa-copie--bridge0001');
    cpSync(first, earlier, { recursive: true });
    await index.reconcile();
    expect(index.folderOf('bridge0001')?.folder).toBe('aa-copie--bridge0001');
    expect(index.problems()).toEqual((await desk.articles.list()).problems);
    rmSync(earlier, { recursive: true });
    rmSync(first, { recursive: true });
    await index.reconcile();
    expect(index.problems()).toEqual([]);
    expect(found(index, 'pont')).toEqual(['bridge0001']);
    index.close();
  });

  it('is a file larger than any article, without being read', async () => {
    const desk = await deskWith([bridge, ferry]);
    writeOutside(folderOf(desk, 'ferry00001'), ' '.repeat(64 * 1024 * 1024 + 1));
    const index = await openIndex(desk);
    await index.reconcile();
    expect(index.problems()).toMatchObject([{ failure: { code: 'article.invalid' } }]);
    expect(found(index, '')).toEqual(['bridge0001']);
    index.close();
  });

  it('is not what only has another time', async () => {
    const desk = await deskWith([bridge]);
    const index = await openIndex(desk);
    await index.reconcile();
    utimesSync(join(folderOf(desk, 'bridge0001'), 'article.json'), new Date(0), new Date(0));
    await index.reconcile();
    expect([index.problems(), found(index, '')]).toEqual([[], ['bridge0001']]);
    index.close();
  });
});
