import type { Language, Metadata } from '#core/article/schema';
import { languages } from '#core/article/values';
import { isZone } from '#core/article/zones';
import type { ImportedDetails } from '../types';
import type { Copy } from './read-copy';

/** What the metadata of an article takes, in characters and in number. */
const longest = { line: 500, tag: 120, tags: 200 } as const;

/** White space folded, as a field holds it. */
export function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Names as tags: each once, in their order, as many and as long as an article takes. */
export function tagNames(names: readonly string[]): string[] {
  const kept = names.map(line).filter((name) => name !== '' && name.length <= longest.tag);
  return [...new Set(kept)].slice(0, longest.tags);
}

/** The language of a tag (`fr-CA`, `en`), when it is one of ours. */
export function languageIn(tag: string): Language | undefined {
  const [primary] = tag.trim().toLowerCase().split(/[-_]/);
  return languages.find((language) => language === primary);
}

/**
 * An embargo out of an instant that says how far it is from UTC; null for anything else. Who sends it names no
 * clock, as a rule: its zone is UTC then.
 */
export function embargoIn(text: string, zone = 'UTC'): Metadata['embargo'] {
  const iso = basicToExtended(text.trim());
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(
    iso,
  );
  const time = isInstant ? Date.parse(iso) : Number.NaN;
  return Number.isNaN(time)
    ? null
    : { until: new Date(time).toISOString(), zone: isZone(zone) ? zone : 'UTC' };
}

/** `20260512T093000Z`, as the agencies' older formats write dates, in the spelling that everything else has. */
export function basicToExtended(text: string): string {
  return text
    .replace(/^(\d{4})(\d{2})(\d{2})(?=T|$)/, '$1-$2-$3')
    .replace(/T(\d{2})(\d{2})(\d{2})(?=[Z+-]|$)/, 'T$1:$2:$3')
    .replace(/T(\d{2})(\d{2})(?=[Z+-]|$)/, 'T$1:$2')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}

/** Details without what is empty, or longer than a field holds. */
export function detailsOf(all: ImportedDetails): { readonly details?: ImportedDetails } {
  const given = Object.entries(all).filter(([, value]) =>
    typeof value === 'string'
      ? value !== '' && value.length <= longest.line
      : value !== null && value !== undefined,
  );
  return given.length > 0 ? { details: Object.fromEntries(given) } : {};
}

/** Whose copy it is and what may be done with it, in one line that is cut to what the field holds. */
export function rightsIn(notice: string, holder: string, terms: string): string {
  const owner = line(notice) || (line(holder) && `© ${line(holder).replace(/^©\s*/, '')}`);
  return [owner, line(terms)]
    .filter((part) => part !== '')
    .join(' — ')
    .slice(0, longest.line);
}

/** A description as standfirst; none when it is only the beginning of the story once more. */
export function ownWords(description: string, story: string): string {
  const start = line(description)
    .replace(/(?:…|\.\.\.)$/, '')
    .slice(0, 60);
  return start !== '' && line(story).includes(start) ? '' : line(description);
}

/** What a reader found, without what turned out empty. */
export function filled(
  copy: { readonly [K in keyof Copy]: Copy[K] | undefined } & Pick<Copy, 'blocks'>,
): Copy {
  const { blocks, ...fields } = copy;
  const given = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return { ...Object.fromEntries(given), blocks };
}
