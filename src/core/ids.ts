const alphabet = '0123456789abcdefghijkmnpqrstuvwxyz';

/** Makes ids of `length` characters from bytes that the caller's randomness gives (core has none of its own). */
export type IdSource = () => string;

/** @param fill writes random bytes, e.g. `crypto.getRandomValues` */
export function randomIds(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown, length = 10): IdSource {
  return () => {
    const bytes = new Uint8Array(length);
    fill(bytes);
    return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
  };
}

/** `b1`, `b2` …: the ids that a pure reader gives, so that the same bytes always make the same article. */
export function countedIds(prefix: string): IdSource {
  let count = 0;
  return () => `${prefix}${++count}`;
}
