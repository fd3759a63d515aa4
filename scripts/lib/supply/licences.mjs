import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionaryPackages } from '../dictionaries/shipped.mjs';
import { nativeModules, runTimeModules } from '../package/modules.mjs';
import { root } from '../paths.mjs';
import { SetupError } from '../say.mjs';
import { bundledPackages } from './bundled.mjs';
import { isAllowed } from './expression.mjs';
import { standardTexts } from './standard-texts.mjs';

export const licencesFile = join(root, 'out', 'licences.json');

/** They put small helpers of their own into what they build. */
const builders = ['node_modules/vite', 'node_modules/rolldown'];
/** The program that all of it runs in. Its own page of notices, Chromium’s, lies beside the packaged program. */
const runtime = 'node_modules/electron';

/**
 * Packages that were published without the text of their licence, or without naming it as SPDX does: what they say
 * elsewhere.
 * Anything else without a text stops the build.
 */
const exceptions = {
  // “BSD” is no name of SPDX. The text is Ispell's: three clauses, and that modified versions are marked as such.
  'dictionary-en': { licence: 'MIT AND BSD-3-Clause' },
  'dictionary-en-gb': { licence: 'MIT AND BSD-3-Clause' },
  '@libsql/linux-x64-gnu': { textOf: 'node_modules/libsql' },
  '@libsql/linux-arm64-gnu': { textOf: 'node_modules/libsql' },
  '@libsql/linux-arm-gnueabihf': { textOf: 'node_modules/libsql' },
  // Its read-me: “Copyright 2010 - 2014 Sami Samhuri, MIT license”.
  format: { licence: 'MIT', holder: '2010-2014 Sami Samhuri' },
  'react-remove-scroll-bar': { holder: 'Anton Korzunov' },
  saxes: { holder: 'Louis-Dominique Dubeau and contributors; Isaac Z. Schlueter and contributors' },
};

/** What a package was built with before it came here, and what no lock file therefore names. */
const carriedInside = {
  'pdfjs-dist': [
    {
      name: 'core-js',
      version: '3.45.0',
      licence: 'MIT',
      holder: '2014-2025 Denis Pushkarev (zloirock.ru)',
    },
  ],
};

/** Folders of everything that is handed on with the program, relative to the checkout. */
export function shippedPackages() {
  const native = runTimeModules(root, nativeModules);
  const dictionaries = Object.values(dictionaryPackages).map((name) => `node_modules/${name}`);
  return [...new Set([...bundledPackages(), ...native, ...dictionaries, ...builders, runtime])].sort();
}

/**
 * Writes what the About window shows: each shipped package with its licence and the number of its text.
 * A package whose licence is not allowed, or whose text is not known, stops the build.
 */
export function writeLicences() {
  const texts = [];
  const numberOf = (text) => (texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1);
  const found = shippedPackages().map(describe);
  const inside = found.flatMap(({ name }) => carriedInside[name] ?? []).map(describeInside);
  const packages = [...found, ...inside].map((one) => ({ ...one, text: numberOf(one.text) }));
  packages.sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  writeFileSync(licencesFile, `${JSON.stringify({ packages, texts })}\n`);
}

const compare = (a, b) => (a < b ? -1 : Number(a > b));

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const licence = exceptions[name]?.licence ?? license;
  if (!isAllowed(licence))
    throw new SetupError(`${name} ${version} is under “${licence}”, which the product may not contain.`);
  const text = textIn(folder) ?? exceptionalText(name, licence);
  if (!text)
    throw new SetupError(
      `${name} ${version} comes without its licence: name it in licences.mjs, or do without it.`,
    );
  return { name, version, licence, text };
}

function describeInside({ name, version, licence, holder }) {
  return { name, version, licence, text: standardTexts[licence](holder) };
}

/** The files of a package that hold its licence and its notices, one after the other; null when there are none. */
function textIn(folder) {
  const names = readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:licen[cs]e|copying|notice|unlicense)/i.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  if (names.length === 0) return null;
  return names
    .map((name) =>
      readFileSync(join(root, folder, name), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    )
    .join('\n\n');
}

function exceptionalText(name, licence) {
  const { textOf, holder } = exceptions[name] ?? {};
  if (textOf && existsSync(join(root, textOf))) return textIn(textOf);
  return holder ? (standardTexts[licence]?.(holder) ?? null) : null;
}
