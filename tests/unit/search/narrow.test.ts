import { describe, expect, it } from 'vitest';
import { asTyped, narrowed } from '#core/search/narrow';
import { parseQuery } from '#core/search/parse-query';
import type { Query } from '#core/search/query';

const today = '2026-05-12';

/** Everything that must hold, however deep the brackets. */
function conditions(query: Query): readonly Query[] {
  return query.type === 'and' ? query.parts.flatMap(conditions) : [query];
}

describe('a query with one filter more', () => {
  it.each(['', 'mairie', 'OR mairie', 'OR OR mairie', 'a OR b', 'a) OR b', '(a', '"port', 'tag:'])(
    'lets nothing through that the filter holds back: %s',
    (query) => {
      const parsed = parseQuery(narrowed(query, 'status:ready'), { today, typing: true }).query;
      expect(conditions(parsed)).toContainEqual({
        type: 'filter',
        filter: { type: 'status', value: 'ready' },
      });
    },
  );
});

describe('a query when nobody types any more', () => {
  it.each([
    'mair',
    'port mair',
    'tag:port',
    'status:ready mair',
    'headline:mair',
    '«\u00a0port de',
    '-mair',
    '"port de',
    '"port de mer"',
    'mair OR',
    'élec',
    '',
  ])('finds what it found while somebody typed: %s', (query) => {
    const typed = parseQuery(query, { today, typing: true }).query;
    expect(parseQuery(asTyped(query, today), { today, typing: false }).query).toEqual(typed);
  });
});
