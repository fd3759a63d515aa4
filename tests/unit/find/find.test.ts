import { describe, expect, it } from 'vitest';
import { compileQuery, type FindQuery, findIn, replacementFor } from '#core/find/find';

const plain: FindQuery = { text: '', caseSensitive: false, wholeWord: false, regex: false };

function found(text: string, query: Partial<FindQuery>): string[] {
  const compiled = compileQuery({ ...plain, ...query });
  if (!compiled.ok) throw new Error(compiled.detail);
  return findIn(text, compiled.pattern).map(({ start, end }) => text.slice(start, end));
}

describe('find', () => {
  it.each([
    ['case does not count, accents do', 'Été été ete', { text: 'été' }, ['Été', 'été']],
    ['case counts when asked', 'Paris paris', { text: 'paris', caseSensitive: true }, ['paris']],
    [
      'whole words end at letters of any script',
      'élan élans l’élan',
      { text: 'élan', wholeWord: true },
      ['élan', 'élan'],
    ],
    [
      'a blank finds no-break spaces',
      '10\u00a0000 et 10\u202f000',
      { text: '10 000' },
      ['10\u00a0000', '10\u202f000'],
    ],
    ['apostrophes find each other', "l'eau l’eau", { text: "l'eau" }, ["l'eau", 'l’eau']],
    ['signs of expressions are signs', 'a.b axb (1)', { text: 'a.b' }, ['a.b']],
    ['expressions are expressions', '12 % 7 %', { text: '\\d+ %', regex: true }, ['12 %', '7 %']],
    ['empty matches are none', 'abc', { text: 'x*', regex: true }, []],
    ['a surrogate pair is one character', '😀😀', { text: '😀' }, ['😀', '😀']],
  ] as const)('%s', (_what, text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  it('says what is wrong with an expression', () => {
    expect(compileQuery({ ...plain, text: '(', regex: true })).toMatchObject({ ok: false });
  });

  it('puts groups into the replacement', () => {
    const compiled = compileQuery({ ...plain, text: '(\\w+) (\\w+)', regex: true });
    if (!compiled.ok) throw new Error();
    const [match] = findIn('Anna Keller', compiled.pattern);
    expect(match && replacementFor('Anna Keller', match, compiled.pattern, '$2, $1 $$ $&')).toBe(
      'Keller, Anna $ Anna Keller',
    );
  });
});
