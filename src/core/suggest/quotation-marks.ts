import type { Lexicon } from './lexicon';
import { beginsWithSpeech, tagBehindDash } from './quote-tags';

/** A stretch between quotation marks of one block. Offsets are UTF-16 units; `start` and `end` leave marks and padding out. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  /** Offset of the opening mark; of the first character where the opening mark is missing. */
  readonly open: number;
  /** Offset behind the closing mark. */
  readonly close: number;
  /** `open-ended`: its closing mark is missing; `headless`: its opening mark is. */
  readonly state: 'whole' | 'open-ended' | 'headless';
}

const pairs: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '„': '“',
  '»': '«',
  '‘': '’',
  '"': '"',
  "'": "'",
};
const blank = /[\s\u00a0\u202f\u2009]/;
const letter = /[\p{L}\p{N}]/u;
/** The longest stretch in single marks, in UTF-16 units: behind it an apostrophe is an apostrophe. */
const longestSingle = 2_000;

interface Open {
  readonly at: number;
  readonly mark: string;
  /** Offset of the last mark of the block that could close it; -1 for none. */
  readonly last: number;
  depth: number;
}

function openAt(text: string, at: number): Open {
  const mark = text[at] ?? '';
  return { at, mark, last: text.lastIndexOf(pairs[mark] ?? mark), depth: 1 };
}

/** All outermost quotations of a block, in order. Debris – a half that is missing – is told by `state`. */
export function findQuotes(text: string, lexicon: Lexicon): Quote[] {
  const quotes: Quote[] = [];
  let open: Open | null = null;
  for (let at = 0; at < text.length; at += 1) {
    if (!isMark(text[at] ?? '')) continue;
    if (open) open = goOn(text, at, open, quotes, lexicon);
    else if (opens(text, at)) open = openAt(text, at);
    else if (closesNothing(text, at, quotes)) quotes.push(headless(text, at, quotes.at(-1)?.close ?? 0));
  }
  if (open) quotes.push(...unclosed(text, open.at, lexicon));
  return quotes.flatMap((quote) => partedByDash(text, quote, lexicon));
}

/** What a mark does inside of an open quotation; gives what is open behind it. */
function goOn(text: string, at: number, open: Open, quotes: Quote[], lexicon: Lexicon): Open | null {
  const step = stepAt(text, at, open);
  if (step === 'reopen') {
    quotes.push(openEnded(text, open.at, at, lexicon));
    const mark = text[at] ?? '';
    return mark === open.mark ? { ...open, at, depth: 1 } : openAt(text, at);
  }
  open.depth += step;
  if (open.depth > 0) return open;
  quotes.push(makeQuote(text, { open: open.at, close: at + 1, start: open.at + 1, end: at, state: 'whole' }));
  return null;
}

function isMark(mark: string): boolean {
  return mark === '"' || mark === "'" || mark === '«' || mark === '»' || (mark >= '‘' && mark <= '„');
}

/** Whether a mark opens a quotation: apostrophes and signs of inches open none. */
function opens(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  if (!(mark in pairs)) return false;
  if (mark === '»') return opensInward(text, at);
  if (mark === '"') return !/\d/.test(text[at - 1] ?? ' ');
  return mark !== '‘' && mark !== "'" ? true : opensSingle(text, at) && singleCloser(text, at, mark) > at;
}

/** »So habe ich es gehört«: marks that point inward, as German has them. */
function opensInward(text: string, at: number): boolean {
  if (!letter.test(text[at + 1] ?? '') || !/^[\s\u00a0\u202f(]$/.test(text[at - 1] ?? ' ')) return false;
  const ahead = text.slice(at + 1, at + longestSingle);
  const close = ahead.search(/[«»]/);
  return ahead[close] === '«' && !blank.test(ahead[close - 1] ?? ' ');
}

/** ‘90s and rock ’n’ roll are words. */
function opensSingle(text: string, at: number): boolean {
  const next = text[at + 1] ?? ' ';
  if (!letter.test(next) && next !== '“' && next !== '"') return false;
  return /^[\s\u00a0\u202f(«“"—–-]$/.test(text[at - 1] ?? ' ') && !/^\d0s/.test(text.slice(at + 1, at + 4));
}

/** Where a quotation in single marks ends: behind punctuation for sure, else at the last mark that no word needs. */
function singleCloser(text: string, open: number, mark: string): number {
  const close = pairs[mark] ?? '’';
  const limit = Math.min(text.length, open + longestSingle);
  let candidate = -1;
  for (let at = open + 1; at < limit; at += 1) {
    if (text[at] === mark && mark !== close && opensSingle(text, at)) break;
    if (text[at] !== close || letter.test(text[at + 1] ?? ' ') || blank.test(text[at - 1] ?? ' ')) continue;
    // “the workers’ hall”: a mark behind an s may be no closing one, when another follows.
    if (!/s/.test(text[at - 1] ?? '')) return at;
    candidate = at;
  }
  return candidate;
}

type Step = -1 | 0 | 1 | 'reopen';

/** What a mark does: closes a level (-1), opens one (1), nothing (0), or a new quotation begins. */
function stepAt(text: string, at: number, open: Open): Step {
  const mark = text[at] ?? '';
  if (open.mark === '‘' || open.mark === "'")
    return mark === pairs[open.mark] && singleCloser(text, open.at, open.mark) === at ? -1 : 0;
  if (open.mark === '"') return mark === '"' ? straightStep(text, at) : 0;
  return pairedStep(text, at, open);
}

function pairedStep(text: string, at: number, open: Open): Step {
  const mark = text[at] ?? '';
  const close = pairs[open.mark] ?? '';
  if (mark === close || (open.mark === '“' && mark === '"' && !looksOpening(text, at))) return -1;
  if (mark !== open.mark) return 0;
  // A second opening mark before any closing one: a level, when the text closes both.
  if (closesTwice(text, at, close, open.last)) return 1;
  return open.mark === '“' && !looksOpening(text, at) ? -1 : 'reopen';
}

/** A straight mark that looks like an opening one: the one before it was never closed. */
function straightStep(text: string, at: number): Step {
  return looksOpening(text, at) ? 'reopen' : -1;
}

function looksOpening(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  return (blank.test(before) || before === '(') && letter.test(text[at + 1] ?? ' ');
}

function closesTwice(text: string, at: number, close: string, last: number): boolean {
  // Looked up once for the block: thousands of marks that open must not look through all of it each.
  if (at >= last) return false;
  const first = text.indexOf(close, at + 1);
  const second = first < 0 ? -1 : text.indexOf(close, first + 1);
  if (second < 0) return false;
  const next = text.indexOf(close === '»' ? '«' : '“', at + 1);
  return next < 0 || next > second || next < first;
}

function closesNothing(text: string, at: number, quotes: readonly Quote[]): boolean {
  const mark = text[at] ?? '';
  return (mark === '»' || mark === '”') && text.slice(quotes.at(-1)?.close ?? 0, at).trim().length > 0;
}

/** What stands before a closing mark that nothing opened: from the head of its sentence. */
function headless(text: string, at: number, from: number): Quote {
  const boundary = /[.!?…:][\s\u00a0\u202f]+(?=\p{Lu})/gu;
  let start = from;
  for (const match of text.slice(from, at).matchAll(boundary)) start = from + match.index + match[0].length;
  return makeQuote(text, { open: start, close: at + 1, start, end: at, state: 'headless' });
}

/** A quotation without a closing mark ends before the tag that says who speaks. */
function openEnded(text: string, open: number, limit: number, lexicon: Lexicon): Quote {
  const end = tagIn(text, open + 1, limit, lexicon) ?? limit;
  return makeQuote(text, { open, close: end, start: open + 1, end, state: 'open-ended' });
}

function tagIn(text: string, from: number, to: number, lexicon: Lexicon): number | null {
  const dashed = tagBehindDash(text, from, to, lexicon);
  // A mark of another kind may have been meant to close: « … " a déclaré …
  const comma = /[,!?…"”»][\s\u00a0\u202f]+/g;
  for (const match of text.slice(from, to).matchAll(comma)) {
    const at = from + match.index;
    if (dashed && dashed.from <= at) return dashed.from;
    if (beginsWithSpeech(text.slice(at + match[0].length, to), lexicon))
      return /[!?…]/.test(text[at] ?? '') ? at + 1 : at;
  }
  return dashed?.from ?? null;
}

/** A quotation that its block does not close; quotations behind its opening mark may still be whole. */
function unclosed(text: string, open: number, lexicon: Lexicon): Quote[] {
  const mark = text[open] ?? '';
  const again = mark === '«' || mark === '“' ? text.indexOf(mark, open + 1) : -1;
  if (again < 0) return [openEnded(text, open, text.length, lexicon)];
  const behind = findQuotes(text.slice(again), lexicon).map((quote) => moved(quote, again));
  return [openEnded(text, open, again, lexicon), ...behind];
}

/** “…, - tells Galeev. - …”: a tag between dashes inside of the marks, as translated copy has it. */
function partedByDash(text: string, quote: Quote, lexicon: Lexicon): Quote[] {
  const tag = quote.state === 'whole' ? tagBehindDash(text, quote.start, quote.end, lexicon) : null;
  if (!tag) return [quote];
  const { open, close, start, end } = quote;
  const first = makeQuote(text, { open, close: tag.from, start, end: tag.from, state: 'whole' });
  if (tag.to >= end) return [first];
  return [first, makeQuote(text, { open: tag.to, close, start: tag.to, end, state: 'whole' })];
}

function moved(quote: Quote, by: number): Quote {
  return {
    ...quote,
    start: quote.start + by,
    end: quote.end + by,
    open: quote.open + by,
    close: quote.close + by,
  };
}

/** Strips the padding between marks and words. */
function makeQuote(text: string, given: Quote): Quote {
  let { start, end } = given;
  while (start < end && blank.test(text[start] ?? '')) start += 1;
  while (end > start && blank.test(text[end - 1] ?? '')) end -= 1;
  return { ...given, start, end };
}

/** Quotations inside of a quotation: those in marks of another kind. */
export function nestedQuotes(text: string, { start, end, open }: Quote, lexicon: Lexicon): Quote[] {
  const own = text[open] ?? '';
  const inner = text.slice(start, end);
  const others = own === '"' || own === '“' ? /[‘'«]/ : own === '«' ? /[“"]/ : /[“"«]/;
  if (!others.test(inner)) return [];
  return findQuotes(inner, lexicon)
    .filter((quote) => quote.state === 'whole' && quote.end > quote.start)
    .map((quote) => moved(quote, start));
}
