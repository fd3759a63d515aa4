import type { Language } from '#core/article/values';
import { sentences } from '#core/language/sentences';

/** A word, a figure or a single mark. Offsets are UTF-16 units in the text; `end` is exclusive. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, straight apostrophes, plain hyphens; accents stay. What word lists are compared with. */
  readonly lower: string;
  readonly kind: 'word' | 'figure' | 'mark';
  /** Whether a blank stands before it. */
  readonly gap: boolean;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
  /** Index of its sentence in the block. */
  sentence: number;
  /** Whether a capital says nothing here: it begins a sentence, a quotation or what follows a colon. */
  initial: boolean;
}

const address = String.raw`(?:https?:\/\/|www\.)\S+|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{1,60}`;
const blanks = ' \\u00a0\\u202f\\u2009';
const figure = String.raw`\d{1,3}(?:[${blanks}]\d{3})+(?!\d)(?:,\d+)?|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?`;
const dotted = String.raw`(?:\p{Lu}\.){2,}|\p{Ll}\.\p{Ll}\.(?!\p{L})`;
const word = String.raw`\p{L}[\p{L}\p{M}\p{N}]*(?:[-‐‑'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*`;
const tail = String.raw`(?<=\d)[-‐‑]\p{L}[\p{L}\p{M}]*(?:[-‐‑]\p{L}[\p{L}\p{M}]*)*`;

const pattern = (numbers: string): RegExp =>
  new RegExp(`(${address})|(${numbers})|(${dotted}|${word}|${tail})|[^\\s]`, 'gu');

const everything = pattern(figure);

/** “l’Onu”, “qu’il”: a word of its own before the next. */
const elision = /^(?:[ldjmtsncLDJMTSNC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu|[Pp]resqu)['’]/;
/** “a-t-il”, “dit-elle”: the verb, then who. */
const inversion = /-(?:t-)?(?:ils?|elles?|on|je|nous|vous|tu)$/i;
const blank = /\s/;
const possessive = /['’]s$/i;

/** A capital, also behind the article of an Arabic name: “al-Assad”. */
const capital = /^(?:\p{Lu}|(?:al|el|as|ad|ash|an|ar|at|az|ben|bin|ibn)[-‐‑]\p{Lu})/u;

export function lowered(text: string): string {
  return text.toLowerCase().replace(/[’ʼ‘]/g, "'").replace(/[‐‑]/g, '-');
}

/** All words, figures and marks of one block, in order. */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(everything)) {
    const kind = match[2] !== undefined ? 'figure' : match[3] !== undefined ? 'word' : 'mark';
    const cuts = kind === 'word' ? cutsOf(match[0], language) : [];
    let from = 0;
    for (const to of [...cuts, match[0].length]) {
      tokens.push(makeToken(text, match.index + from, match.index + to, kind));
      from = to;
    }
  }
  markSentences(tokens, text, language);
  return tokens;
}

function makeToken(text: string, start: number, end: number, kind: Token['kind']): Token {
  const part = text.slice(start, end);
  const lower = lowered(part);
  return {
    start,
    end,
    text: part,
    lower: lower.startsWith('-') && inversion.test(lower) ? lower.replace(/^-(?:t-)?/, '') : lower,
    kind,
    gap: start > 0 && blank.test(text[start - 1] ?? ''),
    capital: kind === 'word' && lower !== part && capital.test(part),
    sentence: 0,
    initial: false,
  };
}

/** Where a run of letters falls into several words, in UTF-16 units. */
function cutsOf(part: string, language: Language): number[] {
  if (language === 'en') {
    const own = possessive.exec(part);
    return own && own.index > 0 ? [own.index] : [];
  }
  const head = /^aujourd['’]hui$/i.test(part) ? 0 : (elision.exec(part)?.[0].length ?? 0);
  const behind = inversion.exec(part)?.index ?? 0;
  return [head, behind].filter((at) => at > 0 && at < part.length);
}

function markSentences(tokens: Token[], text: string, language: Language): void {
  const all = sentences(text, language);
  let at = 0;
  let isInitial = true;
  for (const [index, token] of tokens.entries()) {
    while (at < all.length - 1 && token.start >= (all[at]?.end ?? 0)) {
      at += 1;
      isInitial = true;
    }
    if (token.gap && isNewLine(text, tokens[index - 1], token)) isInitial = true;
    token.sentence = at;
    token.initial = isInitial && token.kind === 'word';
    isInitial = staysInitial(token, isInitial);
  }
}

function isNewLine(text: string, before: Token | undefined, token: Token): boolean {
  return before !== undefined && text.slice(before.end, token.start).includes('\n');
}

/** Whether the word behind a token begins something: behind marks that open, and behind an elided article that began. */
function staysInitial(token: Token, isInitial: boolean): boolean {
  if (token.kind !== 'mark') return isInitial && /^(?:l'|d'|qu'|n'|s'|c'|j')$/.test(token.lower);
  return isInitial || /[«“„"‘:•]/.test(token.text) || (token.gap && /[-–—]/.test(token.text));
}

/** Words only; joined lower forms by which phrases are compared. */
export function lowerWords(phrase: string, language: Language): string[] {
  // “en raison d’” ends with half a word: in the copy another follows.
  const isHalf = /['’]$/.test(phrase);
  const words = tokenize(isHalf ? `${phrase}a` : phrase, language).map((token) => token.lower);
  return isHalf ? words.slice(0, -1) : words;
}
