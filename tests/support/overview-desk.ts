import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '#core/article/schema';
import type { Stage } from '#core/article/values';
import { createDesk } from '#storage/index';
import { articleOf, rewritten, withClaim, withOutcome } from './checking';

/** One article of the desk: days are counted from today. */
export interface Planned {
  readonly status: Stage;
  readonly section: string;
  readonly due: number | null;
  readonly age: number;
  readonly assignee: string;
  readonly claim: 'none' | 'open' | 'checked' | 'stale';
}

const sections = ['Vie locale', 'Économie', 'Culture', ''];
const people = ['Zoé Marchal', 'Ada Roy'];
const claims = ['open', 'checked', 'stale', 'none'] as const;
const statuses: readonly Stage[] = ['raw', 'in-progress', 'in-check', 'ready', 'published'];
const dues = [0, -1, -5, 1, 6, 9, null];

/** Forty articles, each a little different. */
export const plan: readonly Planned[] = Array.from({ length: 40 }, (_, at) => ({
  status: statuses[at % statuses.length] ?? 'raw',
  section: sections[at % sections.length] ?? '',
  due: dues[at % dues.length] ?? null,
  age: (at * 9) % 170,
  assignee: people[at % people.length] ?? '',
  claim: claims[(at >> 1) % claims.length] ?? 'none',
}));

/** Noon on the day that is so many days away, by the clock on the wall. */
function noon(days: number): Date {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
}

/** `YYYY-MM-DD` */
export function dayFromToday(days: number): string {
  const day = noon(days);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function articleAt({ status, section, due, age, assignee, claim }: Planned, at: number): Article {
  const plain = articleOf([`La passerelle mesure ${at + 10} mètres de long.`], {
    headline: `Passerelle ${at + 1}`,
  });
  const created = noon(-age).toISOString();
  const article: Article = {
    ...plain,
    id: `planned-${at + 1}`,
    metadata: {
      ...plain.metadata,
      slug: `passerelle-${at + 1}`,
      status,
      section,
      due: due === null ? null : dayFromToday(due),
      published: status === 'published' ? dayFromToday(-age) : null,
      created,
      modified: created,
    },
  };
  if (claim === 'none') return article;
  const claimed = withClaim(article, 'k1', `${at + 10} mètres`, { kind: 'number', assignee });
  if (claim === 'open') return claimed;
  const checked = withOutcome(claimed, 'k1');
  return claim === 'checked' ? checked : rewritten(checked, `${at + 10} mètres`, `${at + 11} mètres`);
}

/** Makes a desk below a settings folder, and settings by which the app opens it. Null articles: an empty one. */
export async function makeDesk(userData: string, planned: readonly Planned[]): Promise<string> {
  const folder = join(userData, 'bureau');
  mkdirSync(folder, { recursive: true });
  const made = await createDesk(folder, { name: 'Le Courrier de la Loue', language: 'fr' });
  if (!made.ok) throw new Error(made.code);
  for (const [at, one] of planned.entries()) {
    const created = await made.value.articles.create(articleAt(one, at));
    if (!created.ok) throw new Error(created.code);
  }
  const { id, name } = made.value.settings;
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ recentDesks: [{ id, name, folder }] }));
  return folder;
}
