import type { ClaimCounts } from '#core/claims/status';
import type { Vocabulary } from '#core/desk/schema';
import { success } from '#core/failure';
import type { MessageKey } from '#core/messages/index';
import { statusLabel } from '#core/messages/statuses';
import type { ArticleFigures, DeskStore } from '#storage/index';
import { type Console, exitCodes, languageIn, printJson } from './console';
import { withIndex } from './desk-index';
import { none, onDesk } from './desk-verbs';

type Counts = Readonly<Record<string, number>>;

interface Stats {
  readonly articles: number;
  readonly words: number;
  readonly claims: ClaimCounts;
  readonly stale: number;
  readonly openQueries: number;
  readonly problems: number;
  readonly status: Counts;
  readonly section: Counts;
  readonly language: Counts;
  readonly tag: Counts;
  /** Of publication: `2026-05`. */
  readonly month: Counts;
}

/** `marbre stats --desk <dir>` */
export const stats = onDesk([], none, async (io, desk, { json }) => {
  const counted = await withIndex(io, desk, (index) => ({
    ...count(index.figures()),
    problems: index.problems().length,
  }));
  if (!counted.ok) return counted;
  if (json) printJson(io, counted.value);
  else {
    const vocabulary = await desk.vocabulary();
    io.out(table(io, desk, counted.value, vocabulary.ok ? vocabulary.value.tags : []));
  }
  return success(exitCodes.done);
});

function count(figures: Iterable<ArticleFigures>): Omit<Stats, 'problems'> {
  const groups = {
    status: new Map(),
    section: new Map(),
    language: new Map(),
    tag: new Map(),
    month: new Map(),
  };
  const add = (group: Map<string, number>, value: string): void => {
    if (value !== '') group.set(value, (group.get(value) ?? 0) + 1);
  };
  const claims = { total: 0, open: 0, partial: 0, stale: 0, failed: 0, checked: 0, excluded: 0, detached: 0 };
  const sums = { articles: 0, words: 0, openQueries: 0 };
  for (const article of figures) {
    sums.articles += 1;
    sums.words += article.words;
    sums.openQueries += article.openQueries;
    for (const key of Object.keys(claims) as (keyof ClaimCounts)[]) claims[key] += article.claims[key];
    add(groups.status, article.status);
    add(groups.section, article.section);
    add(groups.language, article.language);
    add(groups.month, article.published?.slice(0, 7) ?? '');
    for (const tag of new Set(article.tags)) add(groups.tag, tag);
  }
  return {
    ...sums,
    claims,
    stale: claims.stale,
    status: mostFirst(groups.status),
    section: mostFirst(groups.section),
    language: mostFirst(groups.language),
    tag: mostFirst(groups.tag),
    month: Object.fromEntries([...groups.month].sort(([one], [other]) => (one < other ? 1 : -1))),
  };
}

function mostFirst(group: ReadonlyMap<string, number>): Counts {
  return Object.fromEntries(
    [...group].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)),
  );
}

/** The most lines of one group that are shown to people; JSON has all. */
const most = 12;

function table(io: Console, desk: DeskStore, found: Stats, tags: Vocabulary['tags']): string {
  const language = languageIn(io);
  const tagLabel = (id: string): string => {
    const labels = tags.find((tag) => tag.id === id)?.labels;
    return labels?.[language] ?? labels?.fr ?? labels?.en ?? id;
  };
  const groups: readonly (readonly [MessageKey, Counts, (value: string) => string])[] = [
    ['cli.stats.status', found.status, (id) => statusLabel(io.t, language, desk.settings.statuses, id)],
    ['cli.stats.section', found.section, (value) => value],
    ['cli.stats.language', found.language, (value) => value],
    ['cli.stats.tag', found.tag, tagLabel],
    ['cli.stats.month', found.month, (value) => value],
  ];
  const sums: readonly (readonly [string, number])[] = [
    [io.t('cli.stats.articles'), found.articles],
    [io.t('cli.stats.words'), found.words],
    [io.t('cli.stats.claims'), found.claims.total],
    [io.t('cli.stats.checked'), found.claims.checked],
    [io.t('cli.stats.stale'), found.stale],
    [io.t('cli.stats.queries'), found.openQueries],
    [io.t('cli.stats.problems'), found.problems],
  ];
  const sections = groups
    .filter(([, counts]) => Object.keys(counts).length > 0)
    .map(([key, counts, label]) => `\n${io.t(key)}\n${group(io, counts, label)}`);
  return `${lines(io, sums)}${sections.join('')}`;
}

function group(io: Console, counts: Counts, label: (value: string) => string): string {
  const all = Object.entries(counts);
  const shown = all.slice(0, most).map(([value, times]) => [label(value), times] as const);
  const rest = all.length - shown.length;
  return lines(io, shown, '  ') + (rest > 0 ? `  ${io.t('cli.stats.more', { count: rest })}\n` : '');
}

/** Names to the left, figures to the right, one below the other. */
function lines(io: Console, rows: readonly (readonly [string, number])[], indent = ''): string {
  const number = new Intl.NumberFormat(languageIn(io));
  const texts = rows.map(([name, value]) => [name, number.format(value)] as const);
  const nameWidth = Math.max(24 - indent.length, ...texts.map(([name]) => name.length));
  const valueWidth = Math.max(...texts.map(([, value]) => value.length));
  return texts
    .map(([name, value]) => `${indent}${name.padEnd(nameWidth)}  ${value.padStart(valueWidth)}\n`)
    .join('');
}
