import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '#core/body/words';

/** The rule as a regular expression: slow, and easy to read. */
const word = /[\p{L}\p{N}]+(?:[’'.,\-‐‑][\p{L}\p{N}]+)*/gu;

describe('the words that a desk counts', () => {
  it.each([
    ['L’Onu et l’Otan', 3],
    ['3,5 % de 1.250 km', 4],
    ['« » — …', 0],
    ['porte-parole, vice-président.', 2],
    ["'rock 'n' roll'", 3],
    ['a--b a.-b', 4],
    ['𝒜𝓫 𐐀', 2],
    ['', 0],
  ])('%j', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it('are those of the rule, in any text', () => {
    const signs = fc.constantFrom(
      ..."a é 1 ’ ' . , - ‐ ‑ — « \u00a0 \n 😀 𝒜 ش 中 \u0301 \ud800 \udc00".split(' '),
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(signs).map((list) => list.join('')),
        (text) => {
          expect(countWords(text)).toBe(text.match(word)?.length ?? 0);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
