import { describe, expect, it } from 'vitest';
import { acceptSuggestions } from '#core/body/review';
import { anchors, replaceBound } from '#core/claims/anchors';
import { giveOutcome } from '#core/claims/outcomes';
import { claimState } from '#core/claims/status';
import { defaultScale } from '#core/claims/values';
import {
  articleOf,
  at,
  claimIn,
  rewritten,
  web,
  withClaim,
  withOutcome,
  withRecord,
} from '../../support/checking';

const story = articleOf(['Le pont mesure 212 mètres et a coûté 9 %, dit-on.']);
const withLength = withClaim(story, 'k1', '212 mètres', { kind: 'number' });
const state = (article: typeof story, id = 'k1') =>
  claimState(claimIn(article, id), anchors(article.body).get(id));
const given = { check: 'true', value: 'confirmed', reason: '', by: 'Ada', at } as const;
const anchorOf = (article: typeof story) => anchors(article.body).get('k1');

describe('an outcome', () => {
  it('needs a source or a written reason', () => {
    const claim = claimIn(withLength, 'k1');
    expect(giveOutcome(claim, anchorOf(withLength), given)).toMatchObject({ code: 'claim.no-grounds' });
    expect(giveOutcome(claim, anchorOf(withLength), { ...given, reason: ' \n' })).toMatchObject({
      ok: false,
    });
    expect(giveOutcome(claim, anchorOf(withLength), { ...given, reason: 'Mesuré.' }).ok).toBe(true);
    expect(giveOutcome({ ...claim, evidence: [web('e1')] }, anchorOf(withLength), given).ok).toBe(true);
  });

  it('needs a source where the desk says so, whatever the reason', () => {
    const strict = defaultScale.map((entry) => ({ ...entry, needsEvidence: true }));
    const claim = claimIn(withLength, 'k1');
    const reasoned = { ...given, reason: 'Mesuré.' };
    expect(giveOutcome(claim, anchorOf(withLength), reasoned, strict)).toMatchObject({
      code: 'claim.needs-evidence',
    });
    // A desk that becomes stricter no longer counts what was given on a reason alone.
    const article = withOutcome(withLength, 'k1');
    expect(claimState(claimIn(article, 'k1'), anchorOf(article), strict).status).toBe('open');
  });

  it.each([
    [{ value: 'splendid' }, 'claim.unknown-outcome'],
    [{ check: 'said' as const }, 'claim.wrong-check'],
    [{ evidence: ['e9'] }, 'claim.unknown-evidence'],
    [{ value: 'confirmed-with-change' }, 'claim.no-change'],
  ])('is refused: %j (%s)', (change, code) => {
    const result = giveOutcome(claimIn(withLength, 'k1'), anchorOf(withLength), {
      ...given,
      reason: 'x',
      ...change,
    });
    expect(result).toMatchObject({ ok: false, code });
  });

  it('is refused on a claim whose words are gone', () => {
    expect(giveOutcome(claimIn(withLength, 'k1'), undefined, { ...given, reason: 'x' })).toMatchObject({
      code: 'claim.detached',
    });
  });

  it('is added behind the earlier ones, which stay as they are', () => {
    const once = withOutcome(withLength, 'k1');
    const twice = withOutcome(once, 'k1', { value: 'wrong', by: 'Ben' });
    expect(claimIn(twice, 'k1').outcomes[0]).toBe(claimIn(once, 'k1').outcomes[0]);
    expect(state(twice).status).toBe('failed');
  });

  it('does not stand on other words, and stands again on its own', () => {
    const checked = withOutcome(withLength, 'k1');
    const edited = rewritten(checked, '212', '221');
    expect(state(checked).status).toBe('checked');
    expect(state(edited)).toMatchObject({ status: 'stale', checks: [{ causes: ['words'] }] });
    expect(state(rewritten(edited, '221', '212')).status).toBe('checked');
  });

  it.each([
    ['9 %', '9 €'],
    ['9 %', '9 ‰'],
    ['9 %', '9,5 %'],
    ['9 %', '19 %'],
    ['coûté 9', 'coûté -9'],
    ['coûté 9', 'coûté $9'],
  ])('on “9 %%” does not stand when %s becomes %s', (from, to) => {
    for (const words of ['9 %', '9']) {
      const checked = withOutcome(withClaim(story, 'k1', words), 'k1');
      expect(state(checked).status).toBe('checked');
      // What is typed beside a claim is not of it: the rest of the line is rewritten.
      const text = 'Le pont mesure 212 mètres et a coûté 9 %, dit-on.'.replace(from, to);
      const moved = withClaim(articleOf([text]), 'k1', '9', { outcomes: claimIn(checked, 'k1').outcomes });
      expect(state(moved).status).toBe('stale');
    }
  });

  it('stands on what a sentence end and a quotation mark do not change', () => {
    const checked = withOutcome(withClaim(story, 'k1', '9 %'), 'k1');
    expect(claimIn(checked, 'k1').outcomes[0]?.text).toBe('9 %');
    expect(state(rewritten(checked, ', dit-on', '. Fin')).status).toBe('checked');
  });

  it('does not stand when a source that it rests on was changed or removed', () => {
    const sourced = withRecord(withLength, { ...claimIn(withLength, 'k1'), evidence: [web('e1')] });
    const checked = withOutcome(sourced, 'k1', { reason: '' });
    const claim = claimIn(checked, 'k1');
    const on = (evidence: (typeof claim)['evidence']) => state(withRecord(checked, { ...claim, evidence }));
    expect(on([web('e1')]).status).toBe('checked');
    expect(on([web('e1', { stance: 'contradicts' })]).status).toBe('stale');
    expect(on([web('e1', { quote: 'deux cent douze' })])).toMatchObject({
      checks: [{ causes: ['evidence'] }],
    });
    expect(on([])).toMatchObject({ status: 'stale' });
    expect(on([web('e1', { sensitivity: 'confidential', origin: 'AFP' })]).status).toBe('checked');
  });

  it('goes on standing when a source is added that supports it, and not when one contradicts', () => {
    const checked = withOutcome(withLength, 'k1');
    const claim = claimIn(checked, 'k1');
    const on = (evidence: (typeof claim)['evidence']) => state(withRecord(checked, { ...claim, evidence }));
    expect(on([web('e2')]).status).toBe('checked');
    expect(on([web('e2', { stance: 'contradicts' })])).toMatchObject({
      status: 'stale',
      checks: [{ causes: ['contradiction'] }],
    });
  });

  it('does not stand when the claim is worded otherwise', () => {
    const checked = withOutcome(withLength, 'k1');
    const claim = { ...claimIn(checked, 'k1'), wording: 'Le tablier mesure 212 mètres.' };
    expect(state(withRecord(checked, claim))).toMatchObject({ checks: [{ causes: ['statement'] }] });
  });

  it('counts neither as checked nor as open when it is not for the desk to check', () => {
    expect(state(withOutcome(withLength, 'k1', { value: 'on-author' })).status).toBe('excluded');
    expect(state(withOutcome(withLength, 'k1', { value: 'not-verifiable' })).status).toBe('open');
  });

  it('that the scale no longer knows leaves its claim open', () => {
    const checked = withOutcome(withLength, 'k1');
    const scale = defaultScale.filter(({ id }) => id !== 'confirmed');
    expect(claimState(claimIn(checked, 'k1'), anchorOf(checked), scale).status).toBe('open');
  });
});

describe('a confirmation with a change', () => {
  const asked = withOutcome(withLength, 'k1', { value: 'confirmed-with-change', suggested: '221 mètres.' });

  it('fails the copy until the change is made, and holds once it is', () => {
    expect(state(asked)).toMatchObject({ status: 'failed', checks: [{ change: '221 mètres' }] });
    const body = replaceBound(asked.body, 'k1', '221 mètres');
    if (!body) throw new Error('not replaced');
    const changed = { ...asked, body };
    expect(anchors(body).get('k1')?.text).toBe('221 mètres');
    expect(state(changed).status).toBe('checked');
    expect(state(rewritten(changed, '221', '222')).status).toBe('stale');
  });

  it('is not made where a person has to decide: over a line break, or in an undecided change', () => {
    const [block] = asked.body.slice(-1);
    if (block?.type !== 'paragraph') throw new Error('no paragraph');
    const content = block.content.map((node) =>
      node.type === 'text' && node.claims ? { ...node, deleted: 's1' } : node,
    );
    const body = [...asked.body.slice(0, -1), { ...block, content }];
    expect(replaceBound(body, 'k1', '221 mètres')).toBeNull();
    expect(replaceBound(acceptSuggestions(body, 'all'), 'k1', '221 mètres')).toBeNull();
    expect(replaceBound(story.body, 'k1', 'x')).toBeNull();
  });
});

describe('a quotation', () => {
  const quoted = articleOf(['« Nous partirons en mai », a dit la maire.']);
  const quotation = { speaker: 'La maire', said: '2026-05-11', original: null, translated: false };
  const article = withClaim(quoted, 'k1', 'Nous partirons en mai', { kind: 'quotation', quotation });

  it('is two checks: said, and true', () => {
    expect(state(article).status).toBe('open');
    const said = withOutcome(article, 'k1', { check: 'said' });
    expect(state(said)).toMatchObject({ status: 'partial' });
    expect(state(withOutcome(said, 'k1')).status).toBe('checked');
    expect(state(withOutcome(said, 'k1', { value: 'wrong' })).status).toBe('failed');
    expect(state(withOutcome(said, 'k1', { value: 'not-checkable' })).status).toBe('checked');
  });

  it('was said by somebody: another speaker or day is another check, the truth of it is not', () => {
    const both = withOutcome(withOutcome(article, 'k1', { check: 'said' }), 'k1');
    const claim = { ...claimIn(both, 'k1'), quotation: { ...quotation, speaker: 'Le préfet' } };
    const found = state(withRecord(both, claim));
    expect(found.checks.map(({ check, status }) => [check, status])).toEqual([
      ['said', 'stale'],
      ['true', 'checked'],
    ]);
  });

  it('that was translated is not verified as said without the original words', () => {
    const translated = withRecord(article, {
      ...claimIn(article, 'k1'),
      quotation: { ...quotation, translated: true, original: { language: 'de', text: ' ' } },
    });
    const check = { ...given, check: 'said', reason: 'Bande.' } as const;
    expect(giveOutcome(claimIn(translated, 'k1'), anchorOf(translated), check)).toMatchObject({
      code: 'claim.no-original',
    });
    expect(
      giveOutcome(claimIn(translated, 'k1'), anchorOf(translated), { ...check, value: 'wrong' }).ok,
    ).toBe(true);
    const original = { language: 'de', text: 'Wir gehen im Mai.' };
    const known = withRecord(article, {
      ...claimIn(article, 'k1'),
      quotation: { ...quotation, translated: true, original },
    });
    const said = withOutcome(known, 'k1', { check: 'said' });
    expect(state(said).checks[0]?.status).toBe('checked');
    // The original is taken away again: what was said is no longer known.
    const lost = withRecord(said, { ...claimIn(said, 'k1'), quotation: { ...quotation, translated: true } });
    expect(state(lost).checks[0]).toMatchObject({ status: 'stale', lacksOriginal: true });
  });
});

describe('a second check', () => {
  it('is another person’s: the same name in another spelling is not', () => {
    const once = withOutcome(withLength, 'k1', { by: 'Éva Morel' });
    expect(state(once).checkers).toBe(1);
    expect(state(withOutcome(once, 'k1', { by: 'eva  MOREL' })).checkers).toBe(1);
    expect(state(withOutcome(once, 'k1', { by: '' })).checkers).toBe(1);
    expect(state(withOutcome(once, 'k1', { by: 'Ben' })).checkers).toBe(2);
  });

  it('does not outvote somebody who finds the copy wrong: the dispute is shown', () => {
    const wrong = withOutcome(withLength, 'k1', { value: 'wrong', by: 'Ben' });
    const found = state(withOutcome(wrong, 'k1', { by: 'Ada' }));
    expect(found).toMatchObject({ status: 'checked', checkers: 1, checks: [{ isDisputed: true }] });
  });

  it('of a quotation must be of both halves by the same number of people', () => {
    const quoted = withClaim(articleOf(['Il a dit « oui ».']), 'k1', 'oui', { kind: 'quotation' });
    const steps = [
      { check: 'said', by: 'Ada' },
      { check: 'true', by: 'Ada' },
      { check: 'said', by: 'Ben' },
    ] as const;
    const article = steps.reduce((before, step) => withOutcome(before, 'k1', step), quoted);
    expect(state(article)).toMatchObject({ status: 'checked', checkers: 1 });
  });
});
