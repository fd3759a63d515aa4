import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Article } from '#core/article/schema';
import { prunable, readSnapshotId, type SnapshotInfo, snapshotId } from '#core/history/snapshots';
import { diskFileSystem } from '#storage/file-system';
import { HistoryStore } from '#storage/history-store';

const now = '2026-05-12T09:00:00.000Z';
const minutesAgo = (minutes: number): string => new Date(Date.parse(now) - minutes * 60_000).toISOString();
const snapshot = (minutes: number, reason: SnapshotInfo['reason'] = 'writing'): SnapshotInfo => {
  const at = minutesAgo(minutes);
  return { id: snapshotId(at, reason, ''), at, reason, name: '', size: 1 };
};
const ageInMinutes = ({ at }: SnapshotInfo): number => (Date.parse(now) - Date.parse(at)) / 60_000;

describe('the name of a version', () => {
  it.each(['Avant relecture', 'Édition du soir – 2', '日本', 'x/../y', ''])(
    '“%s” comes back from it',
    (name) => {
      const id = snapshotId(now, 'named', name);
      expect(id).toMatch(/^[\w-]+$/);
      expect(readSnapshotId(id)).toEqual({ id, at: now, reason: 'named', name });
    },
  );

  it('is cut between characters when it is too long for a file name', () => {
    const read = readSnapshotId(snapshotId(now, 'named', 'é'.repeat(200)));
    expect(read?.name).toMatch(/^é{80,90}$/);
  });

  it('is not found in other files', () => expect(readSnapshotId('notes')).toBeNull());
});

describe('pruning by age', () => {
  it('keeps all of the last hour, one in ten minutes of the day, one an hour of the week, one a day of the month', () => {
    const everyMinute = Array.from({ length: 3 * 24 * 60 }, (_, minute) => snapshot(minute));
    const gone = new Set(prunable(everyMinute, Date.parse(now)).map(({ id }) => id));
    const left = everyMinute.filter(({ id }) => !gone.has(id)).map(ageInMinutes);
    expect(left.filter((age) => age < 60)).toHaveLength(60);
    expect(left.filter((age) => age >= 60 && age < 24 * 60).length).toBe((23 * 60) / 10);
    expect(left.filter((age) => age >= 24 * 60)).toHaveLength(48);
  });

  it('never takes named versions, those that lost a conflict, nor copy that was signed', () => {
    const old = (['named', 'conflict', 'set-aside', 'before-sign-off'] as const).flatMap((reason) => [
      snapshot(500_000, reason),
      snapshot(500_001, reason),
    ]);
    expect(prunable(old, Date.parse(now))).toEqual([]);
  });
});

describe('versions on disk', () => {
  let folder: string;
  let store: HistoryStore;
  const article: Article = createArticle('a1', 'fr', now);
  const noted = (notes: string): Article => ({ ...article, metadata: { ...article.metadata, notes } });
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'marbre-history-')), 'history');
    store = new HistoryStore(diskFileSystem, folder);
  });

  it('are read back whole, newest first', async () => {
    await store.keep(noted('one'), 'opened', '', minutesAgo(20));
    await store.keep(noted('two'), 'named', 'Bouclage', now);
    const [newest, oldest] = await store.list();
    expect(newest).toMatchObject({ reason: 'named', name: 'Bouclage' });
    const read = await store.read(oldest?.id ?? '');
    expect(read.ok && read.value).toEqual(noted('one'));
  });

  it('are not kept twice for the same text, unless somebody names one', async () => {
    await store.keep(article, 'opened', '', minutesAgo(20));
    await store.keep(article, 'writing', '', minutesAgo(10));
    expect(await store.list()).toHaveLength(1);
    await store.keep(article, 'named', 'Pour la loi', now);
    expect(await store.list()).toHaveLength(2);
  });

  it('leave other files in the folder alone', async () => {
    await store.keep(article, 'opened', '', now);
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    expect(await store.list()).toHaveLength(1);
    expect(readdirSync(folder)).toContain('notes.txt');
  });
});
