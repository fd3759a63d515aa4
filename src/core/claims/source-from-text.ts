import { safeUrl } from '#core/body/links';
import type { Source } from './schema';

/** A web source for text that is nothing but an address that may be opened; null for anything else. */
export function webSource(text: string): Extract<Source, { type: 'web' }> | null {
  const trimmed = text.trim();
  const url = /^https?:\/\/\S+$/i.test(trimmed) ? safeUrl(trimmed) : null;
  return url === null ? null : { type: 'web', url, title: '', publisher: '', date: null, accessed: null };
}
