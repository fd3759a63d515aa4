import type { OverviewArticle, OverviewList, OverviewRow } from './overview';

/** Counts rows and keeps the few that come first; of equals the one that was there first. */
export class BestList {
  private articles = 0;
  private readonly kept: OverviewArticle[] = [];
  private readonly limit: number;
  private readonly compare: (one: OverviewArticle, other: OverviewArticle) => number;

  constructor(limit: number, compare: (one: OverviewArticle, other: OverviewArticle) => number) {
    this.limit = limit;
    this.compare = compare;
  }

  add(row: OverviewRow): void {
    this.articles += 1;
    const article = toArticle(row);
    let at = this.kept.length;
    for (let before = this.kept[at - 1]; before && this.compare(article, before) < 0; ) {
      at -= 1;
      before = this.kept[at - 1];
    }
    if (at >= this.limit) return;
    this.kept.splice(at, 0, article);
    if (this.kept.length > this.limit) this.kept.pop();
  }

  result(): OverviewList {
    return { articles: this.articles, first: this.kept };
  }
}

function toArticle({
  id,
  title,
  status,
  section,
  due,
  embargo,
  claims,
  blockers,
}: OverviewRow): OverviewArticle {
  return {
    id,
    title,
    status,
    section,
    due,
    embargo,
    checked: claims.checked,
    total: claims.total,
    stale: claims.stale,
    blockers: blockers.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The earlier day or instant first, what has none last. */
export function byDate(field: 'due' | 'embargo') {
  return (one: OverviewArticle, other: OverviewArticle): number => {
    const [first, second] = [one[field] ?? '9', other[field] ?? '9'];
    return first < second ? -1 : first > second ? 1 : 0;
  };
}
