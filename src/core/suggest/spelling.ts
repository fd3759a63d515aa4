import { fold } from '#core/language/words';
import type { ResolvedNames } from './persons';

/** How many letters two spellings of one name may differ by. */
function mostEdits(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/** Number of letters put in, left out or changed between two words; `limit + 1` when there are more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/** Whether two folded names are so near that one may be the other: the same beginning, and a letter or two. */
export function isMisspelling(a: string, b: string): boolean {
  if (a === b || a.slice(0, 3) !== b.slice(0, 3)) return false;
  const limit = mostEdits(Math.min(a.length, b.length));
  return limit > 0 && editDistance(a, b, limit) <= limit;
}

/**
 * Names that the article spells in two ways, by the rarer spelling: Zelenskyy → Zelensky. Of persons with different
 * first names nothing is said: two Martins are two people.
 */
export function inconsistentNames({ blocks }: ResolvedNames): Map<string, string> {
  const counts = new Map<string, number>();
  const firstNames = new Map<string, Set<string>>();
  for (const { kind, mention } of blocks.flat()) {
    if (kind !== 'person') continue;
    const parts = mention.name.split(/[\s\u00a0\u202f]+/);
    const surname = parts.at(-1) ?? '';
    counts.set(surname, (counts.get(surname) ?? 0) + 1);
    const known = firstNames.get(surname) ?? new Set<string>();
    firstNames.set(surname, known);
    if (parts.length > 1) known.add(fold(parts[0] ?? ''));
  }
  return pairUp(
    [...counts].sort((a, b) => b[1] - a[1]),
    firstNames,
  );
}

/** Only names that share their first three letters are compared: a wrong first letter is read, not overlooked. */
function pairUp(
  names: readonly (readonly [string, number])[],
  firstNames: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, string> {
  const groups = new Map<string, string[]>();
  const odd = new Map<string, string>();
  for (const [name] of names) {
    const key = fold(name).slice(0, 3);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const twin = group.find((other) => isVariant(other, name, firstNames));
    if (twin) odd.set(name, twin);
    else group.push(name);
  }
  return odd;
}

function isVariant(a: string, b: string, firstNames: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const [left, right] = [firstNames.get(a), firstNames.get(b)];
  const areBothKnown = left && right && left.size > 0 && right.size > 0;
  if (areBothKnown && ![...left].some((name) => right.has(name))) return false;
  if (a.toLowerCase() === b.toLowerCase()) return false;
  return isMisspelling(fold(a), fold(b));
}
