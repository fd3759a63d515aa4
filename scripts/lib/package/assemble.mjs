import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { root } from '../paths.mjs';
import { SetupError } from '../say.mjs';
import { setFuses } from './fuses.mjs';
import { copyModule, nativeModules, runTimeModules } from './modules.mjs';

/** What of the checkout goes into the archive, beside package.json and native modules. */
const archived = [
  'out/main',
  'out/preload',
  'out/renderer',
  'out/dictionaries',
  'out/licences.json',
  'resources/sample-desk',
];
/** Fields of package.json that the program reads; scripts and development tools are nobody's business. */
const manifestFields = ['name', 'productName', 'version', 'description', 'type', 'main'];

export const packageName = `Marbre-${process.platform}-${process.arch}`;

/**
 * Puts the program that people get together: the Electron that is there, one archive with the build, fuses burnt in.
 * Made beside its place and moved in whole.
 * @param {string} electron path of the Electron program @param {string} target folder that it goes into
 * @returns {Promise<string>} folder of the packaged program
 */
export async function assemble(electron, target) {
  if (process.platform !== 'linux')
    throw new SetupError(
      'Packages are made on Linux only so far: those for macOS and Windows need a signature and were never tried.',
    );
  mkdirSync(target, { recursive: true });
  const work = mkdtempSync(join(target, '.package-'));
  try {
    const folder = join(work, packageName);
    copyElectron(electron, folder);
    await archive(join(work, 'app'), join(folder, 'resources', 'app.asar'));
    await setFuses(join(folder, 'marbre'), process.platform);
    cpSync(join(root, 'out/sbom.cdx.json'), join(folder, 'sbom.cdx.json'));
    const place = join(target, packageName);
    rmSync(place, { recursive: true, force: true });
    renameSync(folder, place);
    return place;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Without its `resources`: the default app, or the loader of a development Electron, is not ours to ship. */
function copyElectron(electron, folder) {
  const from = dirname(electron);
  const resources = join(from, 'resources');
  cpSync(from, folder, {
    recursive: true,
    filter: (path) => path !== resources && !path.startsWith(resources + sep),
  });
  renameSync(join(folder, basename(electron)), join(folder, 'marbre'));
  mkdirSync(join(folder, 'resources'));
}

async function archive(staging, file) {
  const { createPackageWithOptions } = await import('@electron/asar');
  for (const part of archived) cpSync(join(root, part), join(staging, part), { recursive: true });
  for (const module of runTimeModules(root, nativeModules))
    copyModule(join(root, module), join(staging, module));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const kept = Object.fromEntries(manifestFields.map((field) => [field, manifest[field]]));
  writeFileSync(join(staging, 'package.json'), `${JSON.stringify(kept, null, 2)}\n`);
  await createPackageWithOptions(staging, file, { unpack: '*.node' });
}
