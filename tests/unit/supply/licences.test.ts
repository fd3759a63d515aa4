import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../../../scripts/lib/supply/bundled.mjs';
import { isAllowed } from '../../../scripts/lib/supply/expression.mjs';
import { licencesFile, shippedPackages } from '../../../scripts/lib/supply/licences.mjs';

const root = join(import.meta.dirname, '../../..');

interface Licences {
  readonly packages: readonly { name: string; version: string; licence: string; text: number }[];
  readonly texts: readonly string[];
}
const licences = JSON.parse(readFileSync(licencesFile, 'utf8')) as Licences;
const named = (name: string) => licences.packages.find((one) => one.name === name);

describe('which licences may be part of the product', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['GPL-2.0-only OR (AGPL-3.0-only OR ISC)', true],
    ['MIT AND ISC', true],
    ['MIT AND (CC0-1.0 OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['(MIT AND GPL-3.0-only) OR AGPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['AGPL-3.0-or-later', false],
    ['LGPL-2.1-only', false],
    ['GPL-2.0-only WITH Classpath-exception-2.0', false],
    ['MIT OR', false],
    ['(MIT', false],
    ['MIT ISC', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
    ['', false],
    [undefined, false],
  ])('“%s”: %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });
});

describe('the licences of what is shipped', () => {
  it('are those of everything that the bundler has taken up, and of native code, fonts and Electron', () => {
    const folders = shippedPackages();
    expect(licences.packages.length).toBeGreaterThanOrEqual(folders.length);
    for (const name of ['react', 'lexical', 'libsql', '@parcel/watcher', 'pdfjs-dist', 'core-js', 'electron'])
      expect(named(name), name).toBeDefined();
    expect(named('@fontsource-variable/inter')?.licence).toBe('OFL-1.1');
    const missing = folders.filter(
      (folder) => !named(folder.slice(folder.lastIndexOf('node_modules/') + 13)),
    );
    expect(missing).toEqual([]);
  });

  it('are each allowed, with a text that speaks of a licence', () => {
    expect(licences.packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
    for (const { name, text } of licences.packages)
      expect(licences.texts[text], name).toMatch(/permi(?:ssion|tted)|licen[cs]e/i);
  });

  it('say nothing of the machine that built them', () => {
    expect(JSON.stringify(licences)).not.toContain(root);
  });

  it('list the dictionaries that are shipped, with what their makers ask to be shown', () => {
    expect(named('dictionary-fr')).toMatchObject({ licence: 'MPL-2.0' });
    for (const name of ['dictionary-en', 'dictionary-en-gb']) {
      expect(named(name)).toMatchObject({ licence: 'MIT AND BSD-3-Clause' });
      expect(licences.texts[named(name)?.text ?? -1]).toContain('Geoff Kuenning');
    }
  });

  it('leave out what is only a tool of the work', () => {
    for (const name of ['typescript', 'vitest', 'playwright-core', '@biomejs/biome'])
      expect(named(name)).toBeUndefined();
  });

  it('knows the package of a module by its address', () => {
    expect(packageFolder('/x/node_modules/a/node_modules/@b/c/lib/d.js')).toBe(
      'node_modules/a/node_modules/@b/c',
    );
    expect(packageFolder('/x/node_modules/a/d.css?inline')).toBe('node_modules/a');
    expect(packageFolder('/x/src/core/failure.ts')).toBeNull();
    expect(packageFolder('\0/x/node_modules/a/d.js')).toBeNull();
  });
});

describe('the licences of the whole tree', () => {
  it('are allowed for each package that the product asks for, shipped or not', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; license?: string }>;
    };
    const asked = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
    expect(asked.length).toBeGreaterThan(200);
    const refused = asked.filter(([, { license }]) => !isAllowed(license)).map(([path]) => path);
    // Names its licence (MIT) in its read-me only.
    expect(refused).toEqual(['node_modules/format']);
  });

  it('are allowed for each font of the build', () => {
    const fonts = readdirSync(join(root, 'out/renderer/assets')).filter((name) =>
      /\.(?:woff2?|ttf|otf)$/.test(name),
    );
    const known = /^(?:inter|source-serif-4)-/;
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((name) => !known.test(name))).toEqual([]);
    expect(existsSync(join(root, 'node_modules/@fontsource-variable/source-serif-4/LICENSE'))).toBe(true);
  });
});
