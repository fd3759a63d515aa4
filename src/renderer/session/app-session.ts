import type { Language } from '#core/article/schema';
import type { Tag } from '#core/desk/schema';
import type { DeskView, Input, Library, Output, Preferences } from '#core/ipc/contract';
import { call, on } from '../bridge/bridge';
import { closeArticle } from './article-session';
import { complain } from './notices';
import { createStore } from './store';

export type StartFacts = Output<'app.start'>;

const emptyLibrary: Library = { articles: [], trash: [], problems: [] };

export const startFacts = createStore<StartFacts | null>(null);
export const preferences = createStore<Preferences>({
  language: 'system',
  theme: 'system',
  libraryShown: true,
  panelShown: true,
  name: '',
  zoom: 100,
  focusMode: false,
  typewriter: false,
  invisibles: false,
  smartPunctuation: true,
  libraryWidth: 270,
  panelWidth: 340,
});
export const desk = createStore<DeskView | null>(null);
export const library = createStore<Library>(emptyLibrary);
export const vocabulary = createStore<readonly Tag[]>([]);

/** Asks main for everything the first screen needs, once. */
export async function startApp(): Promise<StartFacts | null> {
  const facts = await call('app.start');
  if (!facts.ok) {
    complain(facts);
    return null;
  }
  preferences.set(facts.value.preferences);
  startFacts.set(facts.value);
  on('library.changed', refreshLibrarySoon);
  await enterDesk(facts.value.desk);
  return facts.value;
}

/** Makes `next` the desk that the window shows; null: none is open. */
export async function enterDesk(next: DeskView | null): Promise<void> {
  await closeArticle();
  desk.set(next);
  library.set(emptyLibrary);
  vocabulary.set([]);
  if (!next) return;
  // Not waited for: the article that was open last need not wait until a large desk has been read.
  void refreshLibrary();
  void refreshVocabulary();
}

/** While somebody types the desk changes at every save, and its list may be long: lists come this far apart (ms). */
const listPause = 1_500;
let listed = Number.NEGATIVE_INFINITY;
let listTimer: ReturnType<typeof setTimeout> | undefined;

function refreshLibrarySoon(): void {
  listTimer ??= setTimeout(() => void refreshLibrary(), Math.max(0, listed + listPause - performance.now()));
}

export async function refreshLibrary(): Promise<void> {
  clearTimeout(listTimer);
  listTimer = undefined;
  listed = performance.now();
  if (!desk.get()) return;
  const found = await call('library.list');
  if (found.ok) library.set(found.value);
  else complain(found);
}

export async function refreshVocabulary(): Promise<void> {
  const tags = await call('tag.list');
  if (tags.ok) vocabulary.set(tags.value);
  else complain(tags);
}

/** Changes what belongs to the desk. */
export async function changeDesk(change: Input<'desk.change'>): Promise<void> {
  const changed = await call('desk.change', change);
  if (changed.ok) desk.set(changed.value);
  else complain(changed);
}

export async function setPreferences(change: Partial<Preferences>): Promise<void> {
  preferences.update((current) => ({ ...current, ...change }));
  const saved = await call('preferences.set', change);
  if (!saved.ok) complain(saved);
}

/** The language of the interface now. */
export function interfaceLanguage(preference: Preferences['language'], facts: StartFacts | null): Language {
  return preference === 'system' ? (facts?.systemLanguage ?? 'fr') : preference;
}
