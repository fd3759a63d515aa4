import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { checkingDefaults } from '#core/desk/defaults';
import { defaultStatuses } from '#core/desk/statuses';
import { type IndexRecord, indexRecord } from '#core/search/record';
import { sortKeys } from '#core/search/request';
import { termsOf } from '#core/search/terms';
import type { SearchIndex } from '#storage/index';
import { withClaim, withOutcome } from '../../support/checking';
import { found, indexOf, request, story } from './support';

const subjects = ['le port', 'la mairie', 'le pont', 'the council', 'the harbour'];
const events = ['ferme', 'vote un budget', 'opens again', 'signe un accord', 'is repaired'];
const statuses = ['raw', 'in-progress', 'in-check', 'ready', 'published', 'archived'];
const sections = ['', 'Économie', 'Local news', 'Culture'];
const bylines = ['', 'Zoé Mérand', 'Paul Attey', 'Anne-Marie Olt'];
const tags = [[], ['port'], ['budget', 'port'], ['culture']];

/** The entry of a list that an article has, by its number; lists of other lengths make other combinations. */
function of<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}

function articleAt(at: number): Article {
  const day = `2026-0${1 + (at % 5)}-1${at % 10}`;
  const subject = of(subjects, at);
  const plain = story(
    `article${String(at).padStart(3, '0')}`,
    `${subject} ${of(events, at + 1)} ${at}`,
    `Aujourd’hui ${subject} ${of(events, at)}, dit-on à la mairie.\nUne autre phrase ${at % 7}.`,
    {
      language: of(['fr', 'en'] as const, at),
      status: of(statuses, at),
      section: of(sections, at),
      tags: [...of(tags, at)],
      published: at % 3 === 0 ? null : day,
      due: at % 4 === 0 ? day : null,
      modified: `${day}T1${at % 10}:00:00.${String(at).padStart(3, '0')}Z`,
      created: `${day}T08:00:00.000Z`,
      notes: at % 5 === 0 ? 'À relire avec le port.' : '',
    },
    of(bylines, at),
  );
  if (at % 2 === 0) return plain;
  const claimed = withClaim(plain, 'k1', 'phrase', { assignee: of(['Ada', 'Béa'], at) });
  return at % 3 === 0 ? withOutcome(claimed, 'k1') : claimed;
}

const articles = Array.from({ length: 90 }, (_, at) => articleAt(at));
const desk = { ...checkingDefaults(), statuses: defaultStatuses() };
const records = new Map(articles.map((article) => [article.id, indexRecord(article, desk)]));

type Test = (record: IndexRecord) => boolean;

function hasTerms(
  { texts }: IndexRecord,
  words: string,
  fields = Object.keys(texts) as (keyof typeof texts)[],
): boolean {
  const wanted = ` ${termsOf(words).join(' ')} `;
  return fields.some((field) => ` ${termsOf(texts[field]).join(' ')} `.includes(wanted));
}

/** Pieces of queries, and what they mean by the plainest way of working it out. */
const pieces: readonly (readonly [string, Test])[] = [
  ...['port', 'mairie', 'budget', 'council', 'ferme', '7', 'introuvable'].map(
    (word): readonly [string, Test] => [word, (record) => hasTerms(record, word)],
  ),
  ['"vote un budget"', (record) => hasTerms(record, 'vote un budget')],
  ['headline:port', (record) => hasTerms(record, 'port', ['headline'])],
  ['note:port', (record) => hasTerms(record, 'port', ['notes'])],
  ['tag:port', ({ summary }) => summary.tags.includes('port')],
  ['status:ready', ({ summary }) => summary.status === 'ready'],
  ['status:"en cours"', ({ summary }) => summary.status === 'in-progress'],
  ['section:economie', ({ summary }) => summary.section === 'Économie'],
  ['section:"local news"', ({ summary }) => summary.section === 'Local news'],
  ['by:mer', ({ summary }) => summary.byline === 'Zoé Mérand'],
  ['by:marie', ({ summary }) => summary.byline === 'Anne-Marie Olt'],
  ['lang:fr', ({ summary }) => summary.language === 'fr'],
  ['claim:open', ({ summary }) => summary.claims.open > 0],
  ['claim:checked', ({ summary }) => summary.claims.checked > 0],
  ['claim:none', ({ summary }) => summary.claims.total === 0],
  ['has:due', ({ summary }) => summary.due !== null],
  ['has:notes', ({ has }) => has.includes('notes')],
  ['blocked:claim-open', ({ blockers }) => blockers.some(({ code }) => code === 'claim-open')],
  ['bloque:visa-manquant', ({ blockers }) => blockers.some(({ code }) => code === 'sign-off-missing')],
  ['assignee:bea', ({ people }) => people.some(({ name }) => name === 'Béa')],
  ['id:article00', ({ summary }) => summary.id.startsWith('article00')],
  ['date:2026-02', ({ summary }) => summary.published?.startsWith('2026-02') === true],
  ['date:2026-02-12..2026-04', ({ summary }) => isBetween(summary.published, '2026-02-12', '2026-04-30')],
  ['due:..2026-03', ({ summary }) => isBetween(summary.due, '0000', '2026-03-31')],
  ['created:2026-05', ({ summary }) => summary.created.startsWith('2026-05')],
];

function isBetween(day: string | null, from: string, to: string): boolean {
  return day !== null && day >= from && day <= to;
}

const piece = fc.constantFrom(...pieces);
const joined = fc
  .array(fc.record({ one: piece, other: fc.option(piece, { nil: null }), not: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => {
    const text = parts.map(({ one, other, not }) =>
      other ? `${one[0]} OR ${other[0]}` : `${not ? '-' : ''}${one[0]}`,
    );
    const test: Test = (record) =>
      parts.every(({ one, other, not }) =>
        other ? one[1](record) || other[1](record) : one[1](record) !== not,
      );
    return { text: text.join(' '), test };
  });

describe('searching an index', () => {
  let index: SearchIndex;
  beforeAll(async () => {
    index = await indexOf(articles);
  });
  afterAll(() => index.close());

  it('finds what working it out article by article finds', () => {
    fc.assert(
      fc.property(joined, ({ text, test }) => {
        const expected = [...records.values()].filter(test).map(({ summary }) => summary.id);
        const answer = index.search(request(text));
        expect([answer.problems, answer.total]).toEqual([[], expected.length]);
        expect(answer.hits.map(({ article }) => article.id).sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });

  it.each(sortKeys.flatMap((by) => [true, false].map((descending) => ({ by, descending }))))(
    'gives the same in pages as at once: %o',
    (sort) => {
      for (const query of ['', 'port', 'mairie OR council']) {
        const whole = found(index, query, { sort });
        const pages = Array.from({ length: Math.ceil(whole.length / 7) + 1 }, (_, page) =>
          found(index, query, { sort, offset: page * 7, limit: 7 }),
        );
        expect(pages.flat()).toEqual(whole);
        expect(new Set(whole).size).toBe(whole.length);
        expect(index.ids(request(query, { sort }))).toEqual(whole);
      }
    },
  );

  it('sorts by what is asked for, and puts what has none last', () => {
    const dues = (descending: boolean) =>
      index
        .search(request('', { sort: { by: 'due', descending } }))
        .hits.map(({ article }) => article.due ?? '');
    const upwards = dues(false);
    const withDue = upwards.filter((due) => due !== '');
    expect(upwards.slice(0, withDue.length)).toEqual([...withDue].sort());
    expect(dues(true).slice(0, withDue.length)).toEqual([...withDue].sort().reverse());
    const states = index
      .search(request('', { sort: { by: 'status', descending: false } }))
      .hits.map(({ article }) => statuses.indexOf(article.status));
    expect(states).toEqual([...states].sort());
  });

  it('counts what was found, not what is shown', () => {
    const { facets, total } = index.search(request('mairie', { facets: true, limit: 1 }));
    const all = [...records.values()].filter((record) => hasTerms(record, 'mairie'));
    const count = (test: Test): number => all.filter(test).length;
    expect(total).toBe(all.length);
    for (const { value, count: counted } of facets?.status ?? [])
      expect(counted).toBe(count(({ summary }) => summary.status === value));
    for (const { value, count: counted } of facets?.tag ?? [])
      expect(counted).toBe(count(({ summary }) => summary.tags.includes(value)));
    for (const { value, count: counted } of facets?.month ?? [])
      expect(counted).toBe(count(({ summary }) => summary.published?.startsWith(value) === true));
    expect(facets?.section.map(({ value }) => value)).not.toContain('');
    expect(facets?.month.map(({ value }) => value)).toEqual(
      facets?.month
        .map(({ value }) => value)
        .toSorted()
        .toReversed(),
    );
  });

  it('counts saved searches as it would find them', () => {
    const queries = ['', 'port', 'status:ready -port', 'claim:open'];
    expect(index.counts(queries, '2026-05-12')).toEqual(
      queries.map((query) => index.search(request(query)).total),
    );
  });

  it('finds the same list before and after its columns are in memory', async () => {
    const fresh = await indexOf(articles);
    const before = found(fresh, '', { limit: 20, offset: 5 });
    fresh.counts(['port'], '2026-05-12');
    expect(found(fresh, '', { limit: 20, offset: 5 })).toEqual(before);
    fresh.close();
  });

  it('says what is wrong with a query and searches for the rest', () => {
    const answer = index.search(request('claim:opne port'));
    expect(answer.problems).toMatchObject([{ code: 'unknown-value' }]);
    expect(answer.total).toBe(index.search(request('port')).total);
  });
});

describe('the order of what is found', () => {
  const old = { modified: '2024-01-01T00:00:00.000Z' };
  const copies = [
    story('inbody0001', 'Une brève', `${'Du texte. '.repeat(30)} Le phare reste allumé.`),
    story('inhead0001', 'Le phare s’éteint', 'Rien de plus à en dire ici pour le moment.', old),
    story('intag00001', 'Sans lui', 'Une phrase.', { tags: ['phare'] }),
    story('without001', 'Autre chose', 'Une phrase.'),
  ];

  it('has a headline before a passing word', async () => {
    const index = await indexOf(copies);
    const hits = index.search(request('phare')).hits;
    expect(hits[0]?.article.id).toBe('inhead0001');
    expect(hits.map(({ article }) => article.id)).not.toContain('without001');
    expect(hits.every(({ score }, at) => score <= (hits[at - 1]?.score ?? Number.POSITIVE_INFINITY))).toBe(
      true,
    );
    expect(hits[0]?.title).toContainEqual({ text: 'phare', hit: true });
    const body = hits.find(({ article }) => article.id === 'inbody0001');
    expect(body?.excerpt).toContainEqual({ text: 'phare', hit: true });
    index.close();
  });

  it('has headlines first when too much is found to weigh it all', async () => {
    const many = Array.from({ length: 4_100 }, (_, at) => story(`many${at}`, `Brève ${at}`, 'Le phare.'));
    const index = await indexOf([...many, ...copies]);
    const hits = index.search(request('phare', { limit: 3 })).hits;
    expect(hits[0]?.article.id).toBe('inhead0001');
    expect(hits.map(({ score }) => score)).toEqual([3, 1, 1]);
    index.close();
  }, 60_000);

  it('tells more like this, and what is the same story again', async () => {
    const text =
      'Le tribunal de Corvenac a condamné l’ancien trésorier du club nautique à deux ans avec sursis.';
    const index = await indexOf([
      story('first00001', 'Le trésorier condamné', `${text}\n${text.toUpperCase()} Il fera appel.`),
      story('again00001', 'Condamné', `${text}\n${text.toUpperCase()} Il fera appel demain.`),
      story('other00001', 'Le club nautique recrute', 'Le club nautique de Corvenac cherche un trésorier.'),
      story('none000001', 'La pluie', 'Il a plu tout le jour.'),
    ]);
    expect(index.alike('first00001')).toMatchObject([{ id: 'again00001', kind: 'copy' }]);
    const similar = index.similar('first00001', 5).map(({ article }) => article.id);
    expect(similar.slice(0, 2)).toEqual(['again00001', 'other00001']);
    expect(similar).not.toContain('first00001');
    expect(index.similar('unknown', 5)).toEqual([]);
    index.close();
  });

  it('gives an overview what it counts', async () => {
    const index = await indexOf(articles.slice(0, 12));
    const figures = [...index.figures()];
    const byId = new Map(figures.map((one) => [one.id, one]));
    for (const article of articles.slice(0, 12)) {
      const record = indexRecord(article, desk);
      const { title, status, section, published, due, claims, words } = record.summary;
      expect(byId.get(article.id)).toMatchObject({ title, status, section, published, due, claims, words });
      expect(byId.get(article.id)).toMatchObject({ people: record.people, blockers: record.blockers });
      expect(index.records([article.id]).get(article.id)?.outcomes).toEqual(record.outcomes);
    }
    index.close();
  });
});
