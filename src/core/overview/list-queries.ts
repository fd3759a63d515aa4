import { type Stage, stages } from '#core/article/values';
import type { BlockerCode } from '#core/claims/blocker-codes';
import type { StatusEntry } from '#core/desk/schema';
import type { Week } from './overview';

/** Queries (docs/search.md) of the lists that are behind the figures: each finds exactly what was counted. */
export const listQueries = {
  all: '',
  blocked: 'has:blockers',
  blockedBy: (code: BlockerCode): string => `blocked:${code}`,
  stale: 'has:stale',
  queries: 'has:queries',
  claims: 'has:claims',
  status: (status: string): string => `status:${status}`,
  section: (section: string): string => (section === '' ? '-has:section' : `section:${quoted(section)}`),
  person: (name: string): string => `assignee:${quoted(name)}`,
  created: (week: Week): string => `created:${days(week)}`,
  published: (week: Week, statuses: readonly StatusEntry[]): string =>
    `date:${days(week)} status:${outStatuses(statuses)}`,
  dueToday: (statuses: readonly StatusEntry[]): string => due('today', statuses),
  overdue: (statuses: readonly StatusEntry[]): string => due('..yesterday', statuses),
  dueOn: (day: string, statuses: readonly StatusEntry[]): string => due(day, statuses),
  dueIn: (span: Week, statuses: readonly StatusEntry[]): string => due(days(span), statuses),
} as const;

/** What is out is not due any more. */
function due(when: string, statuses: readonly StatusEntry[]): string {
  return `due:${when} -status:${outStatuses(statuses)}`;
}

/** Ids of statuses in which an article is out; those that stand for themselves where a desk lacks them, too. */
function outStatuses(statuses: readonly StatusEntry[]): string {
  const isOut = (stage: Stage): boolean => stage === 'published' || stage === 'archived';
  const own = statuses.filter(({ stage }) => isOut(stage)).map(({ id }) => id);
  const known = stages.filter((stage) => isOut(stage) && !statuses.some(({ id }) => id === stage));
  return [...own, ...known].join(',');
}

function days({ from, to }: Week): string {
  return `${from}..${to}`;
}

/** The language has no way to write a quotation mark inside of quotation marks. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', ' ').trim()}"`;
}
