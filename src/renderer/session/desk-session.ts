import type { GateDesk } from '#core/claims/gate';
import type { GatePolicy } from '#core/claims/gate-policy';
import type { ScaleEntry } from '#core/claims/values';
import type { Desk, StatusEntry } from '#core/desk/schema';
import type { DeskView, Input } from '#core/ipc/contract';
import { call } from '../bridge/bridge';
import { desk, deskWrites } from './app-session';
import { flush } from './article-session';
import { today } from './library-session';
import { complain } from './notices';

/** Outcomes that were ever given on the open desk; null, with a sentence, when that cannot be found out. */
export async function outcomesUsed(): Promise<ReadonlySet<string> | null> {
  await flush();
  const used = await call('desk.outcomes-used');
  if (used.ok) return new Set(used.value);
  complain(used);
  return null;
}

/** One after the other: each is written over what the one before it left. */
let writing: Promise<unknown> = Promise.resolve();

/** How many articles have each of these statuses; null, with a sentence, when that cannot be found out. */
export async function statusesUsed(ids: readonly string[]): Promise<ReadonlyMap<string, number> | null> {
  await flush();
  const counts = await call('library.counts', { queries: ids.map((id) => `status:${id}`), today: today() });
  if (counts.ok) return new Map(ids.map((id, at) => [id, counts.value[at] ?? 0]));
  complain(counts);
  return null;
}

/**
 * Changes what the desk asks of its checkers. The window shows it at once, so that the next change starts from this
 * one; what could not be written is taken back with a sentence.
 */
export function changeChecking(change: (current: GateDesk) => Partial<GateDesk>): Promise<void> {
  const before = desk.get();
  return before ? showAndWrite(before, asDesk(change(before))) : Promise.resolve();
}

/** Changes the list of statuses, in the same way. */
export function changeStatuses(change: (statuses: readonly StatusEntry[]) => StatusEntry[]): Promise<void> {
  const before = desk.get();
  return before ? showAndWrite(before, { statuses: change(before.statuses) }) : Promise.resolve();
}

/** Changes what is known of the publication, in the same way. */
export function changePublication(change: Partial<Desk['publication']>): Promise<void> {
  const before = desk.get();
  return before
    ? showAndWrite(before, { publication: { ...before.publication, ...change } })
    : Promise.resolve();
}

function showAndWrite(before: DeskView, changed: Input<'desk.change'> & Partial<Desk>): Promise<void> {
  desk.set({ ...before, ...changed });
  deskWrites.update((count) => count + 1);
  const written = writing.then(() => write(before, changed));
  writing = written;
  return written;
}

async function write(before: DeskView, changed: Input<'desk.change'>): Promise<void> {
  const saved = await call('desk.change', changed);
  deskWrites.update((count) => count - 1);
  if (!saved.ok) complain(saved);
  if (desk.get()?.id !== before.id) return;
  if (!saved.ok) desk.set(before);
  // What was told and passed over meanwhile is in here as well.
  else if (deskWrites.get() === 0) desk.set(saved.value);
}

export function changeGate(change: (gate: GatePolicy) => Partial<GatePolicy>): Promise<void> {
  return changeChecking(({ gate }) => ({ gate: { ...gate, ...change(gate) } }));
}

export function changeScale(change: (scale: readonly ScaleEntry[]) => ScaleEntry[]): Promise<void> {
  return changeChecking(({ outcomeScale }) => ({ outcomeScale: change(outcomeScale) }));
}

/** The same values as lists and records that may be sent. */
function asDesk({ gate, outcomeScale, onePerson }: Partial<GateDesk>): Input<'desk.change'> & Partial<Desk> {
  return {
    ...(gate && {
      gate: { ...gate, kinds: { ...gate.kinds }, risks: { ...gate.risks }, roles: [...gate.roles] },
    }),
    ...(outcomeScale && { outcomeScale: outcomeScale.map((entry) => ({ ...entry })) }),
    ...(onePerson !== undefined && { onePerson }),
  };
}
