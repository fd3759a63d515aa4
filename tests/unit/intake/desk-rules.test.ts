import { describe, expect, it } from 'vitest';
import type { CutRule } from '#core/desk/schema';
import { text } from '#core/formats/text/index';
import { fitsPattern } from '#core/intake/desk-rules';
import { intake } from '#core/intake/intake';

const copy = `Édition du matin n° 12

Le maire répond aux riverains en colère [exclusif Fanal]

Le maire a répondu mardi aux riverains qui demandaient la fermeture du chantier, selon un témoin de la réunion.

Les travaux reprendront en mai, a promis le maire à la fin de la réunion, sans donner de calendrier précis.

Bonne lecture à tous
`;

describe('cut rules of a desk', () => {
  it.each([
    ['edition du matin n° 12', 'Édition du matin*', true],
    ['Bonne lecture', 'bonne lecture', true],
    ['Bonne lecture à tous', 'bonne lecture', false],
    ['a…b…c', 'a*b*c', true],
    ['ab', 'ab*b', false],
    ['1+1', '1+1', true],
    ['1111', '1+1', false],
  ])('“%s” fits “%s”: %s', (line, pattern, fits) => {
    expect(fitsPattern(line, pattern)).toBe(fits);
  });

  it('answers a pattern of many stars on a long line at once', () => {
    const started = performance.now();
    expect(fitsPattern('a'.repeat(20_000), `${'a*'.repeat(140)}b`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('proposes what the desk wants cut, where the desk wants it', () => {
    const imported = text.read?.(new TextEncoder().encode(copy), { now: '2026-05-12T09:00:00.000Z' });
    if (!imported?.ok) throw new Error('refused');
    const cutRules: CutRule[] = [
      { id: 'edition', place: 'head', pattern: 'édition du matin*' },
      { id: 'farewell', language: 'fr', place: 'tail', pattern: 'bonne lecture*' },
      { id: 'english-only', language: 'en', place: 'anywhere', pattern: '*réunion*' },
    ];
    const result = intake(imported.value, { cutRules });
    expect(result.cuts.map(({ reason, text: cut }) => [reason, cut])).toEqual([
      ['desk-rule', 'Édition du matin n° 12'],
      ['desk-rule', 'Bonne lecture à tous'],
    ]);
    expect(result.blocks).toHaveLength(2);
  });
});
