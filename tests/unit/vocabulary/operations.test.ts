import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankTag } from '#core/desk/defaults';
import { type Tag, tagSchema } from '#core/desk/schema';
import type { Result } from '#core/failure';
import { completeTags, filterTags } from '#core/vocabulary/complete';
import { findTag, resolveTag, tagByName, tagLabel } from '#core/vocabulary/lookup';
import { foldName, labelsOf, namesOf } from '#core/vocabulary/names';
import {
  changeTag,
  createTag,
  mergeTags,
  removeTag,
  renameTag,
  retagged,
  retireTags,
  type VocabularyChange,
} from '#core/vocabulary/operations';
import { ancestors, outline } from '#core/vocabulary/tree';
import { stepBetween, undoStep } from '#core/vocabulary/undo';

const tag = (id: string, fields: Partial<Tag> = {}): Tag => ({
  ...blankTag,
  id,
  labels: { fr: id },
  aliases: [],
  ...fields,
});

/** A small vocabulary: a city spelt in three ways, a river below it, somebody who lives there. */
const tags: readonly Tag[] = [
  tag('seoul', {
    labels: { fr: 'Séoul', en: 'Seoul' },
    aliases: ['Hanyang'],
    type: 'place',
    parent: 'coree',
  }),
  tag('seoul-ville', { labels: { fr: 'Séoul-Ville' }, aliases: ['Ville de Séoul'], type: 'place' }),
  tag('han', { labels: { fr: 'Han (fleuve)' }, type: 'place', parent: 'seoul-ville' }),
  tag('coree', { labels: { fr: 'Corée du Sud', en: 'South Korea' }, type: 'place', iptc: null }),
  tag('elysee', { labels: { fr: 'L’Élysée' }, type: 'organisation' }),
  tag('economie', { labels: { fr: 'Économie', en: 'Economy' }, iptc: 'medtop:04000000' }),
  tag('vieux', { labels: { fr: 'Vieux mot' }, retired: true }),
  tag('oeuvre', { labels: { fr: 'Œuvre' } }),
];

function done(result: Result<VocabularyChange>): VocabularyChange {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}
const of = (list: readonly Tag[], id: string): Tag => {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('the vocabulary of a desk', () => {
  it.each([
    ['another case and no accents', 'seoul', 'seoul'],
    ['an alias', 'HANYANG', 'seoul'],
    ['a straight apostrophe', "l'elysee", 'elysee'],
    ['blanks too many', '  corée   du sud ', 'coree'],
    ['the other language', 'south korea', 'coree'],
    ['a ligature written out', 'oeuvre', 'oeuvre'],
    ['a retired one', 'vieux mot', 'vieux'],
  ])('finds a tag by its name in %s', (_how, name, id) => {
    expect(tagByName(tags, name)?.id).toBe(id);
    expect(findTag(tags, name)?.id).toBe(id);
  });

  it.each([
    ['no name', { labels: { fr: '  ' } }, 'tag.no-name', undefined],
    ['a label of another tag', { labels: { fr: 'SEOUL' } }, 'tag.name-taken', { other: 'Séoul' }],
    ['an alias of another tag', { labels: { en: 'Hanyang' } }, 'tag.name-taken', { other: 'Séoul' }],
    [
      'an alias that is a label',
      { labels: { fr: 'Capitale' }, aliases: ['Economy'] },
      'tag.name-taken',
      { other: 'Économie' },
    ],
    [
      'a code that is taken',
      { labels: { fr: 'Argent' }, iptc: 'medtop:04000000' },
      'tag.iptc-taken',
      { other: 'Économie' },
    ],
    [
      'a parent that there is not',
      { labels: { fr: 'Quai' }, parent: 'port' },
      'tag.unknown',
      { name: 'port' },
    ],
  ])('makes no tag with %s', (_what, fields, code, params) => {
    expect(createTag(tags, fields)).toEqual({
      ok: false,
      code,
      ...(params && { params: expect.objectContaining(params) }),
    });
  });

  it('makes a tag, with clean names and an id that neither is nor was in use', () => {
    const list = [...tags, tag('port', { labels: { fr: 'Mouillage' }, formerIds: ['quai'] })];
    const made = done(
      createTag(list, { labels: { fr: ' Quai  nord ' }, aliases: ['quai NORD', '', 'Môle'] }),
    );
    expect(made.tag).toMatchObject({ id: 'quai-nord', labels: { fr: 'Quai nord' }, aliases: ['Môle'] });
    expect(done(createTag(list, { labels: { fr: 'Quai' } })).tag?.id).toBe('quai-2');
  });

  it('renames without touching articles: the old label is still found', () => {
    const { tags: next, becomes } = done(renameTag(tags, 'coree', 'fr', 'République de Corée'));
    expect(becomes.size).toBe(0);
    expect(of(next, 'coree')).toMatchObject({
      labels: { fr: 'République de Corée', en: 'South Korea' },
      aliases: ['Corée du Sud'],
    });
    // Case alone is no other name.
    expect(of(done(renameTag(tags, 'coree', 'fr', 'COREE DU SUD')).tags, 'coree').aliases).toEqual([]);
  });

  it('merges: names, ids, code and what stood below all go to the one that stays', () => {
    const { tags: next, becomes } = done(mergeTags(tags, ['seoul-ville', 'economie'], 'seoul'));
    expect(of(next, 'seoul')).toMatchObject({
      labels: { fr: 'Séoul', en: 'Seoul' },
      aliases: ['Hanyang', 'Séoul-Ville', 'Ville de Séoul', 'Économie', 'Economy'],
      formerIds: ['seoul-ville', 'economie'],
      iptc: 'medtop:04000000',
      parent: 'coree',
    });
    expect(of(next, 'han').parent).toBe('seoul');
    expect(next.some(({ id }) => id === 'seoul-ville')).toBe(false);
    expect(tagLabel(next, 'seoul-ville', 'en')).toBe('Seoul');
    expect(retagged(['x', 'seoul-ville', 'elysee', 'seoul', 'economie'], becomes)).toEqual([
      'x',
      'seoul',
      'elysee',
    ]);
  });

  it('merging again what was merged changes no vocabulary and names what articles are still to become', () => {
    const once = done(mergeTags(tags, ['seoul-ville'], 'seoul')).tags;
    const again = done(mergeTags(once, ['seoul-ville'], 'seoul'));
    expect(again.tags).toEqual(once);
    expect([...again.becomes]).toEqual([['seoul-ville', 'seoul']]);
  });

  it('merges the tag above into the one below without standing it under itself', () => {
    const { tags: next } = done(mergeTags(tags, ['coree'], 'seoul'));
    expect(of(next, 'seoul').parent).toBeNull();
  });

  it('merges a tag far above into one far below: what stood between stands below it', () => {
    const chain = [
      tag('world'),
      tag('coast', { parent: 'world' }),
      tag('port', { parent: 'coast' }),
      tag('quay', { parent: 'port' }),
    ];
    const { tags: next } = done(mergeTags(chain, ['coast'], 'quay'));
    expect(next.map(({ id, parent }) => [id, parent])).toEqual([
      ['world', null],
      ['port', 'quay'],
      ['quay', 'world'],
    ]);
  });

  it('refuses a circle and says between whom', () => {
    expect(changeTag(tags, 'coree', { parent: 'seoul' })).toMatchObject({
      code: 'tag.circle',
      params: { name: 'Corée du Sud', parent: 'Séoul' },
    });
    expect(changeTag(tags, 'coree', { parent: 'coree' })).toMatchObject({ code: 'tag.circle' });
  });

  it('removes what nobody uses; what is used is refused with the count, or taken off', () => {
    expect(removeTag(tags, 'seoul', { uses: 3 })).toMatchObject({ code: 'tag.in-use', params: { count: 3 } });
    const forced = done(removeTag(tags, 'seoul-ville', { uses: 3, force: true }));
    expect(of(forced.tags, 'han').parent).toBeNull();
    expect(retagged(['seoul-ville', 'han'], forced.becomes)).toEqual(['han']);
  });

  it('takes a step back, with what was done to other tags since', () => {
    const merged = done(mergeTags(tags, ['seoul-ville'], 'seoul')).tags;
    const later = done(retireTags(merged, ['elysee'], true)).tags;
    const undone = undoStep(later, stepBetween(tags, merged));
    expect(undone.ok && undone.value.map(({ id }) => id).sort()).toEqual(tags.map(({ id }) => id).sort());
    expect(undone.ok && of([...undone.value], 'elysee').retired).toBe(true);
  });

  it.each([
    [
      'the tag was changed since',
      (now: readonly Tag[]) => done(changeTag(now, 'seoul', { colour: 'red' })).tags,
      'tag.changed-since',
    ],
    [
      'its name is another tag’s by now',
      (now: readonly Tag[]) => [tag('neuf', { labels: { fr: 'ville de seoul' } }), ...now],
      'tag.name-taken',
    ],
    [
      'its name is another tag’s by now, further down',
      (now: readonly Tag[]) => [...now, tag('neuf', { labels: { fr: 'seoul-ville' } })],
      'tag.name-taken',
    ],
  ])('takes no step back when %s', (_why, since, code) => {
    const change = done(changeTag(tags, 'seoul', { aliases: [] })).tags;
    const merged = done(mergeTags(change, ['seoul-ville'], 'seoul')).tags;
    const freed = merged.map((one) => (one.id === 'seoul' ? { ...one, aliases: [] } : one));
    const step = stepBetween(change, freed);
    expect(undoStep(since(freed), step)).toMatchObject({ ok: false, code });
  });

  it('takes no step back that would close a circle by now', () => {
    const before = [tag('coast'), tag('port', { parent: 'coast' })];
    const freed = done(changeTag(before, 'port', { parent: null })).tags;
    const turned = done(changeTag(freed, 'coast', { parent: 'port' })).tags;
    expect(undoStep(turned, stepBetween(before, freed))).toMatchObject({ code: 'tag.changed-since' });
  });

  it('draws every tag of a damaged file once, circles and missing parents included', () => {
    const odd = [
      tag('a', { parent: 'b' }),
      tag('b', { parent: 'c' }),
      tag('c', { parent: 'a' }),
      tag('d', { parent: 'gone' }),
      tag('e', { parent: 'e' }),
    ];
    expect(outline(odd, 'fr').map(({ tag: { id }, depth }) => `${id}${depth}`)).toEqual([
      'd0',
      'e0',
      'a0',
      'c1',
      'b2',
    ]);
    expect(ancestors(odd, of(odd, 'a')).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('draws twenty thousand tags below one another without running out of stack', () => {
    const deep = Array.from({ length: 20_000 }, (_, at) =>
      tag(`t${at}`, { parent: at ? `t${at - 1}` : null }),
    );
    expect(outline(deep, 'fr').at(-1)?.depth).toBe(19_999);
  });
});

describe('completion', () => {
  it.each([
    ['the beginning of a label, before a word in it, before an alias', 'se', ['seoul', 'seoul-ville']],
    ['no accents', 'elysee', ['elysee']],
    ['a word behind a hyphen', 'ville', ['seoul-ville']],
    ['an alias', 'hany', ['seoul']],
    ['a word behind an apostrophe', 'élys', ['elysee']],
    ['the other language', 'south', ['coree']],
    ['nothing for a retired tag', 'vieux', []],
    ['nothing for the middle of a word', 'oul', []],
    ['nothing for blanks', '  ', []],
  ])('offers by %s', (_how, typed, ids) => {
    expect(completeTags(tags, typed, { language: 'fr' }).map((one) => one.tag.id)).toEqual(ids);
  });

  it('leaves out what the article has, and says by which other name a tag was found', () => {
    expect(completeTags(tags, 'se', { language: 'fr', without: ['seoul'] }).map((one) => one.tag.id)).toEqual(
      ['seoul-ville'],
    );
    expect(completeTags(tags, 'hany', { language: 'fr' })[0]?.alias).toBe('Hanyang');
  });

  it('filters by every word, in any order, and by code', () => {
    expect(filterTags(tags, 'sud cor').map(({ id }) => id)).toEqual(['coree']);
    expect(filterTags(tags, 'medtop:04').map(({ id }) => id)).toEqual(['economie']);
    expect(filterTags(tags, '')).toHaveLength(tags.length);
  });
});

type Act = (list: readonly Tag[]) => Result<VocabularyChange>;
const pick = (list: readonly Tag[], at: number): string => list[at % Math.max(1, list.length)]?.id ?? 'none';
const at = fc.nat(40);
const acts: fc.Arbitrary<Act | 'undo'> = fc.oneof(
  fc.tuple(at, fc.constantFrom('Port', 'Quai', 'Môle', 'Séoul', 'Ville')).map(
    ([n, name]): Act =>
      (list) =>
        renameTag(list, pick(list, n), 'fr', name),
  ),
  fc.tuple(at, at, at).map(
    ([a, b, c]): Act =>
      (list) =>
        mergeTags(list, [pick(list, a), pick(list, b)], pick(list, c)),
  ),
  fc.tuple(at, fc.boolean()).map(
    ([n, retired]): Act =>
      (list) =>
        retireTags(list, [pick(list, n)], retired),
  ),
  fc.tuple(at, at).map(
    ([a, b]): Act =>
      (list) =>
        changeTag(list, pick(list, a), { parent: pick(list, b) }),
  ),
  fc.constantFrom('Port', 'Grève', 'Gare', 'port').map(
    (name): Act =>
      (list) =>
        createTag(list, { labels: { fr: name } }),
  ),
  fc.constant('undo' as const),
);

describe('whatever is done to a vocabulary', () => {
  it('every id that ever was resolves, no tag stands below itself, names are unique', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (sequence) => {
        const history: Done[] = [];
        let list: readonly Tag[] = tags;
        for (const act of sequence) {
          list = act === 'undo' ? undone(list, history) : acted(list, act, history);
          check(list);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

type Done = ReturnType<typeof stepBetween>;

function undone(list: readonly Tag[], history: Done[]): readonly Tag[] {
  const step = history.pop();
  const result = step && undoStep(list, step);
  return result?.ok ? result.value : list;
}

function acted(list: readonly Tag[], act: Act, history: Done[]): readonly Tag[] {
  const result = act(list);
  if (!result.ok) return list;
  history.push(stepBetween(list, result.value.tags));
  return result.value.tags;
}

function check(list: readonly Tag[]): void {
  const names = list.flatMap((one) => [
    ...new Set(labelsOf(one).map(foldName)),
    ...one.aliases.map(foldName),
  ]);
  expect(new Set(names).size).toBe(names.length);
  for (const { id } of tags) expect(resolveTag(list, id)).toBeDefined();
  for (const one of list) {
    expect(tagSchema.safeParse(one).success).toBe(true);
    expect(namesOf(one).length).toBeGreaterThan(0);
    for (const id of one.formerIds) expect(resolveTag(list, id)?.id).toBe(one.id);
    expect(ancestors(list, one).some(({ parent }) => parent === one.id)).toBe(false);
    if (one.parent !== null) expect(resolveTag(list, one.parent)).toBeDefined();
  }
}
