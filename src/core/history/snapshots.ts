import { z } from 'zod';

/**
 * Why a version was kept. `named` was kept by a person and is never pruned; neither are versions that lost a
 * conflict (`conflict`, `set-aside`), since each may hold words that stand nowhere else, nor the copy that somebody
 * signed (`before-sign-off`), since a signature is worth nothing without what it stood under. `outside` is a version
 * that something else than Marbre has written, be it a bad disk: it is kept together with the version before it.
 */
export const snapshotReasons = [
  'opened',
  'writing',
  'before-restore',
  'before-import',
  'before-sign-off',
  'conflict',
  'set-aside',
  'outside',
  'named',
] as const;
export type SnapshotReason = (typeof snapshotReasons)[number];

/** The name of a snapshot's file without its ending: when, why, and a running letter where two fell together. */
export const snapshotIdSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z-[a-z-]{1,40}(?:--[A-Za-z0-9_-]{0,270})?$/);

export interface SnapshotInfo {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly reason: SnapshotReason;
  /** What a person called it; empty for automatic ones. */
  readonly name: string;
  /** Size of the file in bytes. */
  readonly size: number;
}

/** `name` as part of a file's name on every system, and back: base64url of its UTF-8. */
export function snapshotId(at: string, reason: SnapshotReason, name: string): string {
  const stamp = at.replace(/[:.]/g, '-');
  return name === '' ? `${stamp}-${reason}` : `${stamp}-${reason}--${encodeName(name)}`;
}

const shape = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-([a-z-]+?)(?:--([A-Za-z0-9_-]*))?$/;

/** What a snapshot's id says; null when it is the name of some other file. */
export function readSnapshotId(id: string): Omit<SnapshotInfo, 'size'> | null {
  const [, day, hour, minute, second, millisecond, reason, name = ''] = shape.exec(id) ?? [];
  const known = snapshotReasons.find((one) => one === reason);
  if (!day || !known) return null;
  return {
    id,
    at: `${day}T${hour}:${minute}:${second}.${millisecond}Z`,
    reason: known,
    name: decodeName(name),
  };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** At most 180 bytes of the name are kept: file names end at 255. */
function encodeName(name: string): string {
  const bytes = new TextEncoder().encode(name).subarray(0, 180);
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,6}/g) ?? [])
    .map((six) => alphabet[Number.parseInt(six.padEnd(6, '0'), 2)])
    .join('');
}

function decodeName(text: string): string {
  let bits = '';
  for (const letter of text) bits += alphabet.indexOf(letter).toString(2).padStart(6, '0');
  const bytes = (bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2));
  return new TextDecoder().decode(new Uint8Array(bytes)).replace(/\ufffd+$/, '');
}

const hour = 3_600_000;
const day = 24 * hour;

/** How close automatic snapshots of an age may lie, in milliseconds: an hour keeps all, a month one a day. */
const spacing: readonly (readonly [age: number, apart: number])[] = [
  [hour, 0],
  [day, 10 * 60_000],
  [7 * day, hour],
  [30 * day, day],
  [365 * day, 7 * day],
  [Number.POSITIVE_INFINITY, 30 * day],
];

const kept: ReadonlySet<SnapshotReason> = new Set([
  'named',
  'conflict',
  'set-aside',
  'outside',
  'before-sign-off',
]);

/** Whether a version that was kept for this reason stays for ever. */
export function isForEver(reason: SnapshotReason): boolean {
  return kept.has(reason);
}

/** The automatic snapshots that age has made superfluous. `now` in ms since 1970; `snapshots` newest first. */
export function prunable(snapshots: readonly SnapshotInfo[], now: number): SnapshotInfo[] {
  const gone: SnapshotInfo[] = [];
  let last = Number.POSITIVE_INFINITY;
  let isBeforeOutside = false;
  for (const snapshot of snapshots) {
    const isLastGood = isBeforeOutside;
    isBeforeOutside = snapshot.reason === 'outside';
    if (isLastGood || kept.has(snapshot.reason)) continue;
    const at = Date.parse(snapshot.at);
    const apart = spacing.find(([age]) => now - at < age)?.[1] ?? 30 * day;
    if (last - at < apart) gone.push(snapshot);
    else last = at;
  }
  return gone;
}
