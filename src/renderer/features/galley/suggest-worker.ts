import { suggestClaims } from '#core/suggest/suggest';
import type { ArticleLike } from '#core/suggest/types';

/** Reads the article away from the window: a long one must not hold up a key. */
self.onmessage = ({ data }: MessageEvent<ArticleLike>): void => {
  self.postMessage(suggestClaims(data));
};
