import { type Stage, stages } from '#core/article/values';
import type { StatusEntry } from './schema';

/** The statuses of a desk that has set none of its own: one for each stage, under the program's names. */
export function defaultStatuses(): StatusEntry[] {
  return stages.map((stage) => ({ id: stage, labels: {}, stage }));
}

/** How far an article with this status is; a status that the desk does not know is work in progress. */
export function stageOf(statuses: readonly StatusEntry[], id: string): Stage {
  const known = statuses.find((entry) => entry.id === id)?.stage ?? stages.find((stage) => stage === id);
  return known ?? 'in-progress';
}

/** The status that an article begins with: the first one of this stage, else the first one of the list. */
export function firstStatus(statuses: readonly StatusEntry[], stage: Stage): string {
  return (statuses.find((entry) => entry.stage === stage) ?? statuses[0])?.id ?? stage;
}
