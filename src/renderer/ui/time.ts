import type { Language } from '#core/article/schema';

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** Formats are dear to make and cheap to use. */
const formats = new Map<string, Intl.DateTimeFormat>();
const numbers = {
  fr: new Intl.NumberFormat(locales.fr),
  en: new Intl.NumberFormat(locales.en),
} as const satisfies Record<Language, Intl.NumberFormat>;

function formatFor(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locales[language], options);
  formats.set(name, format);
  return format;
}

/** A day, short: “12 mai 2026”. `day` is `YYYY-MM-DD`. */
export function showDay(day: string, language: Language): string {
  const format = formatFor(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A month: “mai 2026”. `month` is `YYYY-MM`. */
export function showMonth(month: string, language: Language): string {
  const format = formatFor(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** A day in the words that `options` ask for; French has its first of the month: “lundi 1er juin”. */
export function showDate(day: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const text = formatFor(language, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return language === 'fr' ? text.replace(/\b1(?=\s\p{L})/u, '1er') : text;
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
  return formatFor(language, options).format(date);
}

/**
 * To the minute, with its day, for what a record says: “12 mai 2026, 09:30”. `instant` is an ISO instant, `zone` the
 * IANA name of the clock that it is read off; the one of this machine when absent or unknown here.
 */
export function showMoment(instant: string, language: Language, zone?: string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
  const date = new Date(instant);
  try {
    return formatFor(language, zone === undefined ? options : { ...options, timeZone: zone }).format(date);
  } catch {
    return formatFor(language, options).format(date);
  }
}

export function showNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}

/** To the minute with its weekday, by the clock of `zone` (IANA, one that is known): “mardi 12 mai 2026 à 06:00”. */
export function showMomentIn(instant: string, language: Language, zone: string): string {
  const format = formatFor(language, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
  return format.format(new Date(instant));
}
