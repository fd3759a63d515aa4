import { dirname } from 'node:path';
import type { EntryInfo, FileSystem } from './file-system';

/**
 * A plain file in a plain folder; null for anything else. A link in the place of either would show what lies outside of
 * the desk: the window and its exports get the bytes. Rejects when the disk does not answer.
 */
export async function ownFile(fs: FileSystem, path: string): Promise<EntryInfo | null> {
  const info = await fs.info(path);
  if (info?.kind !== 'file') return null;
  return (await fs.info(dirname(path)))?.kind === 'folder' ? info : null;
}
