import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupInstant, backupName, backupPathSchema } from '#core/backup/manifest';
import { retained } from '#core/backup/retention';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse('2026-05-12T12:00:00.000Z');
const ago = (hours: number): number => now - hours * hour;

describe('which backups are kept', () => {
  it('all of the last day, one a day for two weeks, one a week for twelve', () => {
    const everyFourHours = Array.from({ length: 6 * 7 * 30 }, (_, index) => ago(index * 4));
    const kept = [...retained(everyFourHours, now)];
    const younger = (days: number) => kept.filter((instant) => now - instant < days * day).length;
    expect(younger(1)).toBe(6);
    // The 24 hours reach into a second UTC day, whose newest is among them already.
    expect(younger(14)).toBe(6 + 12 + 1);
    expect(kept.length - younger(14)).toBe(10);
    expect(Math.min(...kept)).toBeGreaterThan(now - 12 * 7 * day);
  });

  it('the newest always, however old, and one from the future', () => {
    expect([...retained([ago(24 * 900), ago(24 * 901)], now)]).toEqual([ago(24 * 900)]);
    expect(retained([ago(-5), ago(-6), ago(1)], now).size).toBe(3);
  });

  const instants = fc.array(fc.integer({ min: 0, max: 24 * 200 }).map(ago), { minLength: 1, maxLength: 80 });

  it('nothing that is let go would have been wanted later, and the newest stands at every moment', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 24 * 100 }), (made, later) => {
        const first = retained(made, now);
        expect(first.has(Math.max(...made))).toBe(true);
        const atOnce = retained(made, now + later * hour);
        const inSteps = retained([...first], now + later * hour);
        expect([...inSteps].sort()).toEqual([...atOnce].sort());
      }),
    );
  });

  it('every one of the last day, and one of each of the last fourteen days that had any', () => {
    fc.assert(
      fc.property(instants, (made) => {
        const kept = retained(made, now);
        const dayOf = (instant: number) => Math.floor(instant / day);
        const days = new Set([...kept].map(dayOf));
        for (const instant of made) {
          if (now - instant < day) expect(kept.has(instant)).toBe(true);
          if (now - instant < 14 * day) expect(days.has(dayOf(instant))).toBe(true);
        }
      }),
    );
  });
});

describe('names in a backup', () => {
  it('of a backup is its instant, there and back, and no other name is one', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }), (date) => {
        expect(backupInstant(backupName(date.getTime()))).toBe(date.getTime());
      }),
    );
    for (const name of ['2026-05-12', '2026-02-31T00-00-00-000Z', 'x2026-05-12T09-00-00-000Z', '..'])
      expect(backupInstant(name)).toBeNull();
  });

  it.each(['../x', 'a/../b', '/etc/passwd', 'a//b', 'C:/x', 'a\\..\\b', '', 'a/.', 'a\0b'])(
    'a path that leads elsewhere is none: %j',
    (path) => {
      expect(backupPathSchema.safeParse(path).success).toBe(false);
    },
  );
});
