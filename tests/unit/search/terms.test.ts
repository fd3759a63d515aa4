import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords, termsOf, tokens } from '#core/search/terms';

/** Words of one line are found by one another. */
const sameWord = [
  'élection élections election ELECTIONS Élections',
  'cheval chevaux Chevaux',
  'travail travaux',
  'bateau bateaux',
  'jeu jeux',
  'bijou bijoux',
  'heureux heureuse heureuses',
  'social sociaux sociale sociales',
  'français Françaises française',
  'chinois chinoise',
  'européen européens européenne européennes',
  'élu élus élue élues',
  'loi lois',
  'emploi emplois',
  'parti partis',
  'blessé blessés blessée blessées',
  'tué tués tuée tuées',
  'évalué évaluée évaluées',
  'employé employée employés employees',
  'premier première premières',
  'public publics publique publiques',
  'économie économies economy economies',
  'city cities Cities',
  'party parties',
  'tax taxes taxe',
  'class classes classe',
  'church churches',
  'dish dishes',
  'hero heroes',
  'virus viruses',
  'campus campuses',
  'press presse presses',
  'mayor mayors mayor’s mayors’',
  'woman women',
  'child children',
  'œuvre oeuvre œuvres',
  'Straße Strasse',
  'Łódź Lodz',
  'Bjørn Bjorn',
  'ΟΔΟΣ οδός',
  'العَرَبِيّة العربية',
  'ﬁnance finance',
  'CO₂ CO2',
  'soft\u00adware software',
];

/** Words of one line are not taken for each other. */
const otherWord = [
  'gas ga',
  'glass glas',
  'news new',
  'mais mai',
  'mois moi',
  'fois foi',
  'dans dan',
  'sans san',
  'taux tal',
  'France franc',
  'médecine médecin',
  'droite droit',
  'retraite retrait',
  'armée arme',
  'année Anne',
  'entrée entre',
  'Jeanne Jean',
  'Louise Louis',
  'Martine Martin',
  'refugee refuge',
  'committee commit',
  'plane plan',
  'note not',
  'course cours',
  'Paris pari',
];

const texts: readonly (readonly [string, string, readonly string[]])[] = [
  ['elided articles are left out', "L’école, d\u2019abord, qu’il n'est", ['ecole', 'abord', 'il', 'est']],
  [
    'elided conjunctions are left out',
    'jusqu’au lorsqu’on puisqu’elle quoiqu’il',
    ['au', 'on', 'elle', 'il'],
  ],
  ['an article on its own is a word', 'l’ d’', ['l', 'd']],
  ['aujourd’hui is one word', "aujourd’hui d’aujourd'hui", ['aujourdhui', 'aujourdhui']],
  ['names and contractions keep together', 'O’Brien don’t', ['obrien', 'dont']],
  ['hyphens part words', 'Saint-Malo porte-parole', ['saint', 'malo', 'porte', 'parol']],
  ['groups of figures are one', '1,250 1 250 1\u202f250\u202f000 1.250', ['1250', '1250', '1250000', '1250']],
  ['decimals are two', '3.5 3,5', ['3', '5', '3', '5']],
  ['years and counts stay apart', '2024 250 12500', ['2024', '250', '12500']],
  ['figures and letters keep together', '20h30 1er G7', ['20h30', '1er', 'g7']],
  ['letters with full stops are one', 'the U.S. and J.K. Rowan', ['the', 'us', 'and', 'jk', 'rowan']],
  ['ideographs stand alone', '東京の港', ['東', '京', 'の', '港']],
  ['Hangul and Cyrillic are words', '한국어 Привет', ['한국어', 'привет']],
  ['signs and pictures are nothing', '€ – … 😀 ☂', []],
  ['letters outside the plane count', '𝐀bc', ['abc']],
];

describe('terms', () => {
  it.each(sameWord)('takes for one word: %s', (line) => {
    expect(new Set(line.split(' ').map((word) => termsOf(word).join(' '))).size).toBe(1);
  });

  it.each(otherWord)('keeps apart: %s', (line) => {
    expect(new Set(line.split(' ').map((word) => termsOf(word).join(' '))).size).toBe(2);
  });

  it.each(texts)('%s', (_what, text, expected) => {
    expect(termsOf(text)).toEqual(expected);
  });

  it('tells where a word stands, without its article and its possessive', () => {
    const text = 'À l’école the mayor’s';
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'À',
      'école',
      'the',
      'mayor',
    ]);
  });

  it('gives words unstemmed for beginnings of words', () => {
    expect(foldedWords('Les Élections')).toEqual(['les', 'elections']);
  });

  it('cuts a word that nobody types', () => {
    expect(termsOf('x'.repeat(100_000))[0]).toHaveLength(64);
  });

  it('makes letters and figures only, the same way for tokens, terms and a text in pieces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const terms = termsOf(text);
        for (const term of terms) expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(tokens(text).map(({ term }) => term)).toEqual(terms);
        expect(foldedWords(text)).toHaveLength(terms.length);
        expect(termsOf(`${text}\n${text}`)).toEqual([...terms, ...terms]);
      }),
    );
  });
});
