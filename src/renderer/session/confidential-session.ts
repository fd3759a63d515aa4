import { evidenceHash } from '#core/claims/evidence';
import type { Evidence } from '#core/claims/schema';
import {
  isSealed,
  reveal,
  type SealedEvidence,
  type Secret,
  sameSource,
  seal,
  secretOf,
} from '#core/confidential/sealed';
import { type ConfidentialView, nothingConfidential, type SealReport } from '#core/confidential/values';
import type { Result } from '#core/failure';
import { call, on } from '../bridge/bridge';
import { desk } from './app-session';
import { flush, opened } from './article-session';
import { changeClaim } from './claim-session';
import { complain, tell } from './notices';
import { createStore } from './store';

/** Where the open desk stands with its confidential sources. */
export const confidential = createStore<ConfidentialView>(nothingConfidential);
/** What sealed sources say, by seal: here as long as the desk is unlocked, and nowhere on disk. */
export const secrets = createStore<ReadonlyMap<string, Secret>>(new Map());
/** The dialog that asks for the passphrase is open. */
export const isUnlocking = createStore(false);
/** How far the encrypting of the desk is; null: nothing is running. */
export const sealProgress = createStore<{ readonly done: number; readonly total: number } | null>(null);

let deskId: string | null = null;

/** Called once, when the window starts. Gives what ends it. */
export function followConfidential(): () => void {
  const stops = [
    on('confidential.changed', take),
    on('confidential.progress', (progress) => sealProgress.get() && sealProgress.set(progress)),
    desk.subscribe(() => {
      const id = desk.get()?.id ?? null;
      if (id === deskId) return;
      deskId = id;
      take(nothingConfidential);
      if (id !== null) void refresh();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

async function refresh(): Promise<void> {
  const state = await call('confidential.state');
  if (state.ok) take(state.value);
  else complain(state);
}

function take(view: ConfidentialView): void {
  if (view.state !== 'unlocked' && secrets.get().size > 0) secrets.set(new Map());
  confidential.set(view);
}

type PassphraseTask =
  | { readonly task: 'set-up' | 'unlock' | 'start-over'; readonly passphrase: string }
  | { readonly task: 'change-passphrase'; readonly passphrase: string; readonly next: string };

/** Does something that takes a passphrase; what is wrong with it is told where it was typed. */
export async function withPassphrase(given: PassphraseTask): Promise<Result<ConfidentialView>> {
  const { passphrase } = given;
  const done =
    given.task === 'change-passphrase'
      ? await call('confidential.change-passphrase', { passphrase, next: given.next })
      : await call(`confidential.${given.task}`, { passphrase });
  if (done.ok) take(done.value);
  return done;
}

export async function lockSources(): Promise<void> {
  const locked = await call('confidential.lock');
  if (!locked.ok) complain(locked);
  else if (confidential.get().state === 'locked') tell('confidential.locked-notice');
}

/** Encrypts the whole desk: what is still in clear, or everything for another key. Null: it failed, which is said. */
export async function sealWholeDesk(
  task: { readonly kind: 'protect' } | { readonly kind: 'change-key'; readonly passphrase: string },
): Promise<Result<SealReport>> {
  await flush();
  sealProgress.set({ done: 0, total: 0 });
  const done =
    task.kind === 'protect'
      ? await call('confidential.protect')
      : await call('confidential.change-key', { passphrase: task.passphrase });
  sealProgress.set(null);
  await refresh();
  return done;
}

export function stopSealing(): void {
  void call('confidential.stop');
}

/** Brings a sealed source to the screen; asks for the passphrase where that is needed. */
export async function openSealed(
  article: string,
  { source: { seal: id, file } }: SealedEvidence,
): Promise<void> {
  if (secrets.get().has(id)) return;
  if (confidential.get().state !== 'unlocked') {
    isUnlocking.set(true);
    return;
  }
  const found = await call('confidential.open', { id: article, seal: id, file });
  if (!found.ok) complain(found);
  else if (confidential.get().state === 'unlocked')
    secrets.set(new Map([...secrets.get(), [id, found.value]]));
}

let writing: Promise<unknown> = Promise.resolve();

/**
 * Changes a sealed source as if it lay open: what is secret is sealed anew, the rest is written down. One after the other,
 * because each starts from what the one before it left.
 */
export function changeSealed(claim: string, id: string, change: (evidence: Evidence) => Evidence): void {
  const article = opened.get()?.article.id;
  if (article === undefined) return;
  writing = writing.then(() => changeNow(article, claim, id, change)).catch(() => undefined);
}

async function changeNow(
  article: string,
  claim: string,
  id: string,
  change: (evidence: Evidence) => Evidence,
): Promise<void> {
  const before = evidenceOf(article, claim, id);
  if (!before || !isSealed(before)) return;
  const secret = secrets.get().get(before.source.seal);
  const shown = secret ? reveal(before, secret) : before;
  const after = change(shown);
  if (after.sensitivity !== 'confidential') return revealFor(article, claim, before, after);
  if (!secret || JSON.stringify(secretOf(after)) === JSON.stringify(secret))
    return replace(article, claim, before, seal(after, before.source));
  const { file } = before.source;
  const sealed = await call('confidential.seal', { id: article, secret: secretOf(after), file });
  if (!sealed.ok) return complain(sealed);
  if (confidential.get().state === 'unlocked')
    secrets.set(new Map([...secrets.get(), [sealed.value.seal, secretOf(after)]]));
  replace(article, claim, before, seal(after, sealed.value), evidenceHash(after) === evidenceHash(shown));
}

/** Somebody decided that it is confidential no more. */
async function revealFor(
  article: string,
  claim: string,
  before: SealedEvidence,
  after: Evidence,
): Promise<void> {
  const { seal: sealId, file } = before.source;
  const found = await call('confidential.reveal', { id: article, seal: sealId, file });
  if (!found.ok) return complain(found);
  replace(article, claim, before, { ...after, ...found.value });
}

function evidenceOf(article: string, claim: string, id: string): Evidence | undefined {
  const current = opened.get()?.article;
  if (current?.id !== article) return undefined;
  return current.claims.find((one) => one.id === claim)?.evidence.find((one) => one.id === id);
}

/** `isSame`: it says what it said, and outcomes rest on it still. */
function replace(article: string, claim: string, before: Evidence, after: Evidence, isSame = true): void {
  const now = evidenceOf(article, claim, before.id);
  if (!now) return;
  const isOtherStance = before.stance !== after.stance || before.tier !== after.tier;
  changeClaim(claim, (record) =>
    isSame && !isOtherStance
      ? sameSource(record, now, after)
      : { ...record, evidence: record.evidence.map((one) => (one.id === before.id ? after : one)) },
  );
}
