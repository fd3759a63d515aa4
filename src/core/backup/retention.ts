const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const toMonday = 3 * day;

/** For how long how many backups are kept. */
export interface Retention {
  /** All of the last so many hours. */
  readonly hours: number;
  /** Behind that the newest of each UTC day, for so many days. */
  readonly days: number;
  /** Behind that the newest of each week, Monday to Sunday in UTC, for so many weeks. */
  readonly weeks: number;
}

export const usualRetention: Retention = { hours: 24, days: 14, weeks: 12 };

/**
 * Which backups stay, of those made at these instants (milliseconds since 1970). The newest always does, and so does one
 * from the future: a clock that was set back must not cost a backup. Who keeps the newest of a day keeps the newest of
 * its week too, so that what is let go now would not have been wanted later.
 */
export function retained(
  made: readonly number[],
  now: number,
  { hours, days, weeks }: Retention = usualRetention,
): ReadonlySet<number> {
  const newestFirst = [...new Set(made)].sort((one, other) => other - one);
  const kept = new Set<number>(newestFirst.slice(0, 1));
  const spans = new Set<string>();
  for (const instant of newestFirst) {
    const age = now - instant;
    const dayOf = `day ${Math.floor(instant / day)}`;
    const weekOf = `week ${Math.floor((instant + toMonday) / week)}`;
    const isWanted =
      age < hours * hour ||
      (age < days * day && !spans.has(dayOf)) ||
      (age < weeks * week && !spans.has(weekOf));
    if (isWanted) kept.add(instant);
    spans.add(dayOf).add(weekOf);
  }
  return kept;
}
