import { describe, expect, it } from 'vitest';
import { gate } from '#core/claims/gate';
import { defaultGate } from '#core/claims/gate-policy';
import { blockHolding, groupBlockers, nextRole, placesOf, textUnder } from '#core/claims/gate-view';
import { signOff, signOffViews } from '#core/claims/sign-offs';
import { articleOf, at, deskOf, rewritten, withClaim, withOutcome } from '../../support/checking';

const list = {
  id: 'l1',
  type: 'list' as const,
  kind: 'bullet' as const,
  items: [
    { id: 'i1', content: [{ type: 'text' as const, text: 'Premier quai' }] },
    { id: 'i2', content: [{ type: 'text' as const, text: 'Second quai' }] },
  ],
};

describe('blockers by what is wrong', () => {
  it('stand together, in the order in which the gate first named one', () => {
    let article = articleOf(['Le pont mesure 300 mètres et coûte 12 millions.', 'Il reste un TK à remplir.']);
    article = withClaim(article, 'c1', '300 mètres', { kind: 'number' });
    article = withOutcome(withClaim(article, 'c2', '12 millions', { kind: 'money' }), 'c2', {
      value: 'wrong',
    });
    article = withClaim(article, 'c3', 'Il reste', { kind: 'event' });
    const groups = groupBlockers(gate(article, deskOf()).blockers);
    expect(groups.map(({ code, blockers }) => [code, blockers.length])).toEqual([
      ['claim-open', 2],
      ['claim-failed', 1],
      ['placeholder', 1],
      ['sign-off-missing', 1],
    ]);
  });

  it('are none where nothing blocks', () => expect(groupBlockers([])).toEqual([]));
});

describe('the blocks that a lapsed signature names', () => {
  it('are shown with their words when they stand, and counted when they are gone', () => {
    const article = articleOf(['Un premier paragraphe.', '']);
    expect(placesOf(article.body, ['b1', 'b2', 'b9'])).toEqual({
      present: [
        { id: 'b1', text: 'Un premier paragraphe.' },
        { id: 'b2', text: '' },
      ],
      gone: 1,
    });
  });

  it('are found from the id of an item of a list, which is not their own', () => {
    const body = [...articleOf(['Avant.']).body, list];
    expect(blockHolding(body, 'i2')?.id).toBe('l1');
    expect(blockHolding(body, 'b1')?.id).toBe('b1');
    expect(blockHolding(body, 'nowhere')).toBeUndefined();
    expect(textUnder(body, 'i2')).toBe('Second quai');
    expect(textUnder(body, 'l1')).toBe('Premier quai\nSecond quai');
    expect(textUnder(body, 'nowhere')).toBe('');
  });
});

describe('the role that signs next', () => {
  const policy = { ...defaultGate, roles: ['editor', 'checker'] as const };

  it('is the first that is required and has not signed this copy', () => {
    const article = articleOf(['Le texte.']);
    expect(nextRole(signOffViews(article), policy)).toBe('checker');
    const signed = signOff(article, { id: 's1', role: 'checker', by: 'Zoé', at }, deskOf());
    if (!signed.ok) throw new Error(signed.code);
    expect(nextRole(signOffViews(signed.value), policy)).toBe('editor');
    expect(nextRole(signOffViews(rewritten(signed.value, 'texte', 'récit')), policy)).toBe('checker');
  });

  it('is the editor where nobody is waited for', () => {
    expect(nextRole([], { roles: [] })).toBe('editor');
  });
});
