import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '#core/search/parse-query';
import type { FilterField } from '#core/search/query-fields';
import { formatFilter, hasFilter, toggleFilter } from '#core/search/toggle-filter';

const formatted: readonly (readonly [FilterField, string, string])[] = [
  ['tag', 'port', 'tag:port'],
  ['tag', 'port-city', 'tag:port-city'],
  ['section', 'Vie locale', 'section:"Vie locale"'],
  ['section', 'Sport (foot)', 'section:"Sport (foot)"'],
  ['by', 'Ruiz, Ana', 'by:"Ruiz, Ana"'],
  ['section', 'Le "9"', 'section:“Le "9"”'],
  ['status', 'prêt', 'status:prêt'],
  ['section', 'Étoiles*', 'section:"Étoiles*"'],
  ['date', '2026-05', 'date:2026-05'],
];

/** Text, filter, and the text with or without it. */
const toggled: readonly (readonly [string, FilterField, string, string])[] = [
  ['', 'tag', 'port', 'tag:port'],
  ['digue', 'tag', 'port', 'tag:port digue'],
  ['tag:port digue', 'tag', 'port', 'digue'],
  ['la  digue tag:Port  mer', 'tag', 'port', 'la  digue mer'],
  ['digue étiquette:port', 'tag', 'port', 'digue '],
  ['statut:prêt', 'status', 'pret', ''],
  ['digue section:"Vie locale" mer', 'section', 'Vie locale', 'digue mer'],
  ['digue', 'section', 'Vie locale', 'section:"Vie locale" digue'],
  ['tag:port tag:port', 'tag', 'port', ''],
  ['"la digue', 'tag', 'port', 'tag:port "la digue'],
  ['-tag:port', 'tag', 'port', 'tag:port -tag:port'],
  ['tag:port OR mer', 'tag', 'port', 'tag:port tag:port OR mer'],
  ['(tag:port mer)', 'tag', 'port', 'tag:port (tag:port mer)'],
  ['tag:port,mer', 'tag', 'port', 'tag:port tag:port,mer'],
  ['OR digue', 'tag', 'port', 'OR tag:port digue'],
];

function meaning(text: string): unknown {
  return parseQuery(text, { today: '2026-03-10', typing: false }).query;
}

describe('toggling a filter', () => {
  it.each(formatted)('writes %s of %s as %s', (field, value, expected) => {
    expect(formatFilter(field, value)).toBe(expected);
    expect(parseQuery(expected, { today: '2026-03-10', typing: false }).problems).toEqual([]);
    expect(hasFilter(expected, field, value)).toBe(true);
  });

  it.each(toggled)('turns “%s” with %s %s into “%s”', (text, field, value, expected) => {
    expect(toggleFilter(text, field, value)).toBe(expected);
  });

  it('keeps the meaning when it is done twice', () => {
    const part = fc.constantFrom(
      'digue',
      '"la mer"',
      '-port',
      'OR',
      '(',
      ')',
      'tag:a,b',
      'section:"Vie locale"',
      '-',
    );
    const value = fc.constantFrom('port', 'a', 'Vie locale', 'Le "9"');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), value, (parts, chosen) => {
        const text = parts.join(' ');
        const once = toggleFilter(text, 'tag', chosen);
        expect(hasFilter(once, 'tag', chosen)).toBe(true);
        expect(meaning(toggleFilter(once, 'tag', chosen))).toEqual(meaning(text));
      }),
      { numRuns: 300 },
    );
  });
});
