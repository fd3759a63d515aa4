import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { runQuietly } from '../run.mjs';

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
  addElectron(bill);
  writeFileSync(sbomFile, `${JSON.stringify(bill, null, 2)}\n`);
  rmSync(draft);
}

/** A development dependency by its place in package.json, and yet the largest part of what is handed on. */
function addElectron(bill) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { version, license } = packages['node_modules/electron'];
  const purl = `pkg:npm/electron@${version}`;
  bill.components.push({
    type: 'framework',
    name: 'electron',
    version,
    'bom-ref': purl,
    description: 'The program that the product runs in, with Chromium and Node inside.',
    licenses: [{ license: { id: license } }],
    purl,
  });
  bill.dependencies.push({ ref: purl });
  const product = bill.dependencies.find(({ ref }) => ref === bill.metadata.component['bom-ref']);
  product.dependsOn = [...(product.dependsOn ?? []), purl].sort();
}
