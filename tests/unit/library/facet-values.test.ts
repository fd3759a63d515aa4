import { describe, expect, it } from 'vitest';
import { blankTag } from '#core/desk/defaults';
import {
  countChosen,
  shownValues,
  withoutFilters,
} from '../../../src/renderer/features/library/facet-values';

const harbour = { ...blankTag, id: 'harbour', labels: { fr: 'Port', en: 'Harbour' }, aliases: ['quays'] };
const counted = [
  { value: 'harbour', count: 7 },
  { value: 'schools', count: 2 },
];

function chosen(query: string): string[] {
  return shownValues(query, 'tag', counted, [harbour])
    .filter(({ isChosen }) => isChosen)
    .map(({ value, count }) => `${value} ${count}`);
}

describe('values of a facet', () => {
  it.each<readonly [string, readonly string[]]>([
    ['', []],
    ['tag:harbour', ['harbour 7']],
    ['storm tag:PORT', ['harbour 7']],
    ['tag:quays', ['harbour 7']],
    ['tag:nobody', ['nobody 0']],
    ['tag:harbour tag:schools', ['harbour 7', 'schools 2']],
    ['-tag:harbour', []],
    ['tag:harbour OR tag:schools', []],
    ['tag:harbour,schools', []],
  ])('are pressed by %s', (query, expected) => {
    expect(chosen(query)).toEqual(expected);
  });

  it('come chosen ones first, the others as counted, each once', () => {
    const values = shownValues('tag:schools', 'tag', counted, [harbour]).map(({ value }) => value);
    expect(values).toEqual(['schools', 'harbour']);
  });

  it('are counted over all facets', () => {
    expect(countChosen('storm tag:harbour status:raw lang:fr -by:ruiz')).toBe(3);
  });
});

describe('a query without its filters', () => {
  it.each([
    ['storm tag:harbour "sea wall" -status:raw', 'storm "sea wall"'],
    ['tag:harbour', ''],
    ['-rain lang:fr', '-rain'],
    ['storm', 'storm'],
  ])('%s', (query, words) => {
    expect(withoutFilters(query)).toBe(words);
  });
});
