import { describe, expect, it } from 'vitest';
import { defaultStatuses } from '#core/desk/statuses';
import { lanesOf, statusBeside } from '../../../src/renderer/features/views/board/lanes';
import { nextSort, sortDirection } from '../../../src/renderer/features/views/table/table-sort';
import { extended, nothingSelected, rangeTo, toggled } from '../../../src/renderer/session/selection';

const ids = (selection: { readonly ids: ReadonlySet<string> }): string[] => [...selection.ids];

describe('a selection', () => {
  it('takes an article in and out again', () => {
    const one = toggled(nothingSelected, 'a', 0);
    expect(ids(one)).toEqual(['a']);
    expect(ids(toggled(one, 'a', 0))).toEqual([]);
  });

  it('grows and shrinks with a range from its anchor, and keeps what was there before', () => {
    const start = toggled(toggled(nothingSelected, 'z', 9), 'b', 1);
    const wide = extended(start, ['b', 'c', 'd']);
    expect(ids(wide)).toEqual(['z', 'b', 'c', 'd']);
    expect(ids(extended(wide, ['b', 'c']))).toEqual(['z', 'b', 'c']);
    expect(ids(extended(wide, ['a', 'b']))).toEqual(['z', 'b', 'a']);
  });

  it.each([
    [3, 7, { first: 3, last: 7 }],
    [7, 3, { first: 3, last: 7 }],
    [null, 5, { first: 5, last: 5 }],
  ])('from %o to %i holds both ends', (anchor, at, range) => {
    expect(rangeTo(anchor, at)).toEqual(range);
  });
});

describe('the order of the table', () => {
  it('turns with each press, and comes back to the usual one', () => {
    const first = nextSort('title', null);
    expect(first).toEqual({ by: 'title', descending: false });
    const second = nextSort('title', first);
    expect(second).toEqual({ by: 'title', descending: true });
    expect(nextSort('title', second)).toBeNull();
  });

  it('begins with the largest figure, and with the newest date', () => {
    expect(nextSort('words', null)).toEqual({ by: 'words', descending: true });
    expect(nextSort('modified', { by: 'title', descending: false })).toEqual({
      by: 'modified',
      descending: true,
    });
  });

  it('is told to a screen reader', () => {
    expect(sortDirection('due', { by: 'due', descending: true })).toBe('descending');
    expect(sortDirection('due', null)).toBe('none');
  });
});

describe('the columns of the board', () => {
  const lanes = lanesOf(defaultStatuses());

  it('are the statuses in order, and one for articles whose status is none of them', () => {
    expect(lanes.map(({ status }) => status)).toEqual([...defaultStatuses().map(({ id }) => id), null]);
    expect(lanes.at(-1)?.filter).toContain('-status:raw -status:in-progress');
  });

  it('end where there is no status beside', () => {
    expect(statusBeside(lanes, 0, -1)).toBeNull();
    expect(statusBeside(lanes, 0, 1)).toBe('in-progress');
    expect(statusBeside(lanes, lanes.length - 2, 1)).toBeNull();
  });
});
