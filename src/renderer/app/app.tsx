import { useEffect } from 'react';
import { interfaceLanguage, preferences, startFacts } from '../session/app-session';
import { useStore } from '../session/store';
import { TranslationProvider } from '../session/translation';
import { Shell } from './shell';

/** Waits for the session and gives everything below it the language of the interface. */
export function App() {
  const facts = useStore(startFacts);
  const { language: preference } = useStore(preferences);
  const language = interfaceLanguage(preference, facts);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (!facts) return null;
  return (
    <TranslationProvider language={language}>
      <Shell />
    </TranslationProvider>
  );
}
