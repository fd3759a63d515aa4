import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Template } from '#core/desk/templates';
import { createDesk, diskFileSystem, errorCode } from '#storage/index';
import { cheap } from '../../support/confidential-desk';
import { cannotMount, mountRamDisk } from '../../support/desk-mount';
import { must } from '../../support/memory-desk';

const template: Template = (() => {
  const { metadata, body } = createArticle('t', 'en', '2026-05-12T09:00:00.000Z');
  const { language, section, status, tags, target, notes } = metadata;
  return { id: 'weather', name: 'Weather', language, section, status, tags, target, notes, body };
})();

const newArticle = (id: string) => createArticle(id, 'en', '2026-05-12T09:00:00.000Z');

async function makeDesk() {
  const folder = join(mkdtempSync(join(tmpdir(), 'marbre-gone-')), 'Desk');
  const made = await createDesk(folder, { name: 'Desk', language: 'en' }, diskFileSystem, cheap);
  if (!made.ok) throw new Error(made.code);
  const stored = await made.value.articles.create(newArticle('gone000001'));
  if (!stored.ok) throw new Error(stored.code);
  return { folder, desk: made.value, stored: stored.value };
}

describe('a desk whose disk is gone', () => {
  it('is told from an article that is gone, and nothing is written where it was', async () => {
    const { folder, desk, stored } = await makeDesk();
    renameSync(folder, `${folder} away`);
    // What a mount leaves behind.
    mkdirSync(folder);
    const gone = { ok: false, code: 'io.not-found', params: { name: 'Desk' } };
    expect(await desk.isThere()).toBe(false);
    expect(await desk.articles.read('gone000001')).toMatchObject(gone);
    expect(await desk.articles.save(stored.article, stored.base)).toMatchObject(gone);
    expect(await desk.articles.create(newArticle('gone000002'))).toMatchObject(gone);
    expect(await desk.change({ onePerson: true })).toMatchObject(gone);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps its tags, templates and keys to itself: none is called empty, and none is written', async () => {
    const { folder, desk } = await makeDesk();
    must(await desk.ensureTag('Harbour', 'en'));
    must(await desk.saveTemplate(template));
    must(await desk.keys.setUp('four stones under the bridge', '2026-05-12T09:00:00.000Z'));
    const gone = { ok: false, code: 'io.not-found', params: { name: 'Desk' } };
    const all = async () => [
      await desk.vocabulary(),
      await desk.ensureTag('Quay', 'en'),
      await desk.tags.undo({ before: [], after: [] }),
      await desk.templates(),
      await desk.saveTemplate(template),
      await desk.removeTemplate(template.id),
      await desk.keys.read(),
      await desk.keys.setUp('five stones under the bridge', '2026-05-12T09:00:00.000Z'),
      await desk.keys.startOver('five stones under the bridge', '2026-05-12T09:00:00.000Z'),
    ];
    renameSync(folder, `${folder} away`);
    for (const answer of await all()) expect(answer).toMatchObject(gone);
    expect(readdirSync(dirname(folder))).toEqual(['Desk away']);
    // What a mount leaves behind.
    mkdirSync(folder);
    for (const answer of await all()) expect(answer).toMatchObject(gone);
    expect(readdirSync(folder)).toEqual([]);
    rmdirSync(folder);
    renameSync(`${folder} away`, folder);
    expect(must(await desk.vocabulary()).tags).toHaveLength(1);
    expect(must(await desk.templates())).toEqual([template]);
    expect(must(await desk.keys.read())?.keys).toHaveLength(1);
  });

  it('goes on as before when it is back', async () => {
    const { folder, desk, stored } = await makeDesk();
    renameSync(folder, `${folder} away`);
    expect((await desk.articles.save(stored.article, stored.base)).ok).toBe(false);
    renameSync(`${folder} away`, folder);
    expect(await desk.articles.save(stored.article, stored.base)).toMatchObject({ ok: true });
    expect(await desk.articles.read('gone000002')).toMatchObject({ ok: false, code: 'article.not-found' });
  });
});

describe('a disk that can only be read', () => {
  it('says so when a folder is to be made on it', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'marbre-read-only-'));
    const disk = mountRamDisk(folder, 1);
    if (!disk) {
      context.skip(cannotMount);
      return;
    }
    onTestFinished(() => disk.remove());
    disk.readOnly(true);
    const refused = await diskFileSystem.makeFolder(join(folder, 'new')).catch(errorCode);
    expect(refused).toBe('EROFS');
  });
});
