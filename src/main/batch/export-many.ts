import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '#core/article/schema';
import { slugify } from '#core/article/slug';
import { mayLeave } from '#core/claims/overrides';
import { fileNames } from '#core/desk/file-names';
import type { Tag } from '#core/desk/schema';
import { failure, type Result, success } from '#core/failure';
import type { FormatId, WrittenFile } from '#core/formats/types';
import { type DeskStore, ioFailure, makeFolder, writeContext, writeFiles } from '#storage/index';
import { render } from '../render-article';

type NameFile = ReturnType<typeof fileNames>;

/** Gives out names for a folder that overwrite nothing in it. `name`: what the folder is called in a sentence. */
export async function namesIn(folder: string, name: string): Promise<Result<NameFile>> {
  try {
    return success(fileNames(await readdir(folder)));
  } catch (error) {
    return ioFailure(error, 'read', name);
  }
}

/** Writes one article into a folder, if the desk's gate lets it out. Codes: `gate.refuses`, `io.…`. */
export async function exportInto(
  desk: DeskStore,
  id: string,
  { format, folder, name, tags }: ExportOptions,
): Promise<Result<null>> {
  const rendered = await render(desk, id, format, { tags });
  if (!rendered.ok) return rendered;
  const { article, bytes, stem, extension, sibling, pictures } = rendered.value;
  const leave = mayLeave(article, desk.settings);
  if (!leave.ok) return leave;
  const file = name(stem, extension);
  const beside = new Map(pictures);
  if (sibling) beside.set(name(file.slice(0, -extension.length - 1), sibling.extension), sibling.bytes);
  // What says that all is done goes last.
  return writeFiles(folder, [...beside, [file, bytes]]);
}

/** An article that the desk's gate lets out. Codes: `gate.refuses`, and those of reading. */
export async function readAllowed(desk: DeskStore, id: string): Promise<Result<Article>> {
  const stored = await desk.articles.read(id);
  if (!stored.ok) return stored;
  const leave = mayLeave(stored.value.article, desk.settings);
  return leave.ok ? success(stored.value.article) : leave;
}

/** Writes several articles as one work, a book or a site, under a name that overwrites nothing. Codes: `format.…`, `io.…`. */
export async function exportSet(
  desk: DeskStore,
  articles: readonly Article[],
  { format, folder, name, tags }: ExportOptions,
): Promise<Result<null>> {
  const { formatById } = await import('#core/formats/registry');
  const context = await writeContext(desk, articles, format, tags);
  if (!context.ok) return context;
  const { language, name: deskName, publication } = desk.settings;
  const set = { title: publication.name || deskName, language, articles };
  const files = formatById(format).writeSet?.(set, context.value);
  if (!files?.ok) return files ?? failure('format.no-writer', { format, known: '' });
  return writeSet(folder, name, slugify(set.title, format), files.value);
}

/** One file under a free name, or a folder under one. */
async function writeSet(
  folder: string,
  name: NameFile,
  stem: string,
  files: readonly WrittenFile[],
): Promise<Result<null>> {
  const [only, ...others] = files;
  if (only && others.length === 0) {
    const extension = only.path.split('.').at(-1) ?? '';
    return writeFiles(folder, [[name(stem, extension), only.bytes]]);
  }
  const root = join(folder, name(stem, 'site'));
  const made = await makeFolder(root);
  return made.ok
    ? writeFiles(
        root,
        files.map(({ path, bytes }) => [path, bytes]),
      )
    : made;
}

export interface ExportOptions {
  readonly format: FormatId;
  readonly folder: string;
  readonly name: NameFile;
  readonly tags: readonly Tag[];
}
