/** How long each field of a source may be, in UTF-16 units: what is longer would not be saved. */
export const limits = {
  url: 4_096,
  line: 500,
  remark: 20_000,
  name: 255,
  exact: 20_000,
  around: 32,
} as const;

/** How many sources one claim may have. */
export const mostSources = 200;

/** `YYYY-MM-DD`, as fields of the browser give it; it lets years beyond 9999 through, which the file does not. */
export function readDay(value: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}

/** A text of at most `length` UTF-16 units that ends with a whole character. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
