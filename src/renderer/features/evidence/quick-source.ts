import type { Source } from '#core/claims/schema';
import { addressIn, personSource, webSource } from '#core/claims/source-from-text';
import { limits } from './limits';

export type QuickSource =
  | { readonly ok: true; readonly source: Source }
  /** Nothing was typed; or it is more than one source can hold. */
  | { readonly ok: false; readonly problem: 'empty' | 'too-long' };

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
