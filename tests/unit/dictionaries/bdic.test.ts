import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBdic } from '../../../scripts/lib/dictionaries/bdic.mjs';
import { readBdic } from '../../support/bdic';
import { seed } from '../../support/seed';

const plain = 'SET UTF-8\n';
/** A dictionary of these lines, read back. */
const made = (affixes: string, ...words: string[]) =>
  readBdic(toBdic({ affixes, words: [String(words.length), ...words].join('\n') }));

describe('words of a binary dictionary', () => {
  it('have the flags that the list gives them, also several sets and none', () => {
    const { words } = made(plain, 'presse/SM', 'press', 'press/G', 'press/DG', 'galley/SM');
    expect(Object.fromEntries(words)).toEqual({
      galley: ['SM'],
      // The larger number first: `DG` came after `G`.
      press: ['DG', 'G', ''],
      presse: ['SM'],
    });
  });

  it.each([
    ['one character a flag', plain, 'AB', 'SB'],
    ['two characters a flag', `${plain}FLAG long\n`, 'A.()', "L'D'Q'"],
    ['numbers', `${plain}FLAG num\n`, '12,340', '7'],
    ['any character of UTF-8', `${plain}FLAG UTF-8\n`, 'éÀ', 'œ'],
    ['a number sign among them', plain, 'A#', '#B'],
  ])('may carry flags as %s', (_kind, affixes, first, second) => {
    const { words, others } = made(affixes, `œuvre/${first}`, `porte-parole/${second}`, `où/${first}`);
    expect(Object.fromEntries(words)).toEqual({
      'porte-parole': [second],
      où: [first],
      œuvre: [first],
    });
    expect(others).toEqual(affixes.includes('FLAG') ? [affixes.trim().split('\n')[1]] : []);
  });

  it('may hold slashes, spaces and apostrophes, and leave grammar behind', () => {
    const { words } = made(
      plain,
      'km\\/h',
      '/dev',
      'New York/M',
      'go po:verb st:went',
      'went/X\tpo:verb',
      "aujourd'hui",
      '# not a word',
      'ends # with a remark',
    );
    expect([...words.keys()]).toEqual(['/dev', 'New York', "aujourd'hui", 'ends', 'go', 'km/h', 'went']);
    expect(words.get('New York')).toEqual(['M']);
    expect(words.get('went')).toEqual(['X']);
  });

  it('may be one, or begin all the same', () => {
    expect([...made(plain, 'seul').words.keys()]).toEqual(['seul']);
    expect([...made(plain, 'a', 'ab', 'abc').words.keys()]).toEqual(['a', 'ab', 'abc']);
  });

  it('reach over nodes of every size: few and many children, near and far ones', () => {
    const letters = 'abcdefghijklmnopqrstàéèœ';
    const many = [...letters].flatMap((a) =>
      [...letters].flatMap((b) => [...letters].flatMap((c) => [`${a}${b}${c}`, `${a}${b}${c}rédaction`])),
    );
    const { words } = made(
      plain,
      ...many.map((word, index) => `${word}/${String.fromCharCode(65 + (index % 26))}`),
    );
    expect(words.size).toBe(many.length);
    expect(
      many.filter((word, index) => words.get(word)?.[0] !== String.fromCharCode(65 + (index % 26))),
    ).toEqual([]);
  });

  it('have more sets of flags than fit into a leaf when they must', () => {
    const many = Array.from({ length: 9_000 }, (_, index) => `w${index}/${index + 1},1`);
    const { words, groups } = made(`${plain}FLAG num\n`, ...many, 'w1/5,6', 'w8999/77,78');
    expect(groups).toHaveLength(9_002);
    expect(words.get('w8500')).toEqual(['8501,1']);
    expect(words.get('w8999')).toEqual(['77,78', '9000,1']);
    expect(words.get('w1')).toEqual(['5,6', '2,1']);
  });

  it('come back as they were, whatever they are', () => {
    const word = fc.stringMatching(/^[a-cA-Cé’'œ\-漢😀]{1,9}$/u);
    const flags = fc.constantFrom('', 'A', 'AB', 'B', 'XYZ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, flags), { minLength: 1, maxLength: 120 }), (entries) => {
        const { words } = made(plain, ...entries.map(([one, set]) => (set ? `${one}/${set}` : one)));
        const meant = new Map<string, Set<string>>();
        for (const [one, set] of entries) meant.set(one, (meant.get(one) ?? new Set()).add(set));
        expect(new Map([...words].map(([one, sets]) => [one, new Set(sets)]))).toEqual(meant);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('rules of a binary dictionary', () => {
  const affixes = [
    '# Who wrote it',
    '# under which licence',
    '',
    'SET UTF-8',
    'TRY esiaœ # most frequent first',
    'FLAG long',
    'ICONV 2',
    "ICONV ’ '",
    'ICONV ﬁ fi',
    'BREAK 1',
    'BREAK ^-',
    'REP 3',
    'REP f ph',
    'REP alot a_lot',
    'REP ^oeu œu',
    "PFX L' Y 2",
    "PFX L' 0 l' .",
    "PFX L'   e   l'E  e",
    'SFX A. N 3',
    'SFX A. 0 s/D.Q. [^sxz] po:noun is:plur',
    'SFX A. al aux al',
    'SFX A. er 0/D.Q.',
    '# after the first command nobody reads a remark',
  ].join('\r\n');
  const read = made(affixes, 'journal/A.', "arbitre/L'A.", 'mot/D.Q.');

  it('keep the note of who wrote them, and no other remark', () => {
    expect(read.comment).toBe('\n# Who wrote it\n# under which licence\n\n');
    expect(JSON.stringify(read)).not.toContain('frequent');
    expect(JSON.stringify(read)).not.toContain('nobody');
  });

  it('have numbers for the flags of affixes, the same that words have', () => {
    expect(read.rules).toEqual([
      "PFX L' Y 2",
      "PFX L' 0 l' .",
      "PFX L' e l'E e",
      'SFX A. N 3',
      'SFX A. 0 s/1 [^sxz]',
      'SFX A. al aux al',
      'SFX A. er 0/1 .',
    ]);
    expect(read.groups).toEqual(['D.Q.', 'A.', "L'A."]);
    expect(read.words.get('mot')).toEqual(['D.Q.']);
  });

  it('hold the table of replacements in pairs, with spaces', () => {
    expect(read.replacements).toEqual(['f', 'ph', 'alot', 'a lot', '^oeu', 'œu']);
  });

  it('keep all other commands in their order', () => {
    expect(read.others).toEqual([
      'TRY esiaœ',
      'FLAG long',
      'ICONV 2',
      "ICONV ’ '",
      'ICONV ﬁ fi',
      'BREAK 1',
      'BREAK ^-',
    ]);
  });

  it('take over a table of sets that the file has already', () => {
    const { groups, words, rules } = made(
      `${plain}AF 2\nAF AB\nAF C\nSFX A Y 1\nSFX A 0 s/2 .\n`,
      'un/1',
      'deux/2',
      'trois',
    );
    expect(groups).toEqual(['AB', 'C']);
    expect(Object.fromEntries(words)).toEqual({ deux: ['C'], trois: [''], un: ['AB'] });
    expect(rules).toEqual(['SFX A Y 1', 'SFX A 0 s/2 .']);
  });

  it.each([
    ['another encoding', 'SET ISO8859-1\n', ['mot'], /ISO8859-1/],
    ['letters that do not count', `${plain}IGNORE ab\n`, ['mot'], /IGNORE/],
    ['prefixes of prefixes', `${plain}COMPLEXPREFIXES \n`, ['mot'], /COMPLEXPREFIXES/],
    ['no word at all', plain, [], /without words/],
    ['a number that no set has', `${plain}AF 1\nAF A\n`, ['mot/2'], /no number/],
    [
      'more sets for a word than Chromium reads',
      plain,
      Array.from({ length: 33 }, (_, i) => `x/${String.fromCharCode(65 + i)}`),
      /more than 32/,
    ],
  ])('are refused for %s', (_what, rules, words, problem) => {
    expect(() => made(rules, ...words)).toThrow(problem);
  });

  it('give the same bytes for the same files', () => {
    const files = { affixes, words: "3\njournal/A.\narbitre/L'A.\nmot/D.Q.\n" };
    expect(toBdic(files).equals(toBdic(files))).toBe(true);
  });
});
