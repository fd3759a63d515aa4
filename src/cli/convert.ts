import { parseArticle } from '#core/article/envelope';
import { articleFromIntake } from '#core/article/from-intake';
import type { Article } from '#core/article/schema';
import { failure, type Result, success } from '#core/failure';
import { formatById, formatForFile } from '#core/formats/registry';
import { sha256Hex } from '#core/hash';
import type { Incoming } from '#storage/index';
import { type Console, exitCodes, fail } from './console';
import { readFileOrInput, writeFileOrOutput } from './files';
import { runIntake } from './inspect';
import { type Options, readOptions } from './options';

/** `marbre convert <file|-> --to <format>`: copy in, article out, without a desk. */
export async function convert(io: Console, args: readonly string[]): Promise<number> {
  const names = ['json', 'language', 'published', 'to', 'output', 'clean'] as const;
  const options = readOptions(io, args, names, { least: 1, most: 1, name: '<file|->' });
  if (!options.ok) return fail(io, options, args.includes('--json'));
  const { json, files, to, output } = options.value;
  const file = await readFileOrInput(io, files[0] ?? '-');
  if (!file.ok) return fail(io, file, json);
  const article = toArticle(file.value, options.value, io.now());
  if (!article.ok) return fail(io, article, json);
  const { write } = formatById(to ?? 'markdown');
  if (!write) return fail(io, failure('format.no-writer', { format: to ?? '', known: '' }), json);
  const bytes = write(article.value, { tagLabels: new Map() });
  if (!bytes.ok) return fail(io, bytes, json);
  const written = await writeFileOrOutput(io, output, bytes.value);
  return written.ok ? exitCodes.done : fail(io, written, json);
}

/** Marbre's own files are articles already; everything else goes through intake. */
export function toArticle(file: Incoming, options: Options, now: string): Result<Article> {
  if (formatForFile(file.name, file.bytes).id === 'json') {
    const parsed = parseArticle(new TextDecoder().decode(file.bytes));
    return parsed.ok ? parsed : failure(parsed.code, { name: file.name, ...parsed.params }, parsed.detail);
  }
  const result = runIntake(file, options, now);
  if (!result.ok) return result;
  const { format, encoding } = result.value;
  const sha256 = sha256Hex(file.bytes);
  const original = { sha256, name: file.name, format, encoding, size: file.bytes.byteLength };
  // The id comes from the bytes and the dates from the story: the same file always gives the same output.
  const dated = result.value.published
    ? `${result.value.published}T00:00:00.000Z`
    : '1970-01-01T00:00:00.000Z';
  return success(articleFromIntake(result.value, { id: sha256.slice(0, 10), now: dated, original }));
}
