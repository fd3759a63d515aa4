import { describe, expect, it } from 'vitest';
import { readContactTime, writeContactTime } from '../../../src/renderer/features/evidence/contact-time';

describe('when somebody was spoken to', () => {
  it('stays a day where nobody noted the hour', () => {
    expect(readContactTime('2026-05-12')).toEqual({ day: '2026-05-12', hour: '' });
    expect(writeContactTime({ day: '2026-05-12', hour: '' })).toBe('2026-05-12');
  });

  it('is an instant where the hour is known, and reads back as the same hour', () => {
    const when = writeContactTime({ day: '2026-05-12', hour: '23:40' });
    expect(when).toMatch(/^2026-05-1[123]T\d\d:\d\d:00\.000Z$/);
    expect(readContactTime(when)).toEqual({ day: '2026-05-12', hour: '23:40' });
  });

  it('is unknown without a day', () => {
    expect(readContactTime(null)).toEqual({ day: '', hour: '' });
    expect(writeContactTime({ day: '', hour: '10:00' })).toBeNull();
    expect(writeContactTime({ day: '12026-05-12', hour: '' })).toBeNull();
  });
});
