import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionaryPackages } from '../dictionaries/shipped.mjs';
import { root } from '../paths.mjs';
import { runQuietly } from '../run.mjs';
import { isAllowed } from './expression.mjs';

export const sbomFile = join(root, 'out', 'sbom.cdx.json');

/**
 * Writes the bill of materials (CycloneDX 1.6, JSON) of everything the product is made of, from the lock file: nothing
 * is asked of a registry, and the same lock file gives the same bytes, without a time or a random number.
 */
export async function writeSbom() {
  const draft = `${sbomFile}.draft`;
  await runQuietly({
    name: 'sbom',
    command: process.execPath,
    args: [
      join(root, 'node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js'),
      ...['--package-lock-only', '--omit', 'dev', '--output-reproducible', '--spec-version', '1.6'],
      ...['--output-file', draft, join(root, 'package.json')],
    ],
    cure: 'The bill of materials could not be made: see the log.',
  });
  const bill = JSON.parse(readFileSync(draft, 'utf8'));
  addShipped(bill, { name: 'electron', type: 'framework', description: descriptions.electron });
  for (const name of Object.values(dictionaryPackages))
    addShipped(bill, { name, type: 'data', description: descriptions.dictionary });
  writeFileSync(sbomFile, `${JSON.stringify(bill, null, 2)}\n`);
  rmSync(draft);
}

const descriptions = {
  electron: 'The program that the product runs in, with Chromium and Node inside.',
  dictionary: 'A dictionary for the checking of spelling, converted into the form that Chromium reads.',
};

/** A development dependency by its place in package.json, and yet handed on. */
function addShipped(bill, { name, type, description }) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { version, license } = packages[`node_modules/${name}`];
  const purl = `pkg:npm/${name}@${version}`;
  // What SPDX does not know is given by its name: the schema allows no other id.
  const licence = isAllowed(license) ? { id: license } : { name: license };
  bill.components.push({
    type,
    name,
    version,
    'bom-ref': purl,
    description,
    licenses: [{ license: licence }],
    purl,
  });
  bill.dependencies.push({ ref: purl });
  const product = bill.dependencies.find(({ ref }) => ref === bill.metadata.component['bom-ref']);
  product.dependsOn = [...(product.dependsOn ?? []), purl].sort();
}
