import type { Block } from '#core/body/schema';
import { createSuggester } from '#core/suggest/suggest';
import type { ArticleLike } from '#core/suggest/types';

/** What the window asks: `turn` comes back with the answer, so that an old answer can be told from the newest. */
export interface Request {
  readonly turn: number;
  readonly article: ArticleLike;
}

const suggest = createSuggester();
let known = new Map<string, { readonly text: string; readonly block: Block }>();

/** Blocks as they came in before, where they are the same: a message is a copy, and the rules look at identity. */
function recognised(body: readonly Block[]): Block[] {
  const next = new Map<string, { text: string; block: Block }>();
  for (const block of body) {
    const text = JSON.stringify(block);
    const before = known.get(block.id);
    next.set(block.id, { text, block: before?.text === text ? before.block : block });
  }
  known = next;
  return [...next.values()].map(({ block }) => block);
}

/** Reads the article away from the window: a long one must not hold up a key. */
self.onmessage = ({ data: { turn, article } }: MessageEvent<Request>): void => {
  self.postMessage({ turn, found: suggest({ ...article, body: recognised(article.body) }) });
};
