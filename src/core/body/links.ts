/** The only schemes that a link may have, wherever it is rendered, clicked, copied or exported. */
const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Characters that URL parsers drop or that hide what an address is: C0 and C1 controls, and bidi marks. */
const deceptive = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * The address to put into a link, or null when it must not be one: closed on anything that does not parse. The
 * address is given back as it was written, trimmed, so that what a person reads is what is opened.
 */
export function safeUrl(address: string): string | null {
  const trimmed = address.trim();
  if (deceptive.test(trimmed)) return null;
  try {
    const url = new URL(trimmed);
    const isWeb = url.protocol !== 'mailto:';
    return allowed.has(url.protocol) && (!isWeb || url.hostname !== '') ? trimmed : null;
  } catch {
    // Not an absolute address: relative ones have no meaning in an article that stands alone.
    return null;
  }
}
