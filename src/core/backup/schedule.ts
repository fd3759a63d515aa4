import { z } from 'zod';
import { instantSchema } from '#core/article/schema';

/** How many hours lie between two backups, as they are offered. */
export const backupHours = [1, 2, 4, 8, 24] as const;
export const usualHours = 4;

export const backupHoursSchema = z.union(backupHours.map((hours) => z.literal(hours)));

/** What one machine does for one desk: it knows the disks, so this does not travel with the desk. */
export const backupPlanSchema = z.strictObject({
  /** Absolute; it never leaves the main process. */
  folder: z.string().nullable(),
  isOn: z.boolean(),
  hours: backupHoursSchema,
  /** The last backup that was made from here; every file of it was read back. */
  last: z.strictObject({ made: instantSchema, files: z.int(), unread: z.int() }).nullable(),
});
export type BackupPlan = z.infer<typeof backupPlanSchema>;

export const noPlan: BackupPlan = { folder: null, isOn: false, hours: usualHours, last: null };

/** After a failure the next try comes so many milliseconds later: a disk that is not plugged in is no news each minute. */
export const retryAfter = 3_600_000;

/** Whether a backup is due. `tried`: when one was last begun in this run of the program; times in milliseconds since 1970. */
export function isBackupDue(plan: BackupPlan, now: number, tried: number | null): boolean {
  if (!plan.isOn || plan.folder === null) return false;
  // A clock that was set back makes no backup wait for it.
  const since = (instant: number): number => Math.abs(now - instant);
  if (tried !== null && since(tried) < retryAfter) return false;
  return plan.last === null || since(Date.parse(plan.last.made)) >= plan.hours * 3_600_000;
}
