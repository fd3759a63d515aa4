/** What a language must bring for speech, hedges and claims of rank, cause and comparison to be found. */
export interface StatementWords {
  /** Verbs of speech whose forms are made by rule: infinitives in French, base forms in English. */
  readonly speechVerbs: string;
  /** Forms of irregular verbs of speech, as they stand in copy. */
  readonly speechForms: string;
  /** Verbs that judge or ask, and take a quoted fragment: `qualifier`, `call`. */
  readonly judgingVerbs: string;
  readonly judgingForms: string;
  /** Phrases before the one who says so: `selon`. */
  readonly attributions: string;
  /** Phrases that hedge without naming anybody, and are an attribution as they stand. */
  readonly hedges: string;
  readonly superlatives: string;
  /** Words that make a superlative of the adjective behind them: `le plus`, `the most`. */
  readonly superlativeBefore: string;
  readonly causal: string;
  readonly comparison: string;
  /** Phrases before a name in quotation marks that nobody speaks: `intitulé`, `called`. */
  readonly titleBefore: string;
  /** Auxiliaries and adverbs that may stand between a verb of speech and who speaks. */
  readonly auxiliaries: string;
  /** Words that are no names at the beginning of a sentence and that end a noun phrase. */
  readonly functionWords: string;
  /** Kinds of writing that speak: a quotation of them has no person. */
  readonly writings: string;
}
