import { mkdirSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type BackupPlan, isBackupDue, noPlan } from '#core/backup/schedule';
import { createDesk } from '#storage/index';
import { BackupWork } from '../../../src/main/backup-work';
import { must } from '../../support/memory-desk';

const hour = 3_600_000;
const now = Date.parse('2026-05-12T12:00:00.000Z');
const madeAgo = (hours: number): BackupPlan => ({
  folder: '/disk',
  isOn: true,
  hours: 4,
  last: { made: new Date(now - hours * hour).toISOString(), files: 3, unread: 0 },
});

describe('a backup is due', () => {
  it.each([
    ['never made', { ...madeAgo(0), last: null }, null, true],
    ['made four hours ago', madeAgo(4), null, true],
    ['made less than four hours ago', madeAgo(3.9), null, false],
    ['switched off', { ...madeAgo(9), isOn: false }, null, false],
    ['without a folder', { ...madeAgo(9), folder: null }, null, false],
    ['tried in vain half an hour ago', madeAgo(9), now - hour / 2, false],
    ['tried in vain an hour ago', madeAgo(9), now - hour, true],
    ['made in the future, before the clock was set back', madeAgo(-9), null, true],
  ] as const)('%s', (_name, plan, tried, isDue) => {
    expect(isBackupDue(plan, now, tried)).toBe(isDue);
  });
});

describe('the schedule of the open desk', () => {
  it('makes a backup when one is due, remembers it, and tells of a disk that is gone', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'Date'], now });
    const place = mkdtempSync(join(tmpdir(), 'marbre-schedule-'));
    const target = join(place, 'disk');
    mkdirSync(target);
    const desk = must(await createDesk(join(place, 'desk'), { name: 'Quai', language: 'fr' }));
    let backups: Record<string, BackupPlan> = {};
    const sent: [string, unknown][] = [];
    const context = {
      session: { desk },
      settings: {
        get: () => backups,
        set: (_: string, value: typeof backups) => {
          backups = value;
        },
      },
      window: () => ({ send: (name: string, payload: unknown) => void sent.push([name, payload]) }),
    };
    const work = new BackupWork(context as unknown as ConstructorParameters<typeof BackupWork>[0]);
    expect(work.view(desk)).toMatchObject({
      isOn: noPlan.isOn,
      hours: noPlan.hours,
      last: null,
      place: null,
    });
    expect(await work.run(desk)).toMatchObject({ code: 'backup.off' });
    expect(JSON.stringify(work.change(desk, { folder: target, isOn: true }))).not.toContain(place);
    work.follow();

    const made = (): number =>
      readdirSync(target).flatMap((shelf) => readdirSync(join(target, shelf))).length;
    vi.advanceTimersByTime(60_000);
    await vi.waitFor(() => expect(backups[desk.settings.id]?.last).toMatchObject({ files: 2, unread: 0 }));
    expect(made()).toBe(1);
    vi.advanceTimersByTime(3 * hour);
    expect(work.view(desk).isRunning).toBe(false);

    renameSync(target, `${target}-unplugged`);
    vi.advanceTimersByTime(2 * hour);
    await vi.waitFor(() => expect(sent.map(([name]) => name)).toContain('backup.failed'));
    expect(sent.find(([name]) => name === 'backup.failed')?.[1]).toMatchObject({ code: 'io.not-found' });
    vi.useRealTimers();
  });
});
