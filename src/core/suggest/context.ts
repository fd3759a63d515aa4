import type { Language } from '#core/article/values';
import type { TextBlock } from '#core/body/walk';
import { type Lexicon, lexicon } from './lexicon';
import { type Token, tokenize } from './tokens';
import type { Draft } from './types';

/** A number that was read, with what a sum needs to be checked. Token indexes; `to` is exclusive. */
export interface ReadQuantity {
  readonly kind: 'number' | 'money' | 'percentage' | 'duration';
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
  readonly start: number;
  readonly end: number;
}

/** One block on its way through the rules. */
export interface BlockContext {
  readonly text: string;
  readonly type: TextBlock['type'];
  readonly language: Language;
  /** The day of publication, `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  readonly lexicon: Lexicon;
  readonly tokens: readonly Token[];
  /** 1 for each token of a date or a quantity, 2 for each of a name, 0 for what nobody has taken. */
  readonly used: Uint8Array;
  readonly drafts: Draft[];
  readonly quantities: ReadQuantity[];
}

export interface BlockInput {
  readonly text: string;
  readonly type: TextBlock['type'];
  readonly language: Language;
  readonly published: string | null;
}

export function openBlock({ text, type, language, published }: BlockInput): BlockContext {
  const tokens = tokenize(text, language);
  return {
    text,
    type,
    language,
    published,
    lexicon: lexicon(language),
    tokens,
    used: new Uint8Array(tokens.length),
    drafts: [],
    quantities: [],
  };
}

/** Takes the tokens `[from, to)`: no later rule reads them as something else. */
export function take({ used }: BlockContext, from: number, to: number, as: 1 | 2 = 1): void {
  used.fill(as, from, to);
}

/** Puts down a span over the tokens `[from, to)` and takes them. */
export function put(
  context: BlockContext,
  from: number,
  to: number,
  draft: Omit<Draft, 'start' | 'end'>,
): void {
  const start = context.tokens[from]?.start ?? 0;
  const end = context.tokens[to - 1]?.end ?? start;
  context.drafts.push({ ...draft, start, end });
  take(context, from, to);
}

/** The lower form of a token, empty outside of the block. */
export function lowerAt({ tokens }: BlockContext, at: number): string {
  return tokens[at]?.lower ?? '';
}

/** Whether nothing but blanks stands between two tokens of one sentence. */
export function isNext({ tokens }: BlockContext, at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  return token !== undefined && before !== undefined && token.sentence === before.sentence;
}
