import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Article } from '#core/article/schema';
import { composeBody } from '#core/body/fields';
import { anchorClaim } from '#core/claims/anchors';
import { newClaim } from '#core/claims/create';
import { dismiss, undismiss } from '#core/claims/dismissals';
import { checkedClaims } from '#core/claims/progress';
import type { ClaimKind } from '#core/claims/values';
import { fitsGalley, galleyItems, sentenceFinder, wordsOf } from '#core/galley/items';
import type { Suggestion, SuggestionKind } from '#core/suggest/types';

const at = '2026-05-12T09:00:00.000Z';
const text = 'Le maire a promis 12 classes. Le budget est de 3 millions.';
const suggestion = (kind: SuggestionKind, words: string): Suggestion => {
  const start = text.indexOf(words);
  const reason = { code: kind, params: {} };
  const end = start + words.length;
  return { kind, text: words, start, end, blockId: 'b1', reason, speaker: null, resolved: null, worth: 50 };
};
const article = (): Article => ({
  ...createArticle('a1', 'fr', at),
  body: composeBody({ headline: 'Titre' }, [
    { id: 'b1', type: 'paragraph', content: [{ type: 'text', text }] },
  ]),
});
const withClaim = (base: Article, kind: ClaimKind, words: string): Article => {
  const { start, end } = suggestion('number', words);
  const claim = newClaim({ id: 'k1', text: words, kind, at, by: '' });
  return {
    ...base,
    body: anchorClaim(base.body, 'k1', [{ blockId: 'b1', start, end }]),
    claims: [claim],
  };
};
const shown = (base: Article, found: readonly Suggestion[]): string[] =>
  galleyItems(base, found, checkedClaims(base)).map((item) => `${item.type}: ${wordsOf(item)}`);

describe('what a checker walks through', () => {
  const found = [
    suggestion('money', '3 millions'),
    suggestion('number', '12 classes'),
    suggestion('role', 'Le maire'),
  ];

  it('is in reading order, claims and suggestions alike', () => {
    expect(shown(withClaim(article(), 'other', 'promis'), found)).toEqual([
      'suggestion: Le maire',
      'claim: promis',
      'suggestion: 12 classes',
      'suggestion: 3 millions',
    ]);
  });

  it('does not suggest what is a claim already, of its kind or around it', () => {
    expect(shown(withClaim(article(), 'number', '12'), found)).not.toContain('suggestion: 12 classes');
    expect(shown(withClaim(article(), 'other', 'Le budget est de 3 millions'), found)).not.toContain(
      'suggestion: 3 millions',
    );
    expect(shown(withClaim(article(), 'quotation', 'Le budget est de 3 millions'), found)).toContain(
      'suggestion: 3 millions',
    );
  });

  it('leaves out what was dismissed in its sentence, until that is taken back', () => {
    const base = article();
    const [money] = found;
    if (!money) throw new Error('nothing to dismiss');
    const sentence = sentenceFinder(base)(money);
    expect(sentence).toBe('Le budget est de 3 millions.');
    const dismissed = dismiss(base, { ...money, sentence }, { reason: 'vu', by: '', at });
    expect(shown(dismissed, found)).not.toContain('suggestion: 3 millions');
    const [dismissal] = dismissed.dismissals;
    expect(dismissal && shown(undismiss(dismissed, dismissal), found)).toContain('suggestion: 3 millions');
  });

  it('ends with claims whose words are gone', () => {
    const base = { ...article(), claims: [newClaim({ id: 'k9', text: 'parti', kind: 'other', at, by: '' })] };
    expect(shown(base, found).at(-1)).toBe('claim: parti');
  });

  it('is narrowed down by status, kind, risk and person', () => {
    const base = withClaim(article(), 'other', 'promis');
    const items = galleyItems(base, found, checkedClaims(base));
    const count = (filter: Parameters<typeof fitsGalley>[1]) =>
      items.filter((one) => fitsGalley(one, filter)).length;
    expect(count({})).toBe(4);
    expect(count({ status: 'unsettled' })).toBe(4);
    expect(count({ status: 'checked' })).toBe(0);
    expect(count({ kind: 'number' })).toBe(1);
    expect(count({ risk: 'legal' })).toBe(0);
    expect(count({ assignee: 'Ana' })).toBe(0);
  });
});
