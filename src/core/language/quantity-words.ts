/** What a language must bring for figures, sums and spans of time to be read. Lists are parted by blanks or commas. */
export interface QuantityWords {
  /** Number words with their value: `deux=2`. */
  readonly cardinals: string;
  /** Words that multiply what stands before them: `million=1000000`; also the short forms written onto a figure. */
  readonly scales: string;
  /** Short forms that are only read when written onto a figure: `bn=1000000000`. */
  readonly attachedScales: string;
  /** Nouns that are a number: `dizaine=10`. They stand behind an article or in the plural. */
  readonly collectives: string;
  /** Ordinals from the third up. */
  readonly ordinals: string;
  /** Endings that make a figure an ordinal. */
  readonly ordinalEndings: string;
  /** What joins number words: “vingt et un”, “two hundred and five”. */
  readonly joiners: string;
  /** Articles that may stand before a collective. */
  readonly articles: string;
  /** Vague amounts that may stand before a collective or a span of time. */
  readonly vague: string;
  /** Words between the two halves of a range, by what opens it. */
  readonly ranges: { readonly openers: string; readonly joiners: string };
  readonly percent: string;
  /** Units of measure, as phrases. Short ones are compared with their capitals. */
  readonly units: string;
  /** Names and signs of currencies behind an amount. */
  readonly currencies: string;
  /** Signs before an amount. */
  readonly currencySigns: string;
  /** Units of time with their length in days: `jour=1`. Parts of a day are 0. */
  readonly timeUnits: string;
  /** Adjectives that may stand between a number and its noun. */
  readonly adjectivesBefore: string;
  /** Words that can stand for the noun themselves: `12 injured`, `deux autres`. */
  readonly nounless: string;
  /** Plurals without the usual ending. */
  readonly plurals: string;
  /** What names its things by figures: `article 49`, `page 3`. */
  readonly numbered: string;
  /** Words after which an hour is a time of day. */
  readonly clockBefore: string;
  /** Words after which one unit of time is a span: `for a decade`. */
  readonly spanBefore: string;
}
