import { cpSync, existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';

/** What the bundler leaves out because it is native code; electron.vite.config.ts names the same two. */
export const nativeModules = ['libsql', '@parcel/watcher'];

/** Needed where the code is compiled, never where it runs. */
const buildTimeOnly = new Set(['node-addon-api']);

/** What a module runs with, and what its licence asks to be handed on. Everything else stays at home. */
const shippedEndings = new Set(['.js', '.cjs', '.mjs', '.node']);
const shippedNames = /^(?:package\.json|licen[cs]e(?:\..+)?|notice(?:\..+)?)$/i;
/** Folders of modules that hold scripts or sources for compiling; `node_modules` inside is walked on its own. */
const leftFolders = new Set(['node_modules', 'scripts', 'src', 'test', 'tests', 'types', 'docs']);

/**
 * The folders of the named modules and of everything that they need at run time on this machine, relative to `root`.
 * Electron exists for glibc only, so code for another C library stays at home, too.
 * @param {string} root @param {string[]} names @returns {string[]} in the order of their names
 */
export function runTimeModules(root, names) {
  const found = new Set();
  const visit = (name, from) => {
    const folder = resolveFrom(root, from, name);
    if (folder === null || found.has(folder) || !runsHere(manifest(join(root, folder)))) return;
    found.add(folder);
    const { dependencies = {}, optionalDependencies = {} } = manifest(join(root, folder));
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies }))
      if (!buildTimeOnly.has(next)) visit(next, folder);
  };
  for (const name of names) visit(name, '');
  return [...found].sort();
}

/** Node's own look-up: beside the module that asks first, then further out. */
function resolveFrom(root, from, name) {
  for (let at = from; ; at = dirname(at) === '.' ? '' : dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(root, folder, 'package.json'))) return folder;
    if (at === '') return null;
  }
}

const manifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

function runsHere({ name, os, cpu }) {
  const fits = (list, value) => !list || list.includes(value);
  return fits(os, process.platform) && fits(cpu, process.arch) && !/-musl(?:eabihf)?$/.test(name);
}

/** Copies what runs and what its licence asks for. @param {string} from @param {string} to */
export function copyModule(from, to) {
  cpSync(from, to, {
    recursive: true,
    dereference: true,
    filter: (path) => {
      const inside = relative(from, path);
      if (inside.split(sep).some((part) => leftFolders.has(part))) return false;
      // A name without an ending is a folder, or one of the names that are asked for.
      const name = basename(path);
      return (
        inside === '' || shippedNames.test(name) || shippedEndings.has(extname(name)) || !name.includes('.')
      );
    },
  });
}
