import { fold } from '#core/language/words';
import type { Scale } from './scale';
import type { ScaleEntry } from './values';

/** An id for a name, one that neither the scale nor any outcome ever given (`used`) has: ids are not given twice. */
export function outcomeId(name: string, scale: Scale, used: ReadonlySet<string>): string {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50);
  const stem = words.replace(/^-|-$/g, '') || 'outcome';
  const isTaken = (id: string): boolean => used.has(id) || scale.some((entry) => entry.id === id);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!isTaken(id)) return id;
  }
}

/** The scale with one more outcome, which leaves its claim open until somebody says what it counts as. */
export function withEntry(
  scale: Scale,
  labels: { readonly fr: string; readonly en: string },
  used: ReadonlySet<string>,
): ScaleEntry[] {
  const fr = labels.fr.trim();
  const en = labels.en.trim();
  const entry: ScaleEntry = {
    id: outcomeId(en || fr, scale, used),
    labels: { ...(fr && { fr }), ...(en && { en }) },
    counts: 'open',
    needsEvidence: false,
    withChange: false,
  };
  return [...scale, entry];
}

/** The scale with one entry changed; an empty label goes back to the program's own name. */
export function withEntryChanged(
  scale: Scale,
  id: string,
  change: Partial<Omit<ScaleEntry, 'id'>>,
): ScaleEntry[] {
  return scale.map((entry) => {
    if (entry.id !== id) return entry;
    const { fr = '', en = '' } = { ...entry.labels, ...change.labels };
    const labels = { ...(fr.trim() && { fr: fr.trim() }), ...(en.trim() && { en: en.trim() }) };
    return { ...entry, ...change, labels };
  });
}

export function withoutEntry(scale: Scale, id: string): ScaleEntry[] {
  return scale.filter((entry) => entry.id !== id);
}

/** Whether some other outcome still says that a claim holds: without one nothing could ever be checked. */
export function isLastVerified(scale: Scale, id: string): boolean {
  return !scale.some((entry) => entry.id !== id && entry.counts === 'verified');
}

/** Why an entry stays: somebody gave it, or nothing else would verify a claim. Null: it may go. */
export function whyKept(
  scale: Scale,
  id: string,
  used: ReadonlySet<string>,
): 'in-use' | 'last-verified' | null {
  if (used.has(id)) return 'in-use';
  return isLastVerified(scale, id) ? 'last-verified' : null;
}
