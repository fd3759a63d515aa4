import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Metadata } from '#core/article/schema';
import { changeMetadata, createDesk, type DeskStore, newId, undoMetadata } from '#storage/index';

const now = '2026-05-12T09:00:00.000Z';
const later = { now: '2026-05-13T09:00:00.000Z' };

describe('a change of many articles', () => {
  let desk: DeskStore;
  let ids: string[];
  beforeEach(async () => {
    const made = await createDesk(join(mkdtempSync(join(tmpdir(), 'marbre-bulk-')), 'Desk'), {
      name: 'Desk',
      language: 'en',
    });
    if (!made.ok) throw new Error(made.code);
    desk = made.value;
    ids = [];
    for (const status of ['raw', 'ready', 'raw']) {
      const article = createArticle(newId(), 'en', now);
      await desk.articles.create({ ...article, metadata: { ...article.metadata, status } });
      ids.push(article.id);
    }
  });
  const metadata = async (id: string): Promise<Metadata> => {
    const read = await desk.articles.read(id);
    if (!read.ok) throw new Error(read.code);
    return read.value.article.metadata;
  };
  const toReady = () => changeMetadata(desk.articles, ids, () => ({ status: 'ready' }), later);

  it('changes those that differ, leaves the others alone, and says what it did', async () => {
    const report = await toReady();
    expect(report.steps.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    expect(report.steps[0]).toMatchObject({ before: { status: 'raw' }, after: { status: 'ready' } });
    expect(await metadata(ids[0] ?? '')).toMatchObject({ status: 'ready', modified: later.now });
    expect(await metadata(ids[1] ?? '')).toMatchObject({ modified: now });
  });

  it('is made in the words of whoever saves an article at the same time', async () => {
    const [id = ''] = ids;
    const read = desk.articles.read.bind(desk.articles);
    vi.spyOn(desk.articles, 'read').mockImplementationOnce(async (wanted) => {
      const before = await read(wanted);
      if (!before.ok) throw new Error(before.code);
      const { article, base } = before.value;
      const typed = { ...article, metadata: { ...article.metadata, section: 'City' } };
      expect(await desk.articles.save(typed, base)).toMatchObject({ ok: true });
      return before;
    });
    const report = await changeMetadata(desk.articles, [id], () => ({ status: 'ready' }), later);
    expect(report.refused).toEqual([]);
    expect(await metadata(id)).toMatchObject({ status: 'ready', section: 'City' });
  });

  it('is taken back, except where somebody has changed the same field since', async () => {
    const { steps } = await toReady();
    await changeMetadata(desk.articles, [ids[0] ?? ''], () => ({ status: 'published' }), later);
    await changeMetadata(desk.articles, [ids[2] ?? ''], () => ({ section: 'City' }), later);
    const undone = await undoMetadata(desk.articles, steps, later);
    expect(undone.refused).toMatchObject([{ id: ids[0], failure: { code: 'article.conflict' } }]);
    expect(await metadata(ids[0] ?? '')).toMatchObject({ status: 'published' });
    expect(await metadata(ids[2] ?? '')).toMatchObject({ status: 'raw', section: 'City' });
  });

  it('goes on after an article that is not there, and stops when it is told to', async () => {
    const stop = new AbortController();
    const report = await changeMetadata(desk.articles, ['gone', ...ids], () => ({ status: 'archived' }), {
      ...later,
      signal: stop.signal,
      onProgress: (done) => done === 2 && stop.abort(),
    });
    expect(report.refused).toMatchObject([{ id: 'gone', failure: { code: 'article.not-found' } }]);
    expect(report.steps.map(({ id }) => id)).toEqual([ids[0]]);
    expect(report.cancelled).toBe(true);
  });
});
