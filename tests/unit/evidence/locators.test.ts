import { describe, expect, it } from 'vitest';
import { locatorSchema, type Source } from '#core/claims/schema';
import { findQuote, quoteLocator } from '../../../src/renderer/features/evidence/find-quote';
import { addressAt, locatorTypes } from '../../../src/renderer/features/evidence/locators';

const text = 'Le pont est vieux. Le pont tiendra.\nL’ingénieur l’a dit : « Le pont tiendra. »';

describe('the place of words in a source', () => {
  it('is found again among equal words by what stands around it', () => {
    const start = text.lastIndexOf('Le pont tiendra');
    const locator = quoteLocator(text, start, start + 'Le pont tiendra'.length);
    expect(locator && findQuote(locator, text)).toEqual([{ start, end: start + 15 }]);
  });

  it('is found in another typography, and not in other words', () => {
    const quote = { type: 'quote', prefix: '', suffix: '' } as const;
    const [span] = findQuote({ ...quote, exact: "L'ingénieur l'a dit" }, text);
    expect(span && text.slice(span.start, span.end)).toBe('L’ingénieur l’a dit');
    expect(findQuote({ ...quote, exact: 'Le pont ne tiendra plus longtemps' }, text)).toEqual([]);
  });

  it('never cuts a character in half', () => {
    const smiling = `${'😀'.repeat(20)}mot${'😀'.repeat(20)}`;
    const locator = quoteLocator(smiling, 40, 43);
    expect(locator?.exact).toBe('mot');
    expect(`${locator?.prefix}${locator?.suffix}`).toBe('😀'.repeat(32));
    const odd = quoteLocator(`a${smiling}`, 41, 44);
    expect(odd?.prefix).toMatch(/^(?:😀)+$/u);
  });

  it('is none for blanks, and none for more than a record can hold', () => {
    expect(quoteLocator('a \n b', 1, 4)).toBeNull();
    expect(quoteLocator('a'.repeat(30_000), 0, 25_000)).toBeNull();
    expect(locatorSchema.safeParse(quoteLocator('a'.repeat(30_000), 0, 20_000)).success).toBe(true);
  });
});

describe('how places are named', () => {
  const file = (extension: 'pdf' | 'mp3' | 'png' | 'eml'): Source => ({
    type: 'file',
    sha256: '0'.repeat(64),
    extension,
    name: '',
    size: 1,
  });

  it('is pages in a PDF, time in a recording, paragraphs in a mail, and nothing in a picture or a person', () => {
    expect(locatorTypes(file('pdf'))).toEqual(['page', 'quote']);
    expect(locatorTypes(file('mp3'))).toEqual(['time']);
    expect(locatorTypes(file('eml'))).toEqual(['paragraph', 'quote']);
    expect(locatorTypes(file('png'))).toEqual([]);
    expect(locatorTypes({ type: 'person', name: '', when: null, how: '', confirmed: '' })).toEqual([]);
  });

  it('is part of the address that a browser opens', () => {
    const quote = { type: 'quote', prefix: '', suffix: '' } as const;
    const url = 'https://sarville.example/pont';
    expect(addressAt(url, { ...quote, exact: 'deux-trois hivers, &' })).toBe(
      `${url}#:~:text=deux%2Dtrois%20hivers%2C%20%26`,
    );
    expect(addressAt(`${url}#bas`, { ...quote, exact: 'mots' })).toBe(`${url}#bas`);
    expect(addressAt(url, { type: 'page', page: 2 })).toBe(url);
    const long = Array.from({ length: 40 }, (_, index) => `mot${index}`).join(' ');
    expect(addressAt(url, { ...quote, exact: long })).toBe(
      `${url}#:~:text=mot0%20mot1%20mot2%20mot3%20mot4%20mot5,mot34%20mot35%20mot36%20mot37%20mot38%20mot39`,
    );
  });
});
