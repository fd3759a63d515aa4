import type { Article } from '#core/article/schema';
import { type Anchor, anchors } from '#core/claims/anchors';
import { newClaim } from '#core/claims/create';
import { giveOutcome as outcomeOn } from '#core/claims/outcomes';
import type { Scale } from '#core/claims/scale';
import type { Claim, Evidence } from '#core/claims/schema';
import { type ClaimStatus, claimStatus } from '#core/claims/status';
import { defaultScale } from '#core/claims/values';
import { randomIds } from '#core/ids';
import { desk, preferences } from './app-session';
import { changeArticle, flush, opened } from './article-session';
import { activeClaim, editorPort } from './editor-port';
import { complain } from './notices';

/** A claim as the panel and the painter see it. */
export interface ClaimView {
  readonly claim: Claim;
  readonly status: ClaimStatus;
  readonly anchor: Anchor | undefined;
}

export const newId = randomIds((bytes) => crypto.getRandomValues(bytes));
const viewsOf = new WeakMap<Article, { readonly scale: Scale; readonly views: readonly ClaimView[] }>();

let lastViews: readonly ClaimView[] = [];

/** What outcomes mean on the open desk. */
export function outcomeScale(): Scale {
  return desk.get()?.outcomeScale ?? defaultScale;
}

/** Claims in reading order; those whose words are gone come last. The same array as long as no view is another. */
export function claimViews(article: Article): readonly ClaimView[] {
  const scale = outcomeScale();
  const known = viewsOf.get(article);
  if (known?.scale === scale) return known.views;
  const where = anchors(article.body);
  const order = new Map([...where.keys()].map((id, index) => [id, index]));
  const place = (claim: Claim): number => order.get(claim.id) ?? Number.MAX_SAFE_INTEGER;
  const views = article.claims
    .map((claim) => viewOf(claim, where.get(claim.id), scale))
    .sort((a, b) => place(a.claim) - place(b.claim));
  // Whoever looks at claims need not look again when words changed elsewhere.
  const isSame = views.length === lastViews.length && views.every((view, at) => view === lastViews[at]);
  if (!isSame) lastViews = views;
  viewsOf.set(article, { scale, views: lastViews });
  return lastViews;
}

interface KnownView {
  readonly scale: Scale;
  readonly view: ClaimView;
}
const viewOfClaim = new WeakMap<Claim, KnownView>();

/** The same object as long as the claim and its words are the same: a status costs a hash, a card is drawn anew. */
function viewOf(claim: Claim, anchor: Anchor | undefined, scale: Scale): ClaimView {
  const known = viewOfClaim.get(claim);
  if (known?.scale === scale && known.view.anchor === anchor) return known.view;
  const view = { claim, anchor, status: claimStatus(claim, anchor, scale) };
  viewOfClaim.set(claim, { scale, view });
  return view;
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

export function setNote(id: string, note: string): void {
  changeClaim(id, (claim) => (claim.note === note ? claim : { ...claim, note }));
}

export function setEvidence(id: string, evidence: readonly Evidence[]): void {
  changeClaim(id, (claim) => ({ ...claim, evidence: [...evidence] }));
}

/** Gives an outcome on the words that stand under the claim at this moment. */
export async function giveOutcome(id: string, value: string): Promise<void> {
  // The editor's newest words first: an outcome must never be bound to text that is a moment old.
  await flush();
  const article = opened.get()?.article;
  const view = article && claimViews(article).find(({ claim }) => claim.id === id);
  const anchor = view?.anchor;
  if (!anchor || view.status === 'detached') return;
  const given = { check: 'true', value, reason: view.claim.note, by: preferences.get().name } as const;
  const changed = outcomeOn(view.claim, anchor, { ...given, at: new Date().toISOString() }, outcomeScale());
  if (changed.ok) changeClaim(id, () => changed.value);
  else complain(changed);
}

/** Makes the next or previous claim in reading order the active one, around the end. */
export function stepClaim(step: 1 | -1): void {
  const article = opened.get()?.article;
  const ids = article ? claimViews(article).flatMap((view) => (view.anchor ? [view.claim.id] : [])) : [];
  if (ids.length === 0) return;
  const at = ids.indexOf(activeClaim.get() ?? '');
  const start = at === -1 && step === -1 ? 0 : at;
  const next = ids[(start + step + ids.length) % ids.length];
  if (next === undefined) return;
  activeClaim.set(next);
  editorPort.get()?.revealClaim(next);
}
