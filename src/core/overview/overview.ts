import type { BlockerCode } from '#core/claims/blocker-codes';
import type { ClaimCounts } from '#core/claims/status';
import type { BlockerCount, PersonProgress } from '#core/search/record';

/**
 * What the overview looks at of one article. `id` and `title` are asked for only of the few that are called by their
 * names: they may be dear.
 */
export interface OverviewRow {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly section: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** Days, `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly due: string | null;
  /** Milliseconds since 1970 until which nothing may leave. */
  readonly embargo: number | null;
  readonly claims: Pick<ClaimCounts, 'total' | 'checked' | 'stale'>;
  readonly openQueries: number;
  readonly words: number;
  readonly blockers: readonly BlockerCount[];
  readonly people: readonly PersonProgress[];
}

/** An article that is called by its name. */
export interface OverviewArticle {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly section: string;
  readonly due: string | null;
  /** ISO instant. */
  readonly embargo: string | null;
  readonly checked: number;
  /** Claims; `checked` of them are. */
  readonly total: number;
  readonly stale: number;
  /** How many things block it. */
  readonly blockers: number;
}

/** How many there are, and those of them that matter first. */
export interface OverviewList {
  readonly articles: number;
  readonly first: readonly OverviewArticle[];
}

/** Both days are included; weeks begin on Mondays. */
export interface Week {
  readonly from: string;
  readonly to: string;
}

export interface OverviewWeek extends Week {
  /** Articles that were made in this week, by the stage that they have reached since: in the order of `stages`. */
  readonly created: readonly number[];
  /** Articles that were published in this week. */
  readonly published: number;
}

export interface OverviewSection {
  /** Empty: articles without a section. */
  readonly section: string;
  readonly articles: number;
  /** Articles made in each of the weeks. */
  readonly weeks: readonly number[];
}

export interface OverviewPerson {
  readonly name: string;
  /** Claims. */
  readonly assigned: number;
  readonly checked: number;
  readonly articles: number;
}

/** The front page of a desk in figures. All counts are of articles where nothing else is said. */
export interface Overview {
  readonly today: string;
  readonly totals: {
    readonly articles: number;
    readonly words: number;
    readonly claims: number;
    readonly checked: number;
  };
  /**
   * What is not published yet. Of today, what most blocks first; of the days before and of the seven days that come,
   * by day.
   */
  readonly due: {
    readonly today: OverviewList;
    readonly overdue: OverviewList;
    readonly ahead: OverviewList & {
      readonly days: readonly { readonly day: string; readonly articles: number }[];
    };
  };
  /** Embargoes that have not ended; those that end next first. */
  readonly embargoes: OverviewList;
  /** Those that are due next first. */
  readonly blocked: OverviewList & {
    /** Most articles first. `count`: how many things, of all articles together. */
    readonly codes: readonly {
      readonly code: BlockerCode;
      readonly articles: number;
      readonly count: number;
    }[];
  };
  /** `claims`: how many checks are stale. Most of them first. */
  readonly stale: OverviewList & { readonly claims: number };
  readonly queries: { readonly articles: number; readonly queries: number };
  /** In the desk's order, then what the desk does not know; those without articles too. */
  readonly statuses: readonly { readonly status: string; readonly articles: number }[];
  /** The biggest sections, biggest first. */
  readonly sections: readonly OverviewSection[];
  /** All other sections together. */
  readonly otherSections: { readonly sections: number; readonly articles: number };
  /** Oldest first; the last one has today in it. */
  readonly weeks: readonly OverviewWeek[];
  /** Most open claims first. */
  readonly people: readonly OverviewPerson[];
  readonly otherPeople: number;
  /** Folders that cannot be read. */
  readonly problems: number;
}
