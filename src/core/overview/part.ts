import { stages } from '#core/article/values';
import type { OverviewRow } from './overview';

/** One figure in the making. `stage`: the place of the row’s stage among `stages`. */
export interface Part<T> {
  add(row: OverviewRow, stage: number): void;
  result(): T;
}

const published = stages.indexOf('published');
const archived = stages.indexOf('archived');

/** It is out: nobody waits for it any more. */
export function isOut(stage: number): boolean {
  return stage === published || stage === archived;
}
