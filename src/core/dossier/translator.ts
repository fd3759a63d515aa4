import type { Language } from '#core/article/values';
import { createTranslate, type Translate } from '#core/messages/index';

const known = new Map<Language, Translate>();

/** The words of a dossier are those of its article's language, whoever prints it. */
export function translatorFor(language: Language): Translate {
  const translate = known.get(language) ?? createTranslate(language);
  known.set(language, translate);
  return translate;
}
