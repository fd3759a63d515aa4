/** A stretch between quotation marks of one block. Offsets are UTF-16 units; `start` and `end` leave marks and padding out. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  /** Offset of the opening mark; of the first character where the quotation goes on from the block before. */
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
  '‘': '’',
  '"': '"',
  "'": "'",
};
const blank = /[\s\u00a0\u202f\u2009]/;
const letter = /[\p{L}\p{N}]/u;

interface Open {
  readonly at: number;
  readonly mark: string;
}

/** All outermost quotations of a block, in order. Debris – a half that is missing – is told by `state`. */
export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  let open: Open | null = null;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (!isMark(mark)) continue;
    if (!open) {
      if (opens(text, at)) {
        open = { at, mark };
        depth = 1;
      } else if (isCloser(text, at, quotes)) quotes.push(headless(text, at, quotes.at(-1)?.close ?? 0));
      continue;
    }
    const step = stepAt(text, at, open);
    if (step === 'reopen') {
      quotes.push(openEnded(text, open.at, at));
      open = { at, mark };
      depth = 1;
    } else depth += step;
    if (depth > 0) continue;
    quotes.push(makeQuote(text, open.at, at + 1, open.at + 1, at, 'whole'));
    open = null;
  }
  if (open) quotes.push(...unclosed(text, open));
  return quotes;
}

function isMark(mark: string): boolean {
  return mark === '"' || mark === "'" || mark === '«' || mark === '»' || (mark >= '‘' && mark <= '„');
}

/** Whether a mark opens a quotation: apostrophes and signs of inches open none. */
function opens(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  if (!(mark in pairs)) return false;
  const before = text[at - 1] ?? ' ';
  const next = text[at + 1] ?? ' ';
  if (mark === '"') return !/\d/.test(before) || blank.test(before);
  if (mark !== '‘' && mark !== "'") return true;
  if (letter.test(before) || !letter.test(next)) return false;
  // ‘90s, ’tis and 'em are words.
  if (/\d0s/.test(text.slice(at + 1, at + 4))) return false;
  return /^(?:$|[\s\u00a0\u202f(«“"—–-])/.test(before) && singleCloser(text, at, mark) > at;
}

/** Where a quotation in single marks ends: behind punctuation for sure, else at the last mark that no word needs. */
function singleCloser(text: string, open: number, mark: string): number {
  const close = pairs[mark] ?? '’';
  let candidate = -1;
  const limit = Math.min(text.length, open + 2000);
  for (let at = open + 1; at < limit; at += 1) {
    if (text[at] === mark && mark !== close && opensSingle(text, at)) break;
    if (text[at] !== close || letter.test(text[at + 1] ?? ' ')) continue;
    if (/[,.!?…]/.test(text[at - 1] ?? '')) return at;
    if (blank.test(text[at - 1] ?? ' ')) continue;
    if (candidate < 0 || /s/.test(text[candidate - 1] ?? '')) candidate = at;
    if (!/s/.test(text[at - 1] ?? '')) return at;
  }
  return candidate;
}

function opensSingle(text: string, at: number): boolean {
  return /^[\s\u00a0\u202f(]$/.test(text[at - 1] ?? ' ') && letter.test(text[at + 1] ?? '');
}

/** What a mark does inside of an open quotation: closes a level (-1), opens one (1), nothing (0), or a new one begins. */
function stepAt(text: string, at: number, open: Open): -1 | 0 | 1 | 'reopen' {
  const mark = text[at] ?? '';
  const close = pairs[open.mark];
  if (open.mark === '‘' || open.mark === "'")
    return mark === close && singleCloser(text, open.at, open.mark) === at ? -1 : 0;
  if (open.mark === '"') return mark === '"' ? straightStep(text, at) : 0;
  if (mark === close || (open.mark === '“' && mark === '"' && !looksOpening(text, at))) return -1;
  if (mark !== open.mark) return 0;
  // A second opening mark before any closing one: a level, when the text closes both.
  return closesTwice(text, at, close ?? '')
    ? 1
    : open.mark === '“' && !looksOpening(text, at)
      ? -1
      : 'reopen';
}

/** A straight mark that looks like an opening one, when another follows to close it: the one before was never closed. */
function straightStep(text: string, at: number): -1 | 'reopen' {
  if (!looksOpening(text, at)) return -1;
  return blank.test(text[at + 1] ?? ' ') ? -1 : 'reopen';
}

function looksOpening(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  return (blank.test(before) || before === '(') && letter.test(text[at + 1] ?? ' ');
}

function closesTwice(text: string, at: number, close: string): boolean {
  const first = text.indexOf(close, at + 1);
  if (first < 0) return false;
  const second = text.indexOf(close, first + 1);
  const next = text.indexOf(close === '»' ? '«' : '“', at + 1);
  return second > 0 && (next < 0 || next > second || next < first);
}

function isCloser(text: string, at: number, quotes: readonly Quote[]): boolean {
  const mark = text[at] ?? '';
  if (mark !== '»' && mark !== '”') return false;
  const from = quotes.at(-1)?.close ?? 0;
  return text.slice(from, at).trim().length > 0;
}

/** What stands before a closing mark that nothing opened: from the head of its sentence. */
function headless(text: string, at: number, from: number): Quote {
  const before = text.slice(from, at);
  const boundary = /[.!?…:][\s\u00a0\u202f]+(?=\p{Lu})/gu;
  let start = from;
  for (const match of before.matchAll(boundary)) start = from + match.index + match[0].length;
  return makeQuote(text, start, at + 1, start, at, 'headless');
}

/** A tag of speech ends what was never closed. */
const tag =
  /[,!?…][\s\u00a0\u202f]+(?=(?:a|ont|dit|said|says|he|she|they|il|elle|s['’]est|se|déclare|affirme|explique|ajoute|estime|assure|selon|according)[\s\u00a0\u202f-]|\p{L}+-t?-?(?:il|elle)|(?:\p{Lu}[\p{L}.]+\s){1,3}(?:said|says|told|added))/u;

function openEnded(text: string, open: number, limit: number): Quote {
  const inner = text.slice(open + 1, limit);
  const cut = tag.exec(inner);
  const end = cut ? open + 1 + cut.index : limit;
  return makeQuote(text, open, end, open + 1, end, 'open-ended');
}

/** A quotation that its block does not close; quotations behind its opening mark may still be whole. */
function unclosed(text: string, open: Open): Quote[] {
  const rest = text.slice(open.at + 1);
  const inner = open.mark === '«' || open.mark === '“' ? findInner(rest, open.mark) : -1;
  if (inner < 0) return [openEnded(text, open.at, text.length)];
  const from = open.at + 1 + inner;
  const behind = findQuotes(text.slice(from)).map((quote) => moved(quote, from));
  return [openEnded(text, open.at, from), ...behind];
}

function findInner(rest: string, mark: string): number {
  return rest.indexOf(mark);
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

function makeQuote(
  text: string,
  open: number,
  close: number,
  from: number,
  to: number,
  state: Quote['state'],
): Quote {
  let [start, end] = [from, to];
  while (start < end && blank.test(text[start] ?? '')) start += 1;
  while (end > start && blank.test(text[end - 1] ?? '')) end -= 1;
  return { start, end, open, close, state };
}
