import { stages } from '#core/article/values';
import type { StatusEntry } from '#core/desk/schema';
import { stageOf } from '#core/desk/statuses';
import { peoplePart, queriesPart, sectionsPart, statusesPart, totalsPart, weeksPart } from './counts';
import { weekFinder, weeksUntil } from './days';
import { blockedPart, duePart, embargoPart, stalePart } from './lists';
import type { Overview, OverviewRow } from './overview';

export interface OverviewOptions {
  /** `YYYY-MM-DD`, by the clock on the wall. */
  readonly today: string;
  /** Milliseconds since 1970: embargoes that ended before are over. */
  readonly now: number;
  /** When a day begins on the clock on the wall, in milliseconds since 1970. */
  readonly midnight: (day: string) => number;
  /** The desk's. */
  readonly statuses: readonly StatusEntry[];
  /** How many weeks back, this one included. */
  readonly weeks: number;
  /** How many folders of the desk cannot be read. */
  readonly problems: number;
}

/** The figures of a desk's front page: one pass over all of its articles. */
export function overviewOf(rows: Iterable<OverviewRow>, options: OverviewOptions): Overview {
  const { today, now, statuses, problems } = options;
  const weeks = weeksUntil(today, options.weeks);
  const find = weekFinder(weeks, options.midnight);
  const parts = {
    totals: totalsPart(),
    due: duePart(today),
    embargoes: embargoPart(now),
    blocked: blockedPart(),
    stale: stalePart(),
    queries: queriesPart(),
    statuses: statusesPart(statuses),
    sections: sectionsPart(weeks.length, find),
    weeks: weeksPart(weeks, find),
    people: peoplePart(),
  };
  const all = Object.values(parts);
  const stageAt = stageFinder(statuses);
  for (const row of rows) {
    const stage = stageAt(row.status);
    for (const part of all) part.add(row, stage);
  }
  return {
    today,
    totals: parts.totals.result(),
    due: parts.due.result(),
    embargoes: parts.embargoes.result(),
    blocked: parts.blocked.result(),
    stale: parts.stale.result(),
    queries: parts.queries.result(),
    statuses: parts.statuses.result(),
    ...parts.sections.result(),
    weeks: parts.weeks.result(),
    ...parts.people.result(),
    problems,
  };
}

/** The place of a status’s stage among `stages`, worked out once for each status. */
function stageFinder(statuses: readonly StatusEntry[]): (status: string) => number {
  const known = new Map<string, number>();
  return (status) => {
    const before = known.get(status);
    if (before !== undefined) return before;
    const at = stages.indexOf(stageOf(statuses, status));
    known.set(status, at);
    return at;
  };
}
