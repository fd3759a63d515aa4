import { describe, expect, it } from 'vitest';
import type { SavedSearch } from '#core/desk/schema';
import { parseQuery } from '#core/search/parse-query';
import {
  askedSort,
  hasWords,
  inOrder,
  isSame,
  newSearch,
  ownOrder,
} from '../../../src/renderer/features/library/folders';

function saved(id: string, more: Partial<SavedSearch> = {}): SavedSearch {
  return { id, name: id, query: '', sort: ownOrder, pinned: false, ...more };
}

describe('saved searches', () => {
  it('have ids that no other one has', () => {
    const first = newSearch([], { name: 'Été au port', query: '', sort: ownOrder, pinned: false });
    const second = newSearch([first], { ...first, name: 'Ete au port' });
    expect([first.id, second.id]).toEqual(['ete-au-port', 'ete-au-port-2']);
  });

  it('have an id where the name has no letter of ours', () => {
    expect(newSearch([], { name: '港', query: '', sort: ownOrder, pinned: false }).id).toBe('search');
  });

  it('come pinned first', () => {
    const order = inOrder([saved('a'), saved('b', { pinned: true }), saved('c')]).map(({ id }) => id);
    expect(order).toEqual(['b', 'a', 'c']);
  });

  it('are the current one by query and order together', () => {
    const byTitle = { by: 'title', descending: false } as const;
    expect(isSame(saved('a', { query: 'tag:port' }), ' tag:port', null)).toBe(true);
    expect(isSame(saved('a', { query: 'tag:port' }), 'tag:port', byTitle)).toBe(false);
    expect(isSame(saved('a', { query: 'tag:port', sort: byTitle }), 'tag:port', byTitle)).toBe(true);
  });

  it('ask for the own order of a list by relevance', () => {
    expect(askedSort(ownOrder)).toBeNull();
  });
});

describe('rows quote what was searched for', () => {
  it.each([
    ['storm', true],
    ['tag:port storm', true],
    ['"sea wall" OR rain', true],
    ['headline:mayor', true],
    ['', false],
    ['tag:port', false],
    ['-storm', false],
  ])('%s: %s', (text, expected) => {
    expect(hasWords(parseQuery(text, { today: '2026-05-12', typing: false }).query)).toBe(expected);
  });
});
