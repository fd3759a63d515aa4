import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { openDesk, SearchIndex } from '#storage/index';
import { deskWith, found, indexFile, openIndex, story } from './support';

const articles = Array.from({ length: 40 }, (_, at) =>
  story(
    `story${at}`,
    `Récit ${at}`,
    `Le conseil vote le budget numéro ${at}.\n${'Une phrase de plus. '.repeat(30)}`,
  ),
);

function sql(file: string, statement: string): void {
  const database = new Database(file);
  database.exec(statement);
  database.close();
}

const damages: readonly (readonly [string, (file: string) => void])[] = [
  ['nothing but noise', (file) => writeFileSync(file, Buffer.alloc(50_000, 'not a database '))],
  ['empty', (file) => writeFileSync(file, '')],
  ['cut off', (file) => truncateSync(file, 5_000)],
  ['cut in the middle', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2))],
  ['of another version', (file) => sql(file, 'pragma user_version = 9999')],
  ['without a table', (file) => sql(file, 'drop table place')],
  ['without its words', (file) => sql(file, 'drop table vocabulary; drop table words')],
  [
    'somebody else’s database',
    (file) => {
      writeFileSync(file, '');
      sql(file, 'create table recipes (name text)');
    },
  ],
  [
    'scribbled over',
    (file) => {
      const handle = openSync(file, 'r+');
      for (let page = 1; page < readFileSync(file).length / 4096; page += 1)
        writeSync(handle, Buffer.alloc(600, 0xa5), 0, 600, page * 4096);
    },
  ],
];

describe('an index that is', () => {
  it.each(damages)('%s is built anew, and the desk is whole', async (_name, damage) => {
    const desk = await deskWith(articles);
    const index = await openIndex(desk);
    await index.reconcile();
    index.close();
    // A copy, because the binding lets go of a file late: as a synced folder brings it from another machine.
    const file = join(desk.folder, '.marbre', 'copy.sqlite');
    copyFileSync(indexFile(desk), file);
    damage(file);
    const again = await openIndex(desk, { file });
    found(again, 'conseil');
    await again.reconcile().catch(() => undefined);
    // A page that is broken may be met late: what meets it starts the index anew, and then it is whole.
    found(again, 'conseil');
    await again.reconcile();
    expect(found(again, 'conseil')).toHaveLength(40);
    expect(found(again, 'conseil 7')).toContain('story7');
    expect(again.status()).toMatchObject({ state: 'ready', total: 40 });
    again.close();
  });

  it('in a place that cannot hold it is told of', async () => {
    const desk = await deskWith([]);
    const opened = await SearchIndex.open({
      desk,
      file: join(desk.folder, 'desk.json', 'index.sqlite'),
      worker: null,
    });
    expect(opened).toMatchObject({ ok: false, code: 'index.unavailable' });
  });

  it('of a desk that nobody may write to lies elsewhere', async () => {
    const desk = await deskWith(articles.slice(0, 2));
    chmodSync(desk.folder, 0o555);
    const opened = await openDesk(desk.folder);
    if (!opened.ok) throw new Error(opened.code);
    const file = join(mkdtempSync(join(tmpdir(), 'marbre-cache-')), 'deep', 'index.sqlite');
    const index = await openIndex(opened.value, { file });
    await index.reconcile();
    expect(found(index, 'conseil')).toHaveLength(2);
    index.close();
    chmodSync(desk.folder, 0o755);
  });

  it('open twice shows each what the other wrote', async () => {
    const desk = await deskWith(articles.slice(0, 3));
    const [one, other] = [await openIndex(desk), await openIndex(desk)];
    await Promise.all([one.reconcile(), other.reconcile()]);
    expect([found(one, 'conseil').length, found(other, 'conseil').length]).toEqual([3, 3]);
    const created = await desk.articles.create(story('later00001', 'Plus tard', 'Le conseil se réunit.'));
    expect(created.ok).toBe(true);
    await one.reconcile();
    expect(found(other, 'conseil')).toContain('later00001');
    expect(await other.reconcile()).toBe(0);
    one.close();
    expect(found(other, '')).toHaveLength(4);
    other.close();
  });

  it('read with a thread that cannot start is read without', async () => {
    const many = Array.from({ length: 70 }, (_, at) => story(`many${at}`, `Brève ${at}`, 'Texte.'));
    const index = await openIndex(await deskWith(many), { worker: join(tmpdir(), 'no-such-worker.mjs') });
    await index.reconcile();
    expect(index.search({ ...plain, query: 'brève' }).total).toBe(70);
    index.close();
  });
});

const plain = {
  typing: false,
  sort: null,
  offset: 0,
  limit: 1,
  facets: false,
  shelf: 'articles',
  today: '2026-05-12',
} as const;
