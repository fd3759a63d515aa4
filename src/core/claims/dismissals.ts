import type { Article } from '#core/article/schema';
import { sha256Hex } from '#core/hash';
import type { Dismissal } from './record-schema';

/** What a suggestion of a claim is recognised by. */
export interface Suggested {
  readonly kind: Dismissal['kind'];
  readonly text: string;
  readonly blockId: string;
  /** The sentence that it stands in. */
  readonly sentence: string;
}

/** The article with a suggestion dismissed; it is remembered wherever its sentence goes. `at` is an ISO instant. */
export function dismiss(
  article: Article,
  { kind, text, blockId, sentence }: Suggested,
  { reason, by, at }: Pick<Dismissal, 'reason' | 'by' | 'at'>,
): Article {
  const dismissal: Dismissal = { kind, text, blockId, context: sha256Hex(sentence), reason, by, at };
  return { ...article, dismissals: [...article.dismissals, dismissal] };
}

/** Takes a dismissal back: the suggestion is made again. */
export function undismiss(article: Article, dismissal: Dismissal): Article {
  return { ...article, dismissals: article.dismissals.filter((one) => one !== dismissal) };
}

/** Tells whether a suggestion was dismissed: the same kind, the same words, the same sentence. */
export function dismissedIn(dismissals: readonly Dismissal[]): (suggested: Suggested) => boolean {
  const known = new Set(dismissals.map(({ kind, text, context }) => JSON.stringify([kind, text, context])));
  return ({ kind, text, sentence }) =>
    known.size > 0 && known.has(JSON.stringify([kind, text, sha256Hex(sentence)]));
}
