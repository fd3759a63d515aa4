import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dictionaryFile, dictionaryPackages, writeDictionaries } from './dictionaries/shipped.mjs';
import { fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { root } from './paths.mjs';
import { runQuietly } from './run.mjs';
import { say } from './say.mjs';
import { licencesFile, writeLicences } from './supply/licences.mjs';
import { sbomFile, writeSbom } from './supply/sbom.mjs';

const node = process.execPath;
const supply = [
  'scripts/lib/supply',
  'scripts/lib/dictionaries/shipped.mjs',
  'scripts/lib/package/modules.mjs',
];
const inputs = ['src', 'package.json', 'package-lock.json', 'tsconfig.base.json', ...supply];
const out = join(root, 'out');

/** Every build, each only when something it is made of has changed. */
const builds = {
  dictionaries: {
    stamp: join(out, '.dictionaries-stamp'),
    title: 'dictionaries',
    product: dictionaryFile(Object.keys(dictionaryPackages).at(-1)),
    inputs: [
      'scripts/lib/dictionaries',
      ...Object.values(dictionaryPackages).map((name) => `node_modules/${name}`),
    ],
    make: async () => writeDictionaries(),
  },
  app: {
    needs: ['dictionaries'],
    stamp: join(out, '.app-stamp'),
    title: 'app',
    product: licencesFile,
    inputs: [...inputs, 'electron.vite.config.ts'],
    make: makeApp,
  },
  cli: {
    stamp: join(out, '.cli-stamp'),
    title: 'command line',
    product: join(out, 'cli', 'marbre.mjs'),
    inputs: [...inputs, 'vite.cli.config.ts'],
    make: makeCli,
  },
  sbom: {
    stamp: join(out, '.sbom-stamp'),
    title: 'bill of materials',
    product: sbomFile,
    inputs: [
      'package.json',
      'package-lock.json',
      'scripts/lib/supply/sbom.mjs',
      'scripts/lib/dictionaries/shipped.mjs',
    ],
    make: writeSbom,
  },
};

async function makeApp() {
  await runQuietly({
    name: 'build-app',
    command: node,
    args: [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    cure: 'The app could not be built: see the log for the file that does not compile.',
  });
  writeLicences();
}

/** The command line is built beside its place and moved in whole: two that start at once do not disturb each other. */
async function makeCli() {
  mkdirSync(out, { recursive: true });
  const temporary = mkdtempSync(join(out, '.cli-'));
  try {
    await runQuietly({
      name: 'build-cli',
      command: node,
      args: [join(root, 'node_modules/vite/bin/vite.js'), 'build', '-c', 'vite.cli.config.ts'],
      env: { MARBRE_CLI_OUT: temporary },
      cure: 'The command line could not be built: see the log for the file that does not compile.',
    });
    moveIn(temporary, join(out, 'cli'));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Parts are named by their content and come before what loads them; what no build has made any more goes last. */
function moveIn(from, to) {
  mkdirSync(to, { recursive: true });
  const made = readdirSync(from).sort(
    (a, b) => Number(b.startsWith('part-')) - Number(a.startsWith('part-')),
  );
  for (const name of made) renameSync(join(from, name), join(to, name));
  for (const name of readdirSync(to)) if (!made.includes(name)) rmSync(join(to, name));
}

/** @param {keyof typeof builds} name */
export function isBuilt(name) {
  const build = builds[name];
  if (!(build.needs ?? []).every(isBuilt)) return false;
  return existsSync(build.product) && isStamped(build.stamp, fingerprint(root, build.inputs));
}

/** @param {keyof typeof builds} name */
export async function ensureBuild(name) {
  if (isBuilt(name)) return;
  const build = builds[name];
  for (const needed of build.needs ?? []) await ensureBuild(needed);
  say(`Building the ${build.title} …`);
  mkdirSync(out, { recursive: true });
  const before = fingerprint(root, build.inputs);
  await build.make();
  stamp(build.stamp, before);
}
