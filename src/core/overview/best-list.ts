import type { OverviewArticle, OverviewList, OverviewRow } from './overview';

type Compare = (one: OverviewRow, other: OverviewRow) => number;

/** Counts rows and keeps the few that come first; of equals the one that was there first. */
export class BestList {
  private articles = 0;
  private readonly kept: OverviewRow[] = [];
  private readonly limit: number;
  private readonly compare: Compare;

  constructor(limit: number, compare: Compare) {
    this.limit = limit;
    this.compare = compare;
  }

  add(row: OverviewRow): void {
    this.articles += 1;
    let at = this.kept.length;
    for (let before = this.kept[at - 1]; before && this.compare(row, before) < 0; ) {
      at -= 1;
      before = this.kept[at - 1];
    }
    if (at >= this.limit) return;
    this.kept.splice(at, 0, row);
    if (this.kept.length > this.limit) this.kept.pop();
  }

  result(): OverviewList {
    return { articles: this.articles, first: this.kept.map(toArticle) };
  }
}

function toArticle(row: OverviewRow): OverviewArticle {
  const { id, title, status, section, due, embargo, claims } = row;
  return {
    id,
    title,
    status,
    section,
    due,
    embargo: embargo === null ? null : new Date(embargo).toISOString(),
    checked: claims.checked,
    total: claims.total,
    stale: claims.stale,
    blockers: blockersOf(row),
  };
}

/** How many things block it. */
function blockersOf({ blockers }: OverviewRow): number {
  return blockers.reduce((sum, { count }) => sum + count, 0);
}

/** The earlier day first, what has none last. */
export const dueFirst: Compare = (one, other) => {
  const [first, second] = [one.due ?? '9', other.due ?? '9'];
  return first < second ? -1 : first > second ? 1 : 0;
};

export const mostBlockedFirst: Compare = (one, other) => blockersOf(other) - blockersOf(one);

export const mostStaleFirst: Compare = (one, other) => other.claims.stale - one.claims.stale;

export const embargoFirst: Compare = (one, other) => (one.embargo ?? 0) - (other.embargo ?? 0);
