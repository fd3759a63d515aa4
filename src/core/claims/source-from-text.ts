import { safeUrl } from '#core/body/links';
import type { Source } from './schema';

/** What somebody types of an address without `https://`: it begins with `www.`. */
const bare = /^www\.[^\s/.]+\.\S+$/i;

/** An address on the web that fills the whole text and may be opened; null for anything else. */
export function addressIn(text: string): string | null {
  const trimmed = text.trim();
  if (bare.test(trimmed)) return safeUrl(`https://${trimmed}`);
  return /^https?:\/\/\S+$/i.test(trimmed) ? safeUrl(trimmed) : null;
}

/** A page that was read on a day (`YYYY-MM-DD`), and of which no more is known yet. */
export function webSource(url: string, accessed: string): Source {
  return { type: 'web', url, title: '', publisher: '', date: null, accessed };
}

/** Somebody who was spoken to on a day (`YYYY-MM-DD`). */
export function personSource(name: string, when: string): Source {
  return { type: 'person', name, when, how: '', confirmed: '' };
}

/** The day where the person sits, `YYYY-MM-DD`: a call in the evening was made that evening. */
export function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
