import { describe, expect, it } from 'vitest';
import { type RecentSearch, rememberSearch, searchesOn } from '#core/search/recent';

function remembered(...queries: readonly string[]): string[] {
  const recent = queries.reduce<RecentSearch[]>(
    (all, query) => rememberSearch(all, { desk: 'here', query }),
    [],
  );
  return searchesOn(recent, 'here');
}

describe('recent searches', () => {
  it('come newest first', () => {
    expect(remembered('quay', 'ferry')).toEqual(['ferry', 'quay']);
  });

  it('hold each search once', () => {
    expect(remembered('quay', 'ferry', 'quay')).toEqual(['quay', 'ferry']);
  });

  it('forget what was only on its way to a longer search', () => {
    expect(remembered('fer', 'ferry', 'ferry tag:port')).toEqual(['ferry tag:port']);
  });

  it('keep an older search that merely begins alike', () => {
    expect(remembered('ferry', 'quay', 'ferry boat')).toEqual(['ferry boat', 'quay', 'ferry']);
  });

  it('leave blanks and empty searches out', () => {
    expect(remembered(' quay ', '  ')).toEqual(['quay']);
  });

  it('are at most twenty on a desk', () => {
    const many = Array.from({ length: 30 }, (_, index) => `word${index}x`);
    expect(remembered(...many)).toEqual(many.toReversed().slice(0, 20));
  });

  it('belong to their desk', () => {
    const recent = rememberSearch([{ desk: 'there', query: 'quay' }], { desk: 'here', query: 'ferry' });
    expect(searchesOn(recent, 'there')).toEqual(['quay']);
    expect(searchesOn(recent, 'here')).toEqual(['ferry']);
  });
});
