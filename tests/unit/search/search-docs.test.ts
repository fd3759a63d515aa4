import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '#core/search/parse-query';
import {
  blockedNames,
  claimNames,
  filterFieldNames,
  haveNames,
  textFieldNames,
} from '#core/search/query-fields';

const page = readFileSync(new URL('../../../docs/search.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

function problemsOf(query: string) {
  return parseQuery(query, { today: '2026-03-10', typing: false }).problems;
}

describe('docs/search.md', () => {
  const queries = examples.filter((code) => /^[^:]+:\S|["«*(]/.test(code));

  it.each(queries)('shows a query that is understood: %s', (query) => {
    expect(problemsOf(query)).toEqual([]);
  });

  it('names fields that there are', () => {
    const fields = examples.filter((code) => /^[\p{L}-]+:$/u.test(code));
    expect(fields.length).toBeGreaterThan(30);
    for (const field of fields)
      expect(problemsOf(`${field}2026`).map(({ code }) => code)).not.toContain('unknown-field');
  });

  it('names every field and every value that there is', () => {
    const named = (names: Readonly<Record<string, string>>) => Object.keys(names);
    const firstName = Object.values({ ...textFieldNames, ...filterFieldNames }).map(
      (names) => names.split(' ')[0],
    );
    for (const field of firstName) expect(examples).toContain(`${field}:`);
    for (const value of [claimNames, haveNames, blockedNames].flatMap(named))
      expect(examples).toContain(value);
  });
});
