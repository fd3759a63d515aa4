import i18next from 'i18next';
import type { Language } from '#core/article/schema';
import type { Failure } from '#core/failure';
import { inOrder } from '#core/visible';
import type { KeysOf } from './catalogue';
import { en } from './en';
import { fr } from './fr';

export type MessageKey = KeysOf<typeof en>;
export type MessageParams = Readonly<Record<string, string | number>>;
/** Gives the sentence for a key; `count` chooses between singular and plural. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

const catalogues = { en, fr } as const;

/** A translator for one language. Keys may hold dots, so levels are parted by `/` inside i18next. */
export function createTranslate(language: Language): Translate {
  const instance = i18next.createInstance({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: '/',
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: catalogues[language] } },
  });
  void instance.init();
  return (key, params) => {
    const area = key.slice(0, key.indexOf('.'));
    return instance.t(`${area}/${key.slice(area.length + 1)}`, inSentence(params ?? {}));
  };
}

function inSentence(params: MessageParams): MessageParams {
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? inOrder(value) : value,
  ]);
  return Object.fromEntries(shown);
}

/** The sentence for an expected failure: what happened and what to do next. */
export function failureSentence(translate: Translate, failure: Failure): string {
  return translate(`failure.${failure.code}`, failure.params);
}

/** The language of the interface for a system locale such as `fr-CH`; English where there is no catalogue. */
export function languageOf(locale: string): Language {
  return /^fr\b/i.test(locale) ? 'fr' : 'en';
}
