/** Texts of which many articles have the same: kept as numbers. */
export const textColumns = ['status', 'section', 'language', 'byline'] as const;
export type TextColumn = (typeof textColumns)[number];

/** Whole numbers. Days are `YYYYMMDD`, 0 where there is none. */
export const intColumns = [
  'published',
  'due',
  'has',
  'total',
  'open',
  'partial',
  'stale',
  'failed',
  'checked',
  'excluded',
  'detached',
  'queries',
  'words',
] as const;
export type IntColumn = (typeof intColumns)[number];

/** Milliseconds since 1970, 0 where there is none. */
export const timeColumns = ['created', 'modified', 'embargo'] as const;
export type TimeColumn = (typeof timeColumns)[number];

/** `2026-05-12` → 20260512; 0 for no day. */
export function dayNumber(day: string | null): number {
  return day === null ? 0 : Number(day.replaceAll('-', ''));
}

/** A desk has few days and many articles. */
const days = new Map<number, string>();

/** 20260512 → `2026-05-12`; null for no day. */
export function dayText(number: number): string | null {
  if (number === 0) return null;
  const known = days.get(number);
  if (known !== undefined) return known;
  const digits = String(number).padStart(8, '0');
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  days.set(number, day);
  return day;
}
