import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';

const folder = join(root, 'out', '.bundled');
/** The parts that the packaged program is made of; the command line leaves its list beside theirs. */
const programParts = ['main', 'preload', 'renderer', 'workers'];
/** By part: each worker is a build of its own and starts the plugin anew. */
const noted = new Map();

/**
 * A plugin of the bundler that writes down which packages it has taken up. The licences that are shown come from this
 * list and not from package.json: a package that slips into the build under another heading is still listed.
 * @param {string} part the name of the build; each leaves a list of its own
 */
export function noteBundled(part) {
  const packages = noted.get(part) ?? new Set();
  noted.set(part, packages);
  return {
    name: 'marbre-note-bundled',
    transform: {
      filter: { id: /node_modules/ },
      handler(_code, id) {
        const found = packageFolder(id);
        if (found) packages.add(found);
        return null;
      },
    },
    // Not `writeBundle`: workers are never written by their own build.
    generateBundle() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${part}.json`), `${JSON.stringify([...packages].sort(), null, 2)}\n`);
    },
  };
}

/** `node_modules/a/node_modules/@b/c` of a module's address; null for what the bundler itself makes up. */
export function packageFolder(id) {
  const [, inside] = /[\\/](node_modules[\\/].+)$/.exec(id.startsWith('\0') ? '' : id) ?? [];
  const [found] = inside?.replaceAll('\\', '/').match(/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/?]+/) ?? [];
  return found ?? null;
}

/** Every package inside the packaged program, as folders relative to the checkout. @returns {string[]} */
export function bundledPackages() {
  const lists = programParts.map((part) => JSON.parse(readFileSync(join(folder, `${part}.json`), 'utf8')));
  return [...new Set(lists.flat())].sort();
}
