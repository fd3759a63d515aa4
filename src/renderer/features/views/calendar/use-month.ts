import { useEffect, useRef, useState } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { addDays } from '#core/desk/calendar';
import type { CalendarField } from '#core/desk/table-columns';
import { narrowed } from '#core/search/narrow';
import { maximumHits } from '#core/search/request';
import { call } from '../../../bridge/bridge';
import { libraryGeneration, today } from '../../../session/library-session';
import { complain } from '../../../session/notices';
import { wholeLibrary } from '../../../session/result-list';
import { useStore } from '../../../session/store';

export interface DayList {
  /** In the order of the statuses; of a full day only the first. */
  readonly articles: readonly ArticleSummary[];
  readonly total: number;
}

/** As many articles of a full day as a cell can ever show. */
const dayLimit = 12;

/** How the query language writes the days of a field. */
export const fieldFilter: Readonly<Record<CalendarField, string>> = { published: 'date', due: 'due' };

/** What stands on each day from `first` to `last`, both included, asked again whenever articles change. */
export function useMonth(
  field: CalendarField,
  query: string,
  first: string,
  last: string,
): ReadonlyMap<string, DayList> {
  const generation = useStore(libraryGeneration);
  const [days, setDays] = useState<ReadonlyMap<string, DayList>>(new Map());
  const round = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation of the library asks the same again
  useEffect(() => {
    round.current += 1;
    const asked = round.current;
    void readDays(field, query, first, last).then((read) => {
      if (read && asked === round.current) setDays(read);
    });
  }, [field, query, first, last, generation]);
  return days;
}

/** One question for the whole sheet while it holds few articles; else one for each day, for the first of it. */
async function readDays(
  field: CalendarField,
  query: string,
  first: string,
  last: string,
): Promise<ReadonlyMap<string, DayList> | null> {
  const filter = fieldFilter[field];
  const whole = await search(narrowed(query, `${filter}:${first}..${last}`), maximumHits);
  if (!whole) return null;
  if (whole.total <= maximumHits) return byDay(whole.articles, field);
  const days = daysBetween(first, last);
  const read = await Promise.all(days.map((day) => search(narrowed(query, `${filter}:${day}`), dayLimit)));
  return new Map(days.flatMap((day, at) => (read[at] ? [[day, read[at]] as const] : [])));
}

async function search(query: string, limit: number): Promise<DayList | null> {
  const answer = await call('library.search', {
    ...wholeLibrary,
    query,
    typing: true,
    sort: { by: 'status', descending: false },
    offset: 0,
    limit,
    today: today(),
  });
  if (answer.ok)
    return { articles: answer.value.hits.map(({ article }) => article), total: answer.value.total };
  complain(answer);
  return null;
}

function byDay(articles: readonly ArticleSummary[], field: CalendarField): ReadonlyMap<string, DayList> {
  const days = new Map<string, ArticleSummary[]>();
  for (const article of articles) {
    const day = article[field];
    if (day === null) continue;
    const list = days.get(day);
    if (list) list.push(article);
    else days.set(day, [article]);
  }
  return new Map([...days].map(([day, list]) => [day, { articles: list, total: list.length }]));
}

function daysBetween(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
