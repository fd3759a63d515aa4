import fc from 'fast-check';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { termsOf } from '#core/search/terms';

/** Scripts as news copy has them: names are spelled in their own now and then. */
const samples = [
  'Les élections à l’Assemblée : 1 250 voix d’écart, 3,5 % au Nº 2',
  'The mayor’s U.S. tour cost $1,250.50; CO₂ fell by 2½ %',
  'Łódź, Straße, Đà Nẵng, İstanbul, Þingvellir, ŉ',
  'Привет, Ёлка, Київ — й',
  'Οδός, ΟΔΟΣ, ἀρχή',
  'العَرَبِيّة شركة ـــ كتاب',
  'שָׁלוֹם עֲלֵיכֶם',
  'हिन्दी क्षेत्र தமிழ்',
  'ภาษาไทย ພາສາລາວ',
  '東京の港 カタカナー 한국어',
  '𝐁𝐨𝐥𝐝 ﬁn ＡＢＣ ①',
];

describe('terms in an FTS5 table', () => {
  const database = new Database(':memory:');
  database.exec('CREATE VIRTUAL TABLE texts USING fts5(terms, tokenize = "unicode61 remove_diacritics 0")');
  database.exec("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(texts, 'instance')");

  /** What the tokenizer makes of terms that are joined with spaces. */
  function stored(terms: readonly string[]): string[] {
    database.exec('DELETE FROM texts');
    database.prepare('INSERT INTO texts (terms) VALUES (?)').run(terms.join(' '));
    const rows = database.prepare('SELECT term FROM vocabulary ORDER BY offset').all() as { term: string }[];
    return rows.map(({ term }) => term);
  }

  it.each(samples)('are told apart again, and stay as they are: %s', (text) => {
    expect(stored(termsOf(text))).toEqual(termsOf(text));
  });

  it('are told apart again for any Latin, Greek, Cyrillic or Arabic letters', () => {
    const range = (from: number, to: number) =>
      fc.integer({ min: from, max: to }).map((code) => String.fromCodePoint(code));
    const sign = fc.oneof(
      range(0x20, 0x24f),
      range(0x370, 0x51f),
      range(0x600, 0x6ff),
      range(0x1e00, 0x1eff),
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const terms = termsOf(signs.join(''));
        expect(stored(terms)).toEqual(terms);
      }),
      { numRuns: 300 },
    );
  });
});
