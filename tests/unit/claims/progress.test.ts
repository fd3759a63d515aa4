import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { dismiss, dismissedIn, undismiss } from '#core/claims/dismissals';
import { checkedClaims, fitsFilter, progressOf } from '#core/claims/progress';
import { askQuery } from '#core/claims/queries';
import { createTranslate } from '#core/messages/index';
import { progressLine } from '#core/messages/progress';
import { articleOf, at, paragraph, rewritten, withClaim, withOutcome } from '../../support/checking';

const base = articleOf(['Un pont de 212 mètres.']);
const heading = {
  id: 'h1',
  type: 'heading',
  level: 2,
  content: [{ type: 'text', text: 'Le coût' }],
} as const;
const sections: Article = {
  ...base,
  body: [
    ...base.body,
    { ...heading, content: [...heading.content] },
    paragraph('b2', 'Il coûte 9 millions, soit 3 %.'),
  ],
};
const query = askQuery(
  { id: 'q1', claim: null, blockId: 'b2', text: '3 %', to: '' },
  { text: 'De quoi ?', by: 'Ada', at },
);
const claims = [
  ['k1', '212 mètres', { kind: 'number', assignee: 'Ben' }],
  ['k2', '9 millions', { kind: 'money', risk: 'legal' }],
  ['k3', '3 %', { kind: 'percentage' }],
] as const;
const marked = claims.reduce(
  (article, [id, words, change]) => withClaim(article, id, words, change),
  sections,
);
const article = rewritten(
  withOutcome(withOutcome({ ...marked, queries: query.ok ? [query.value] : [] }, 'k1'), 'k3'),
  '3 %',
  '4 %',
);

describe('how far the checks are', () => {
  const told = (one: typeof article) => progressOf(one, checkedClaims(one));

  it('is told for the whole and for each section', () => {
    const { counts, queries, sections: parts } = told(article);
    expect(counts).toMatchObject({ total: 3, checked: 1, open: 1, stale: 1 });
    expect(queries).toBe(1);
    expect(
      parts.map(({ id, title, counts: part, queries: open }) => [id, title, part.checked, part.total, open]),
    ).toEqual([
      [null, '', 1, 1, 0],
      ['h1', 'Le coût', 0, 2, 1],
    ]);
  });

  it('reads as one line in both languages', () => {
    expect(progressLine(createTranslate('en'), told(article))).toBe('1 of 3 checked · 1 stale · 1 query');
    expect(progressLine(createTranslate('fr'), told(article))).toBe(
      '1 sur 3 vérifiés · 1 périmé · 1 question',
    );
  });

  it('leaves out what is not for the desk to check, and what is no longer in the text', () => {
    const excluded = withOutcome(article, 'k2', { value: 'on-author' });
    expect(told(excluded).counts).toMatchObject({ total: 2, excluded: 1 });
    expect(told({ ...article, body: base.body }).counts).toMatchObject({ total: 0, detached: 3 });
  });
});

describe('claims', () => {
  const ids = (filter: Parameters<typeof fitsFilter>[1]) =>
    checkedClaims(article)
      .filter((view) => fitsFilter(view, filter))
      .map(({ claim }) => claim.id);

  it('come in reading order, and are narrowed down by status, kind, assignee and risk', () => {
    expect(ids({})).toEqual(['k1', 'k2', 'k3']);
    expect(ids({ status: 'stale' })).toEqual(['k3']);
    expect(ids({ status: 'unsettled' })).toEqual(['k2', 'k3']);
    expect(ids({ kind: 'money' })).toEqual(['k2']);
    expect(ids({ assignee: 'Ben' })).toEqual(['k1']);
    expect(ids({ assignee: '' })).toEqual(['k2', 'k3']);
    expect(ids({ risk: 'legal', status: 'open' })).toEqual(['k2']);
  });
});

describe('a suggestion that was dismissed', () => {
  const suggested = {
    kind: 'number',
    text: '212',
    blockId: 'b1',
    sentence: 'Un pont de 212 mètres.',
  } as const;
  const by = { reason: 'Connu.', by: 'Ada', at };

  it('stays so wherever its sentence goes, and comes back in another one', () => {
    const { dismissals } = dismiss(base, suggested, by);
    const isDismissed = dismissedIn(dismissals);
    expect(isDismissed({ ...suggested, blockId: 'b7' })).toBe(true);
    expect(isDismissed({ ...suggested, sentence: 'Un pont de 212 milles.' })).toBe(false);
    expect(isDismissed({ ...suggested, kind: 'date' })).toBe(false);
  });

  it('can be taken back', () => {
    const dismissed = dismiss(base, suggested, by);
    const [one] = dismissed.dismissals;
    expect(one && undismiss(dismissed, one).dismissals).toEqual([]);
  });
});
