import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Spelling, spellings } from '#core/language/spelling';
import { logBug } from '../log-bug';

/**
 * What Chromium calls its file of each, in `Dictionaries` of the settings folder: language, region and the version that
 * it expects (`GetVersionedFileName` of its `spellcheck_common.cc`; the same from Chromium 101 of 2022 on, and still at
 * the end of 2025). Under another name it would not find the file, and tests/e2e/spelling.test.ts would fail.
 */
export const chromiumNames: Readonly<Record<Spelling, string>> = {
  fr: 'fr-FR-3-0.bdic',
  'en-GB': 'en-GB-10-1.bdic',
  'en-US': 'en-US-10-1.bdic',
};

/**
 * Puts the shipped dictionaries where Chromium looks, each whole or not at all, and only where other bytes stand. It
 * must be done before there is a session: that looks for the dictionary of the system's language at once.
 * @param shipped folder of the dictionaries in the program @param settings Chromium's folder of settings
 * @returns the spellings that can be checked; fewer where the folder cannot be written
 */
export function placeDictionaries(shipped: string, settings: string): ReadonlySet<Spelling> {
  const folder = join(settings, 'Dictionaries');
  return new Set(spellings.filter((spelling) => place(join(shipped, `${spelling}.bdic`), folder, spelling)));
}

function place(from: string, folder: string, spelling: Spelling): boolean {
  try {
    const bytes = readFileSync(from);
    const file = join(folder, chromiumNames[spelling]);
    if (!holds(file, bytes)) replace(folder, file, bytes);
    return true;
  } catch (error) {
    logBug(`dictionary of ${spelling} not placed`, error);
    return false;
  }
}

function holds(file: string, bytes: Buffer): boolean {
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    // Not there, or not readable: it is replaced, and that says what is wrong.
    return false;
  }
}

function replace(folder: string, file: string, bytes: Buffer): void {
  mkdirSync(folder, { recursive: true });
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = openSync(temporary, 'wx');
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}
