import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { type Licences, licencesSchema } from '#core/about/licences';
import { type Result, success } from '#core/failure';
import { ioFailure } from '#storage/index';

/** The licences of everything that is shipped, from the file that the build has left beside the program’s code. */
export async function readLicences(): Promise<Result<Licences>> {
  const name = 'licences.json';
  try {
    const text = await readFile(join(app.getAppPath(), 'out', name), 'utf8');
    return success(licencesSchema.parse(JSON.parse(text)));
  } catch (error) {
    return ioFailure(error, 'read', name);
  }
}
