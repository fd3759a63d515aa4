import type { Warning } from '../types';

/** More of one kind say nothing new, and a page may hold thousands. */
const mostOfOneKind = 20;

/** Gathers what a reader could not keep: each thing once. */
export class Warnings {
  readonly #found = new Map<string, Warning>();
  readonly #counts = new Map<Warning['code'], number>();

  constructor(first: readonly Warning[] = []) {
    for (const warning of first) this.add(warning.code, warning.params);
  }

  add(code: Warning['code'], params?: Warning['params']): void {
    const warning: Warning = params ? { code, params } : { code };
    const key = JSON.stringify(warning);
    const count = this.#counts.get(code) ?? 0;
    if (this.#found.has(key) || count >= mostOfOneKind) return;
    this.#found.set(key, warning);
    this.#counts.set(code, count + 1);
  }

  all(): Warning[] {
    return [...this.#found.values()];
  }
}

/** The beginning of a text, for a warning that names it. */
export function sampleOf(text: string, most = 80): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
