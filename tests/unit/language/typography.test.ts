import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isInQuotation, mendApostrophe, type Typed, typeset } from '#core/language/typography';

interface Case {
  readonly before: string;
  readonly typed: string;
  readonly space?: Typed['space'];
  readonly becomes: string;
}

describe.each(['fr', 'en'] as const)('typing in %s', (language) => {
  const file = new URL(`../../fixtures/typography/${language}.json`, import.meta.url);
  const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[];
  it.each(cases)(
    '“$before” and $typed become “$becomes”',
    ({ before, typed, space = 'no-break', becomes }) => {
      const given = { before, typed, language, space };
      const change = typeset(given) ?? mendApostrophe(given) ?? { remove: 0, insert: typed };
      expect(before.slice(0, before.length - change.remove) + change.insert).toBe(becomes);
    },
  );
});

describe('a place in a line', () => {
  it.each([
    ['Il dit «\u00a0ou', true],
    ['Il dit «\u00a0oui\u00a0» et', false],
    ['She said “ye', true],
    ['She said', false],
  ])('“%s” is in a quotation: %s', (before, expected) => {
    expect(isInQuotation(before)).toBe(expected);
  });
});
