import { useEffect } from 'react';
import { interfaceLanguage, preferences, startApp, startFacts } from '../session/app-session';
import { openArticle } from '../session/article-session';
import { useStore } from '../session/store';
import { TranslationProvider } from '../session/translation';
import { connectWindow } from './connect-window';
import { Shell } from './shell';

/** Starts the session once and gives everything below it the language of the interface. */
export function App() {
  const facts = useStore(startFacts);
  const { language: preference } = useStore(preferences);
  const language = interfaceLanguage(preference, facts);
  useEffect(() => {
    const disconnect = connectWindow();
    void startApp().then((start) => {
      if (start?.lastArticle) void openArticle(start.lastArticle);
    });
    return disconnect;
  }, []);
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
