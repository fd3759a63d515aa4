import { z } from 'zod';
import { instantSchema } from '#core/article/schema';

export const manifestVersion = 1;

/** A path below the desk: with slashes, of parts that are names and lead nowhere else on any system. */
export const backupPathSchema = z
  .string()
  .min(1)
  .max(4_096)
  .refine(
    (path) =>
      !/[\\\0]|^[A-Za-z]:/.test(path) && path.split('/').every((part) => !['', '.', '..'].includes(part)),
  );

const fileSchema = z.strictObject({
  path: backupPathSchema,
  /** Bytes. */
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type BackupFile = z.infer<typeof fileSchema>;

/** What `manifest.json` of a backup says: it is written last, so a backup that has one is whole. */
export const manifestSchema = z.strictObject({
  format: z.literal('marbre-backup'),
  version: z.literal(manifestVersion),
  desk: z.strictObject({ id: z.string().max(64), name: z.string() }),
  made: instantSchema,
  /** By path. */
  files: z.array(fileSchema),
  /** Files that could not be read when it was made, and are not in it. */
  unread: z.array(backupPathSchema),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

const instantName = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/;

/** The name of a backup's folder: the instant in UTC, without what Windows has no place for in a name. */
export function backupName(made: number): string {
  return new Date(made).toISOString().replace(/[:.]/g, '-');
}

/** When the backup of this name was made, in milliseconds since 1970; null when it is no name of ours. */
export function backupInstant(name: string): number | null {
  const [, date, hours, minutes, seconds, rest] = instantName.exec(name) ?? [];
  if (date === undefined) return null;
  const instant = Date.parse(`${date}T${hours}:${minutes}:${seconds}.${rest}Z`);
  return Number.isNaN(instant) || backupName(instant) !== name ? null : instant;
}
