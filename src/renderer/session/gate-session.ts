import type { Article } from '#core/article/schema';
import { contentHash } from '#core/claims/content';
import { type Gate, type GateDesk, gate } from '#core/claims/gate';
import { addCorrection, overrideFor, overrideGate } from '#core/claims/overrides';
import type { Override } from '#core/claims/record-schema';
import { type SignOffView, signOff, signOffViews, withdrawSignOff } from '#core/claims/sign-offs';
import type { Role } from '#core/claims/values';
import { checkingDefaults } from '#core/desk/defaults';
import type { DossierFormat } from '#core/dossier/formats';
import type { Result } from '#core/failure';
import { call } from '../bridge/bridge';
import { desk, preferences, setPreferences } from './app-session';
import { changeArticle, flush, opened } from './article-session';
import { betweenKeys } from './between-keys';
import { newId } from './claim-session';
import { keepBeforeSignOff } from './history-session';
import { complain, tell } from './notices';
import { createStore } from './store';

/** What stands between a state of the article and its publication. */
export interface GateView {
  readonly article: Article;
  readonly desk: GateDesk;
  readonly gate: Gate;
  /** The decision that lets this copy out all the same; null when there is none. */
  readonly override: Override | null;
  readonly signOffs: readonly SignOffView[];
}

/** The gate of the open article while somebody watches it; null before the first look. */
export const gateView = createStore<GateView | null>(null);

/** Where the panel shall put the focus when it is shown next. */
export interface GateFocus {
  readonly part: 'verdict' | 'sign' | 'dossier';
  readonly role?: Role;
}
export const gateFocus = createStore<GateFocus | null>(null);

/** Who signed last in this window; null: whoever the preferences name. */
const lastSigner = createStore<string | null>(null);

export function signerName(): string {
  return lastSigner.get() ?? preferences.get().name;
}

/** A name that signed is offered again, and becomes the person's own where none was known. */
function remember(name: string): void {
  lastSigner.set(name);
  if (preferences.get().name === '') void setPreferences({ name });
}

/** What the open desk asks for. */
export function gateDesk(): GateDesk {
  return desk.get() ?? checkingDefaults();
}

/** The gate costs tens of milliseconds on a long article: it waits until typing has paused for this long, in ms. */
const quiet = 250;
const gapLimit = 400;

/** Keeps `gateView` up to date until the returned function is called. */
export function watchGate(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let callOff = (): void => undefined;
  const later = (): void => {
    clearTimeout(timer);
    callOff();
    timer = setTimeout(() => {
      callOff = betweenKeys(look, gapLimit);
    }, quiet);
  };
  look();
  const stops = [opened.subscribe(later), desk.subscribe(later)];
  return () => {
    clearTimeout(timer);
    callOff();
    for (const stop of stops) stop();
    gateView.set(null);
  };
}

function look(): void {
  const article = opened.get()?.article;
  const asked = gateDesk();
  if (!article) {
    gateView.set(null);
    return;
  }
  const known = gateView.get();
  if (known?.article === article && known.desk === asked) return;
  const found = gate(article, asked);
  const override = found.blocked ? overrideFor(article, found) : null;
  gateView.set({ article, desk: asked, gate: found, override, signOffs: signOffViews(article) });
}

/** Puts a changed record in the article's place, or says why not. What is on record is on disk when this returns. */
async function record(changed: Result<Article>): Promise<boolean> {
  if (!changed.ok) {
    complain(changed);
    return false;
  }
  changeArticle(() => changed.value);
  look();
  await flush();
  return true;
}

function decision(by: string): { readonly id: string; readonly by: string; readonly at: string } {
  return { id: newId(), by, at: new Date().toISOString() };
}

export interface Signing {
  readonly role: Role;
  readonly by: string;
  readonly note: string;
}

/** Signs the copy as it stands; it is kept in the history first. False, with a sentence, when it is not signed. */
export async function sign({ role, by, note }: Signing): Promise<boolean> {
  await flush();
  const seen = opened.get()?.article;
  if (!seen) return false;
  const given = { ...decision(by), role, note };
  const tried = signOff(seen, given, gateDesk());
  if (!tried.ok) return record(tried);
  if (!(await keepBeforeSignOff(by.trim()))) return false;
  const article = opened.get()?.article;
  if (article?.id !== seen.id) return false;
  if (contentHash(article) !== contentHash(seen)) {
    tell('gate.changed-meanwhile');
    return false;
  }
  if (!(await record(signOff(article, given, gateDesk())))) return false;
  remember(by.trim());
  tell('gate.signed-notice');
  return true;
}

export async function withdraw(id: string, by: string, reason: string): Promise<boolean> {
  const article = opened.get()?.article;
  if (!article) return false;
  const done = await record(withdrawSignOff(article, { ...decision(by), signOff: id, reason }));
  if (done) remember(by.trim());
  return done;
}

/** Records the decision to publish in spite of everything that blocks now. */
export async function override(by: string, reason: string): Promise<boolean> {
  // The editor's newest words first: the decision holds for exactly this copy.
  await flush();
  const article = opened.get()?.article;
  if (!article) return false;
  const done = await record(overrideGate(article, gateDesk(), { ...decision(by), reason }));
  if (!done) return false;
  remember(by.trim());
  tell('gate.override-done');
  return true;
}

export async function correct(by: string, text: string, claim: string | null): Promise<boolean> {
  const article = opened.get()?.article;
  if (!article) return false;
  const done = await record(addCorrection(article, { ...decision(by), text, claim }));
  if (done) remember(by.trim());
  return done;
}

/** Writes the record of checks into a file that the person chooses. */
export async function saveDossier(format: DossierFormat, confidential: boolean): Promise<void> {
  await flush();
  const id = opened.get()?.article.id;
  if (id === undefined) return;
  const saved = await call('dossier.save', { id, format, confidential });
  if (!saved.ok) complain(saved);
  else if (saved.value) tell('gate.dossier-done', { name: saved.value.name });
}
