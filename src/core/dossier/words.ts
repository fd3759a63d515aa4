import type { Language } from '#core/article/values';
import type { Locator } from '#core/claims/schema';
import { dayInWords } from '#core/formats/shared/corrections';
import type { Translate } from '#core/messages/index';

/** An instant in words, to the minute and in UTC: a dossier is read in more than one time zone. A day stays a day. */
export function instantInWords(instant: string, language: Language): string {
  const day = dayInWords(instant, language);
  return instant.length > 10 ? `${day}, ${instant.slice(11, 16)} UTC` : day;
}

/** “1:02:03”, from milliseconds. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Where in a source something stands. */
export function locatorInWords(t: Translate, locator: Locator): string {
  switch (locator.type) {
    case 'page':
      return t('checking.locator-page', { page: locator.page });
    case 'paragraph':
      return t('checking.locator-paragraph', { paragraph: locator.paragraph });
    case 'time':
      return t('checking.locator-time', { time: clock(locator.ms) });
    case 'quote':
      return t('checking.locator-quote', { exact: locator.exact });
  }
}
