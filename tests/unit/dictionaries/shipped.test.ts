import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild } from '../../../scripts/lib/build.mjs';
import { toBdic } from '../../../scripts/lib/dictionaries/bdic.mjs';
import { dictionaryFile, dictionaryPackages } from '../../../scripts/lib/dictionaries/shipped.mjs';
import { type Bdic, readBdic } from '../../support/bdic';

const root = join(import.meta.dirname, '../../..');
const source = (name: string, kind: 'aff' | 'dic') =>
  readFileSync(join(root, 'node_modules', name, `index.${kind}`), 'utf8');

/**
 * SHA-256 of what Chromium's own converter makes of the same files, byte for byte (it was run by hand, once, over the
 * packages in the versions of the lock file). A new version of a dictionary gives a new row here.
 */
const byChromium = {
  fr: '3ed73f22c697c1968310989003e52fedacb649906aade967035596654d9782ae',
  'en-US': '61ff85dbe196f050f94e91cba1c4baaae94a0b473759bf91293d15dbfdf3d644',
  'en-GB': 'aa57a8e9764e16f86452dc8f6cac82ef3fdc2d5e71a5545147fc27f929a50b74',
} as const;

describe.each(Object.keys(byChromium) as (keyof typeof byChromium)[])(
  'the shipped dictionary of %s',
  (language) => {
    let file: Buffer;
    let read: Bdic;
    beforeAll(async () => {
      await ensureBuild('dictionaries');
      file = readFileSync(dictionaryFile(language));
      read = readBdic(file);
    }, 60_000);

    it('is what Chromium’s own converter makes of the package, to the byte', () => {
      expect(createHash('sha256').update(file).digest('hex')).toBe(byChromium[language]);
    });

    it('is made anew from the package with the same bytes', () => {
      const name = dictionaryPackages[language];
      expect(toBdic({ affixes: source(name, 'aff'), words: source(name, 'dic') }).equals(file)).toBe(true);
    });

    it('holds every word of the list with its flags, and no other', () => {
      const lines = source(dictionaryPackages[language], 'dic').split('\n').slice(1).filter(Boolean);
      const words = new Set(lines.map((line) => line.replace(/(?<=.)\/.*$/, '')));
      expect(words.size).toBeGreaterThan(45_000);
      expect([...words].filter((word) => !read.words.has(word))).toEqual([]);
      expect(read.words.size).toBe(words.size);
      const flagged = lines.filter((line) => {
        const [, word = '', flags = ''] = /^(.[^/]*)(?:\/(.*))?$/.exec(line) ?? [];
        return !read.words.get(word)?.includes(flags);
      });
      expect(flagged).toEqual([]);
    });

    it('says whose it is, where its rules say so', () => {
      const licence = /Mozilla Public|licence MPL/.test(source(dictionaryPackages[language], 'aff'));
      expect(/Mozilla Public/.test(read.comment)).toBe(licence);
    });
  },
);
