import type { Article, Language } from '#core/article/schema';
import { wordsOf } from '#core/language/words';
import { createTranslate, type Translate } from '#core/messages/index';

/** What an export tells of corrections: a heading, and one line for each, in the order in which they were made. */
export interface CorrectionSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

const translators = new Map<Language, Translate>();

/** The corrections of an article in its own language; null when there are none. */
export function correctionSection({ corrections, metadata }: Article): CorrectionSection | null {
  if (corrections.length === 0) return null;
  const { language } = metadata;
  const t = translators.get(language) ?? createTranslate(language);
  translators.set(language, t);
  return {
    heading: t('checking.correction', { count: corrections.length }),
    lines: corrections.map(({ at, text }) =>
      t('checking.corrected-on', {
        day: dayInWords(at, language),
        text: text.replace(/(?<!\s)\s*\n\s*/g, ' '),
      }),
    ),
  };
}

/** “12 May 2026”, “1er mai 2026”: from our own names of months, so that every machine writes the same. */
export function dayInWords(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  const name = wordsOf[language].months[Number(month) - 1] ?? month;
  const ordinal = language === 'fr' && Number(date) === 1 ? '1er' : String(Number(date));
  return `${ordinal} ${name} ${year}`;
}
