import { localDay } from '#core/claims/source-from-text';

/** When somebody was spoken to, as the clock on the wall says it: `YYYY-MM-DD` and `HH:MM`, each empty when unknown. */
export interface ContactTime {
  readonly day: string;
  readonly hour: string;
}

/** `when`: a day, an ISO instant, or null. */
export function readContactTime(when: string | null): ContactTime {
  if (when === null) return { day: '', hour: '' };
  if (when.length <= 10) return { day: when, hour: '' };
  const date = new Date(when);
  const two = (value: number): string => String(value).padStart(2, '0');
  return { day: localDay(date), hour: `${two(date.getHours())}:${two(date.getMinutes())}` };
}

/** A day where the hour is not known, else an ISO instant with milliseconds; null without a day. */
export function writeContactTime({ day, hour }: ContactTime): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  if (!/^\d{2}:\d{2}$/.test(hour)) return day;
  const instant = new Date(`${day}T${hour}:00`);
  return Number.isNaN(instant.getTime()) ? day : instant.toISOString();
}
