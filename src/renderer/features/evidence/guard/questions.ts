import { evidenceView } from '#core/claims/evidence-files';
import type { Claim, Evidence, EvidenceFile } from '#core/claims/schema';
import { scanQuotations } from '#core/language/quotations';

/** Words to be found in a source. */
export interface GuardQuestion {
  /** Whose words they are: the copy's, or those that were noted with the source. */
  readonly subject: 'copy' | 'noted';
  /** Null: the copy has a translation, and the words as they were spoken are not known. */
  readonly words: string | null;
  readonly against: GuardSource;
}

export type GuardSource =
  | { readonly type: 'file'; readonly file: EvidenceFile }
  /** A passage, or the words that were noted from a page, a picture, a recording or a person. */
  | { readonly type: 'words'; readonly text: string };

/**
 * What the quote guard has to ask of a source: whether it says what the copy quotes, and whether the words that were
 * noted with it are its own. `anchorText`: the words of the copy under the claim. Nothing where nothing is quoted, or
 * where there is nothing to compare with.
 */
export function guardQuestions(
  claim: Pick<Claim, 'kind' | 'quotation'>,
  { source, quote }: Pick<Evidence, 'source' | 'quote'>,
  anchorText: string,
): GuardQuestion[] {
  const full = fullText(source);
  const noted = quote.trim() === '' ? null : ({ type: 'words', text: quote } as const);
  const against = full ?? noted;
  if (against === null) return [];
  const questions: GuardQuestion[] = [];
  if (isQuoting(claim, anchorText))
    questions.push({ subject: 'copy', words: quotedWords(claim, anchorText), against });
  if (full && noted) questions.push({ subject: 'noted', words: quote, against: full });
  return questions;
}

function fullText(source: Evidence['source']): GuardSource | null {
  if (source.type === 'passage')
    return source.text.trim() === '' ? null : { type: 'words', text: source.text };
  if (source.type !== 'file') return null;
  const view = evidenceView(source.extension);
  return view === 'pdf' || view === 'text' ? { type: 'file', file: source } : null;
}

function isQuoting({ kind }: Pick<Claim, 'kind'>, anchorText: string): boolean {
  return kind === 'quotation' || scanQuotations(anchorText).quotations.length > 0;
}

/** What was said, as the copy has it; what the writer put between two parts of it shows as a cut. */
function quotedWords({ quotation }: Pick<Claim, 'quotation'>, anchorText: string): string | null {
  if (quotation?.translated) return quotation.original?.text.trim() || null;
  const parts = scanQuotations(anchorText).quotations.map(({ text }) => text);
  return parts.length > 0 ? parts.join(' […] ') : anchorText;
}
