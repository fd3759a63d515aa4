import type { SortKey } from '#core/search/request';

/** What the table of a desk can show of an article, in the order in which it stands there. */
export const tableColumns = [
  'title',
  'status',
  'section',
  'byline',
  'tags',
  'language',
  'published',
  'due',
  'modified',
  'words',
  'checked',
  'queries',
] as const;
export type TableColumn = (typeof tableColumns)[number];

/** Those that are shown until somebody chooses. */
export const shownColumns: readonly TableColumn[] = [
  'title',
  'status',
  'section',
  'tags',
  'due',
  'modified',
  'words',
  'checked',
];

interface ColumnFacts {
  /** Null: a list cannot be put in order by it. */
  readonly sort: SortKey | null;
  /** CSS pixels. */
  readonly width: number;
  /** Figures stand under each other by their last digit. */
  readonly figures?: true;
  /** The order that a first click asks for: dates and figures begin with the newest and the largest. */
  readonly descending?: true;
}

export const columnFacts: Readonly<Record<TableColumn, ColumnFacts>> = {
  title: { sort: 'title', width: 290 },
  status: { sort: 'status', width: 128 },
  section: { sort: 'section', width: 100 },
  byline: { sort: 'byline', width: 140 },
  tags: { sort: null, width: 130 },
  language: { sort: 'language', width: 80 },
  published: { sort: 'published', width: 106, descending: true },
  due: { sort: 'due', width: 106 },
  modified: { sort: 'modified', width: 106, descending: true },
  words: { sort: 'words', width: 70, figures: true, descending: true },
  checked: { sort: 'checked', width: 76, figures: true, descending: true },
  queries: { sort: 'queries', width: 84, figures: true, descending: true },
};

/** The narrowest and widest that a column can be made, in CSS pixels. */
export const columnWidths = { minimum: 56, maximum: 900 } as const;

/** The days by which a calendar can show articles. */
export const calendarFields = ['published', 'due'] as const;
export type CalendarField = (typeof calendarFields)[number];
