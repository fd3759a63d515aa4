import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  isoWeek,
  longDay,
  monthSheet,
  monthTitle,
  weekday,
  weekdayNames,
} from '#core/desk/calendar';

describe('the calendar of a desk', () => {
  it.each([
    // month, weeks, first day, last day, number of the first week
    ['2026-02', 5, '2026-01-26', '2026-03-01', 5],
    ['2027-02', 4, '2027-02-01', '2027-02-28', 5],
    ['2026-08', 6, '2026-07-27', '2026-09-06', 31],
    ['2026-01', 5, '2025-12-29', '2026-02-01', 1],
    ['2021-01', 5, '2020-12-28', '2021-01-31', 53],
  ])('%s fills %i whole weeks, Monday first', (month, count, first, last, number) => {
    const weeks = monthSheet(month);
    expect(weeks).toHaveLength(count);
    expect(weeks.every(({ days }) => days.length === 7)).toBe(true);
    expect(weeks[0]?.days[0]?.day).toBe(first);
    expect(weeks.at(-1)?.days[6]?.day).toBe(last);
    expect(weeks[0]?.number).toBe(number);
  });

  it('tells the days of a month from those that fill its weeks', () => {
    const days = monthSheet('2026-02').flatMap((week) => week.days);
    expect(days.filter(({ inMonth }) => inMonth).map(({ number }) => number)).toEqual(
      Array.from({ length: 28 }, (_, at) => at + 1),
    );
  });

  it.each([
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('counts %s and %i days as %s, whatever the clocks do', (day, count, result) => {
    expect(addDays(day, count)).toBe(result);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('turns from %s by %i months to %s', (day, count, result) => {
    expect(addMonths(day, count)).toBe(result);
  });

  it.each([
    ['2026-01-01', 1],
    ['2027-01-01', 53],
    ['2026-12-31', 53],
    ['2024-12-30', 1],
    ['2026-06-15', 25],
  ])('finds %s in week %i', (day, week) => {
    expect(isoWeek(day)).toBe(week);
  });

  it('counts the days of the week from Monday', () => {
    expect(['2026-05-11', '2026-05-17'].map(weekday)).toEqual([0, 6]);
  });

  it('speaks French and British English', () => {
    expect(monthTitle('2026-05', 'fr')).toBe('mai 2026');
    expect(monthTitle('2026-05', 'en')).toBe('May 2026');
    expect(longDay('2026-05-12', 'fr')).toBe('mardi 12 mai 2026');
    // Some versions of ICU put a comma there.
    expect(longDay('2026-05-12', 'en')).toMatch(/^Tuesday,? 12 May 2026$/);
    expect(weekdayNames('fr')[0]).toEqual({ full: 'lundi', short: 'lun.' });
    expect(weekdayNames('en')[6]).toEqual({ full: 'Sunday', short: 'Sun' });
  });
});
