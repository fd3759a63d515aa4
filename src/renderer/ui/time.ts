import type { Language } from '#core/article/schema';

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** A day, short: “12 mai 2026”. `day` is `YYYY-MM-DD`. */
export function showDay(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** When something was touched: the hour today, else the day. `instant` is an ISO instant. */
export function showWhen(instant: string, language: Language, now = new Date()): string {
  const date = new Date(instant);
  const isToday = date.toDateString() === now.toDateString();
  const options: Intl.DateTimeFormatOptions = isToday
    ? { hour: '2-digit', minute: '2-digit' }
    : {
        day: 'numeric',
        month: 'short',
        ...(date.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
      };
  return new Intl.DateTimeFormat(locales[language], options).format(date);
}

export function showNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}
