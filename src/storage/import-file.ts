import { articleFromIntake } from '#core/article/from-intake';
import type { Article } from '#core/article/schema';
import { fieldText } from '#core/body/fields';
import { failure, type Result, success } from '#core/failure';
import { formatForFile } from '#core/formats/registry';
import { sha256Hex } from '#core/hash';
import { intake } from '#core/intake/intake';
import type { IntakeOptions } from '#core/intake/types';
import type { DeskStore } from './desk-store';
import { newId } from './ids';

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

/** Raw copy as an article, with cuts proposed and queries raised. `now` is an ISO instant. Pure but for the id. */
export function readCopy(file: Incoming, now: string, options: IntakeOptions): Result<Article> {
  const { read } = formatForFile(file.name, file.bytes);
  if (!read) return failure('input.unknown-format', { format: file.name, known: '' });
  const imported = read(file.bytes, { now });
  if (!imported.ok) return failure(imported.code, { name: file.name, ...imported.params }, imported.detail);
  const { format, encoding } = imported.value;
  const original = {
    sha256: sha256Hex(file.bytes),
    name: file.name,
    format,
    encoding,
    size: file.bytes.byteLength,
  };
  return success(articleFromIntake(intake(imported.value, options), { id: newId(), now, original }));
}

/** Brings one file onto a desk: format found, copy cleaned, original bytes kept. */
export async function importFile(
  desk: DeskStore,
  file: Incoming,
  now: string,
  options: IntakeOptions = {},
): Promise<Result<ImportedArticle>> {
  const article = readCopy(file, now, { cutRules: desk.settings.cutRules, ...options });
  if (!article.ok) return article;
  const stored = await desk.articles.create(article.value, file.bytes);
  if (!stored.ok) return stored;
  const { id, body, cuts, queries } = article.value;
  return success({ id, title: fieldText(body, 'headline'), cuts: cuts.length, queries: queries.length });
}
