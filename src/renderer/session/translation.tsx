import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Language } from '#core/article/schema';
import { createTranslate, type Translate } from '#core/messages/index';

interface Translation {
  readonly language: Language;
  readonly t: Translate;
}

const TranslationContext = createContext<Translation | null>(null);

export function TranslationProvider({ language, children }: { language: Language; children: ReactNode }) {
  const value = useMemo(() => ({ language, t: createTranslate(language) }), [language]);
  return <TranslationContext value={value}>{children}</TranslationContext>;
}

/** The language of the interface and its sentences. */
export function useTranslation(): Translation {
  const translation = useContext(TranslationContext);
  if (!translation) throw new Error('no TranslationProvider above');
  return translation;
}
