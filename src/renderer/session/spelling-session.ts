import { type Spelling, spellingOf } from '#core/language/spelling';
import { call } from '../bridge/bridge';
import { preferences, setPreferences } from './app-session';
import { opened } from './article-session';
import { tell } from './notices';
import { createStore, useStore } from './store';

/** `missing`: it is wanted, and its dictionary is not there. */
export const spellingState = createStore<'on' | 'off' | 'missing'>('off');

let asked: Spelling | null = null;

function wanted(): Spelling | null {
  const article = opened.get()?.article;
  const { spelling, english } = preferences.get();
  if (!spelling) return null;
  // Between two articles nothing changes: they are mostly in one language.
  if (!article) return asked;
  return spellingOf(article.metadata.language, english, navigator.language);
}

/**
 * Spelling follows the language of the open article. Chromium marks words once: only a text whose `spellcheck` was off
 * meanwhile is looked through again. It is off here until the new dictionary is open.
 */
async function follow(): Promise<void> {
  const spelling = wanted();
  if (spelling === asked) return;
  asked = spelling;
  spellingState.set('off');
  const answer = await call('spelling.use', { spelling });
  if (spelling !== asked || spelling === null) return;
  spellingState.set(answer.ok && answer.value.isOn ? 'on' : 'missing');
}

export function followSpelling(): (() => void)[] {
  void follow();
  return [opened, preferences].map((store) => store.subscribe(() => void follow()));
}

export function toggleSpelling(): void {
  const spelling = !preferences.get().spelling;
  void setPreferences({ spelling });
  tell(spelling ? 'app.spelling.on' : 'app.spelling.off');
}

/** What prose says as its `spellCheck`. The page says no: fields for names, addresses and queries are left alone. */
export function useSpellCheck(): boolean {
  return useStore(spellingState) === 'on';
}
