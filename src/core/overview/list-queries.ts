import type { Stage } from '#core/article/values';
import type { StatusEntry } from '#core/desk/schema';
import type { Week } from './overview';

/** Queries (docs/search.md) of the lists that are behind the figures: each finds exactly what was counted. */
export const listQueries = {
  all: '',
  blocked: 'has:blockers',
  stale: 'has:stale',
  queries: 'has:queries',
  claims: 'has:claims',
  status: (status: string): string => `status:${status}`,
  section: (section: string): string => (section === '' ? '-has:section' : `section:${quoted(section)}`),
  person: (name: string): string => `assignee:${quoted(name)}`,
  created: (week: Week): string => `created:${days(week)}`,
  published: (week: Week, statuses: readonly StatusEntry[]): string => {
    const out = outStatuses(statuses).map((id) => `status:${id}`);
    return `date:${days(week)} ${out.length > 1 ? `(${out.join(' OR ')})` : out.join('')}`;
  },
  /** What is due from one day to another, both included, and not out; null: since ever. */
  due: (from: string | null, to: string, statuses: readonly StatusEntry[]): string =>
    [
      `due:${from === to ? to : `${from ?? ''}..${to}`}`,
      ...outStatuses(statuses).map((id) => `-status:${id}`),
    ].join(' '),
} as const;

/** Ids of statuses in which an article is out, those among them that stand for themselves where a desk lacks them. */
function outStatuses(statuses: readonly StatusEntry[]): string[] {
  const isOut = (stage: Stage): boolean => stage === 'published' || stage === 'archived';
  const own = statuses.filter(({ stage }) => isOut(stage)).map(({ id }) => id);
  const known = (['published', 'archived'] as const).filter(
    (stage) => !statuses.some(({ id }) => id === stage),
  );
  return [...own, ...known];
}

function days({ from, to }: Week): string {
  return `${from}..${to}`;
}

/** The language has no way to write a quotation mark inside of quotation marks. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', ' ').trim()}"`;
}
