import type { StatusEntry } from '#core/desk/schema';

/** One column of the board. */
export interface Lane {
  /** The status that its articles have; null: one that the desk does not know. */
  readonly status: string | null;
  /** What finds them, in the query language. */
  readonly filter: string;
}

/** A column for each status of the desk, in order, and one for articles whose status is none of them. */
export function lanesOf(statuses: readonly StatusEntry[]): readonly Lane[] {
  const known = statuses.map(({ id }): Lane => ({ status: id, filter: `status:${id}` }));
  return [...known, { status: null, filter: statuses.map(({ id }) => `-status:${id}`).join(' ') }];
}

/** The status beside one, where cards can be moved to; null at the edge of the board. */
export function statusBeside(lanes: readonly Lane[], at: number, step: 1 | -1): string | null {
  return lanes[at + step]?.status ?? null;
}
