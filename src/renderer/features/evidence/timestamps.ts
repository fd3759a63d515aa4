const shape = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})(?:[.,](\d{1,3}))?$/;
/** The schema's own limit, in milliseconds. */
const longest = 1_000_000_000;

/** `12:07`, `1:02:03`, `0:07.4`; tenths only where there are some. `ms`: milliseconds from the beginning. */
export function showTimestamp(ms: number): string {
  const tenths = Math.floor(Math.max(0, ms) / 100);
  const seconds = Math.floor(tenths / 10);
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const tail = `${two(seconds % 60)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * Milliseconds for what a person typed: `83` (seconds), `1:23`, `1:02:03`, each with a decimal part if wanted; null
 * for what is no time, such as `1:75`.
 */
export function readTimestamp(text: string): number | null {
  const found = shape.exec(text.trim());
  if (!found) return null;
  const [, hours, minutes, seconds = '', fraction = ''] = found;
  if (minutes !== undefined && Number(seconds) > 59) return null;
  if (hours !== undefined && Number(minutes) > 59) return null;
  const whole = Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds);
  const ms = whole * 1_000 + Number(fraction.padEnd(3, '0'));
  return ms <= longest ? ms : null;
}
