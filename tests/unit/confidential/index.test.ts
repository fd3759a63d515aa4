import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import LibSql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serializeArticle } from '#core/article/envelope';
import { changeMetadata, SearchIndex, sealDesk } from '#storage/index';
import { at } from '../../support/checking';
import {
  articleWith,
  canary,
  confidentialDesk,
  contact,
  leaks,
  passphrase,
  removeDesk,
  type TestDesk,
} from '../../support/confidential-desk';

const secret = [contact({ sensitivity: 'confidential' })];
const words = [canary, 'quintrec', 'fissures'];

describe('the index of a desk with confidential sources', () => {
  let test: TestDesk;
  let file: string;
  let folder: string;
  let base: string;
  let index: SearchIndex;
  beforeEach(async () => {
    test = await confidentialDesk();
    await test.desk.keys.setUp(passphrase, at);
    const stored = await test.desk.articles.create(articleWith([contact({ sensitivity: 'internal' })]));
    if (!stored.ok) throw new Error(stored.code);
    base = stored.value.base;
    folder = (await test.desk.articles.folderName('a1')) ?? '';
    file = join(test.folder, '.marbre/index.sqlite');
    index = await open();
    await index.reconcile();
    expect(find()).toEqual(['a1']);
    expect(inIndex('quintrec').length).toBeGreaterThan(0);
  });
  afterEach(() => {
    index.close();
    removeDesk(test);
  });

  const open = async (): Promise<SearchIndex> => {
    const opened = await SearchIndex.open({
      desk: test.desk,
      file,
      worker: null,
      onProgress: () => undefined,
    });
    if (!opened.ok) throw new Error(opened.code);
    return opened.value;
  };
  const request = (query: string) => ({ query, sort: null, shelf: 'articles', today: '2026-05-12' }) as const;
  const find = (query = canary) => index.ids(request(query));
  const inIndex = (word: string) => leaks(join(test.folder, '.marbre'), word);
  const expectNothing = (): void => {
    expect(find()).toEqual([]);
    expect(find('mesure')).toEqual(['a1']);
    for (const word of words) expect(leaks(test.folder, word)).toEqual([]);
  };
  /** Marks it as another program would: its words stay in clear in the article until Marbre next writes it. */
  const markOutside = (): void =>
    writeFileSync(
      join(test.folder, 'articles', folder, 'article.json'),
      serializeArticle(articleWith(secret)),
    );

  it('keeps no word of a source that became confidential, not even where nobody finds it', async () => {
    await test.desk.articles.save(articleWith(secret), base);
    await index.refresh([folder]);
    expectNothing();
  });

  it('keeps none of one that a batch has sealed, nor of one that was sealed with the whole desk', async () => {
    markOutside();
    await changeMetadata(test.desk.articles, ['a1'], () => ({ section: 'Ville' }), { now: at });
    await index.refresh([folder]);
    expectNothing();
    await test.desk.articles.save(articleWith([contact({ sensitivity: 'internal' })]), await baseNow());
    await index.refresh([folder]);
    expect(inIndex('quintrec').length).toBeGreaterThan(0);
    markOutside();
    await sealDesk(test.desk, { signal: new AbortController().signal, onProgress: () => undefined });
    await index.refresh([folder]);
    for (const word of words) expect(inIndex(word)).toEqual([]);
  });

  const baseNow = async (): Promise<string> => (await test.desk.articles.base('a1')) ?? '';

  it('keeps none of one that was sealed while no index was open, once somebody looks at the desk', async () => {
    index.close();
    await test.desk.articles.save(articleWith(secret), base);
    index = await open();
    await index.reconcile();
    expectNothing();
  });

  it('keeps none of one that was marked by another program, or on a desk without a passphrase', async () => {
    markOutside();
    await index.refresh([folder]);
    expect(find()).toEqual([]);
    for (const word of words) expect(inIndex(word)).toEqual([]);
  });

  it('keeps none of one whose article was renamed or moved at the same time', async () => {
    index.close();
    const saved = await test.desk.articles.save(articleWith(secret), base);
    expect(saved).toMatchObject({ ok: true });
    await test.desk.articles.rename('a1', 'Un autre titre', at);
    index = await open();
    await index.reconcile();
    expect(find('mesure')).toEqual(['a1']);
    for (const word of words) expect(leaks(test.folder, word)).toEqual([]);
  });

  it('gets rid of them later where another process was reading its file', async () => {
    const reader = new LibSql(file, { timeout: 100 });
    reader.exec('begin');
    reader.prepare('select count(*) from article').get([]);
    await test.desk.articles.save(articleWith(secret), base);
    await index.refresh([folder]);
    expect(find()).toEqual([]);
    expect(inIndex('quintrec').length).toBeGreaterThan(0);
    reader.exec('commit');
    reader.close();
    index.close();
    index = await open();
    await index.reconcile();
    expectNothing();
  });

  it('does not merge itself anew for a source that was attached as confidential, whose words it never had', async () => {
    const merged = (): unknown => {
      const reader = new LibSql(file, { timeout: 1_000 });
      const [count] = reader.prepare('select count(*) from words_data').raw().get([]) as unknown[];
      reader.close();
      return count;
    };
    const known = articleWith([contact({ sensitivity: 'internal' })]);
    const other = contact({ sensitivity: 'confidential' }, 'e2');
    const claims = known.claims.map((claim) => ({ ...claim, evidence: [...claim.evidence, other] }));
    const before = merged();
    await test.desk.articles.save({ ...known, claims }, base);
    await index.refresh([folder]);
    // A piece for what went and one for what came: it was added to, not merged.
    expect(merged()).toBeGreaterThan(before as number);
    expect(find()).toEqual(['a1']);
  });
});
