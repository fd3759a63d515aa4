import { homedir, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What is fetched once and shared by all checkouts of this user. */
export const cache = join(
  process.env.XDG_CACHE_HOME ||
    (platform() === 'win32' && process.env.LOCALAPPDATA) ||
    join(homedir(), '.cache'),
  'marbre',
);
