import { type EvidenceView, evidenceView } from '#core/claims/evidence-files';
import type { Locator, Source } from '#core/claims/schema';
import { locatorInWords } from '#core/dossier/words';
import type { Translate } from '#core/messages/index';
import { showTimestamp } from './timestamps';

export type LocatorType = Locator['type'];

const inFiles: Readonly<Record<EvidenceView, readonly LocatorType[]>> = {
  pdf: ['page', 'quote'],
  picture: [],
  audio: ['time'],
  text: ['paragraph', 'quote'],
};
const inOthers: Readonly<Record<Exclude<Source['type'], 'file'>, readonly LocatorType[]>> = {
  web: ['quote', 'paragraph', 'page', 'time'],
  passage: ['quote', 'paragraph'],
  person: [],
  sealed: [],
};

/** How a place in a source can be named; empty where it has no places. */
export function locatorTypes(source: Source): readonly LocatorType[] {
  return source.type === 'file' ? inFiles[evidenceView(source.extension)] : inOthers[source.type];
}

/** Where in a source something stands, in a few words. */
export function showLocator(t: Translate, locator: Locator): string {
  if (locator.type === 'time') return t('checking.locator-time', { time: showTimestamp(locator.ms) });
  return locatorInWords(
    t,
    locator.type === 'quote' ? { ...locator, exact: shortened(locator.exact) } : locator,
  );
}

function shortened(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
}

/**
 * The address that shows a page at a place: browsers scroll to the words behind `#:~:text=` and mark them. Long words
 * are named by their first and last ones.
 */
export function addressAt(url: string, locator: Locator | null): string {
  if (locator?.type !== 'quote' || url.includes('#')) return url;
  const words = locator.exact.trim().split(/\s+/);
  const part = (some: readonly string[]): string => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  const fragment = words.length > 16 ? `${part(words.slice(0, 6))},${part(words.slice(-6))}` : part(words);
  const address = `${url}#:~:text=${fragment}`;
  return address.length <= 4_096 ? address : url;
}
