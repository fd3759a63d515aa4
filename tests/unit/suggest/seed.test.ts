import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleFromIntake } from '#core/article/from-intake';
import { formatForFile } from '#core/formats/registry';
import { intake } from '#core/intake/intake';
import { suggestClaims } from '#core/suggest/suggest';

const seed = join(import.meta.dirname, '../../../../shared/seed');
const files = existsSync(seed) ? readdirSync(seed).filter((name) => name.endsWith('.txt')) : [];
if (files.length === 0) console.info('the real story is not at hand: its test is skipped');
const now = '2024-10-23T09:00:00.000Z';

describe.skipIf(files.length === 0)('the real story', () => {
  it('has its speakers, names and dates found', () => {
    for (const name of files) {
      const bytes = new Uint8Array(readFileSync(join(seed, name)));
      const imported = formatForFile(name, bytes).read?.(bytes, { now });
      if (!imported?.ok) throw new Error(`${name} was refused`);
      const article = articleFromIntake(intake(imported.value, { published: '2024-10-23' }), {
        id: 'x',
        now,
        original: null,
      });
      const found = suggestClaims(article);
      const textsOf = (kind: string) => found.filter((one) => one.kind === kind).map((one) => one.text);
      const quotations = found.filter(({ kind }) => kind === 'quotation');
      expect(quotations.length).toBeGreaterThanOrEqual(6);
      expect(quotations.filter(({ speaker }) => speaker?.includes('Peskov')).length).toBeGreaterThanOrEqual(
        1,
      );
      expect(quotations.filter(({ speaker }) => /représentant|diplomate/.test(speaker ?? '')).length).toBe(2);
      for (const surname of ['Zelensky', 'Peskov', 'Austin', 'Poutine'])
        expect(textsOf('person').some((one) => one.endsWith(surname))).toBe(true);
      expect(textsOf('place')).toEqual(expect.arrayContaining(['Séoul', 'Pyongyang', 'Moscou']));
      expect(textsOf('acronym')).toContain('RPDC');
      const dates = found.filter(({ kind }) => kind === 'date').map(({ resolved }) => resolved);
      expect(dates).toEqual(expect.arrayContaining(['2024-10-14', '2024-10-21', '2024-06-01']));
    }
  });
});
