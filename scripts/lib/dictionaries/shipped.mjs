import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { toBdic } from './bdic.mjs';

/** Which package the dictionary of a language is made from. They are shipped: licences.mjs and sbom.mjs list them. */
export const dictionaryPackages = {
  fr: 'dictionary-fr',
  'en-US': 'dictionary-en',
  'en-GB': 'dictionary-en-gb',
};

const folder = join(root, 'out', 'dictionaries');
export const dictionaryFile = (language) => join(folder, `${language}.bdic`);

/** Writes each dictionary for Chromium into `out/dictionaries`; a file there is whole. */
export function writeDictionaries() {
  mkdirSync(folder, { recursive: true });
  for (const [language, name] of Object.entries(dictionaryPackages)) {
    const read = (kind) => readFileSync(join(root, 'node_modules', name, `index.${kind}`), 'utf8');
    const file = dictionaryFile(language);
    writeFileSync(`${file}.draft`, toBdic({ affixes: read('aff'), words: read('dic') }));
    renameSync(`${file}.draft`, file);
  }
}
