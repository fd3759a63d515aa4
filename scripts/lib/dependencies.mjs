import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStamped, stamp } from './fingerprint.mjs';
import { root } from './paths.mjs';
import { npmCommand, runQuietly } from './run.mjs';
import { SetupError, say } from './say.mjs';

const [least, leastMinor] = [20, 19];

/** Installs what the lock file names, exactly, when it is not installed yet. About 365 MB on disk. */
export async function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < least || (major === least && minor < leastMinor)) {
    throw new SetupError(
      `Marbre needs Node ${least}.${leastMinor} or newer, and this is ${process.versions.node}: install a newer Node.`,
    );
  }
  const file = join(root, 'node_modules', '.marbre-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (isStamped(file, wanted)) return;
  say('Installing dependencies (about 365 MB, once) …');
  await runQuietly({
    name: 'npm-ci',
    // Also said here: the settings of a person’s own npm could say otherwise than `.npmrc` does.
    ...npmCommand(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']),
    // The Electron package would fetch its program from the web; a later step finds one that can be reached.
    env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
    cure: 'The dependencies could not be installed: check that npm reaches its registry, then run this again.',
  });
  stamp(file, wanted);
}
