import type { Block } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { fold } from '#core/language/words';

/** One block of the copy as the rules see it. */
export interface Line {
  readonly block: Block;
  /** To the letter. */
  readonly text: string;
  /** Without case, accents, curly apostrophes and decoration at the edges: what patterns are matched against. */
  readonly folded: string;
}

export function lineOf(block: Block): Line {
  const text = bodyText([block], '\n');
  const folded = fold(text).replace(/^[\s*•▶►→➡👉»›>|=_~-]+(?=\S)|[\s*_|]+$/gu, '');
  return { block, text, folded: folded || fold(text) };
}
