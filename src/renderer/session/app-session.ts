import type { Language } from '#core/article/schema';
import type { Tag } from '#core/desk/schema';
import { shownColumns } from '#core/desk/table-columns';
import type { DeskView, Input, Output, Preferences } from '#core/ipc/contract';
import { call, on } from '../bridge/bridge';
import { closeArticle, isDeskReadOnly } from './article-session';
import { followLibrary, forgetLibrary, refreshLibrary } from './library-session';
import { complain } from './notices';
import { forgetSearch } from './search-session';
import { createStore } from './store';

export type StartFacts = Output<'app.start'>;

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
  spelling: true,
  english: 'system',
  libraryWidth: 270,
  panelWidth: 340,
  tableColumns: [...shownColumns],
  tableWidths: {},
  calendarBy: 'due',
  libraryOpen: ['folders'],
  recentSearches: [],
});
export const desk = createStore<DeskView | null>(null);
/** Changes of the desk that are shown and not yet on disk: what main tells meanwhile is older than they are. */
export const deskWrites = createStore(0);
export const vocabulary = createStore<readonly Tag[]>([]);

desk.subscribe(() => isDeskReadOnly.set(desk.get()?.readOnly ?? false));

/** Asks main for everything the first screen needs, once. */
export async function startApp(): Promise<StartFacts | null> {
  const facts = await call('app.start');
  if (!facts.ok) {
    complain(facts);
    return null;
  }
  preferences.set(facts.value.preferences);
  startFacts.set(facts.value);
  followLibrary();
  on('desk.changed', (next) => {
    if (deskWrites.get() === 0) desk.set(next);
    void refreshVocabulary();
  });
  await enterDesk(facts.value.desk);
  return facts.value;
}

/** Makes `next` the desk that the window shows; null: none is open. */
export async function enterDesk(next: DeskView | null): Promise<void> {
  await closeArticle();
  desk.set(next);
  forgetLibrary();
  forgetSearch(next?.id ?? null);
  vocabulary.set([]);
  if (!next) return;
  refreshLibrary();
  void refreshVocabulary();
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
