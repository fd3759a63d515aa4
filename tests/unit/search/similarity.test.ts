import { describe, expect, it } from 'vitest';
import { bands, fingerprint, fingerprintSize, keyTerms, resemblance } from '#core/search/similarity';

/** A text of so many made-up words, always the same for a seed. */
function story(seed: number, count: number): string[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `mot${(state >>> 8) % 5000}`;
  });
}

function shareOf(one: readonly string[], other: readonly string[]): number {
  const runs = (words: readonly string[]) =>
    new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
  const first = runs(one);
  const second = runs(other);
  const both = [...first].filter((run) => second.has(run)).length;
  return both / (first.size + second.size - both);
}

describe('a fingerprint', () => {
  it('is the same for the same text, on every machine', () => {
    const values = fingerprint('La digue du port tient bon.');
    expect(values).toHaveLength(fingerprintSize);
    expect(values).toEqual(fingerprint('« la DIGUE du port » tient bon'));
    expect([...values.slice(0, 3)]).toMatchInlineSnapshot(`
      [
        3239391861,
        3151038031,
        2262424125,
      ]
    `);
  });

  it.each([0.95, 0.8, 0.6, 0.4, 0.1])('estimates what two texts share when %s of the words stay', (kept) => {
    const errors = Array.from({ length: 20 }, (_unused, seed) => {
      const one = story(seed + 1, 400);
      const other = [
        ...one.slice(0, Math.round(400 * kept)),
        ...story(seed + 1000, Math.round(400 * (1 - kept))),
      ];
      return resemblance(fingerprint(one.join(' ')), fingerprint(other.join(' '))) - shareOf(one, other);
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(0.25);
  });

  it('tells different stories apart', () => {
    const other = fingerprint(story(7, 300).join(' '));
    expect(resemblance(fingerprint(story(8, 300).join(' ')), other)).toBeLessThan(0.1);
  });

  it('of short texts is compared too, and of no text is like no other', () => {
    expect(resemblance(fingerprint('Deux mots'), fingerprint('deux mots'))).toBe(1);
    expect(resemblance(fingerprint(''), fingerprint(''))).toBe(0);
    expect(bands(fingerprint('…'))).toEqual([]);
  });

  it('shares a band with that of nearly the same text', () => {
    const one = story(3, 400);
    const other = [...one.slice(0, 380), ...story(4, 20)];
    const known = new Set(bands(fingerprint(one.join(' '))));
    expect(known.size).toBe(16);
    expect(bands(fingerprint(other.join(' '))).some((band) => known.has(band))).toBe(true);
    expect(bands(fingerprint(story(5, 400).join(' '))).some((band) => known.has(band))).toBe(false);
  });
});

describe('key terms', () => {
  const frequencies: Readonly<Record<string, number>> = { digu: 4, port: 30, hapax: 1, dans: 100, tempet: 4 };
  const frequencyOf = (term: string) => frequencies[term] ?? 100;

  it('are frequent here and rare elsewhere, the best first', () => {
    const text = 'La digue dans le port, dans la tempête : la digue de 1953. Hapax.';
    expect(keyTerms(text, frequencyOf, 100)).toEqual(['digu', 'tempet', 'port']);
  });

  it('are a dozen at most', () => {
    expect(keyTerms(story(1, 200).join(' '), () => 3, 100)).toHaveLength(12);
  });
});
