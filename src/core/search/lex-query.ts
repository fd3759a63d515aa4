import { fieldNamed, type QueryField } from './query-fields';

/** UTF-16 units of the query's text, end exclusive. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Text between quotation marks, or up to the next blank. `mark`: null without quotation marks. */
export interface Piece extends Place {
  readonly text: string;
  readonly mark: 'closed' | 'open' | null;
  /** A `*` follows: the last word is the beginning of one. */
  readonly star: boolean;
}

export type Lexeme =
  | ({ readonly type: 'open' | 'close' | 'minus' | 'or' } & Place)
  | ({ readonly type: 'text'; readonly piece: Piece } & Place)
  | ({
      readonly type: 'field';
      readonly name: string;
      /** Null: there is no such field. */
      readonly field: QueryField | null;
      readonly values: readonly Piece[];
    } & Place);

export interface LexedQuery {
  readonly lexemes: readonly Lexeme[];
  /** Where reading stopped because there was too much. */
  readonly tooLong: Place | null;
}

export const longestQuery = 4000;
export const mostParts = 64;
export const deepestNesting = 10;

const closingMarks: Readonly<Record<string, string>> = { '"': '"', '«': '»', '“': '”' };
const blanks = /\s+/y;
const run = /[^\s()"«»“”]+/y;
const valueRun = /[^\s()"«»“”,]+/y;
const fieldName = /([\p{L}\p{M}][\p{L}\p{M}-]*):(?!\/\/)/uy;
/** Groups of three figures that blanks part; as in texts, they are one figure. */
const groupedFigure = /[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\p{L}\p{N}])/uy;

/** Cuts a query into words, quotations, fields and signs, each with its place. */
export function lexQuery(text: string): LexedQuery {
  return new QueryLexer(text).run();
}

class QueryLexer {
  readonly #text: string;
  readonly #end: number;
  readonly #lexemes: Lexeme[] = [];
  #at = 0;
  #parts = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text.slice(0, longestQuery);
    this.#end = text.length;
  }

  run(): LexedQuery {
    for (this.#match(blanks); this.#at < this.#text.length; this.#match(blanks)) {
      const start = this.#at;
      const lexeme = this.#lexeme();
      if (lexeme === null) continue;
      if (this.#isTooMuch(lexeme)) return { lexemes: this.#lexemes, tooLong: { start, end: this.#end } };
      this.#lexemes.push(lexeme);
    }
    const tooLong = this.#end > longestQuery ? { start: longestQuery, end: this.#end } : null;
    return { lexemes: this.#lexemes, tooLong };
  }

  #isTooMuch({ type }: Lexeme): boolean {
    if (type === 'open') this.#depth += 1;
    if (type === 'close') this.#depth = Math.max(0, this.#depth - 1);
    if (type === 'text' || type === 'field') this.#parts += 1;
    return this.#depth > deepestNesting || this.#parts > mostParts;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at += match[0].length;
    return match;
  }

  /** Null: a sign that means nothing here. */
  #lexeme(): Lexeme | null {
    const start = this.#at;
    const sign = this.#text.charAt(start);
    if (sign === '(' || sign === ')') return this.#sign(sign === '(' ? 'open' : 'close');
    if (sign === '-') return this.#sign('minus');
    if (sign in closingMarks) return this.#textLexeme(this.#quotation());
    if (sign === '»' || sign === '”') return this.#skip();
    const field = this.#field();
    if (field) return field;
    if (this.#match(groupedFigure)) return this.#textLexeme(this.#pieceFrom(start));
    this.#match(run);
    const piece = this.#pieceFrom(start);
    const { text, end } = piece;
    return text === 'OR' || text === 'OU' ? { type: 'or', start, end } : this.#textLexeme(piece);
  }

  #sign(type: 'open' | 'close' | 'minus'): Lexeme {
    const start = this.#at;
    this.#at += 1;
    return { type, start, end: this.#at };
  }

  #skip(): null {
    this.#at += 1;
    return null;
  }

  #textLexeme(piece: Piece): Lexeme {
    return { type: 'text', piece, start: piece.start, end: piece.end };
  }

  #field(): Lexeme | null {
    const start = this.#at;
    const [, name] = this.#match(fieldName) ?? [];
    if (name === undefined) return null;
    const field = fieldNamed(name);
    const values = this.#values(field?.type === 'text' ? run : valueRun, field?.type !== 'text');
    if (!field && values.length === 0) {
      this.#at = start;
      return null;
    }
    return { type: 'field', name, field, values, start, end: this.#at };
  }

  #values(pattern: RegExp, several: boolean): Piece[] {
    const values: Piece[] = [];
    do {
      const piece = this.#value(pattern);
      if (piece) values.push(piece);
    } while (several && this.#comma());
    return values;
  }

  #comma(): boolean {
    if (this.#text.charAt(this.#at) !== ',') return false;
    this.#at += 1;
    return true;
  }

  #value(pattern: RegExp): Piece | null {
    if (this.#text.charAt(this.#at) in closingMarks) return this.#quotation();
    const start = this.#at;
    return this.#match(pattern) ? this.#pieceFrom(start) : null;
  }

  /** What was just read, without stars at its end. */
  #pieceFrom(start: number): Piece {
    const raw = this.#text.slice(start, this.#at);
    let length = raw.length;
    while (raw.charAt(length - 1) === '*') length -= 1;
    return { text: raw.slice(0, length), mark: null, star: length < raw.length, start, end: this.#at };
  }

  #quotation(): Piece {
    const start = this.#at;
    const closing = closingMarks[this.#text.charAt(start)] ?? '"';
    const close = this.#text.indexOf(closing, start + 1);
    const end = close === -1 ? this.#text.length : close;
    const text = this.#text.slice(start + 1, end);
    this.#at = close === -1 ? end : close + 1;
    const star = close !== -1 && this.#text.charAt(this.#at) === '*';
    if (star) this.#at += 1;
    return { text, mark: close === -1 ? 'open' : 'closed', star, start, end: this.#at };
  }
}
