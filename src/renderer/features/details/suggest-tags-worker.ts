import type { Language } from '#core/article/values';
import type { TextBlock } from '#core/body/walk';
import type { Tag } from '#core/desk/schema';
import { suggestTags } from '#core/vocabulary/suggest-tags';

/** What the window asks: `turn` comes back with the answer. `tags` comes only when the vocabulary is another. */
export interface TagRequest {
  readonly turn: number;
  readonly lines: readonly TextBlock[];
  readonly language: Language;
  readonly without: readonly string[];
  readonly tags?: readonly Tag[];
}

let known: readonly Tag[] = [];

/** Reads the article away from the window: a long one must not hold up a key. */
self.onmessage = ({ data }: MessageEvent<TagRequest>): void => {
  const { turn, lines, language, without, tags } = data;
  if (tags) known = tags;
  self.postMessage({ turn, found: suggestTags(lines, known, { language, without }) });
};
