import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import { blankTag } from '#core/desk/defaults';
import type { Tag } from '#core/desk/schema';
import { resolveTag } from '#core/vocabulary/lookup';
import { createTag, mergeTags, removeTag } from '#core/vocabulary/operations';
import {
  createDesk,
  type DeskStore,
  newId,
  openDesk,
  retag,
  taggedArticles,
  undoMetadata,
} from '#storage/index';

const now = '2026-05-12T09:00:00.000Z';

describe('the vocabulary file', () => {
  let folder: string;
  let desk: DeskStore;
  const file = () => join(folder, 'vocabulary.json');
  const onDisk = (): Tag[] => JSON.parse(readFileSync(file(), 'utf8')).tags;
  beforeEach(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'marbre-tags-')), 'desk');
    const made = await createDesk(folder, { name: 'desk', language: 'fr' });
    if (!made.ok) throw new Error(made.code);
    desk = made.value;
    await make('Séoul', 'Séoul-Ville');
  });
  const make = async (...labels: string[]): Promise<void> => {
    for (const label of labels) await desk.tags.change((tags) => createTag(tags, { labels: { fr: label } }));
  };
  const article = async (...tags: string[]): Promise<string> => {
    const blank = createArticle(newId(), 'fr', now);
    await desk.articles.create({ ...blank, metadata: { ...blank.metadata, tags } });
    return blank.id;
  };
  const tagsOf = async (id: string): Promise<readonly string[]> => {
    const read = await desk.articles.read(id);
    return read.ok ? read.value.article.metadata.tags : [];
  };

  it('is never written over what somebody else wrote between reading and writing', async () => {
    let isFirst = true;
    const changed = await desk.tags.change((tags) => {
      if (isFirst) {
        const other = { ...blankTag, id: 'git', labels: { fr: 'Venu d’ailleurs' }, aliases: [] };
        const content = { format: 'marbre-vocabulary', version: 2, tags: [...tags, other] };
        writeFileSync(file(), JSON.stringify(content));
      }
      isFirst = false;
      return createTag(tags, { labels: { fr: 'Nouveau' } });
    });
    expect(changed.ok).toBe(true);
    expect(onDisk().map(({ id }) => id)).toEqual(['seoul', 'seoul-ville', 'git', 'nouveau']);
  });

  it('takes two desks in two processes one after the other', async () => {
    const second = await openDesk(folder);
    if (!second.ok) throw new Error(second.code);
    const labels = Array.from({ length: 12 }, (_, at) => `Sujet ${at}`);
    await Promise.all(
      labels.map((label, at) =>
        (at % 2 ? desk : second.value).tags.change((tags) => createTag(tags, { labels: { fr: label } })),
      ),
    );
    expect(onDisk()).toHaveLength(14);
  });

  it('is left alone, to the byte, when nothing changes and when it cannot be read', async () => {
    const before = readFileSync(file());
    expect((await desk.tags.change((tags) => mergeTags(tags, ['seoul'], 'seoul'))).ok).toBe(true);
    expect(readFileSync(file())).toEqual(before);
    writeFileSync(file(), '{"version": 99}');
    expect(await desk.tags.change((tags) => createTag(tags, { labels: { fr: 'x' } }))).toMatchObject({
      code: 'desk.newer-version',
    });
    expect(readFileSync(file(), 'utf8')).toBe('{"version": 99}');
  });

  it('merges over articles, can be stopped in the middle, finished later, and undone', async () => {
    const ids = [
      await article('x', 'seoul-ville', 'seoul'),
      await article('seoul-ville'),
      await article('x'),
    ];
    const merged = await desk.tags.change((tags) => mergeTags(tags, ['seoul-ville'], 'seoul'));
    if (!merged.ok) throw new Error(merged.code);
    const { change, step } = merged.value;
    const stopping = new AbortController();
    const first = await retag(desk, ids, change.becomes, {
      now,
      signal: stopping.signal,
      onProgress: () => stopping.abort(),
    });
    expect(first).toMatchObject({ cancelled: true, steps: [{ id: ids[0] }] });
    // Nothing dangles: the article that was not reached finds its tag all the same.
    expect(resolveTag(onDisk(), 'seoul-ville')?.id).toBe('seoul');
    const found = await taggedArticles(desk, onDisk(), ['seoul']);
    expect(found.sort()).toEqual(ids.slice(0, 2).sort());
    const again = await desk.tags.change((tags) => mergeTags(tags, ['seoul-ville'], 'seoul'));
    if (!again.ok) throw new Error(again.code);
    const second = await retag(desk, found, again.value.change.becomes, { now });
    expect(second.steps.map(({ id }) => id)).toEqual([ids[1]]);
    expect(await tagsOf(ids[0] ?? '')).toEqual(['x', 'seoul']);

    expect((await desk.tags.undo(step)).ok).toBe(true);
    await undoMetadata(desk.articles, [...first.steps, ...second.steps], { now });
    expect(await tagsOf(ids[0] ?? '')).toEqual(['x', 'seoul-ville', 'seoul']);
    expect(await tagsOf(ids[1] ?? '')).toEqual(['seoul-ville']);
    expect(onDisk()).toEqual([
      expect.objectContaining({ id: 'seoul', formerIds: [], aliases: [] }),
      expect.objectContaining({ id: 'seoul-ville' }),
    ]);
  });

  it('takes a removed tag off the articles that had it', async () => {
    const id = await article('seoul', 'seoul-ville');
    const removed = await desk.tags.change((tags) => removeTag(tags, 'seoul', { uses: 1, force: true }));
    if (!removed.ok) throw new Error(removed.code);
    await retag(desk, [id], removed.value.change.becomes, { now });
    expect(await tagsOf(id)).toEqual(['seoul-ville']);
  });
});
