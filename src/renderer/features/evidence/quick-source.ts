import { safeUrl } from '#core/body/links';
import type { Source } from '#core/claims/schema';
import { limits } from './limits';

export type QuickSource =
  | { readonly ok: true; readonly source: Source }
  /** Nothing was typed; or it is more than one source can hold. */
  | { readonly ok: false; readonly problem: 'empty' | 'too-long' };

/** What somebody types of an address without `https://`: it begins with `www.`. */
const bare = /^www\.[^\s/.]+\.\S+$/i;

/**
 * What one line stands for: a web address is a page that was read `today` (`YYYY-MM-DD`), a name behind an @ is a
 * person that was spoken to today, everything else are words of a source.
 */
export function readQuickSource(text: string, today: string): QuickSource {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, problem: 'empty' };
  const url = addressIn(trimmed);
  if (url !== null) return { ok: true, source: webSource(url, today) };
  const name = /^@\s*(\S.*)$/.exec(trimmed)?.[1];
  if (name !== undefined && name.length <= limits.line)
    return { ok: true, source: personSource(name, today) };
  if (trimmed.length > limits.remark) return { ok: false, problem: 'too-long' };
  return { ok: true, source: { type: 'passage', text: trimmed, from: '' } };
}

/** An address on the web that fills the whole text; null for anything else. */
export function addressIn(text: string): string | null {
  const trimmed = text.trim();
  if (bare.test(trimmed)) return safeUrl(`https://${trimmed}`);
  return /^https?:\/\/\S+$/i.test(trimmed) ? safeUrl(trimmed) : null;
}

function webSource(url: string, today: string): Source {
  return { type: 'web', url, title: '', publisher: '', date: null, accessed: today };
}

export function personSource(name: string, today: string): Source {
  return { type: 'person', name, when: today, how: '', confirmed: '' };
}

/** The day where the person sits, `YYYY-MM-DD`: a call in the evening was made that evening. */
export function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
