import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { firstStatus } from '#core/desk/statuses';
import { type Result, success } from '#core/failure';
import type { Packed } from '#core/formats/types';
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
  const { readCopy, readWhole } = await import('./read-copy');
  const whole = readWhole(file);
  if (whole) return whole.ok ? createWhole(desk, whole.value) : whole;
  const copy = readCopy(file, now, { cutRules: desk.settings.cutRules, ...options });
  if (!copy.ok) return copy;
  const { article, pictures } = copy.value;
  const status = firstStatus(desk.settings.statuses, 'raw');
  const stored = await desk.articles.create(
    { ...article, metadata: { ...article.metadata, status } },
    file.bytes,
    pictures,
  );
  return stored.ok ? success(described(article)) : stored;
}

async function createWhole(desk: DeskStore, packed: Packed): Promise<Result<ImportedArticle>> {
  const stored = await desk.articles.createWhole(packed);
  return stored.ok ? success(described(stored.value.article)) : stored;
}

function described({ id, body, cuts, queries }: Article): ImportedArticle {
  return { id, title: fieldText(body, 'headline'), cuts: cuts.length, queries: queries.length };
}
