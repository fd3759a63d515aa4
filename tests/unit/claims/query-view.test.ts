import { describe, expect, it } from 'vitest';
import { addToQuery, askQuery } from '#core/claims/queries';
import { groupQueries, inOrder, subjectsAt } from '#core/claims/query-view';
import type { Query } from '#core/claims/record-schema';
import { createTranslate } from '#core/messages/index';
import { querySentence } from '#core/messages/queries';
import { articleOf, at, withClaim } from '../../support/checking';

function asked(id: string, question: string, change: Partial<Query> = {}): Query {
  const about = { id, claim: null, blockId: 'b1', text: 'Le pont', to: '' };
  const query = askQuery(about, { text: question, by: 'Ada', at });
  if (!query.ok) throw new Error(query.code);
  return { ...query.value, ...change };
}

function then(query: Query, kind: 'answered' | 'resolved', text: string): Query {
  const changed = addToQuery(query, kind, { text, by: 'Zoé', at });
  if (!changed.ok) throw new Error(changed.code);
  return changed.value;
}

describe('what a new query may be about', () => {
  const article = withClaim(articleOf(['Le pont mesure 300 mètres.', 'Il ouvre lundi.']), 'c1', '300 mètres');
  const nobody = { claim: null, blockId: null, selected: '' };

  it('is the claim first when the caret stands in its line', () => {
    expect(subjectsAt(article.body, { claim: 'c1', blockId: 'b1', selected: '' })).toEqual([
      { type: 'claim', claim: 'c1', blockId: 'b1', text: '300 mètres' },
      { type: 'line', claim: null, blockId: 'b1', text: 'Le pont mesure 300 mètres.' },
    ]);
  });

  it('is the line first when the caret has gone elsewhere', () => {
    const types = subjectsAt(article.body, { claim: 'c1', blockId: 'b2', selected: '' }).map(
      ({ type }) => type,
    );
    expect(types).toEqual(['line', 'claim']);
  });

  it('quotes the selected words rather than the whole line', () => {
    expect(subjectsAt(article.body, { ...nobody, blockId: 'b2', selected: ' lundi ' })).toMatchObject([
      { type: 'line', blockId: 'b2', text: 'lundi' },
    ]);
  });

  it('falls back on the line of the claim, and is nothing where there is neither', () => {
    expect(subjectsAt(article.body, { ...nobody, claim: 'c1' }).map(({ blockId }) => blockId)).toEqual([
      'b1',
      'b1',
    ]);
    expect(subjectsAt(article.body, nobody)).toEqual([]);
    expect(subjectsAt(article.body, { ...nobody, claim: 'gone' })).toEqual([]);
  });
});

describe('queries in a list', () => {
  const open = asked('q1', 'Quelle longueur\u202f?');
  const answered = then(asked('q2', 'Quel jour\u202f?'), 'answered', 'Lundi, selon la mairie.');
  const settled = then(asked('q3', 'Qui\u202f?'), 'resolved', 'La maire.');

  it('stand open ones first, then those with an answer to accept, settled ones apart', () => {
    const sorted = inOrder([settled, answered, open]);
    expect(sorted.open.map(({ id }) => id)).toEqual(['q1', 'q2']);
    expect(sorted.settled.map(({ id }) => id)).toEqual(['q3']);
  });

  it('are grouped by article in the order of the desk', () => {
    const listed = [
      { articleId: 'a2', title: 'Le stade', query: open },
      { articleId: 'a1', title: 'Le pont', query: answered },
      { articleId: 'a2', title: 'Le stade', query: settled },
    ];
    expect(groupQueries(listed).map(({ articleId, queries }) => [articleId, queries.length])).toEqual([
      ['a2', 2],
      ['a1', 1],
    ]);
  });

  it('are found by words of the title, the copy, the names and what was said, in any case and without accents', () => {
    const listed = [
      { articleId: 'a1', title: 'Le théâtre', query: open },
      { articleId: 'a2', title: 'Le pont', query: answered },
    ];
    const found = (typed: string): string[] =>
      groupQueries(listed, { typed }).map(({ articleId }) => articleId);
    expect(found('THEATRE')).toEqual(['a1']);
    expect(found('mairie zoe')).toEqual(['a2']);
    expect(found('  ')).toEqual(['a1', 'a2']);
    expect(found('mairie theatre')).toEqual([]);
    expect(groupQueries(listed, { status: 'answered' }).map(({ articleId }) => articleId)).toEqual(['a2']);
  });
});

describe('the question of a query', () => {
  const t = createTranslate('en');

  it('is what a person asked, or what the rule of intake asks', () => {
    expect(querySentence(t, asked('q1', 'How long is it?'))).toBe('How long is it?');
    expect(querySentence(t, asked('q1', 'x', { reason: 'relative-date' }))).toMatch(/Which day is meant/);
  });
});
