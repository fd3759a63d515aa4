import type { Language } from '#core/article/schema';
import { fold, wordsOf } from './words';

/** A stretch between quotation marks; offsets are UTF-16 units, marks included. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  /** What stands between the marks, trimmed. */
  readonly text: string;
}

export interface QuotationScan {
  readonly quotations: readonly Quotation[];
  /** Offset of a mark that opens what is never closed; null when all are. */
  readonly unclosed: number | null;
  /** Offset of a mark that closes what was never opened. */
  readonly unopened: number | null;
}

const closers: Readonly<Record<string, string>> = { '«': '»', '“': '”', '„': '“', '"': '"' };
const closing = new Set(['»', '”']);

interface Open {
  readonly at: number;
  readonly mark: string;
  readonly close: string;
  depth: number;
}

/** All outermost quotations of one block. Apostrophes are no quotation marks; a mark of inches is none either. */
export function scanQuotations(text: string): QuotationScan {
  const quotations: Quotation[] = [];
  let unopened: number | null = null;
  let open: Open | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (open) {
      if (!closesNow(open, mark)) continue;
      quotations.push({ start: open.at, end: at + 1, text: text.slice(open.at + 1, at).trim() });
      open = null;
      continue;
    }
    const close = closerAt(text, at);
    if (close) open = { at, mark, close, depth: 1 };
    else if (closing.has(mark)) unopened ??= at;
  }
  return { quotations, unclosed: open?.at ?? null, unopened };
}

/** The mark that will close what opens here; a straight mark behind a figure means inches and opens nothing. */
function closerAt(text: string, at: number): string | undefined {
  const mark = text[at] ?? '';
  return mark === '"' && /\d/.test(text[at - 1] ?? '') ? undefined : closers[mark];
}

/** Counts marks of the same kind inside a quotation; true when this one ends it. */
function closesNow(open: Open, mark: string): boolean {
  if (mark === open.close) open.depth -= 1;
  else if (mark === open.mark) open.depth += 1;
  return open.depth === 0;
}

const speech: Readonly<Record<Language, RegExp>> = { fr: speechPattern('fr'), en: speechPattern('en') };

function speechPattern(language: Language): RegExp {
  const { speech: stems, attribution } = wordsOf[language];
  const literal = (word: string): string => fold(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const verbs = stems
    .filter((stem) => stem.length > 2)
    .map(literal)
    .join('|');
  return new RegExp(
    `(?:^|[^\\p{L}])(?:(?:${verbs})\\p{L}{0,8}|${attribution.map(literal).join('|')})(?=$|[^\\p{L}])`,
    'u',
  );
}

/** Whether words name somebody as speaking: a verb of speech or an attribution occurs in them. */
export function hasAttribution(text: string, language: Language): boolean {
  return speech[language].test(fold(text));
}

/** The text with its quotations taken out: what the writer says, not what the speaker said. */
export function outsideQuotations(text: string, quotations: readonly Quotation[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of quotations) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return rest + text.slice(at);
}
