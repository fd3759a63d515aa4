import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { root } from './paths.mjs';
import { runQuietly } from './run.mjs';
import { say } from './say.mjs';

const node = process.execPath;
const inputs = ['src', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const out = join(root, 'out');

/** Both builds, each only when something it is made of has changed. */
const builds = {
  app: {
    stamp: join(out, '.app-stamp'),
    product: join(out, 'main', 'index.js'),
    inputs: [...inputs, 'electron.vite.config.ts'],
    make: () =>
      runQuietly({
        name: 'build-app',
        command: node,
        args: [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
        cure: 'The app could not be built: see the log for the file that does not compile.',
      }),
  },
  cli: {
    stamp: join(out, '.cli-stamp'),
    product: join(out, 'cli', 'marbre.mjs'),
    inputs: [...inputs, 'vite.cli.config.ts'],
    make: makeCli,
  },
};

/** Each is one file; what the other one starts comes first. */
const cliParts = ['index-worker', 'convert-worker', 'marbre'];

/** The command line is built beside its place and moved in whole: two that start at once do not disturb each other. */
async function makeCli() {
  mkdirSync(out, { recursive: true });
  const temporary = mkdtempSync(join(out, '.cli-'));
  try {
    for (const part of cliParts)
      await runQuietly({
        name: `build-${part}`,
        command: node,
        args: [join(root, 'node_modules/vite/bin/vite.js'), 'build', '-c', 'vite.cli.config.ts'],
        env: { MARBRE_CLI_OUT: temporary, MARBRE_CLI_PART: part },
        cure: 'The command line could not be built: see the log for the file that does not compile.',
      });
    mkdirSync(join(out, 'cli'), { recursive: true });
    for (const part of cliParts) renameSync(join(temporary, `${part}.mjs`), join(out, 'cli', `${part}.mjs`));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** @param {'app' | 'cli'} name */
export function isBuilt(name) {
  const build = builds[name];
  return existsSync(build.product) && isStamped(build.stamp, fingerprint(root, build.inputs));
}

/** @param {'app' | 'cli'} name */
export async function ensureBuild(name) {
  if (isBuilt(name)) return;
  const build = builds[name];
  say(`Building the ${name === 'app' ? 'app' : 'command line'} …`);
  const before = fingerprint(root, build.inputs);
  await build.make();
  stamp(build.stamp, before);
}
