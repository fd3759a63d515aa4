import { mkdirSync, mkdtempSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BackupPlan, noPlan } from '#core/backup/schedule';
import { createDesk, type DeskStore } from '#storage/index';
import { BackupWork } from '../../src/main/backup-work';
import { must } from '../support/memory-desk';

const hour = 3_600_000;
const start = Date.parse('2026-05-12T09:00:00.000Z');

interface Sent {
  readonly name: string;
  readonly payload: unknown;
}

describe('backups of the open desk', () => {
  let place: string;
  let target: string;
  let desk: DeskStore;
  let sent: Sent[];
  let onSend: (one: Sent) => void;
  let work: BackupWork;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    place = mkdtempSync(join(tmpdir(), 'marbre-work-'));
    target = join(place, 'disk');
    mkdirSync(target);
    desk = must(await createDesk(join(place, 'Proof'), { name: 'Proof', language: 'en' }));
    sent = [];
    onSend = () => undefined;
    let backups: Record<string, BackupPlan> = {};
    const context = {
      session: { desk },
      settings: {
        get: () => backups,
        set: (_name: string, value: Record<string, BackupPlan>) => {
          backups = value;
        },
      },
      window: () => ({
        send: (name: string, payload: unknown) => {
          sent.push({ name, payload });
          onSend({ name, payload });
        },
      }),
    };
    work = new BackupWork(context as unknown as ConstructorParameters<typeof BackupWork>[0]);
    work.change(desk, { ...noPlan, folder: target, isOn: true, hours: 1 });
  });
  afterEach(() => void vi.useRealTimers());

  const complaints = (): unknown[] =>
    sent
      .filter(({ name }) => name === 'backup.failed')
      .map(({ payload }) => (payload as { code: string }).code);
  /** So many looks, each an hour after the one before. */
  const hours = async (count: number): Promise<void> => {
    for (let passed = 0; passed < count; passed += 1) {
      await work.look();
      vi.setSystemTime(Date.now() + hour);
    }
  };
  const away = (): void => renameSync(target, `${target} away`);
  const back = (): void => renameSync(`${target} away`, target);
  const fill = (count: number): void => {
    for (let index = 0; index < count; index += 1) writeFileSync(join(desk.folder, `note-${index}.txt`), 'x');
  };

  it('say once why they cannot be made, not each hour', async () => {
    away();
    await hours(5);
    expect(complaints()).toEqual(['io.not-found']);
  });

  it('say it again once they have worked in between', async () => {
    away();
    await hours(2);
    back();
    await hours(1);
    away();
    await hours(3);
    expect(complaints()).toEqual(['io.not-found', 'io.not-found']);
  });

  it('say it again when the reason is another one, or when somebody has chosen a folder', async () => {
    away();
    await hours(2);
    work.change(desk, { folder: desk.folder });
    await hours(2);
    work.change(desk, { folder: desk.folder });
    await hours(2);
    expect(complaints()).toEqual(['io.not-found', 'backup.inside', 'backup.inside']);
  });

  it('are made one at a time, and no desk is brought back meanwhile', async () => {
    const first = work.run(desk);
    expect(await work.run(desk)).toMatchObject({ code: 'backup.busy' });
    expect(await work.restore(target, join(place, 'again'))).toMatchObject({ code: 'backup.busy' });
    expect(await first).toMatchObject({ ok: true });
    expect(work.view(desk).isRunning).toBe(false);
  });

  it('tell how far a restore is, which leaves nothing when it is stopped, and a desk when it is not', async () => {
    fill(400);
    must(await work.run(desk));
    const [shelf = ''] = readdirSync(target);
    const [name = ''] = readdirSync(join(target, shelf));
    const backup = join(target, shelf, name);
    sent = [];
    onSend = ({ payload }) => payload !== null && work.stop();
    const again = join(place, 'again');
    expect(await work.restore(backup, again)).toMatchObject({ code: 'backup.stopped' });
    expect(sent[0]?.payload).toMatchObject({ work: 'restore', total: 402 });
    expect(sent.at(-1)).toEqual({ name: 'backup.progress', payload: null });
    expect(readdirSync(place).sort()).toEqual(['Proof', 'disk']);
    expect(work.restored).toBe(null);
    onSend = () => undefined;
    expect(await work.restore(backup, again)).toEqual({ ok: true, value: { files: 402, unread: 0 } });
    expect(readdirSync(again)).toContain('desk.json');
    expect(work.restored).toBe(again);
  });
});
