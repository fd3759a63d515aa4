import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { textRun } from '#core/body/normalize';
import { blockerCodes } from '#core/claims/blocker-codes';
import { type Blocker, gate } from '#core/claims/gate';
import { defaultGate, type GatePolicy } from '#core/claims/gate-policy';
import { headlineGaps } from '#core/claims/headline';
import { mayLeave, overrideFor, overrideGate } from '#core/claims/overrides';
import { addToQuery, askQuery } from '#core/claims/queries';
import { signOff, signOffViews, withdrawSignOff } from '#core/claims/sign-offs';
import { blockerSentence } from '#core/messages/blockers';
import { createTranslate } from '#core/messages/index';
import {
  articleOf,
  at,
  claimIn,
  deskOf,
  rewritten,
  withClaim,
  withOutcome,
  withRecord,
} from '../../support/checking';

const text = 'Le pont mesure 212 mètres et a coûté 9 millions.';
const plain = articleOf([text], { byline: 'Par Éva Morel' });
const policy = (change: Partial<GatePolicy> = {}): GatePolicy => ({ ...defaultGate, roles: [], ...change });
const codes = (article: Article, desk = deskOf({ gate: policy() })) =>
  gate(article, desk).blockers.map(({ code }) => code);
const done = (result: ReturnType<typeof signOff>): Article => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const one = withClaim(plain, 'k1', '212 mètres', { kind: 'number' });

describe('the gate', () => {
  it('lets copy through on which nothing is open', () => {
    expect(gate(plain, deskOf({ gate: policy() }))).toEqual({ blocked: false, blockers: [], mode: 'warn' });
    expect(codes(withOutcome(one, 'k1'))).toEqual([]);
  });

  it('names each claim that is not settled, and where it is', () => {
    expect(gate(one, deskOf({ gate: policy() })).blockers).toEqual([
      {
        code: 'claim-open',
        params: { text: '212 mètres', kind: 'number' },
        target: { type: 'claim', id: 'k1' },
      },
    ]);
    expect(codes(rewritten(withOutcome(one, 'k1'), '212', '221'))).toEqual(['claim-stale']);
    expect(codes(withOutcome(one, 'k1', { value: 'wrong' }))).toEqual(['claim-failed']);
    expect(codes(withOutcome(one, 'k1', { value: 'confirmed-with-change', suggested: '221 m' }))).toEqual([
      'claim-change',
    ]);
    const quoted = withRecord(one, { ...claimIn(one, 'k1'), kind: 'quotation' });
    expect(codes(withOutcome(quoted, 'k1'))).toEqual(['claim-partial']);
  });

  it('asks for nothing on what is not for the desk to check, nor on words that are gone', () => {
    expect(codes(withOutcome(one, 'k1', { value: 'on-author' }))).toEqual([]);
    expect(codes({ ...one, body: plain.body })).toEqual([]);
  });

  it('asks for as many checkers as the stricter of kind and risk wants', () => {
    const twice = deskOf({ gate: policy({ kinds: { ...defaultGate.kinds, number: 2 } }) });
    const checked = withOutcome(one, 'k1');
    expect(gate(checked, twice).blockers).toMatchObject([
      { code: 'claim-second-check', params: { wanted: 2, count: 1 } },
    ]);
    expect(codes(withOutcome(checked, 'k1', { by: 'Ben' }), twice)).toEqual([]);
    const legal = withOutcome(withRecord(one, { ...claimIn(one, 'k1'), risk: 'legal' }), 'k1');
    expect(codes(legal)).toEqual(['claim-second-check']);
    const none = deskOf({ gate: policy({ kinds: { ...defaultGate.kinds, number: 0 } }) });
    expect(codes(one, none)).toEqual([]);
    expect(codes(withOutcome(one, 'k1', { value: 'wrong' }), none)).toEqual(['claim-failed']);
  });

  it('does not count authors as checkers of their copy, unless the desk is one person', () => {
    const own = withOutcome(one, 'k1', { by: 'eva morel' });
    expect(codes(own, deskOf({ gate: policy(), onePerson: true }))).toEqual([]);
    const desk = deskOf({ gate: policy(), onePerson: false });
    expect(codes(own, desk)).toEqual(['claim-own-check']);
    expect(codes(withOutcome(own, 'k1', { by: 'Ben' }), desk)).toEqual([]);
  });

  it('names a claim that rests on another which does not hold', () => {
    const two = withClaim(one, 'k2', '9 millions', { dependsOn: ['k1'] });
    const checked = withOutcome(withOutcome(two, 'k2'), 'k1', { value: 'disputed' });
    expect(codes(checked)).toEqual(['claim-failed', 'claim-dependency']);
  });

  it('names queries, comments, undecided changes, gaps and what only the headline says', () => {
    const asked = askQuery(
      { id: 'q1', claim: null, blockId: 'b1', text: 'mesure', to: '' },
      { text: 'D’où ?', by: 'Ada', at },
    );
    if (!asked.ok) throw new Error(asked.code);
    const [first, ...fields] = articleOf([`${text} TK`], {
      headline: '14 morts sur le pont de Kerrien',
    }).body;
    if (!first) throw new Error('no headline');
    const article: Article = {
      ...plain,
      body: [
        first,
        ...fields,
        { id: 'b2', type: 'paragraph', content: [textRun('peut-être', [], [], { inserted: 's1' })] },
      ],
      queries: [asked.value],
      comments: [{ id: 'c1', text: 'pont', events: [{ kind: 'remark', text: 'Lequel ?', by: 'Ada', at }] }],
      suggestions: [{ id: 's1', by: 'Ada', at }],
    };
    const { blockers } = gate(article, deskOf({ gate: policy() }));
    expect(blockers.map(({ code, target }) => [code, target.type, target.id])).toEqual([
      ['query-open', 'query', 'q1'],
      ['comment-open', 'comment', 'c1'],
      ['suggestion-open', 'suggestion', 's1'],
      ['placeholder', 'block', 'b1'],
      ['headline-number', 'block', 'headline'],
      ['headline-name', 'block', 'headline'],
    ]);
    const off = Object.fromEntries(Object.keys(defaultGate.blockers).map((key) => [key, false]));
    const lenient = deskOf({ gate: policy({ blockers: off as GatePolicy['blockers'] }) });
    expect(codes(article, lenient)).toEqual([]);
  });

  it('says each blocker in words, in both languages, with nothing left to fill in', () => {
    const params = {
      text: 'a',
      kind: 'number',
      check: 'said',
      outcome: 'wrong',
      role: 'legal',
      by: 'Ada',
      other: 'b',
      suggested: 'c',
      wanted: 2,
      count: 1,
    };
    for (const language of ['fr', 'en'] as const) {
      for (const code of blockerCodes) {
        const blocker: Blocker = { code, params, target: { type: 'claim', id: 'k1' } };
        const said = blockerSentence(createTranslate(language), language, deskOf().outcomeScale, blocker);
        expect(said).not.toMatch(/\{\{|checking|undefined/);
      }
    }
  });
});

describe('a sign-off', () => {
  const signing = { id: 's1', role: 'editor', by: 'Ben', at } as const;
  const desk = deskOf({ gate: policy({ roles: ['editor'] }) });

  it('is asked for by role, stands on this copy and lapses on another', () => {
    expect(gate(plain, desk).blockers).toMatchObject([
      { code: 'sign-off-missing', target: { type: 'role', id: 'editor' } },
    ]);
    const signed = done(signOff(plain, signing, desk));
    expect(codes(signed, desk)).toEqual([]);
    const edited = rewritten(signed, '212', '221');
    expect(gate(edited, desk).blockers).toMatchObject([{ code: 'sign-off-lapsed', params: { by: 'Ben' } }]);
    expect(signOffViews(edited)).toMatchObject([{ state: 'lapsed', changed: ['b1'] }]);
    expect(codes(rewritten(edited, '221', '212'), desk)).toEqual([]);
  });

  it('does not lapse for what readers do not see', () => {
    const signed = done(signOff(one, signing, desk));
    const untouched: Article[] = [
      withOutcome(signed, 'k1'),
      {
        ...signed,
        metadata: { ...signed.metadata, status: 'published', tags: ['port'], published: '2026-06-01' },
      },
      { ...signed, body: [...signed.body, { id: 'b9', type: 'paragraph', content: [] }] },
      { ...signed, body: signed.body.map((block) => ({ ...block, id: `x${block.id}` })) },
    ];
    for (const article of untouched) expect(signOffViews(article)[0]?.state).toBe('valid');
    expect(signOffViews(withOutcome(signed, 'k1'))[0]?.recordChanged).toBe(true);
  });

  it('lapses for a mark, a link, a caption’s words and the order of paragraphs', () => {
    const long = articleOf(['Un.', 'Deux.']);
    const signed = done(signOff(long, signing, desk));
    const [headline, standfirst, byline, first, second] = signed.body;
    if (!headline || !standfirst || !byline || !first || !second) throw new Error('body');
    const fields = [headline, standfirst, byline];
    const bold = { id: 'b1', type: 'paragraph', content: [textRun('Un.', ['bold'])] } as const;
    for (const blocks of [[second, first], [first], [{ ...bold, content: [...bold.content] }, second]])
      expect(signOffViews({ ...signed, body: [...fields, ...blocks] })[0]?.state).toBe('lapsed');
  });

  it('needs a name, and a second checker who is not the first', () => {
    expect(signOff(plain, { ...signing, by: ' ' }, desk)).toMatchObject({ code: 'sign-off.no-name' });
    const first = done(signOff(plain, { ...signing, role: 'checker' }, desk));
    const again = { ...signing, id: 's2', role: 'second-checker', by: 'BEN' } as const;
    expect(signOff(first, again, desk)).toMatchObject({ code: 'sign-off.same-person' });
    expect(signOff(first, { ...again, by: 'Ada' }, desk).ok).toBe(true);
  });

  it('of an author as checker is refused on a desk of several, and labelled on a desk of one', () => {
    const own = { ...signing, role: 'checker', by: 'Eva Morel' } as const;
    expect(signOff(plain, own, { onePerson: false })).toMatchObject({ code: 'sign-off.own-copy' });
    expect(done(signOff(plain, own, { onePerson: true })).signOffs).toMatchObject([{ selfChecked: true }]);
    // Whoever signed as reporter is an author, whatever the byline says.
    const reported = done(signOff(plain, { ...signing, role: 'reporter' }, desk));
    expect(signOff(reported, { ...signing, id: 's2', role: 'checker' }, { onePerson: false })).toMatchObject({
      ok: false,
    });
  });

  it('is withdrawn with a reason, and stays on record', () => {
    const signed = done(signOff(plain, signing, desk));
    const by = { id: 'w1', signOff: 's1', by: 'Ben', at };
    expect(withdrawSignOff(signed, { ...by, reason: '' })).toMatchObject({ code: 'sign-off.no-reason' });
    const withdrawn = done(withdrawSignOff(signed, { ...by, reason: 'Trop tôt.' }));
    expect(withdrawn.signOffs).toHaveLength(2);
    expect(withdrawn.signOffs[0]).toBe(signed.signOffs[0]);
    expect(codes(withdrawn, desk)).toEqual(['sign-off-missing']);
    expect(withdrawSignOff(withdrawn, { ...by, id: 'w2', reason: 'x' })).toMatchObject({
      code: 'sign-off.not-found',
    });
  });
});

describe('an override', () => {
  const desk = deskOf({ gate: policy({ mode: 'refuse' }) });
  const decision = { id: 'o1', by: 'Ben', at, reason: 'Le direct attend.' };

  it('lets exactly this copy out, with its reason on record', () => {
    expect(mayLeave(one, desk)).toMatchObject({ code: 'gate.refuses', params: { count: 1 } });
    expect(mayLeave(one, deskOf({ gate: policy() })).ok).toBe(true);
    const overridden = done(overrideGate(one, desk, decision));
    expect(mayLeave(overridden, desk).ok).toBe(true);
    expect(overridden.overrides).toMatchObject([
      { by: 'Ben', reason: 'Le direct attend.', blockers: [{ code: 'claim-open', text: '212 mètres' }] },
    ]);
  });

  it('does not cover what came up later, nor another text', () => {
    const overridden = done(overrideGate(one, desk, decision));
    expect(mayLeave(rewritten(overridden, '9 millions', '8 millions'), desk).ok).toBe(false);
    expect(mayLeave(withOutcome(overridden, 'k1', { value: 'wrong' }), desk).ok).toBe(false);
    const settled = withOutcome(overridden, 'k1');
    expect(mayLeave(settled, desk).ok).toBe(true);
    expect(overrideFor(rewritten(overridden, '212', '221'), gate(overridden, desk))).toBeNull();
  });

  it('needs a name, a reason and something to override', () => {
    expect(overrideGate(one, desk, { ...decision, by: '' })).toMatchObject({ code: 'sign-off.no-name' });
    expect(overrideGate(one, desk, { ...decision, reason: ' ' })).toMatchObject({
      code: 'override.no-reason',
    });
    expect(overrideGate(plain, desk, decision)).toMatchObject({ code: 'override.nothing' });
  });
});

describe('a query', () => {
  const asked = askQuery(
    { id: 'q1', claim: 'k1', blockId: 'b1', text: '212', to: 'Éva' },
    { text: 'Sûr ?', by: 'Ada', at },
  );
  const said = (words: string) => ({ text: words, by: 'Éva', at });

  it('is a thread in which nothing is rewritten, and is settled with a reason only', () => {
    if (!asked.ok) throw new Error(asked.code);
    expect(addToQuery(asked.value, 'resolved', said(''))).toMatchObject({ code: 'query.no-reason' });
    expect(addToQuery(asked.value, 'reopened', said(''))).toMatchObject({ code: 'query.not-resolved' });
    const answered = addToQuery(asked.value, 'answered', said('Oui, au registre.'));
    const resolved = answered.ok ? addToQuery(answered.value, 'resolved', said('Vu.')) : answered;
    if (!resolved.ok) throw new Error(resolved.code);
    expect(addToQuery(resolved.value, 'answered', said('x'))).toMatchObject({ code: 'query.resolved' });
    const reopened = addToQuery(resolved.value, 'reopened', said(''));
    expect(reopened.ok && reopened.value.events.map(({ kind }) => kind)).toEqual([
      'asked',
      'answered',
      'resolved',
      'reopened',
    ]);
    expect(codes({ ...plain, queries: [resolved.value] })).toEqual([]);
    expect(codes({ ...plain, queries: answered.ok ? [answered.value] : [] })).toEqual(['query-answered']);
  });
});

describe('what the headline says', () => {
  const gaps = (headline: string, story: string, language: 'fr' | 'en' = 'fr') =>
    headlineGaps(articleOf([story], { headline }).body, language).map(
      ({ kind, text: words }) => `${kind} ${words}`,
    );

  it.each([
    ['Kerrien : 12 000 euros pour le pont', 'À Kerrien, le pont coûte 12\u202f000 euros.'],
    ['L’OTAN et la Hongrie', 'La Hongrie s’oppose à l’OTAN.'],
    ['14 morts à Kerrien', 'Quatorze personnes sont mortes à Kerrien.'],
    ['Le pont de Saint-Avel', 'Le pont, à Saint-Avel, tient.'],
    ['Harwick’s canal costs £2.3m', 'The canal in Harwick costs £2.3m.'],
  ])('stands in the story: %s', (headline, story) => {
    expect(gaps(headline, story)).toEqual([]);
  });

  it('is missed in the story, name by name and figure by figure', () => {
    expect(gaps('Le pont de Kerrien coûte 13 millions', 'Le pont coûte 12 millions.')).toEqual([
      'number 13',
      'name Kerrien',
    ]);
  });

  it('is not told from capitals where every word of a headline has one', () => {
    expect(gaps('Council Votes To Reopen Canal After Long Fight', 'The council reopened it.', 'en')).toEqual(
      [],
    );
    expect(gaps('NATO Leaders Meet Again In Old Town', 'They met.', 'en')).toEqual(['name NATO']);
  });
});
