import { fieldText } from '#core/body/fields';
import { firstStatus } from '#core/desk/statuses';
import { type Result, success } from '#core/failure';
import type { IntakeOptions } from '#core/intake/types';
import type { DeskStore } from './desk-store';

export interface Incoming {
  /** The file's own name, without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportedArticle {
  readonly id: string;
  readonly title: string;
  readonly cuts: number;
  readonly queries: number;
}

/** Brings one file onto a desk: format found, copy cleaned, original bytes kept. */
export async function importFile(
  desk: DeskStore,
  file: Incoming,
  now: string,
  options: IntakeOptions = {},
): Promise<Result<ImportedArticle>> {
  // Readers and rules are half of the program and wait on disk until somebody imports: the window opens sooner.
  const { readCopy } = await import('./read-copy');
  const copy = readCopy(file, now, { cutRules: desk.settings.cutRules, ...options });
  if (!copy.ok) return copy;
  const { article, pictures } = copy.value;
  const status = firstStatus(desk.settings.statuses, 'raw');
  const stored = await desk.articles.create(
    { ...article, metadata: { ...article.metadata, status } },
    file.bytes,
    pictures,
  );
  if (!stored.ok) return stored;
  const { id, body, cuts, queries } = article;
  return success({ id, title: fieldText(body, 'headline'), cuts: cuts.length, queries: queries.length });
}
