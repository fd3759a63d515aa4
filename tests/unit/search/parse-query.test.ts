import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '#core/search/parse-query';
import type { Query } from '#core/search/query';

const today = '2026-03-10';

function parse(text: string, typing = false) {
  return parseQuery(text, { today, typing });
}

/** A query in one line: `a & (b | !c)`, words with `_` between, `*` for a beginning, filters as `type=value`. */
function show(query: Query): string {
  switch (query.type) {
    case 'all':
      return 'all';
    case 'and':
      return query.parts.map(show).join(' & ');
    case 'or':
      return `(${query.parts.map(show).join(' | ')})`;
    case 'not':
      return `!${show(query.part)}`;
    case 'words':
      return `${query.field ? `${query.field}:` : ''}${query.terms.join('_')}${query.prefix ? '*' : ''}`;
    case 'filter': {
      const { filter } = query;
      return filter.type === 'days'
        ? `${filter.field}=${filter.from ?? ''}..${filter.to ?? ''}`
        : `${filter.type}=${filter.value}`;
    }
  }
}

const understood: readonly (readonly [string, string])[] = [
  ['', 'all'],
  ['   ', 'all'],
  ['… – €', 'all'],
  ['Élections Ports', 'election & port'],
  ['l’école d’art', 'ecole & art'],
  ['l’', 'l'],
  ['d’ l’', 'd & l'],
  ['porte-parole', 'porte_parol'],
  ['"la digue du port"', 'la_digu_du_port'],
  ['« la digue » “the wall”', 'la_digu & the_wall'],
  ['1 250 habitants', '1250 & habitant'],
  ['2024 250', '2024 & 250'],
  ['3.5', '3_5'],
  ['東京', '東_京'],
  ['-port', '!port'],
  ['--port', '!port'],
  ['-"vieux port"', '!vieu_port'],
  ['-tag:port', '!tag=port'],
  ['-(port mer)', '!port & mer'],
  ['mi-temps', 'mi_temps'],
  ['a OR b', '(a | b)'],
  ['a OU b OR c', '(a | b | c)'],
  ['x a OR b y', 'x & (a | b) & y'],
  ['x (a b) OR c', 'x & (a & b | c)'],
  ['a or b', 'a & or & b'],
  ['"a OR b"', 'a_or_b'],
  ['elect*', 'elect*'],
  ['elections*', '(elections* | election)'],
  ['citi*', '(citi* | city)'],
  ['"vieux por"*', 'vieu_por*'],
  ['tag:Pêche', 'tag=peche'],
  ['étiquette:port', 'tag=port'],
  ['MOT-CLÉ:port', 'tag=port'],
  ['tag:port,mer', '(tag=port | tag=mer)'],
  ['tag:"haute mer",port', '(tag=haute mer | tag=port)'],
  ['statut:prêt status:ready', 'status=pret & status=ready'],
  ['rubrique:"Vie locale"', 'section=vie locale'],
  ['section:«Vie locale»', 'section=vie locale'],
  ['par:Martin auteur:martin', 'by=martin & by=martin'],
  ['langue:français lang:English', 'lang=fr & lang=en'],
  ['claim:open affirmation:périmée point:ouvert', 'claim=open & claim=stale & claim=open'],
  ['avec:visa has:sign-off', 'has=sign-off & has=sign-off'],
  ['id:A1B2', 'id=a1b2'],
  ['vérificateur:"Ana Ruiz"', 'assignee=ana ruiz'],
  ['titre:élections', 'headline:election'],
  ['chapo:port chapô:port', 'standfirst:port & standfirst:port'],
  ['texte:"vieux port"', 'body:vieu_port'],
  ['in-claims:port dans-points:port', 'claims:port & claims:port'],
  ['source:port notes:1,250', 'evidence:port & notes:1250'],
  ['headline:elect*', 'headline:elect*'],
  ['http://port.example', 'http_port_exampl'],
  ['Report: the port', 'report & the & port'],
];

const dates: readonly (readonly [string, string])[] = [
  ['date:2026', 'date=2026-01-01..2026-12-31'],
  ['date:2026-03', 'date=2026-03-01..2026-03-31'],
  ['date:2024-02', 'date=2024-02-01..2024-02-29'],
  ['publié:2025-12', 'date=2025-12-01..2025-12-31'],
  ['date:2026-03-04', 'date=2026-03-04..2026-03-04'],
  ['date:2026-01..2026-03', 'date=2026-01-01..2026-03-31'],
  ['date:2026..', 'date=2026-01-01..'],
  ['date:..2026-02', 'date=..2026-02-28'],
  ['date:>=2026-03', 'date=2026-03-01..'],
  ['date:>2026-03', 'date=2026-04-01..'],
  ['date:<=2026-03', 'date=..2026-03-31'],
  ['date:<2026', 'date=..2025-12-31'],
  ['created:today', 'created=2026-03-10..2026-03-10'],
  ['créé:aujourd’hui', 'created=2026-03-10..2026-03-10'],
  ['modified:yesterday', 'modified=2026-03-09..2026-03-09'],
  ['modifié:hier', 'modified=2026-03-09..2026-03-09'],
  ['échéance:demain', 'due=2026-03-11..2026-03-11'],
  ['date:week', 'date=2026-03-04..2026-03-10'],
  ['date:mois', 'date=2026-02-09..2026-03-10'],
  ['due:semaine', 'due=2026-03-10..2026-03-16'],
  ['due:..yesterday', 'due=..2026-03-09'],
  ['date:2026-01,2026-03', '(date=2026-01-01..2026-01-31 | date=2026-03-01..2026-03-31)'],
];

/** What is wrong: the query, what is still understood, the code, the part that it is about. */
const mistakes: readonly (readonly [string, string, string, string])[] = [
  ['"vieux port', 'vieu_port', 'unclosed', '"'],
  ['port (mer', 'port & mer', 'unclosed', '('],
  ['port) mer', 'port & mer', 'unclosed', ')'],
  ['section:"Vie locale', 'section=vie locale', 'unclosed', '"'],
  ['titre:"Vie locale', 'headline:vie_local', 'unclosed', '"'],
  ['tga:port mer', 'mer', 'unknown-field', 'tga:'],
  ['claim:opne mer', 'mer', 'unknown-value', 'opne'],
  ['claim:opne,open', 'claim=open', 'unknown-value', 'opne'],
  ['lang:de', 'all', 'unknown-value', 'de'],
  ['date:2026-13', 'all', 'bad-date', '2026-13'],
  ['date:2026-02-30', 'all', 'bad-date', '2026-02-30'],
  ['date:2026-03..2026-01', 'all', 'bad-date', '2026-03..2026-01'],
  ['date:..', 'all', 'bad-date', '..'],
  ['date:constructor', 'all', 'bad-date', 'constructor'],
  ['tag: port', 'port', 'no-value', 'tag:'],
  ['tag:""', 'all', 'no-value', 'tag:""'],
  ['titre: port', 'port', 'no-value', 'titre:'],
  ['OR port', 'port', 'dangling', 'OR'],
  ['port OU', 'port', 'dangling', 'OU'],
  ['(port OR) mer', 'port & mer', 'dangling', 'OR'],
  ['port - mer', 'port & mer', 'dangling', '-'],
  ['port -', 'port', 'dangling', '-'],
];

const typed: readonly (readonly [string, string])[] = [
  ['por', 'por*'],
  ['por ', 'por'],
  ['p', 'p'],
  ['vieux por', 'vieu & por*'],
  ['elections', '(elections* | election)'],
  ['chevau', '(chevau* | cheval)'],
  ['l’', 'all'],
  ['port d’', 'port'],
  ['l’éco', 'eco*'],
  ['porte-par', 'porte_par*'],
  ['-por', '!por'],
  ['"vieux por', 'vieu_por*'],
  ['"vieux ', 'vieu'],
  ['"vieux port"', 'vieu_port'],
  ['titre:por', 'headline:por*'],
  ['(port OR mer', '(port | mer*)'],
  ['port OR', 'port'],
  ['port -', 'port'],
  ['tag:', 'all'],
  ['port tag:', 'port'],
  ['claim:op', 'all'],
  ['date:2026-', 'all'],
  ['date:2026-1', 'all'],
  ['date:2026-01..', 'date=2026-01-01..'],
  ['date:yest', 'all'],
  ['section:"Vie loc', 'section=vie loc'],
];

describe('the query language', () => {
  it.each([...understood, ...dates])('understands %s', (text, expected) => {
    const { query, problems } = parse(text);
    expect(show(query)).toBe(expected);
    expect(problems).toEqual([]);
  });

  it.each(mistakes)('reads what it can of %s', (text, expected, code, part) => {
    const { query, problems } = parse(text);
    expect(show(query)).toBe(expected);
    expect(problems.map((one) => [one.code, text.slice(one.start, one.end)])).toEqual([[code, part]]);
  });

  it.each(typed)('forgives what is half-typed: %s', (text, expected) => {
    const { query, problems } = parse(text, true);
    expect(show(query)).toBe(expected);
    expect(problems).toEqual([]);
  });

  it.each(['tga:por', 'claim:opne', 'date:2026-13', 'tag: port', 'OR port'])(
    'names what more typing cannot mend: %s',
    (text) => {
      expect(parse(text, true).problems).toHaveLength(1);
    },
  );

  it('names the values that a filter knows', () => {
    expect(parse('affirmation:opne').problems[0]?.params).toEqual({
      field: 'affirmation',
      value: 'opne',
      known: 'open, partial, stale, failed, checked, any, none',
    });
  });

  it('names several problems in reading order', () => {
    expect(parse('(a tga:b "c').problems.map(({ code }) => code)).toEqual([
      'unclosed',
      'unknown-field',
      'unclosed',
    ]);
  });

  it.each([
    ['characters', `${'port '.repeat(10)}${' '.repeat(4000)}mer`, 4000],
    ['parts', 'a '.repeat(70), 128],
    ['brackets', `${'('.repeat(11)}a`, 10],
  ])('reads no more than so many %s', (_what, text, start) => {
    const problems = parse(text).problems.filter(({ code }) => code === 'too-long');
    expect(problems).toEqual([{ code: 'too-long', start, end: text.length, params: {} }]);
  });

  it('never throws, and every problem has its place in the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        '«',
        '»',
        '(',
        ')',
        '-',
        'OR',
        'OU',
        ' ',
        '*',
        ':',
        ',',
        '..',
        '>=',
        'l’',
        '1 250',
      ),
      fc.constantFrom(
        'tag:',
        'date:',
        'claim:',
        'titre:',
        'has:',
        'tga:',
        '2026-13',
        'today',
        'open',
        'élection',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    );
    const day = fc.oneof(fc.constant(today), fc.string({ maxLength: 10 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), day, (parts, typing, from) => {
        const text = parts.join('');
        const { query, problems } = parseQuery(text, { today: from, typing });
        expect(show(query)).not.toBe('');
        for (const { start, end } of problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
