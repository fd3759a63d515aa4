import { limits } from './blocks';
import type { Link } from './schema';

/** The only schemes that a link may have, wherever it is rendered, clicked, copied or exported. */
const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Characters that URL parsers drop or that hide what an address is: C0 and C1 controls, bidi and zero-width marks. */
const deceptive = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** An address in its usual spelling, made of characters that mean themselves wherever it is written. */
const plain = /^(?:https?:\/\/[^/]|mailto:.)[\p{L}\p{N}\p{M}\-._~:/?#[\]@!$&'()*+,;=%]*$/u;

/** Some mail programs put a file of the reader's own disk into the letter when the address says so. */
function attaches(url: URL): boolean {
  return url.protocol === 'mailto:' && /[?&]\s*attach/i.test(decodeURIComponent(url.href));
}

/** Whether there is somebody to go to. Chromium keeps a blank in the name of a host as `%20`, other parsers refuse it. */
function leadsSomewhere(url: URL): boolean {
  if (url.protocol === 'mailto:') return url.href !== 'mailto:';
  return url.hostname !== '' && !url.hostname.includes('%');
}

/**
 * The address to put into a link, or null when it must not be one: closed on anything that does not parse. It is
 * given back as it was written, trimmed, so that what a person reads is what is opened; only what would be opened
 * as something else (blanks, backslashes, a missing `//`) comes back in the parser's own spelling.
 */
export function safeUrl(address: string): string | null {
  const trimmed = address.trim();
  if (trimmed === '' || trimmed.length > limits.urlLength || deceptive.test(trimmed)) return null;
  try {
    const url = new URL(trimmed);
    if (!allowed.has(url.protocol) || !leadsSomewhere(url) || attaches(url)) return null;
    const spelled = plain.test(trimmed) ? trimmed : url.href;
    return spelled.length <= limits.urlLength ? spelled : null;
  } catch {
    // Not an absolute address: relative ones have no meaning in an article that stands alone.
    return null;
  }
}

/** All of a link but its words. */
export type LinkTarget = Pick<Link, 'url' | 'title'>;

/** A link's address, and its title in the one canonical spelling: one line, nothing that turns it around, none empty. */
export function linkTarget(url: string, title?: string | null): LinkTarget {
  const line = (title ?? '')
    .replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .trim();
  // A pair of surrogates is not cut in two.
  const short = line
    .slice(0, limits.linkTitleLength)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  return short === '' ? { url } : { url, title: short };
}
