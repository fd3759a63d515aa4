import type { Article } from '#core/article/schema';
import { newClaim } from '#core/claims/create';
import { type CheckedClaim, checkedClaims } from '#core/claims/progress';
import type { Scale } from '#core/claims/scale';
import type { Claim } from '#core/claims/schema';
import { defaultScale } from '#core/claims/values';
import { randomIds } from '#core/ids';
import { desk, preferences } from './app-session';
import { changeArticle, opened } from './article-session';
import { activeClaim, editorPort } from './editor-port';

export const newId = randomIds((bytes) => crypto.getRandomValues(bytes));
const known = new WeakMap<Article, { readonly scale: Scale; readonly claims: readonly CheckedClaim[] }>();

let last: readonly CheckedClaim[] = [];

/** What outcomes mean on the open desk. */
export function outcomeScale(): Scale {
  return desk.get()?.outcomeScale ?? defaultScale;
}

/**
 * Claims in reading order and where each stands; worked out once for each state of the article. The same array as long
 * as nothing in it is another: whoever looks at claims need not look again when words changed elsewhere.
 */
export function claimsOf(article: Article): readonly CheckedClaim[] {
  const scale = outcomeScale();
  const before = known.get(article);
  if (before?.scale === scale) return before.claims;
  const claims = checkedClaims(article, scale);
  const isSame = claims.length === last.length && claims.every((claim, at) => claim === last[at]);
  if (!isSame) last = claims;
  known.set(article, { scale, claims: last });
  return last;
}

/** Makes a claim of the selected words; false when none are selected. */
export function createClaim(): boolean {
  const id = newId();
  const text = editorPort.get()?.markClaim(id);
  if (text === undefined || text === null) return false;
  const claim = newClaim({
    id,
    text,
    kind: 'other',
    at: new Date().toISOString(),
    by: preferences.get().name,
  });
  changeArticle((article) => ({ ...article, claims: [...article.claims, claim] }));
  activeClaim.set(id);
  return true;
}

/** Removes a claim with its record. The text stays as it is. Gives the removed record, to undo it. */
export function removeClaim(id: string): void {
  editorPort.get()?.unmarkClaim(id);
  changeArticle((article) => ({ ...article, claims: article.claims.filter((claim) => claim.id !== id) }));
  if (activeClaim.get() === id) activeClaim.set(null);
}

/** Changes one claim's record; what did not change keeps its identity. */
export function changeClaim(id: string, change: (claim: Claim) => Claim): void {
  changeArticle((article) => ({
    ...article,
    claims: article.claims.map((claim) => (claim.id === id ? change(claim) : claim)),
  }));
}

/** Makes the next or previous claim in reading order the active one, around the end. */
export function stepClaim(step: 1 | -1): void {
  const article = opened.get()?.article;
  const ids = article ? claimsOf(article).flatMap((view) => (view.anchor ? [view.claim.id] : [])) : [];
  if (ids.length === 0) return;
  const at = ids.indexOf(activeClaim.get() ?? '');
  const start = at === -1 && step === -1 ? 0 : at;
  const next = ids[(start + step + ids.length) % ids.length];
  if (next === undefined) return;
  activeClaim.set(next);
  editorPort.get()?.revealClaim(next);
}
