import { join } from 'node:path';
import { names } from './article-folder';

/** Where a desk's index lies: in the desk, or in `cache` when nothing can be written there. */
export function indexFile(
  desk: { readonly folder: string; readonly readOnly: boolean; readonly settings: { readonly id: string } },
  cache: string,
): string {
  return desk.readOnly
    ? join(cache, `${desk.settings.id}.sqlite`)
    : join(desk.folder, names.cache, 'index.sqlite');
}
