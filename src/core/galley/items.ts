import type { Article } from '#core/article/schema';
import { textBlocks } from '#core/body/walk';
import { type AnchorRange, copyText } from '#core/claims/anchors';
import { dismissedIn } from '#core/claims/dismissals';
import { type CheckedClaim, type ClaimFilter, fitsFilter } from '#core/claims/progress';
import type { Dismissal } from '#core/claims/record-schema';
import { sentenceAt } from '#core/language/sentences';
import type { Suggestion } from '#core/suggest/types';

/** What a checker walks through: claims, and the spans that are suggested as claims. */
export type GalleyItem =
  | { readonly type: 'claim'; readonly key: string; readonly view: CheckedClaim }
  | { readonly type: 'suggestion'; readonly key: string; readonly suggestion: Suggestion };

export type SuggestionItem = Extract<GalleyItem, { type: 'suggestion' }>;

/** Claims (as `checkedClaims` gives them) and suggestions in reading order; claims whose words are gone come last. */
export function galleyItems(
  article: Article,
  suggestions: readonly Suggestion[],
  claims: readonly CheckedClaim[],
): readonly GalleyItem[] {
  const order = new Map([...textBlocks(article.body)].map(({ id }, index) => [id, index]));
  const fresh = undecided(article, suggestions, claims);
  const items: GalleyItem[] = [
    ...claims.map((view): GalleyItem => ({ type: 'claim', key: `claim:${view.claim.id}`, view })),
    ...fresh.map((one): GalleyItem => ({ type: 'suggestion', key: suggestionKey(one), suggestion: one })),
  ];
  const last = Number.MAX_SAFE_INTEGER;
  const places = new Map(
    items.map((item) => {
      const stretch = stretchesOf(item)[0];
      return [item, stretch ? [order.get(stretch.blockId) ?? last, stretch.start, -stretch.end] : [last]];
    }),
  );
  return items.sort((one, other) => compare(places.get(one) ?? [], places.get(other) ?? []));
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function suggestionKey({ blockId, kind, start, end }: Suggestion): string {
  return `suggestion:${blockId}:${kind}:${start}-${end}`;
}

/** Where an item stands in the copy; nowhere when the words of a claim are gone. */
export function stretchesOf(item: GalleyItem): readonly AnchorRange[] {
  return item.type === 'claim' ? (item.view.anchor?.ranges ?? []) : [item.suggestion];
}

/** The words of an item as they stand in the copy. */
export function wordsOf(item: GalleyItem): string {
  return item.type === 'claim' ? (item.view.anchor?.text ?? item.view.claim.text) : item.suggestion.text;
}

/** Suggestions that nobody has taken, covered by a claim of their own, or dismissed. */
function undecided(
  article: Article,
  suggestions: readonly Suggestion[],
  claims: readonly CheckedClaim[],
): Suggestion[] {
  const taken = new Map<string, { readonly kind: string; readonly start: number; readonly end: number }[]>();
  for (const { claim, anchor } of claims) {
    for (const { blockId, start, end } of anchor?.ranges ?? []) {
      const list = taken.get(blockId) ?? [];
      taken.set(blockId, list);
      list.push({ kind: claim.kind, start, end });
    }
  }
  const isTaken = ({ blockId, kind, start, end }: Suggestion): boolean =>
    taken.get(blockId)?.some((one) => {
      const isSame = one.start === start && one.end === end;
      const overlaps = one.start < end && one.end > start;
      return (
        isSame ||
        (overlaps && (one.kind === kind || (one.start <= start && one.end >= end && one.kind === 'other')))
      );
    }) ?? false;
  const isDismissed = dismissedIn(article.dismissals);
  const sentence = sentenceFinder(article);
  return suggestions.filter(
    (one) =>
      !isTaken(one) && !(article.dismissals.length > 0 && isDismissed({ ...one, sentence: sentence(one) })),
  );
}

/** Finds the sentence that a stretch of the copy begins in. */
export function sentenceFinder({ body, metadata }: Article): (stretch: AnchorRange) => string {
  const lines = new Map([...textBlocks(body)].map(({ id, content }) => [id, content]));
  const texts = new Map<string, string>();
  return ({ blockId, start }) => {
    const text = texts.get(blockId) ?? copyText(lines.get(blockId) ?? []);
    texts.set(blockId, text);
    return sentenceAt(text, start, metadata.language).text;
  };
}

export const galleyOrders = ['reading', 'worth'] as const;
export type GalleyOrder = (typeof galleyOrders)[number];

/** Claims first, which somebody chose, then suggestions by what a checker looks at first; reading order where equal. */
export function byWorth(items: readonly GalleyItem[]): GalleyItem[] {
  const worth = (item: GalleyItem): number => (item.type === 'claim' ? 101 : item.suggestion.worth);
  return [...items].sort((one, other) => worth(other) - worth(one));
}

/** What the galley shows: as claims are filtered, and suggestions among what is open. */
export function fitsGalley(item: GalleyItem, filter: ClaimFilter): boolean {
  if (item.type === 'claim') return fitsFilter(item.view, filter);
  const { status, kind, assignee, risk } = filter;
  const isOpen = status === undefined || status === 'open' || status === 'unsettled';
  const fitsKind = kind === undefined || item.suggestion.kind === kind;
  return isOpen && fitsKind && !assignee && (risk === undefined || risk === 'normal');
}

/** Dismissals, newest first, for the list that takes them back. */
export function dismissalsOf({ dismissals }: Pick<Article, 'dismissals'>): readonly Dismissal[] {
  return dismissals.toReversed();
}
