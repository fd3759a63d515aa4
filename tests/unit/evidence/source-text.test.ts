import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  paragraphAt,
  paragraphsOf,
  partsOf,
} from '../../../src/renderer/features/evidence/preview/paragraphs';
import {
  itemRanges,
  joinPages,
  pageAt,
  pageText,
  spansOnPage,
} from '../../../src/renderer/features/evidence/preview/pdf-text';

const run = (str: string, hasEOL = false) => ({ str, hasEOL });

describe('the text of a PDF', () => {
  it('is its runs, with a line break where a line ends, and without the marks of structure', () => {
    const page = pageText([
      run('Le pont'),
      { type: 'beginMarkedContent' },
      run(' tiendra', true),
      run('encore.'),
    ]);
    expect(page.text).toBe('Le pont tiendra\nencore.');
    expect(page.starts).toEqual([0, 7, 16]);
  });

  it('names the page of every character', () => {
    const { text, pageStarts } = joinPages(['un', '', 'trois']);
    expect(text).toBe('un\n\ntrois');
    expect(pageAt(pageStarts, 0)).toBe(1);
    expect(pageAt(pageStarts, text.indexOf('trois'))).toBe(3);
    expect(pageAt(pageStarts, text.length)).toBe(3);
    expect(pageAt([], 5)).toBe(1);
  });

  it('parts a quotation that runs over two pages', () => {
    const { text, pageStarts } = joinPages(['il tiendra', 'deux hivers']);
    const span = { start: text.indexOf('tiendra'), end: text.indexOf(' hivers') };
    expect(spansOnPage([span], pageStarts, 1)).toEqual([{ start: 3, end: 11 }]);
    expect(spansOnPage([span], pageStarts, 2)).toEqual([{ start: 0, end: 4 }]);
    expect(spansOnPage([span], pageStarts, 3)).toEqual([]);
  });

  it('finds the stretch of each run that a quotation covers', () => {
    const { text, starts } = pageText([run('Le pont tiendra', true), run(''), run('encore longtemps')]);
    const start = text.indexOf('pont');
    const end = text.indexOf('encore') + 6;
    expect(itemRanges([{ start, end }], starts, [15, 0, 16])).toEqual([
      { item: 0, start: 3, end: 15 },
      { item: 2, start: 0, end: 6 },
    ]);
  });
});

describe('paragraphs of a source', () => {
  const text = '\nUn.\n\n  \nDeux.\nTrois.';
  const paragraphs = paragraphsOf(text);

  it('are counted from one, and empty lines do not count', () => {
    expect(paragraphs.map(({ number, text: words }) => [number, words])).toEqual([
      [1, 'Un.'],
      [2, 'Deux.'],
      [3, 'Trois.'],
    ]);
    for (const { start, text: words } of paragraphs)
      expect(text.slice(start, start + words.length)).toBe(words);
  });

  it('are found by any of their characters', () => {
    expect(paragraphAt(paragraphs, 0)).toBe(1);
    expect(paragraphAt(paragraphs, text.indexOf('eux'))).toBe(2);
    expect(paragraphAt(paragraphs, text.length)).toBe(3);
    expect(paragraphAt([], 0)).toBe(1);
  });

  it('lose no character when stretches of them are marked', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 4 }),
        (words, pairs) => {
          const spans = pairs.map(([one, other]) => ({
            start: Math.min(one, other),
            end: Math.max(one, other),
          }));
          const parts = partsOf({ number: 1, start: 5, text: words }, spans);
          expect(parts.map((part) => part.text).join('')).toBe(words);
        },
      ),
    );
  });

  it('are marked where the words stand', () => {
    const [, second] = paragraphs;
    const start = text.indexOf('eux');
    expect(second && partsOf(second, [{ start, end: start + 3 }])).toEqual([
      { text: 'D', isMarked: false },
      { text: 'eux', isMarked: true },
      { text: '.', isMarked: false },
    ]);
  });
});
