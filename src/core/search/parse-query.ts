import { type Lexeme, lexQuery, type Piece } from './lex-query';
import { prefixQuery } from './prefix';
import type { Query, QueryProblem, QueryProblemCode, TextField } from './query';
import { type FilterContext, filterFor } from './query-filters';
import { foldedWords, termsOf } from './terms';

export interface QueryContext {
  /** The day that words such as `today` count from, `YYYY-MM-DD`. */
  readonly today: string;
  /** Somebody is typing: the last word may be the beginning of one, and what is begun at the end is no mistake. */
  readonly typing: boolean;
}

export interface ParsedQuery {
  readonly query: Query;
  readonly problems: readonly QueryProblem[];
}

/**
 * Reads the query language of docs/search.md. Never throws: what is not understood is left out and named, in reading
 * order, with its place.
 */
export function parseQuery(text: string, { today, typing }: QueryContext): ParsedQuery {
  const { lexemes, tooLong } = lexQuery(text);
  const typedEnd = typing && tooLong === null ? text.length : -1;
  const parser = new QueryParser(lexemes, today, typedEnd);
  const query = parser.parse();
  if (tooLong) parser.report('too-long', tooLong);
  return { query, problems: parser.problems.toSorted((one, other) => one.start - other.start) };
}

class QueryParser {
  readonly problems: QueryProblem[] = [];
  readonly #lexemes: readonly Lexeme[];
  readonly #today: string;
  /** Where the caret must be; -1 when nobody types. */
  readonly #typedEnd: number;
  #at = 0;

  constructor(lexemes: readonly Lexeme[], today: string, typedEnd: number) {
    this.#lexemes = lexemes;
    this.#today = today;
    this.#typedEnd = typedEnd;
  }

  report(
    code: QueryProblemCode,
    { start, end }: { readonly start: number; readonly end: number },
    params: QueryProblem['params'] = {},
  ): void {
    this.problems.push({ code, start, end, params });
  }

  parse(): Query {
    const parts: Query[] = [];
    while (this.#at < this.#lexemes.length) {
      const part = this.#sequence();
      if (part) parts.push(part);
      const stray = this.#take('close');
      if (stray) this.report('unclosed', stray);
    }
    return joined('and', parts) ?? { type: 'all' };
  }

  /** Up to a closing bracket or the end; null: nothing was understood. */
  #sequence(): Query | null {
    const parts: Query[] = [];
    while (this.#at < this.#lexemes.length && this.#lexemes[this.#at]?.type !== 'close') {
      const part = this.#alternatives();
      if (part) parts.push(part);
    }
    return joined('and', parts);
  }

  /** `OR` binds its two neighbours, tighter than the blank between words. */
  #alternatives(): Query | null {
    const leading = this.#take('or');
    if (leading) {
      this.report('dangling', leading);
      return null;
    }
    const parts: Query[] = [];
    let or: Lexeme | null;
    do {
      const part = this.#unary();
      if (part) parts.push(part);
      or = this.#take('or');
      if (or && !this.#startsOperand()) {
        if (or.end !== this.#typedEnd) this.report('dangling', or);
        or = null;
      }
    } while (or);
    return joined('or', parts);
  }

  #startsOperand(): boolean {
    const next = this.#lexemes[this.#at];
    return next !== undefined && next.type !== 'close' && next.type !== 'or';
  }

  #unary(): Query | null {
    const minus = this.#take('minus');
    if (!minus) return this.#atom(false);
    let last = minus;
    for (let more = this.#take('minus'); more && more.start === last.end; more = this.#take('minus'))
      last = more;
    const next = this.#lexemes[this.#at];
    if (!next || next.start !== last.end || next.type === 'close' || next.type === 'or') {
      if (last.end !== this.#typedEnd) this.report('dangling', { start: minus.start, end: last.end });
      return null;
    }
    const part = this.#atom(true);
    return part && { type: 'not', part };
  }

  #atom(negated: boolean): Query | null {
    const lexeme = this.#lexemes[this.#at];
    this.#at += 1;
    if (lexeme?.type === 'open') return this.#brackets(lexeme);
    if (lexeme?.type === 'text') return this.#words(lexeme.piece, null, negated);
    if (lexeme?.type === 'field') return this.#fieldQuery(lexeme, negated);
    return null;
  }

  #brackets(open: Lexeme): Query | null {
    const inside = this.#sequence();
    if (!this.#take('close') && this.#typedEnd === -1) this.report('unclosed', open);
    return inside;
  }

  #fieldQuery(lexeme: Extract<Lexeme, { type: 'field' }>, negated: boolean): Query | null {
    const { field, name, values } = lexeme;
    const nameEnd = lexeme.start + name.length + 1;
    if (!field) {
      this.report('unknown-field', { start: lexeme.start, end: nameEnd }, { field: name });
      return null;
    }
    if (values.every(({ text }) => text.trim() === '')) {
      if (lexeme.end !== this.#typedEnd) this.report('no-value', lexeme, { field: name });
      return null;
    }
    const context: FilterContext = { name, today: this.#today, typedEnd: this.#typedEnd };
    const parts = values.map((value) => {
      this.#reportUnclosed(value);
      if (field.type === 'text') return this.#words(value, field.field, negated);
      const read = filterFor(field, value, context);
      if (read?.problem) this.problems.push(read.problem);
      return read?.filter ? ({ type: 'filter', filter: read.filter } as const) : null;
    });
    return joined(
      'or',
      parts.filter((part) => part !== null),
    );
  }

  #words(piece: Piece, field: TextField | null, negated: boolean): Query | null {
    if (field === null) this.#reportUnclosed(piece);
    if (piece.star) return prefixQuery(piece.text, field);
    const typed = !negated && piece.end === this.#typedEnd && piece.mark !== 'closed';
    if (typed && isElisionBegun(piece)) return null;
    if (typed && isWordBegun(piece.text)) return prefixQuery(piece.text, field);
    const terms = termsOf(piece.text);
    return terms.length === 0 ? null : { type: 'words', terms, prefix: false, field };
  }

  #reportUnclosed({ mark, start }: Piece): void {
    if (mark === 'open' && this.#typedEnd === -1) this.report('unclosed', { start, end: start + 1 });
  }

  #take(type: Lexeme['type']): Lexeme | null {
    const lexeme = this.#lexemes[this.#at];
    if (lexeme?.type !== type) return null;
    this.#at += 1;
    return lexeme;
  }
}

function joined(type: 'and' | 'or', parts: readonly Query[]): Query | null {
  const [first] = parts;
  if (first === undefined) return null;
  return parts.length === 1 ? first : { type, parts };
}

/** A single letter is the beginning of nearly everything, and behind a blank no word is being typed. */
function isWordBegun(text: string): boolean {
  const last = /\s$/.test(text) ? undefined : foldedWords(text).at(-1);
  return last !== undefined && [...last].length >= 2;
}

/** `l’` on its way to `l’école` looks for nothing yet. */
function isElisionBegun({ text, mark }: Piece): boolean {
  return mark === null && /^\p{L}{1,7}['’]$/u.test(text) && foldedWords(`${text}a`).join() === 'a';
}
