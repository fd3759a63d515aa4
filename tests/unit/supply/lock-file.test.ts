import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installScripts, packagesWithInstallScripts } from '../../../scripts/lib/supply/install-scripts.mjs';

const root = join(import.meta.dirname, '../../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}
const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const lock = JSON.parse(read('package-lock.json')) as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Entry & Partial<typeof manifest>>>;
};
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('what is installed is what was chosen', () => {
  it('names every package by one exact version', () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    const loose = Object.entries(wanted).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
    const other = Object.entries(wanted).filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
    );
    expect(other).toEqual([]);
  });

  it('has a lock file that was made from this package.json', () => {
    expect(lock.lockfileVersion).toBe(3);
    const { dependencies, devDependencies } = lock.packages[''] ?? {};
    expect({ dependencies, devDependencies }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
  });

  it('knows the SHA-512 of every package, and has none from a folder, an archive or a repository', () => {
    expect(installed.length).toBeGreaterThan(500);
    expect(installed.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual(
      [],
    );
    expect(installed.filter(([, { link }]) => link)).toEqual([]);
  });
});

describe('nothing runs because it was installed', () => {
  it('lists each package with an install script, with a reason why it does without', () => {
    expect(packagesWithInstallScripts(lock)).toEqual(Object.keys(installScripts).sort());
    expect(Object.values(installScripts).every(({ why }) => why.length > 20)).toBe(true);
  });

  it('tells npm so in the checkout, and once more where the set-up calls it', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(read('scripts/lib/dependencies.mjs')).toMatch(/\['ci', '--ignore-scripts'/);
  });
});
