import { describe, expect, it } from 'vitest';
import type { Block } from '#core/body/schema';
import { createSuggester, suggestClaims } from '#core/suggest/suggest';
import type { Suggestion, SuggestionReason } from '#core/suggest/types';
import { bodyOf, readCorpus } from '../../support/claims-corpus';

type Language = 'fr' | 'en';

const text = (words: string) => [{ type: 'text' as const, text: words }];
const paragraph = (words: string, index = 0): Block => ({
  id: `b${index}`,
  type: 'paragraph',
  content: text(words),
});

function suggest(language: Language, body: readonly Block[], published: string | null = '2026-05-13') {
  return suggestClaims({ body, metadata: { language, published } });
}

function inCopy(language: Language, ...lines: readonly string[]): Suggestion[] {
  return suggest(
    language,
    lines.map((line, index) => paragraph(line, index)),
  );
}

function flagged(suggestions: readonly Suggestion[], code: SuggestionReason): string[] {
  return suggestions.filter(({ reason }) => reason.code === code).map((one) => one.text);
}

describe('what does not add up', () => {
  it.each([
    ['fr', 'Sur le quai, 12 des 30 bateaux, soit 60 %, ont coulé.', 'share-is-wrong', ['60 %']],
    ['fr', 'Sur le quai, 12 des 30 bateaux, soit 40 %, ont coulé.', 'share-is-wrong', []],
    ['en', 'Twelve of 30 boats, or 60%, sank.', 'share-is-wrong', ['60%']],
    ['en', 'Nine of the 86 worms, or about 10%, had it.', 'share-is-wrong', []],
    ['fr', 'Le bilan est de 3 morts, 2 blessés, soit 6 victimes.', 'sum-is-wrong', ['6 victimes']],
    ['fr', 'Le bilan est de 3 morts et 2 blessés, soit 5 victimes.', 'sum-is-wrong', []],
    ['en', 'It left three dead and two injured, a total of six victims.', 'sum-is-wrong', ['six victims']],
    ['fr', 'Il est né le lundi 12 mai 2026.', 'weekday-is-wrong', ['lundi 12 mai 2026']],
    ['en', 'It opened on Tuesday 12 May 2026.', 'weekday-is-wrong', []],
    ['en', 'It opened on Monday, May 12, 2026.', 'weekday-is-wrong', ['Monday, May 12, 2026']],
    ['fr', 'Il viendra le 31 juin 2026.', 'day-does-not-exist', ['31 juin 2026']],
  ] as const)('in %s: “%s” (%s)', (language, line, code, expected) => {
    expect(flagged(inCopy(language, line), code)).toEqual(expected);
  });

  it('says by how much, and on which day', () => {
    const [share] = inCopy('en', 'Twelve of 30 boats, or 60%, sank.').filter(
      ({ reason }) => reason.code === 'share-is-wrong',
    );
    expect(share?.reason.params).toEqual({ part: 12, whole: 30, actual: 40 });
    expect(share?.worth).toBe(100);
  });
});

describe('names over the whole article', () => {
  it('flags the rarer of two spellings', () => {
    const found = inCopy(
      'fr',
      'Volodymyr Zelensky est arrivé. Zelensky a parlé.',
      'Zelenskyy repart demain.',
    );
    expect(flagged(found, 'name-spelt-otherwise')).toEqual(['Zelenskyy']);
  });

  it('takes two people with one surname for two', () => {
    const found = inCopy('en', 'Paul Vasser spoke. Isabelle Vasser listened.', '“I am tired,” she said.');
    expect(flagged(found, 'name-spelt-otherwise')).toEqual([]);
    expect(found.find(({ kind }) => kind === 'quotation')?.speaker).toBe('Isabelle Vasser');
  });

  it('knows a surname from elsewhere in the article, and no sentence’s first word for a name', () => {
    const found = inCopy('en', 'Anna Keller left.', 'Later Keller wrote. Angry crowds followed.');
    expect(found.filter(({ kind }) => kind === 'person').map((one) => one.text)).toEqual([
      'Anna Keller',
      'Keller',
    ]);
    expect(found.map((one) => one.text)).not.toContain('Angry');
  });

  it('asks for an acronym that is not explained where it first stands', () => {
    const plain = inCopy('fr', 'La CNGT a voté.', 'La CNGT se réunit.');
    expect(plain.filter(({ kind }) => kind === 'acronym').length).toBe(2);
    const explained = inCopy('fr', 'La Compagnie nationale des grues (CNGT) a voté.', 'La CNGT se réunit.');
    expect(explained.filter(({ kind }) => kind === 'acronym')).toEqual([]);
  });
});

describe('headline and standfirst', () => {
  const body: Block[] = [
    { id: 'headline', type: 'headline', content: text('Keller loses 15 boats') },
    {
      id: 'standfirst',
      type: 'standfirst',
      content: text('The harbour master of Harwick speaks of “the end of us”'),
    },
    paragraph('Anna Keller lost 12 boats. “This is the end of us,” she said.'),
  ];

  it('must say what the story says', () => {
    const found = suggest('en', body);
    expect(flagged(found, 'headline-number-missing')).toEqual(['15 boats']);
    expect(flagged(found, 'headline-name-missing')).toEqual(['Harwick']);
  });

  it('take the speaker of their quotation from the story', () => {
    const quotation = suggest('en', body).find(
      ({ kind, blockId }) => kind === 'quotation' && blockId === 'standfirst',
    );
    expect(quotation?.speaker).toBe('Anna Keller');
  });
});

describe('every line of a body', () => {
  it('is read: captions, items, cells; code and the byline are not', () => {
    const body: Block[] = [
      { id: 'byline', type: 'byline', content: text('By Tom Reed on 3 May') },
      {
        id: 'p',
        type: 'picture',
        asset: `${'0'.repeat(64)}.png`,
        alt: '',
        width: 100,
        content: text('Anna Keller on 3 May'),
        credit: [],
      },
      { id: 'l', type: 'list', kind: 'bullet', items: [{ id: 'i', content: text('12 boats') }] },
      { id: 't', type: 'table', header: false, rows: [{ cells: [{ id: 'c', content: text('40 %') }] }] },
      { id: 'k', type: 'code', language: 'js', content: text('let boats = 12') },
    ];
    const found = suggest('en', body).map(({ blockId, kind, text: words }) => `${blockId} ${kind} ${words}`);
    expect(found).toEqual([
      'p caption Anna Keller on 3 May',
      'p person Anna Keller',
      'p date 3 May',
      'i number 12 boats',
      'c percentage 40 %',
    ]);
  });

  it('counts without what is only suggested', () => {
    const body: Block[] = [
      {
        id: 'b',
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Perhaps ', inserted: 's1' },
          { type: 'text', text: 'Some ' },
          { type: 'text', text: '12 bo', deleted: 's2' },
          { type: 'text', text: 'ats sank.' },
        ],
      },
    ];
    expect(suggest('en', body)).toMatchObject([{ kind: 'number', text: '12 boats', start: 5, end: 13 }]);
  });
});

describe('dates without a day of publication', () => {
  it('are found and left open', () => {
    const found = suggest('fr', [paragraph('Il a parlé lundi, puis le 12 mai 2026.')], null);
    expect(found.map(({ text: words, resolved }) => [words, resolved])).toEqual([
      ['lundi', null],
      ['12 mai 2026', '2026-05-12'],
    ]);
  });

  it('cross the year backwards and forwards as the sentence says', () => {
    const past = suggest('fr', [paragraph('Il est mort le 28 décembre.')], '2026-01-05');
    const future = suggest('en', [paragraph('She will speak on 3 January.')], '2025-12-20');
    expect([past[0]?.resolved, future[0]?.resolved]).toEqual(['2025-12-28', '2026-01-03']);
  });

  it('name their own day by its weekday', () => {
    const on = (line: string) => suggest('en', [paragraph(line)], '2026-05-13')[0]?.resolved;
    expect([
      on('He spoke on Wednesday.'),
      on('He spoke last Wednesday.'),
      on('He will speak on Wednesday.'),
    ]).toEqual(['2026-05-13', '2026-05-06', '2026-05-20']);
  });
});

describe('a suggester that remembers', () => {
  it('gives what reading everything again would give', () => {
    for (const story of readCorpus().slice(0, 6)) {
      const metadata = { language: story.language, published: story.published };
      const body = bodyOf(story);
      const again = createSuggester();
      again({ body, metadata });
      const changed = body.map((block, index) =>
        index === 2 ? { ...paragraph('Il a perdu 12 bateaux.'), id: block.id } : block,
      );
      expect(again({ body: changed, metadata })).toEqual(suggestClaims({ body: changed, metadata }));
    }
  });
});

describe('any text', () => {
  it('has its suggestions in order, each at its own words', () => {
    for (const story of readCorpus()) {
      const { language, published, blocks } = story;
      const found = suggestClaims({ body: bodyOf(story), metadata: { language, published } });
      for (const [index, one] of found.entries()) {
        expect(blocks[Number(one.blockId.slice(1))]?.slice(one.start, one.end)).toBe(one.text);
        expect(one.text.trim()).toBe(one.text);
        const before = found[index - 1];
        if (before?.blockId === one.blockId) expect(before.start).toBeLessThanOrEqual(one.start);
      }
    }
  });

  it.each([
    '«',
    '“',
    '"',
    '‘a ',
    "'a ",
    '1 ',
    '1,',
    'de ',
    'A ',
    'A.',
    'a-',
    ', - ',
    '(',
    '« a » ',
    'and 1 ',
    'il y a ',
    'mai ',
  ])('is read in time, also %j again and again', (piece) => {
    const line = piece.repeat(Math.ceil(30_000 / piece.length));
    const started = performance.now();
    inCopy('fr', line);
    inCopy('en', line);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
