import { slugify } from '#core/article/slug';
import { type Stage, stages } from '#core/article/values';
import type { StatusEntry } from './schema';

/** Most statuses that a desk may have; `statusListSchema` says the same. */
export const mostStatuses = 40;

/** The list with one more status at its end. Its id is one that nothing on the list has, nor any program's own status. */
export function withStatus(
  statuses: readonly StatusEntry[],
  { fr, en, stage }: { readonly fr: string; readonly en: string; readonly stage: Stage },
): StatusEntry[] {
  const labels = bareLabels({ fr, en });
  const id = freeId(slugify(labels.en ?? labels.fr ?? '', 'status').slice(0, 50), statuses);
  return [...statuses, { id, labels, stage }];
}

/** The program's own ids are kept for its own statuses: whoever adds one of those again shall get it back. */
function freeId(stem: string, statuses: readonly StatusEntry[]): string {
  const isTaken = (id: string): boolean =>
    statuses.some((entry) => entry.id === id) || stages.some((stage) => stage === id);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!isTaken(id)) return id;
  }
}

/** The list with one status changed; an empty label goes back to the program's own name. */
export function withStatusChanged(
  statuses: readonly StatusEntry[],
  id: string,
  change: Partial<Omit<StatusEntry, 'id'>>,
): StatusEntry[] {
  return statuses.map((entry) =>
    entry.id === id
      ? { ...entry, ...change, labels: bareLabels({ ...entry.labels, ...change.labels }) }
      : entry,
  );
}

function bareLabels({ fr = '', en = '' }: StatusEntry['labels']): StatusEntry['labels'] {
  return { ...(fr.trim() && { fr: fr.trim() }), ...(en.trim() && { en: en.trim() }) };
}

/** The list with one status a place further on (1) or back (-1); at the ends nothing moves. */
export function withStatusMoved(statuses: readonly StatusEntry[], id: string, step: -1 | 1): StatusEntry[] {
  const from = statuses.findIndex((entry) => entry.id === id);
  const to = from + step;
  const [moving, other] = [statuses[from], statuses[to]];
  if (!moving || !other) return [...statuses];
  return statuses.map((entry, at) => (at === from ? other : at === to ? moving : entry));
}

export function withoutStatus(statuses: readonly StatusEntry[], id: string): StatusEntry[] {
  return statuses.filter((entry) => entry.id !== id);
}

/** Whether this is the only status that says of an article that it is published. */
export function isLastPublished(statuses: readonly StatusEntry[], id: string): boolean {
  return !statuses.some((entry) => entry.id !== id && entry.stage === 'published');
}

/** Why a status stays; null: it may go. `used`: how many articles on the desk have it. */
export function whyStatusKept(
  statuses: readonly StatusEntry[],
  id: string,
  used: number,
): 'in-use' | 'last-published' | 'too-few' | null {
  if (used > 0) return 'in-use';
  if (isLastPublished(statuses, id)) return 'last-published';
  return statuses.length <= 2 ? 'too-few' : null;
}
