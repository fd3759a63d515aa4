import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimestamp, showTimestamp } from '../../../src/renderer/features/evidence/timestamps';

describe('positions in a recording', () => {
  it.each([
    ['83', 83_000],
    ['1:23', 83_000],
    ['01:23', 83_000],
    ['12:07.4', 727_400],
    ['12:07,45', 727_450],
    ['1:02:03', 3_723_000],
    ['90:00', 5_400_000],
    [' 0:05 ', 5_000],
    ['0', 0],
  ])('reads %s', (text, ms) => expect(readTimestamp(text)).toBe(ms));

  it.each(['', 'soon', '1:75', '1:60:00', '-3', '1:2:3:4', '12:', ':12', '1.2.3', '999999999'])(
    'does not take “%s” for a time',
    (text) => expect(readTimestamp(text)).toBeNull(),
  );

  it('shows hours only where there are some, and tenths only where they say something', () => {
    expect(showTimestamp(0)).toBe('0:00');
    expect(showTimestamp(65_000)).toBe('1:05');
    expect(showTimestamp(65_499)).toBe('1:05.4');
    expect(showTimestamp(3_723_000)).toBe('1:02:03');
  });

  it('reads whatever it shows as the same tenth of a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (tenths) => {
        expect(readTimestamp(showTimestamp(tenths * 100))).toBe(tenths * 100);
      }),
    );
  });
});
