import { describe, expect, it } from 'vitest';
import { stages } from '#core/article/values';
import type { StatusEntry } from '#core/desk/schema';
import { defaultStatuses } from '#core/desk/statuses';
import { weekFinder, weeksUntil } from '#core/overview/days';
import { listQueries } from '#core/overview/list-queries';
import type { Overview, OverviewRow } from '#core/overview/overview';
import { overviewOf } from '#core/overview/overview-of';
import { parseQuery } from '#core/search/parse-query';

const today = '2026-05-13';

/** Articles as a test writes them: instants as people read them. */
type Given = Partial<Omit<OverviewRow, 'created' | 'embargo'>> & {
  readonly created?: string;
  readonly embargo?: string | null;
};

function row({ created = '2026-05-12T09:00:00.000Z', embargo = null, ...change }: Given): OverviewRow {
  return {
    id: '',
    title: '',
    status: 'in-progress',
    section: '',
    published: null,
    due: null,
    claims: { total: 0, checked: 0, stale: 0 },
    openQueries: 0,
    words: 100,
    blockers: [],
    people: [],
    ...change,
    created: Date.parse(created),
    embargo: embargo === null ? null : Date.parse(embargo),
  };
}

const midnight = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

function overview(rows: readonly Given[], statuses: readonly StatusEntry[] = defaultStatuses()): Overview {
  const whole = rows.map((change, index) => row({ id: `a${index + 1}`, ...change }));
  return overviewOf(whole, {
    today,
    now: midnight(today) + 43_200_000,
    midnight,
    statuses,
    weeks: 26,
    problems: 0,
  });
}

const ids = ({ first }: { readonly first: readonly { readonly id: string }[] }): string[] =>
  first.map(({ id }) => id);

describe('what is due', () => {
  const due = (days: readonly string[]): Overview['due'] => overview(days.map((day) => ({ due: day }))).due;

  it.each([
    ['the day before', '2026-05-12', { overdue: 1, today: 0, ahead: 0 }],
    ['the day itself', '2026-05-13', { overdue: 0, today: 1, ahead: 0 }],
    ['the day after', '2026-05-14', { overdue: 0, today: 0, ahead: 1 }],
    ['the seventh day', '2026-05-20', { overdue: 0, today: 0, ahead: 1 }],
    ['the eighth day', '2026-05-21', { overdue: 0, today: 0, ahead: 0 }],
  ])('%s', (_name, day, { overdue, today: on, ahead }) => {
    const found = due([day]);
    expect([found.overdue.articles, found.today.articles, found.ahead.articles]).toEqual([
      overdue,
      on,
      ahead,
    ]);
  });

  it('is no longer due once it is out', () => {
    const out = overview([
      { due: today, status: 'published' },
      { due: '2026-05-01', status: 'archived' },
    ]);
    expect(out.due.today.articles + out.due.overdue.articles).toBe(0);
  });

  it('counts all of it and names those that have waited longest', () => {
    const { overdue } = due(Array.from({ length: 9 }, (_, index) => `2026-04-${29 - index}`));
    expect(overdue.articles).toBe(9);
    expect(ids(overdue)).toEqual(['a9', 'a8', 'a7', 'a6']);
  });

  it('counts each of the seven days that come', () => {
    expect(
      due(['2026-05-14', '2026-05-14', '2026-05-20']).ahead.days.map(({ articles }) => articles),
    ).toEqual([2, 0, 0, 0, 0, 0, 1]);
  });
});

describe('embargoes', () => {
  it('those that end next come first, and those that have ended not at all', () => {
    const { embargoes } = overview([
      { embargo: '2026-05-15T06:00:00.000Z' },
      { embargo: '2026-05-13T12:00:00.000Z' },
      { embargo: '2026-05-13T12:00:00.001Z' },
      { embargo: null },
    ]);
    expect(ids(embargoes)).toEqual(['a3', 'a1']);
  });
});

describe('what blocks', () => {
  it('counts articles by what blocks them, and names those that are due first', () => {
    const { blocked } = overview([
      { blockers: [{ code: 'claim-open', count: 4 }] },
      {
        due: '2026-05-14',
        blockers: [
          { code: 'claim-open', count: 1 },
          { code: 'query-open', count: 2 },
        ],
      },
      {},
      { due: today, blockers: [{ code: 'sign-off-missing', count: 1 }] },
    ]);
    expect(blocked.articles).toBe(3);
    expect(ids(blocked)).toEqual(['a4', 'a2', 'a1']);
    expect(blocked.codes).toEqual([
      { code: 'claim-open', articles: 2, count: 5 },
      { code: 'query-open', articles: 1, count: 2 },
      { code: 'sign-off-missing', articles: 1, count: 1 },
    ]);
    expect(blocked.first[1]).toMatchObject({ blockers: 3 });
  });
});

describe('checks', () => {
  it('tells stale checks from the articles that they are in', () => {
    const { stale, totals, queries } = overview([
      { claims: { total: 5, checked: 2, stale: 1 }, openQueries: 2 },
      { claims: { total: 9, checked: 3, stale: 4 }, status: 'published' },
      { claims: { total: 3, checked: 3, stale: 0 } },
    ]);
    expect(stale).toMatchObject({ articles: 2, claims: 5 });
    expect(ids(stale)).toEqual(['a2', 'a1']);
    expect(totals).toEqual({ articles: 3, words: 300, claims: 17, checked: 8 });
    expect(queries).toEqual({ articles: 1, queries: 2 });
  });

  it('adds up what each person has, however the name is spelt', () => {
    const { people } = overview([
      {
        people: [
          { name: 'Zoé Marchal', assigned: 4, checked: 1 },
          { name: 'Ada', assigned: 9, checked: 9 },
        ],
      },
      { people: [{ name: 'zoe marchal', assigned: 2, checked: 2 }] },
    ]);
    expect(people).toEqual([
      { name: 'Zoé Marchal', assigned: 6, checked: 3, articles: 2 },
      { name: 'Ada', assigned: 9, checked: 9, articles: 1 },
    ]);
  });

  it('names twelve people and counts the others', () => {
    const crowd = Array.from({ length: 15 }, (_, index) => ({
      people: [{ name: `P${index}`, assigned: index, checked: 0 }],
    }));
    const { people, otherPeople } = overview(crowd);
    expect([people.length, otherPeople, people[0]?.name]).toEqual([12, 3, 'P14']);
  });
});

describe('statuses and sections', () => {
  it('keeps the order of the desk, with nought where there is nothing, and strangers last', () => {
    const statuses: StatusEntry[] = [
      { id: 'relue', labels: {}, stage: 'ready' },
      { id: 'parue', labels: {}, stage: 'published' },
    ];
    expect(overview([{ status: 'perdu' }, { status: 'parue' }], statuses).statuses).toEqual([
      { status: 'relue', articles: 0 },
      { status: 'parue', articles: 1 },
      { status: 'perdu', articles: 1 },
    ]);
  });

  it('joins spellings of one section, and puts the small ones together', () => {
    const rows = Array.from({ length: 10 }, (_, index) =>
      Array.from({ length: 12 - index }, () => ({ section: `Rubrique ${index}` })),
    ).flat();
    const { sections, otherSections } = overview([...rows, { section: 'rubrique 0 ' }]);
    expect(sections[0]).toMatchObject({ section: 'Rubrique 0', articles: 13 });
    expect(sections.length).toBe(8);
    expect(otherSections).toEqual({ sections: 2, articles: 7 });
  });
});

describe('weeks', () => {
  it.each([
    ['in the middle of a week', '2026-05-13', '2026-05-11', '2026-05-17'],
    ['on a Monday', '2026-05-11', '2026-05-11', '2026-05-17'],
    ['on a Sunday', '2026-05-17', '2026-05-11', '2026-05-17'],
    ['over the end of a year', '2027-01-02', '2026-12-28', '2027-01-03'],
    ['in a leap year', '2028-03-01', '2028-02-28', '2028-03-05'],
  ])('%s', (_name, day, from, to) => {
    expect(weeksUntil(day, 26).at(-1)).toEqual({ from, to });
  });

  it('follow each other without a gap', () => {
    const weeks = weeksUntil('2027-01-20', 26);
    const find = weekFinder(weeks, midnight).ofDay;
    expect(weeks[0]?.from).toBe('2026-07-27');
    expect(find('2026-07-26')).toBe(-1);
    expect(find('2027-01-25')).toBe(-1);
    for (const [index, { from, to }] of weeks.entries())
      expect([find(from), find(to)]).toEqual([index, index]);
  });

  it('begin at midnight on the clock on the wall, also when it was put forward or back', () => {
    const hour = 3_600_000;
    // Paris: two hours ahead of UTC until 25 October 2026, then one.
    const paris = (day: string): number => midnight(day) - (day <= '2026-10-25' ? 2 : 1) * hour;
    const weeks = weeksUntil('2026-11-04', 4);
    const { ofInstant } = weekFinder(weeks, paris);
    for (const [index, { from }] of weeks.entries()) {
      expect([ofInstant(paris(from) - 1), ofInstant(paris(from))]).toEqual([index - 1, index]);
    }
    expect([ofInstant(paris('2026-11-09') - 1), ofInstant(paris('2026-11-09'))]).toEqual([3, -1]);
  });

  it('an article stands in the week in which it was made, by the stage that it has now', () => {
    const { weeks } = overview([
      { created: '2026-05-11T00:00:00.000Z', status: 'raw' },
      { created: '2026-05-10T23:59:59.999Z', status: 'published', published: '2026-05-12' },
      { created: '2024-01-01T00:00:00.000Z', published: '2026-05-12' },
    ]);
    const at = (back: number) => weeks.at(-1 - back);
    expect(at(0)?.created[stages.indexOf('raw')]).toBe(1);
    expect(at(1)?.created[stages.indexOf('published')]).toBe(1);
    expect(at(0)?.published).toBe(1);
    expect(weeks.flatMap(({ created }) => created).reduce((sum, count) => sum + count)).toBe(2);
  });
});

describe('the list behind a figure', () => {
  const statuses: StatusEntry[] = [
    { id: 'relue', labels: {}, stage: 'ready' },
    { id: 'parue', labels: {}, stage: 'published' },
  ];
  const week = { from: '2026-03-02', to: '2026-03-08' };

  it.each([
    ['due today', listQueries.dueToday(defaultStatuses()), 'due:today -status:published,archived'],
    [
      'overdue, on a desk with words of its own',
      listQueries.overdue(statuses),
      'due:..yesterday -status:parue,published,archived',
    ],
    ['due on a day', listQueries.dueOn(today, statuses), 'due:2026-05-13 -status:parue,published,archived'],
    [
      'due in a span',
      listQueries.dueIn(week, defaultStatuses()),
      'due:2026-03-02..2026-03-08 -status:published,archived',
    ],
    ['made in a week', listQueries.created(week), 'created:2026-03-02..2026-03-08'],
    [
      'published in a week',
      listQueries.published(week, defaultStatuses()),
      'date:2026-03-02..2026-03-08 status:published,archived',
    ],
    ['a reason that blocks', listQueries.blockedBy('headline-name'), 'blocked:headline-name'],
    ['a section', listQueries.section('Vie locale'), 'section:"Vie locale"'],
    ['no section', listQueries.section(''), '-has:section'],
    ['a person with a nickname', listQueries.person('Jo "Le Rouge" Roy'), 'assignee:"Jo  Le Rouge  Roy"'],
  ])('%s', (_name, query, written) => {
    expect(query).toBe(written);
    expect(parseQuery(query, { today, typing: false }).problems).toEqual([]);
  });
});
