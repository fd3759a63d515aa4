import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import { parseArticle } from '#core/article/envelope';
import { composeBody, fieldText } from '#core/body/fields';
import { deskVersion } from '#core/desk/schema';
import { createDesk, type DeskStore, importFile, newId, openDesk, verifyDesk } from '#storage/index';

const now = '2026-05-12T09:00:00.000Z';

describe('a desk in a folder', () => {
  let folder: string;
  let desk: DeskStore;
  beforeEach(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'marbre-desk-')), 'Mon bureau');
    const made = await createDesk(folder, { name: 'Mon bureau', language: 'fr' });
    if (!made.ok) throw new Error(made.code);
    desk = made.value;
  });

  const add = async (headline = 'Un titre') => {
    const article = {
      ...createArticle(newId(), 'fr', now),
      body: composeBody({ headline }, [{ id: 'b1', type: 'paragraph', content: [] }]),
    };
    const stored = await desk.articles.create(article);
    if (!stored.ok) throw new Error(stored.code);
    return stored.value;
  };
  const fileOf = (id: string) => {
    const name = readdirSync(join(folder, 'articles')).find((entry) => entry.endsWith(id)) ?? '';
    return join(folder, 'articles', name, 'article.json');
  };

  it('of an older version opens with the settings that came since', async () => {
    const path = join(folder, 'desk.json');
    const { outcomeScale, gate, onePerson, statuses, searches, ...old } = JSON.parse(
      readFileSync(path, 'utf8'),
    );
    writeFileSync(path, JSON.stringify({ ...old, version: 2 }));
    const second = await openDesk(folder);
    expect(second.ok && second.value.settings).toMatchObject({
      version: deskVersion,
      outcomeScale,
      gate,
      onePerson,
      statuses,
      searches,
    });
    const { frenchSpace, ...oldest } = old;
    writeFileSync(path, JSON.stringify({ ...oldest, version: 1 }));
    const first = await openDesk(folder);
    expect(first.ok && first.value.settings).toMatchObject({
      version: deskVersion,
      frenchSpace,
      onePerson: true,
    });
  });

  it('keeps a scale and a gate of its own', async () => {
    const scale = desk.settings.outcomeScale.filter(({ id }) => id !== 'disputed');
    await desk.change({ outcomeScale: scale, gate: { ...desk.settings.gate, mode: 'refuse' } });
    const again = await openDesk(folder);
    expect(again.ok && again.value.settings).toMatchObject({ outcomeScale: scale, gate: { mode: 'refuse' } });
  });

  it('gives back what was saved, after being opened anew', async () => {
    const { article } = await add();
    const again = await openDesk(folder);
    const read = again.ok ? await again.value.articles.read(article.id) : again;
    expect(read).toMatchObject({ ok: true, value: { article } });
  });

  it('keeps both versions when the file was changed by somebody else', async () => {
    const { article, base } = await add();
    const theirs = readFileSync(fileOf(article.id), 'utf8').replace('Un titre', 'Leur titre');
    writeFileSync(fileOf(article.id), theirs);
    expect(await desk.articles.save(article, base)).toMatchObject({ ok: false, code: 'article.conflict' });
    expect(readFileSync(fileOf(article.id), 'utf8')).toBe(theirs);
    expect((await desk.articles.save(article, base, true)).ok).toBe(true);
    const history = join(fileOf(article.id), '../history');
    expect(readdirSync(history)).toHaveLength(1);
    const [kept = ''] = readdirSync(history);
    expect(parseArticle(readFileSync(join(history, kept), 'utf8'))).toEqual(parseArticle(theirs));
  });

  it('refuses an article of a newer version and leaves it untouched', async () => {
    const { article } = await add();
    const newer = readFileSync(fileOf(article.id), 'utf8').replace(/"version": \d+/, '"version": 99');
    writeFileSync(fileOf(article.id), newer);
    expect(await desk.articles.read(article.id)).toMatchObject({
      ok: false,
      code: 'article.newer-version',
      params: { version: 99 },
    });
    expect((await desk.articles.list()).problems).toMatchObject([
      { failure: { code: 'article.newer-version' } },
    ]);
    expect(readFileSync(fileOf(article.id), 'utf8')).toBe(newer);
  });

  it('opens with broken, foreign and hostile folders beside good ones, and names each', async () => {
    const { article } = await add();
    const place = (name: string, text: string): void => {
      mkdirSync(join(folder, 'articles', name));
      writeFileSync(join(folder, 'articles', name, 'article.json'), text);
    };
    place('cut--aaaa', readFileSync(fileOf(article.id), 'utf8').slice(0, 120));
    place('foreign--bbbb', '{"hello":"world"}');
    place('proto--cccc', '{"format":"marbre-article","version":1,"article":{"__proto__":{"id":"cccc"}}}');
    place(`copy--dddd`, readFileSync(fileOf(article.id), 'utf8'));
    mkdirSync(join(folder, 'articles', 'empty--eeee'));
    symlinkSync('/etc', join(folder, 'articles', 'link--ffff'));
    const { articles, problems } = await desk.articles.list();
    expect(articles.map(({ id }) => id)).toEqual([article.id]);
    expect(problems.map(({ name }) => name).sort()).toEqual([
      'copy--dddd',
      'cut--aaaa',
      'empty--eeee',
      'foreign--bbbb',
      'link--ffff',
      'proto--cccc',
    ]);
    expect((await verifyDesk(desk)).length).toBe(6);
  });

  it('moves articles to the trash and back', async () => {
    const { article } = await add();
    await desk.articles.trash(article.id);
    expect((await desk.articles.list()).articles).toEqual([]);
    expect((await desk.articles.list('trash')).articles).toHaveLength(1);
    await desk.articles.restore(article.id);
    expect((await desk.articles.read(article.id)).ok).toBe(true);
  });

  it('renames an article together with its folder', async () => {
    const { article } = await add();
    const renamed = await desk.articles.rename(article.id, 'L’été à Brest', now);
    expect(renamed.ok && fieldText(renamed.value.article.body, 'headline')).toBe('L’été à Brest');
    expect(readdirSync(join(folder, 'articles'))).toEqual([`l-ete-a-brest--${article.id}`]);
  });

  it('keeps the imported bytes, and notices when they are no longer those', async () => {
    const bytes = new TextEncoder().encode(
      'Un titre de plus\n\nUn paragraphe qui raconte quelque chose.\n\nUn autre.\n',
    );
    const imported = await importFile(desk, { name: 'copie brute.TXT', bytes }, now);
    if (!imported.ok) throw new Error(imported.code);
    const original = join(fileOf(imported.value.id), '../original/original.txt');
    expect(new Uint8Array(readFileSync(original))).toEqual(bytes);
    expect(await verifyDesk(desk)).toEqual([]);
    writeFileSync(original, 'altered');
    expect(await verifyDesk(desk)).toMatchObject([{ failure: { code: 'article.original-changed' } }]);
  });

  it('finds a tag in any spelling instead of making it twice', async () => {
    const first = await desk.ensureTag('Corée du Nord', 'fr');
    const second = await desk.ensureTag('coree du nord', 'fr');
    expect(first).toEqual(second);
  });

  it('sweeps what a killed save left behind, and only that', async () => {
    const { article } = await add();
    const left = join(fileOf(article.id), '../.article.json.0123456789ab.tmp');
    const fresh = join(fileOf(article.id), '../.article.json.ba9876543210.tmp');
    for (const file of [left, fresh]) writeFileSync(file, 'half');
    utimesSync(left, new Date(0), new Date(0));
    const opened = await openDesk(folder);
    await (opened.ok && opened.value.tidy());
    expect(readdirSync(join(fileOf(article.id), '..')).sort()).toEqual([
      '.article.json.ba9876543210.tmp',
      'article.json',
    ]);
  });

  it('refuses a folder that holds something else, and a desk of a newer version', async () => {
    const other = mkdtempSync(join(tmpdir(), 'marbre-other-'));
    writeFileSync(join(other, 'thesis.txt'), '…');
    expect(await createDesk(other, { name: 'x', language: 'fr' })).toMatchObject({ code: 'desk.not-empty' });
    writeFileSync(join(other, 'desk.json'), '{"format":"marbre-desk","version":7}');
    expect(await openDesk(other)).toMatchObject({ code: 'desk.newer-version' });
    chmodSync(other, 0o755);
  });

  it('lets two that save at once end with one of both, whole, and tells the other', async () => {
    const { article, base } = await add();
    const again = await openDesk(folder);
    if (!again.ok) throw new Error(again.code);
    const results = await Promise.all([
      desk.articles.save({ ...article, metadata: { ...article.metadata, notes: 'y' } }, base),
      again.value.articles.save({ ...article, metadata: { ...article.metadata, notes: 'x' } }, base),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ code: 'article.conflict' });
  });
});
