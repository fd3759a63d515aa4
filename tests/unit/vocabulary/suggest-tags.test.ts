import { describe, expect, it } from 'vitest';
import type { TextBlock } from '#core/body/walk';
import { blankTag } from '#core/desk/defaults';
import type { Tag } from '#core/desk/schema';
import { findTags } from '#core/vocabulary/find-in-text';
import { suggestTags } from '#core/vocabulary/suggest-tags';

const tag = (id: string, fields: Partial<Tag>): Tag => ({
  ...blankTag,
  id,
  labels: {},
  aliases: [],
  ...fields,
});
const tags: readonly Tag[] = [
  tag('election', { labels: { fr: 'élection', en: 'election' } }),
  tag('election-pres', { labels: { fr: 'élection présidentielle' } }),
  tag('nice', { labels: { fr: 'Nice' }, type: 'place' }),
  tag('ia', { labels: { fr: 'Intelligence artificielle' }, aliases: ['IA'] }),
  tag('elysee', { labels: { fr: 'Élysée' }, aliases: ['palais de l’Élysée'], type: 'place' }),
  tag('rail', { labels: { fr: 'Rail' }, aliases: ['S.N.C.F.'], type: 'organisation' }),
  tag('vieux', { labels: { fr: 'port' }, retired: true }),
];
const line = (text: string, type: TextBlock['type'] = 'paragraph', id = 'b1'): TextBlock => ({
  id,
  type,
  depth: 0,
  content: [{ type: 'text', text }],
});

describe('tags in a text', () => {
  it.each([
    ['whole words only', 'La réélection et l’électionnite', []],
    ['without accents and in capitals', 'ELECTION MUNICIPALE', ['election']],
    ['the longest name', 'une élection présidentielle', ['election-pres']],
    ['a plural', 'des élections présidentielles, puis des élections', ['election-pres', 'election']],
    ['a place by its capital', 'une nice soirée à Nice', ['nice']],
    ['letters that are capitals', 'L’IA, dit-il, ia ia', ['ia']],
    ['an elided article', 'devant l’Élysée', ['elysee']],
    ['an alias with another apostrophe', "au palais de l'Elysée", ['elysee']],
    ['stops between letters', 'la S.N.C.F. et la SNCF', ['rail']],
    ['no name across two sentences', 'Une élection. Présidentielle ou non', ['election']],
    ['nothing that is retired', 'le port', []],
  ])('are found by %s', (_how, text, ids) => {
    expect(findTags(text, tags).map((hit) => hit.tag.id)).toEqual(ids);
  });

  it('come with where they stand', () => {
    const text = 'À Nice, hier';
    const [hit] = findTags(text, tags);
    expect(text.slice(hit?.start, hit?.end)).toBe('Nice');
  });
});

describe('suggestions for an article', () => {
  const copy = [
    line('Une élection à Kervoal', 'headline', 'h'),
    line('Jeanne Tréguer, maire de Kervoal, a parlé à Nice de Nice.', 'paragraph', 'p1'),
    line('« Tout va bien », a dit Mme Tréguer. Jeanne Tréguer quittera Kervoal.', 'paragraph', 'p2'),
  ];

  it('rank what the headline names first, then what is named more often, then names that recur', () => {
    const found = suggestTags(copy, tags, { language: 'fr', without: [] });
    expect(found.map((one) => (one.type === 'tag' ? one.id : `${one.name} (${one.kind})`))).toEqual([
      'election',
      'nice',
      'Kervoal (place)',
      'Jeanne Tréguer (person)',
    ]);
    expect(found[1]).toMatchObject({ count: 2, first: { blockId: 'p1' } });
    expect(found[3]).toMatchObject({ count: 3 });
  });

  it('leave out what the article has, also under a former id, and names that are tags', () => {
    const known = [
      ...tags.filter(({ id }) => id !== 'nice'),
      tag('nice', { labels: { fr: 'Nice' }, type: 'place', formerIds: ['nissa'] }),
      tag('kervoal', { labels: { fr: 'Commune de Kervoal' }, aliases: ['KERVOAL'] }),
    ];
    const found = suggestTags(copy, known, { language: 'fr', without: ['nissa', 'election', 'kervoal'] });
    expect(found.map((one) => (one.type === 'tag' ? one.id : one.name))).toEqual(['Jeanne Tréguer']);
  });

  it('offer no name that stands there once, and no surname alone', () => {
    const once = [line('Jeanne Tréguer a vu Paul Le Goff. Mme Durand et Mme Durand sont venues.')];
    expect(suggestTags(once, [], { language: 'fr', without: [] })).toEqual([]);
  });

  it('read a long article and a large vocabulary', () => {
    const many = Array.from({ length: 5_000 }, (_, at) =>
      tag(`t${at}`, { labels: { fr: `sujet numéro ${at}` } }),
    );
    const long = Array.from({ length: 2_000 }, (_, at) =>
      line(`Le sujet numéro ${at % 7} revient dans cette phrase de vingt mots à peu près, comme il se doit.`),
    );
    expect(suggestTags(long, many, { language: 'fr', without: [] })[0]).toMatchObject({
      id: 't0',
      count: 286,
    });
  });
});
