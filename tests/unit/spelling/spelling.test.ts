import { describe, expect, it } from 'vitest';
import { formsToLearn, spellingOf, suggestionFor } from '#core/language/spelling';

describe('which spelling an article is checked in', () => {
  it.each([
    ['fr', 'system', 'en-US', 'fr'],
    ['fr', 'en-US', 'fr', 'fr'],
    ['en', 'system', 'en-US', 'en-US'],
    ['en', 'system', 'en-us-posix', 'en-US'],
    ['en', 'system', 'en-GB', 'en-GB'],
    ['en', 'system', 'fr-FR', 'en-GB'],
    ['en', 'system', '', 'en-GB'],
    ['en', 'en-GB', 'en-US', 'en-GB'],
    ['en', 'en-US', 'fr', 'en-US'],
  ] as const)('%s, English as %s, on a computer in %s: %s', (language, english, system, spelling) => {
    expect(spellingOf(language, english, system)).toBe(spelling);
  });
});

describe('what is suggested for a word', () => {
  it.each([
    ['dosen’t', "doesn't", 'doesn’t'],
    ["dosen't", "doesn't", "doesn't"],
    ['l’arbytre', 'l’arbitre', 'l’arbitre'],
    ['oclock', "o'clock", "o'clock"],
  ])('“%s”, “%s”: the apostrophe is the one that was typed, “%s”', (word, suggestion, given) => {
    expect(suggestionFor(word, suggestion)).toBe(given);
  });
});

describe('which forms a word adds to the dictionary', () => {
  it('in French a name that begins with a vowel, alone and behind l’, d’ and qu’, with either apostrophe', () => {
    const forms = ['Ozène', 'l’Ozène', "l'Ozène", 'd’Ozène', "d'Ozène", 'qu’Ozène', "qu'Ozène"];
    expect(formsToLearn('Ozène', 'fr')).toEqual(forms);
    expect(formsToLearn('l’Ozène', 'fr')).toEqual(forms);
    expect(formsToLearn("D'Ozène", 'fr')).toEqual(forms);
    expect(formsToLearn('s’Ozène', 'fr')).toEqual([...forms, 's’Ozène', "s'Ozène"]);
  });

  it('in French any other word alone', () => {
    expect(formsToLearn('Brizoulet', 'fr')).toEqual(['Brizoulet']);
    expect(formsToLearn('l’', 'fr')).toEqual(['l’']);
  });

  it('in English the word with either apostrophe', () => {
    expect(formsToLearn('Brizoulet', 'en-GB')).toEqual(['Brizoulet']);
    expect(formsToLearn('O’Zorran', 'en-US')).toEqual(['O’Zorran', "O'Zorran"]);
    expect(formsToLearn('l’Ozène', 'en-GB')).toEqual(['l’Ozène', "l'Ozène"]);
  });
});
