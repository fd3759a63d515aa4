/** A way to count from the day of publication: so many units away, then back to the first day of that unit. */
export interface TimeShift {
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'weekend';
  readonly by: number;
}

export type SeasonName = 'spring' | 'summer' | 'autumn' | 'winter';

/** What a language must bring for dates to be found and counted. */
export interface TimeWords {
  /** Phrases that mean a day, week, month … counted from the day of publication. */
  readonly relative: readonly (readonly [phrases: string, shift: TimeShift])[];
  /** Phrases that mean a time nobody can count from the day of publication alone. */
  readonly unresolved: string;
  /** Before or behind a weekday, month or season: which one is meant. */
  readonly last: string;
  readonly next: string;
  readonly current: string;
  readonly seasons: Readonly<Record<SeasonName, string>>;
  /** Words after which four digits are a year. */
  readonly beforeYear: string;
  /** Words after which a month is a date even where it could be something else. */
  readonly beforeMonth: string;
  /** Phrases for quarters and halves of a year with the first month: `first quarter=1`. */
  readonly yearParts: string;
  /** “les années”: a decade follows. */
  readonly decades: string;
  readonly century: string;
  /** What makes a sentence tell of the future. */
  readonly future: string;
  /** Endings of verbs in the future. */
  readonly futureEndings: RegExp | null;
  readonly holidays: string;
}
