import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mayLeave } from '#core/claims/overrides';
import { fileNames } from '#core/desk/file-names';
import type { Tag } from '#core/desk/schema';
import { type Result, success } from '#core/failure';
import type { FormatId } from '#core/formats/types';
import { type DeskStore, diskFileSystem, ioFailure, writeAtomically } from '#storage/index';
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
  const rendered = await render(desk, id, format, tags);
  if (!rendered.ok) return rendered;
  const { article, bytes, stem, extension } = rendered.value;
  const leave = mayLeave(article, desk.settings);
  if (!leave.ok) return leave;
  const written = await writeAtomically(diskFileSystem, join(folder, name(stem, extension)), bytes);
  return written.ok ? success(null) : written;
}

export interface ExportOptions {
  readonly format: FormatId;
  readonly folder: string;
  readonly name: NameFile;
  readonly tags: readonly Tag[];
}
