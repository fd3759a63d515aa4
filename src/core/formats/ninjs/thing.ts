/** An object of a ninjs document. Its keys are in small letters: ninjs 2 writes `contenttype`, ninjs 3 `contentType`. */
export type Thing = ReadonlyMap<string, unknown>;

/** More entries than this in one list are a data dump, not a story. */
const most = 2_000;

/** A value as an object; null when it is none. A map, so that no key of the document is one of the program's. */
export function thingOf(value: unknown): Thing | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), inner]));
}

/** The objects of a list. ninjs 1 has objects by name where later versions have lists: their values then. */
export function thingsOf(value: unknown): Thing[] {
  const list = Array.isArray(value)
    ? value
    : typeof value === 'object' && value !== null
      ? Object.values(value)
      : [];
  return list.slice(0, most).flatMap((inner) => thingOf(inner) ?? []);
}

/** The text under the first of several keys that has one; trimmed, empty when none has. */
export function textIn(thing: Thing, ...keys: readonly string[]): string {
  for (const key of keys) {
    const value = thing.get(key);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return '';
}
