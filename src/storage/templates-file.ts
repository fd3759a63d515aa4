import { join } from 'node:path';
import type { z } from 'zod';
import { mostTemplates, type Template, templatesSchema, templatesVersion } from '#core/desk/templates';
import { failure, type Result, success } from '#core/failure';
import { names } from './article-folder';
import { writeAtomically } from './atomic-write';
import type { FileSystem } from './file-system';
import { ioFailure } from './io-failure';
import { type Expected, jsonBytes, readJsonFile } from './json-file';
import { withFileLock } from './lock';
import { deskGone } from './presence';

export const templatesFile: Expected<z.infer<typeof templatesSchema>> = {
  schema: templatesSchema,
  newestVersion: templatesVersion,
  name: names.templates,
  codes: { missing: 'io.not-found', invalid: 'template.invalid', newer: 'template.newer-version' },
};

/** Codes: `template.invalid`, `template.newer-version`, `io.not-found`, `io.read`. A desk without the file has none. */
export async function readTemplates(fs: FileSystem, desk: string): Promise<Result<Template[]>> {
  const read = await readJsonFile(fs, join(desk, names.templates), templatesFile);
  if (read.ok) return success(read.value.templates);
  if (read.code !== 'io.not-found') return read;
  // A disk that was pulled has not lost its templates.
  return (await deskGone(fs, desk)) ?? success([]);
}

/**
 * Changes the templates of a desk, from what is on disk at that moment; a file that cannot be read is never written
 * over. Codes: those of `readTemplates`, `template.too-many`, `io.denied`, `io.disk-full`, `io.write`.
 */
export async function writeTemplates(
  fs: FileSystem,
  desk: string,
  change: (templates: readonly Template[]) => Template[],
): Promise<Result<Template[]>> {
  const gone = await deskGone(fs, desk);
  if (gone) return gone;
  try {
    return await withFileLock(fs, join(desk, '.templates.lock'), async () => {
      const read = await readTemplates(fs, desk);
      if (!read.ok) return read;
      const templates = change(read.value);
      if (templates.length > mostTemplates) return failure('template.too-many', { limit: mostTemplates });
      const content = { format: 'marbre-templates', version: templatesVersion, templates };
      const written = await writeAtomically(fs, join(desk, names.templates), jsonBytes(content));
      return written.ok ? success(templates) : written;
    });
  } catch (error) {
    return ioFailure(error, 'write', names.templates);
  }
}
