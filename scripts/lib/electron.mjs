import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:https';
import { join } from 'node:path';
import { ensureFallback, fallbackBinary, isFallbackPossible } from './electron-fallback.mjs';
import { root } from './paths.mjs';
import { runQuietly } from './run.mjs';
import { SetupError, say } from './say.mjs';

const folder = join(root, 'node_modules', 'electron');
/** How long the release page may take to answer, and the download to finish, in milliseconds. */
const probeTime = 4_000;
const downloadTime = 10 * 60_000;

/** The program that the `electron` package has fetched; null when it has not. */
function ownBinary() {
  const file = join(folder, 'path.txt');
  const binary = existsSync(file) && join(folder, 'dist', readFileSync(file, 'utf8').trim());
  return binary && existsSync(binary) ? binary : null;
}

/**
 * An Electron that runs here, in this order: the one that the environment names, the supported one of the `electron`
 * package, and — on Linux, for development and tests only — an older genuine one that npm itself can deliver.
 * @returns {Promise<string>} path of the program
 */
export async function ensureElectron() {
  const given = process.env.ELECTRON_EXEC_PATH;
  if (given && existsSync(given)) return given;
  const own = ownBinary();
  if (own) return own;
  if (existsSync(fallbackBinary)) return fallbackBinary;
  if (await isReachable()) {
    say('Fetching Electron (about 110 MB, once) …');
    await download().catch(() => say('Electron could not be fetched from its release page.'));
    const fetched = ownBinary();
    if (fetched) return fetched;
  }
  if (isFallbackPossible()) return ensureFallback();
  throw new SetupError(
    'Electron could not be fetched from its release page: connect to the internet, or set ELECTRON_EXEC_PATH to an Electron 45 program, then run this again.',
  );
}

function download() {
  return runQuietly({
    name: 'install-electron',
    command: process.execPath,
    args: [join(folder, 'install.js')],
    timeout: downloadTime,
    cure: 'Electron could not be fetched.',
  });
}

function isReachable() {
  return new Promise((resolve) => {
    const request = get(
      'https://github.com/electron/electron/releases',
      { timeout: probeTime },
      (response) => {
        response.destroy();
        resolve((response.statusCode ?? 500) < 400);
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
    setTimeout(() => request.destroy(), probeTime).unref();
  });
}

/** What this Electron must be started with. Root cannot have Chromium's sandbox: build machines only, and said so. */
export function electronArguments() {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (isRoot)
    say('Running as root: Chromium’s sandbox is off for this run (--no-sandbox). Do not work like this.');
  return isRoot ? ['--no-sandbox'] : [];
}
