import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild } from '../../../scripts/lib/build.mjs';
import { dictionaryPackages } from '../../../scripts/lib/dictionaries/shipped.mjs';
import { sbomFile, writeSbom } from '../../../scripts/lib/supply/sbom.mjs';

const root = join(import.meta.dirname, '../../..');

interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly purl?: string;
  readonly components?: readonly Component[];
}
interface Bill {
  readonly specVersion: string;
  readonly components: readonly Component[];
  readonly metadata: { readonly component: Component };
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/** The schemas that the makers of CycloneDX publish, as the library of their tool carries them. */
function schemaOf(name: string): object {
  const folder = join(root, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
  return JSON.parse(readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;
}

const flat = (components: readonly Component[]): Component[] =>
  components.flatMap((one) => [one, ...flat(one.components ?? [])]);

describe('the bill of materials', () => {
  let text: string;
  let bill: Bill;
  beforeAll(async () => {
    await ensureBuild('sbom');
    text = readFileSync(sbomFile, 'utf8');
    bill = JSON.parse(text);
  }, 60_000);

  it('is valid CycloneDX 1.6 by the published schema', () => {
    const ajv = new Ajv({ strict: false, validateFormats: true });
    addFormats(ajv);
    // Formats of addresses in every script, which ajv-formats does not have; the addresses are checked as text.
    for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true);
    for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs'])
      ajv.addSchema(schemaOf(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    const validate = ajv.compile(schemaOf('bom-1.6'));
    expect(validate(bill), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(bill.specVersion).toBe('1.6');
    expect(validate({ ...bill, bomFormat: 'Other' })).toBe(false);
  });

  it('names every package that the product asks for in its exact version, Electron and the dictionaries', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; devOptional?: boolean; version: string }>;
    };
    const wanted = Object.entries(lock.packages)
      .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
      .map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`);
    const found = new Set(
      flat(bill.components).map(
        ({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`,
      ),
    );
    expect(wanted.filter((one) => !found.has(one))).toEqual([]);
    for (const name of ['electron', ...Object.values(dictionaryPackages)])
      expect(found.has(`${name}@${lock.packages[`node_modules/${name}`]?.version}`), name).toBe(true);
  });

  it('is the same, byte for byte, when it is made again, and says nothing of time or machine', async () => {
    await writeSbom();
    expect(readFileSync(sbomFile, 'utf8')).toBe(text);
    expect(text).not.toMatch(/"timestamp"|"serialNumber"/);
    expect(text).not.toContain(root);
  }, 60_000);
});
