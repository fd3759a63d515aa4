import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createArticle, withHeadline } from '#core/article/create';
import { defaultGate } from '#core/claims/gate-policy';
import type { BatchReport } from '#core/ipc/contract';
import { createDesk, type DeskStore } from '#storage/index';
import { Batches } from '../../src/main/batch/batches';
import { exportInto, namesIn } from '../../src/main/batch/export-many';
import type { DeskSession } from '../../src/main/desk-session';

const now = '2026-05-12T08:00:00.000Z';
const ids = ['a1', 'b2', 'c3'];

describe('the same done to many articles', () => {
  let desk: DeskStore;
  let batches: Batches;
  let written: (string | null)[];
  let told: [number, number][];

  beforeEach(async () => {
    const created = await createDesk(mkdtempSync(join(tmpdir(), 'marbre-batch-')), {
      name: 'Essai',
      language: 'fr',
    });
    if (!created.ok) throw new Error(created.code);
    desk = created.value;
    written = [];
    told = [];
    const session = {
      desk,
      written: async (folders: readonly (string | null)[]) => void written.push(...folders),
    } as unknown as DeskSession;
    batches = new Batches(session, (done, total) => void told.push([done, total]));
    for (const id of ids) {
      const article = createArticle(id, 'fr', now);
      await desk.articles.create({ ...article, body: withHeadline(article.body, `Titre ${id}`) });
    }
  });

  const report = async (work: ReturnType<Batches['change']>): Promise<BatchReport> => {
    const result = await work;
    if (!result.ok) throw new Error(result.code);
    return result.value;
  };
  const setStatus = (status: string) => report(batches.change(desk, ids, { type: 'status', status }));
  const statusOf = async (id: string): Promise<string | undefined> => {
    const stored = await desk.articles.read(id);
    return stored.ok ? stored.value.article.metadata.status : undefined;
  };

  it('changes each, tells how far it is, and has the library read them', async () => {
    const { done, refused, token } = await setStatus('ready');
    expect({ done, refused }).toEqual({ done: 3, refused: [] });
    expect(token).not.toBeNull();
    expect(await Promise.all(ids.map(statusOf))).toEqual(['ready', 'ready', 'ready']);
    expect(written).toHaveLength(3);
    expect(told.at(-1)).toEqual([3, 3]);
  });

  it('has nothing to take back where nothing was changed', async () => {
    await setStatus('ready');
    expect(await setStatus('ready')).toMatchObject({ done: 0, unchanged: 3, token: null });
  });

  it('names what it cannot find, and does the rest', async () => {
    const { done, refused } = await report(
      batches.change(desk, ['a1', 'gone', 'c3'], { type: 'section', section: 'Port' }),
    );
    expect(done).toBe(2);
    expect(refused).toMatchObject([{ id: 'gone', title: '', code: 'article.not-found' }]);
  });

  it('takes a batch back, but for what somebody has changed since', async () => {
    const { token } = await setStatus('ready');
    await report(batches.change(desk, ['b2'], { type: 'status', status: 'published' }));
    const undone = await report(batches.undo(token ?? ''));
    expect(undone).toMatchObject({
      done: 2,
      refused: [{ id: 'b2', title: 'Titre b2', code: 'batch.changed-since' }],
    });
    expect(await Promise.all(ids.map(statusOf))).toEqual(['in-progress', 'published', 'in-progress']);
    expect(await batches.undo(token ?? '')).toMatchObject({ code: 'batch.forgotten' });
  });

  it('takes articles out of the trash again', async () => {
    const { token, done } = await report(batches.change(desk, ids, { type: 'trash' }));
    expect(done).toBe(3);
    expect(await statusOf('a1')).toBeUndefined();
    expect(await report(batches.undo(token ?? ''))).toMatchObject({ done: 3, refused: [] });
    expect(await statusOf('a1')).toBe('in-progress');
  });

  it('does one thing at a time, and stops when it is asked to', async () => {
    const running = batches.run(async (signal) => {
      expect(await batches.undo('x')).toMatchObject({ code: 'batch.forgotten' });
      expect(await batches.change(desk, ids, { type: 'trash' })).toMatchObject({ code: 'batch.busy' });
      batches.cancel();
      return signal.aborted;
    });
    expect(await running).toEqual({ ok: true, value: true });
    expect(await setStatus('ready')).toMatchObject({ done: 3 });
  });

  it('exports under names that overwrite nothing, and not past the gate', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'marbre-out-'));
    const slug = (await desk.articles.read('a1').then((one) => (one.ok ? one.value.article : null)))?.metadata
      .slug;
    writeFileSync(join(folder, `${slug}.md`), 'kept');
    const name = await namesIn(folder, 'out');
    if (!name.ok) throw new Error(name.code);
    const options = { format: 'markdown', folder, name: name.value, tags: [] } as const;
    expect(await exportInto(desk, 'a1', options)).toMatchObject({ ok: true });
    expect(readdirSync(folder).sort()).toEqual([`${slug}-2.md`, `${slug}.md`].sort());
    await desk.change({
      gate: {
        ...defaultGate,
        kinds: { ...defaultGate.kinds },
        risks: { ...defaultGate.risks },
        roles: ['legal'],
        blockers: { ...defaultGate.blockers },
        mode: 'refuse',
      },
    });
    expect(await exportInto(desk, 'b2', options)).toMatchObject({ code: 'gate.refuses' });
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
