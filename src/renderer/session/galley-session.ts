import type { Article } from '#core/article/schema';
import type { Body } from '#core/body/schema';
import { anchorClaim, replaceBound } from '#core/claims/anchors';
import { newClaim, newEvidence } from '#core/claims/create';
import { dismiss, undismiss } from '#core/claims/dismissals';
import { giveOutcome } from '#core/claims/outcomes';
import type { ClaimFilter } from '#core/claims/progress';
import type { Dismissal } from '#core/claims/record-schema';
import { scaleEntry } from '#core/claims/scale';
import type { Claim, Source } from '#core/claims/schema';
import { addressIn, localDay, webSource } from '#core/claims/source-from-text';
import type { CheckName } from '#core/claims/values';
import { failure } from '#core/failure';
import { copyOfLine, type EdgeMove, moveEdge, reanchor, type Span, splitSpan } from '#core/galley/edges';
import {
  byWorth,
  fitsGalley,
  type GalleyItem,
  type GalleyOrder,
  galleyItems,
  sentenceFinder,
  stretchesOf,
} from '#core/galley/items';
import type { Suggestion } from '#core/suggest/types';
import { preferences } from './app-session';
import { changeArticle, flush, opened } from './article-session';
import { changeClaim, claimsOf, newId, outcomeScale } from './claim-session';
import { activeClaim, editorPort } from './editor-port';
import { complain, tell } from './notices';
import { createStore } from './store';

/** Writing, or walking the galley: the same text, other hands on it. */
export const isChecking = createStore(false);
/** What the rules find in the open article; null while they have not looked at it. */
export const suggestions = createStore<readonly Suggestion[] | null>(null);
export const galleyFilter = createStore<ClaimFilter>({});
export const galleyOrder = createStore<GalleyOrder>('reading');
/** The key of the suggestion that the checker stands on; null when it is a claim, or nothing. */
export const activeSuggested = createStore<string | null>(null);

/** The key of the item under the checker's hand: in the galley where the walk is, in writing where the caret is. */
export function activeKey(): string | null {
  const claim = activeClaim.get();
  return activeSuggested.get() ?? (claim === null ? null : `claim:${claim}`);
}

/** An outcome that still lacks its grounds, or the words that it wants instead. */
export interface Decision {
  readonly claim: string;
  readonly value: string;
  readonly check: CheckName;
  readonly needsChange: boolean;
}
export const decision = createStore<Decision | null>(null);
/** The suggestion that is being dismissed, until its reason is given. */
export const dismissing = createStore<string | null>(null);

let known: {
  readonly article: Article;
  readonly found: readonly Suggestion[] | null;
  readonly items: readonly GalleyItem[];
} | null = null;

/** Everything there is to walk through, in reading order; worked out once for each state of the article. */
export function itemsOf(article: Article): readonly GalleyItem[] {
  const found = suggestions.get();
  if (known?.article !== article || known.found !== found)
    known = { article, found, items: galleyItems(article, found ?? [], claimsOf(article)) };
  return known.items;
}

export function shownItems(article: Article): readonly GalleyItem[] {
  const filter = galleyFilter.get();
  const items = itemsOf(article).filter((item) => fitsGalley(item, filter));
  return galleyOrder.get() === 'worth' ? byWorth(items) : items;
}

export function itemByKey(key: string | null): GalleyItem | null {
  const article = opened.get()?.article;
  return (article && key !== null && itemsOf(article).find((item) => item.key === key)) || null;
}

/** Stands on an item: in the text, in the panel, and in view. */
export function standOn(item: GalleyItem | null): void {
  decision.set(null);
  dismissing.set(null);
  activeSuggested.set(item?.type === 'suggestion' ? item.key : null);
  activeClaim.set(item?.type === 'claim' ? item.view.claim.id : null);
  const stretch = item && stretchesOf(item)[0];
  if (stretch) editorPort.get()?.revealStretch(stretch);
}

/** The next or previous item that the filter shows, around the end. */
export function stepItem(step: 1 | -1): void {
  const article = opened.get()?.article;
  const items = article ? shownItems(article) : [];
  if (items.length === 0) return;
  const at = items.findIndex(({ key }) => key === activeKey());
  const from = at === -1 ? (step === 1 ? -1 : 0) : at;
  standOn(items[(from + step + items.length) % items.length] ?? null);
}

/** Where the walk goes on when the item under it may be filtered away by what is done now. */
function following(): () => void {
  const article = opened.get()?.article;
  const items = article ? shownItems(article) : [];
  const at = items.findIndex(({ key }) => key === activeKey());
  const next = at === -1 ? undefined : items[at + 1];
  return () => {
    if (next) standOn(itemByKey(next.key));
    editorPort.get()?.focus();
  };
}

function changeBody(change: (body: Body) => Body): void {
  editorPort.get()?.applyBody(change);
}

/** Makes a claim of the active item, if it is not one yet. Gives the claim's id; null when nothing is active. */
export function acceptItem(): string | null {
  const item = itemByKey(activeKey());
  if (!item) return null;
  if (item.type === 'claim') return item.view.claim.id;
  const id = newId();
  changeBody((body) => anchorClaim(body, id, [item.suggestion]));
  const claim = claimFrom(item.suggestion, id);
  changeArticle((article) => ({ ...article, claims: [...article.claims, claim] }));
  standOn(itemByKey(`claim:${id}`));
  return id;
}

function claimFrom({ kind, text, speaker }: Suggestion, id: string): Claim {
  const claim = newClaim({ id, text, kind, at: new Date().toISOString(), by: preferences.get().name });
  if (kind !== 'quotation') return claim;
  const quotation = { speaker: speaker ?? '', said: null, original: null, translated: false };
  return { ...claim, assertedBy: speaker ?? '', quotation };
}

function claimById(id: string): Claim | undefined {
  return opened.get()?.article.claims.find((claim) => claim.id === id);
}

/** Begins an outcome on the active item; it is given at once when it has all that it needs. */
export async function decide(value: string, wanted?: CheckName): Promise<void> {
  const entry = scaleEntry(outcomeScale(), value);
  if (!entry) {
    complain(failure('claim.unknown-outcome', { value }));
    return;
  }
  const next = following();
  const id = acceptItem();
  const claim = id === null ? undefined : claimById(id);
  if (!claim) return;
  const check = wanted ?? nextCheck(claim.id);
  const needsChange = entry.withChange === true;
  if (needsChange || claim.evidence.length === 0) {
    decision.set({ claim: claim.id, value, check, needsChange });
    return;
  }
  if (await settle(claim.id, { value, check, reason: '', suggested: null })) next();
}

/** The first check that is not settled; `true` when all are. */
function nextCheck(id: string): CheckName {
  const item = itemByKey(`claim:${id}`);
  const checks = item?.type === 'claim' ? item.view.state.checks : [];
  return checks.find(({ status }) => status !== 'checked' && status !== 'excluded')?.check ?? 'true';
}

export interface Grounds {
  readonly value: string;
  readonly check: CheckName;
  readonly reason: string;
  readonly suggested: string | null;
}

/** Gives the outcome that is being decided, and walks on. An address for a reason is a source. */
export async function settleDecision(claim: string, grounds: Grounds): Promise<void> {
  const next = following();
  const url = addressIn(grounds.reason);
  if (url !== null) addSource(claim, webSource(url, localDay(new Date())));
  if (!(await settle(claim, url !== null ? { ...grounds, reason: '' } : grounds))) return;
  decision.set(null);
  next();
}

/** A source that somebody has named this moment. */
function addSource(claim: string, source: Source): void {
  const added = { id: newId(), at: new Date().toISOString(), by: preferences.get().name };
  changeClaim(claim, (one) => ({ ...one, evidence: [...one.evidence, newEvidence(source, added)] }));
}

async function settle(id: string, { value, check, reason, suggested }: Grounds): Promise<boolean> {
  // The editor's newest words first: an outcome must never be bound to text that is a moment old.
  await flush();
  const item = itemByKey(`claim:${id}`);
  if (item?.type !== 'claim') return false;
  const given = { check, value, reason, suggested, by: preferences.get().name, at: new Date().toISOString() };
  const changed = giveOutcome(item.view.claim, item.view.anchor, given, outcomeScale());
  if (!changed.ok) {
    complain(changed);
    return false;
  }
  changeClaim(id, () => changed.value);
  return true;
}

/** Puts the words of the last “confirmed with change” into the copy, as one step of undo. */
export function applyChange(): void {
  const item = itemByKey(activeKey());
  if (item?.type !== 'claim') return;
  const words = item.view.state.checks.find(({ change }) => change !== null)?.change;
  if (words === undefined || words === null) {
    tell('galley.nothing-to-apply');
    return;
  }
  let isDone = false;
  changeBody((body) => {
    const changed = replaceBound(body, item.view.claim.id, words);
    isDone = changed !== null;
    return changed ?? body;
  });
  if (!isDone) tell('galley.apply-by-hand');
}

/** Dismisses a suggestion with a reason, for good in this article, and walks on. */
export function dismissItem(key: string, reason: string): void {
  const item = itemByKey(key);
  const article = opened.get()?.article;
  if (item?.type !== 'suggestion' || !article) return;
  const next = following();
  const sentence = sentenceFinder(article)(item.suggestion);
  const said = { reason: reason.trim(), by: preferences.get().name, at: new Date().toISOString() };
  changeArticle((current) => dismiss(current, { ...item.suggestion, sentence }, said));
  next();
}

export function takeBackDismissal(dismissal: Dismissal): void {
  changeArticle((article) => undismiss(article, dismissal));
}

/** Moves one end of the active item; a suggestion becomes a claim by that. */
export function moveActiveEdge(move: EdgeMove): void {
  const id = acceptItem();
  const found = id === null ? null : soleSpan(id);
  if (id === null || !found) return;
  const moved = moveEdge(found.text, found.span, move);
  if (moved) changeBody((body) => reanchor(body, id, [{ blockId: found.blockId, ...moved }]));
}

/** The one stretch that a claim stands on; a claim over several lines is adjusted by marking it anew. */
function soleSpan(id: string): { blockId: string; span: Span; text: string } | null {
  const item = itemByKey(`claim:${id}`);
  const body = opened.get()?.article.body;
  const [range, ...others] = item ? stretchesOf(item) : [];
  if (!range || !body || others.length > 0) return null;
  return { blockId: range.blockId, span: range, text: copyOfLine(body, range.blockId) };
}

/** Parts the active item in two claims: the first keeps the record, the second starts empty. */
export function splitActive(): void {
  const id = acceptItem();
  const found = id === null ? null : soleSpan(id);
  const parts = found && splitSpan(found.text, found.span);
  const claim = id === null ? undefined : claimById(id);
  if (id === null || !found || !parts || !claim) {
    tell('galley.one-word');
    return;
  }
  const [first, second] = parts.map((part) => ({ blockId: found.blockId, start: part.start, end: part.end }));
  if (!first || !second) return;
  const other = newId();
  changeBody((body) => anchorClaim(reanchor(body, id, [first]), other, [second]));
  const text = found.text.slice(second.start, second.end);
  const made = {
    id: other,
    text,
    kind: claim.kind,
    at: new Date().toISOString(),
    by: preferences.get().name,
  };
  const record: Claim = { ...newClaim(made), quotation: claim.quotation, assertedBy: claim.assertedBy };
  changeArticle((article) => ({ ...article, claims: [...article.claims, record] }));
  standOn(itemByKey(`claim:${id}`));
}

/**
 * Joins the active item with the next one of its line. A claim that already has sources or outcomes is not swallowed:
 * its record would have no words any more.
 */
export function mergeActive(): void {
  const article = opened.get()?.article;
  const id = acceptItem();
  const found = id === null ? null : soleSpan(id);
  if (!article || id === null || !found) return;
  const next = itemsOf(opened.get()?.article ?? article).find((item) => {
    const [range] = stretchesOf(item);
    return item.key !== `claim:${id}` && range?.blockId === found.blockId && range.start >= found.span.start;
  });
  const range = next && stretchesOf(next)[0];
  if (!next || !range) {
    tell('galley.nothing-to-merge');
    return;
  }
  const other = next.type === 'claim' ? next.view.claim : null;
  if (other && (other.outcomes.length > 0 || other.evidence.length > 0 || other.note !== '')) {
    tell('galley.has-record');
    return;
  }
  const joined = {
    blockId: found.blockId,
    start: found.span.start,
    end: Math.max(found.span.end, range.end),
  };
  changeBody((body) => reanchor(other ? reanchor(body, other.id, []) : body, id, [joined]));
  if (other)
    changeArticle((current) => ({ ...current, claims: current.claims.filter((one) => one.id !== other.id) }));
}
