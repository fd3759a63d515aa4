/** A wall clock without a zone, to the minute: `2026-03-29T02:30`. */
const wallClock = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

const minute = 60_000;
const day = 24 * 60 * minute;

/** Formats are dear to make; a desk uses two or three zones. Null: no such zone. */
const clocks = new Map<string, Intl.DateTimeFormat | null>();

function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = makeClock(zone);
  clocks.set(zone, made);
  return made;
}

function makeClock(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    // A RangeError is how Intl says that it does not know the zone.
    return null;
  }
}

/** Whether `zone` is one of the IANA zones that this machine knows: `Europe/Paris`. */
export function isZone(zone: string): boolean {
  return zone !== '' && clockOf(zone) !== null;
}

/** Milliseconds that the clock in the zone is ahead of UTC at `time`. */
function offsetAt(clock: Intl.DateTimeFormat, time: number): number {
  const part = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day: date = 1, hour = 0, minute: minutes = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, date, hour, minutes, second) - Math.floor(time / 1000) * 1000;
}

/** How a wall clock was understood: there is one such moment, none (clocks went forward), or two (they went back). */
export type ClockCase = 'once' | 'never' | 'twice';

export interface Moment {
  /** ISO, UTC, milliseconds. */
  readonly instant: string;
  readonly clock: ClockCase;
}

/**
 * The instant at which the clock in `zone` shows `local` (`2026-03-29T02:30`).
 *
 * On the nights when clocks change, what is in doubt is read as the later moment, since an embargo that ends too late
 * harms nobody: an hour that does not exist is counted on from the moment of the change (02:30 in Paris on 29 March 2026
 * is 03:30 summer time), and of an hour that exists twice the second one is meant.
 *
 * Null when `local` is no date and time, or the zone is not known.
 */
export function instantIn(zone: string, local: string): Moment | null {
  const clock = zone === '' ? null : clockOf(zone);
  const wall = wallTime(local);
  if (clock === null || wall === null) return null;
  // No zone changes its clocks twice within two days: these are the offsets before and after a change near by.
  const offsets = [...new Set([offsetAt(clock, wall - day), offsetAt(clock, wall + day)])];
  const fitting = offsets
    .map((offset) => wall - offset)
    .filter((time) => time + offsetAt(clock, time) === wall);
  if (fitting.length > 0) return moment(Math.max(...fitting), fitting.length > 1 ? 'twice' : 'once');
  return moment(Math.max(...offsets.map((offset) => wall - offset)), 'never');
}

function moment(time: number, clock: ClockCase): Moment {
  return { instant: new Date(time).toISOString(), clock };
}

/** The wall clock as if it were UTC, in milliseconds; null when it is no date and time. */
function wallTime(local: string): number | null {
  const [, year, month, date, hours, minutes] = (wallClock.exec(local) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const time = Date.UTC(year, month - 1, date, hours, minutes);
  // Date.UTC takes 31 February for 3 March, and the year 26 for 1926.
  return new Date(time).toISOString().startsWith(local) ? time : null;
}

/** What the clock in `zone` shows at an instant, to the minute: `2026-03-29T03:30`. Null when the zone is not known. */
export function localIn(zone: string, instant: string): string | null {
  const clock = zone === '' ? null : clockOf(zone);
  const time = Date.parse(instant);
  if (clock === null || Number.isNaN(time)) return null;
  return new Date(time + offsetAt(clock, time)).toISOString().slice(0, 16);
}

/** The zone's distance from UTC at an instant, as people write it: `UTC+2`, `UTC−3:30`, `UTC`. Null as above. */
export function offsetIn(zone: string, instant: string): string | null {
  const clock = zone === '' ? null : clockOf(zone);
  const time = Date.parse(instant);
  if (clock === null || Number.isNaN(time)) return null;
  const minutes = Math.round(offsetAt(clock, time) / minute);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** Where most copy comes from, before the long list. */
const common = [
  'Europe/Paris',
  'Europe/London',
  'Europe/Brussels',
  'Europe/Zurich',
  'Europe/Berlin',
  'UTC',
  'America/New_York',
  'America/Toronto',
  'America/Los_Angeles',
  'Asia/Tokyo',
];

/** Every zone that can be chosen: `own` first, then the usual ones, then all others by name. */
export function zones(own: string): string[] {
  return [...new Set([own, ...common, ...Intl.supportedValuesOf('timeZone')])].filter(isZone);
}

/** Whether an article may not leave yet. `now` is an ISO instant. */
export function isUnderEmbargo(embargo: { readonly until: string } | null, now: string): boolean {
  return embargo !== null && Date.parse(embargo.until) > Date.parse(now);
}
