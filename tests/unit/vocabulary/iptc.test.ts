import { describe, expect, it } from 'vitest';
import { blankTag } from '#core/desk/defaults';
import { type Tag, tagSchema } from '#core/desk/schema';
import { addConcepts } from '#core/vocabulary/add-concepts';
import { maximumIptcBytes, readIptc } from '#core/vocabulary/iptc-read';
import { type Concept, iptcTopics } from '#core/vocabulary/iptc-topics';

const bytes = (content: unknown): Uint8Array =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
const uri = (code: string): string => `http://cv.iptc.org/newscodes/mediatopic/${code}`;
const concept = (code: string, fields: Partial<Concept> = {}): Concept => ({
  code: `medtop:${code}`,
  labels: { fr: `sujet ${code}` },
  aliases: [],
  broader: [],
  retired: false,
  ...fields,
});
const tag = (id: string, fields: Partial<Tag> = {}): Tag => ({
  ...blankTag,
  id,
  labels: { fr: id },
  aliases: [],
  ...fields,
});

describe('a list of topics from IPTC', () => {
  it('is read as IPTC writes it: names in both languages, other names, what is above, what is retired', () => {
    const file = {
      uri: 'http://cv.iptc.org/newscodes/mediatopic/',
      conceptSet: [
        {
          uri: uri('20000901'),
          qcode: 'medtop:20000901',
          type: ['http://www.w3.org/2004/02/skos/core#Concept'],
          prefLabel: { 'en-GB': 'tide mills', fr: 'Moulins à marée', de: 'Gezeitenmühlen' },
          altLabel: { fr: ['Moulin de mer'], 'en-GB': 'sea mill' },
          broader: [uri('06000000')],
        },
        { uri: uri('20000902'), prefLabel: { 'en-US': 'old thing' }, retired: '2021-05-10T12:00:00+00:00' },
        { uri: uri('20000903'), prefLabel: { de: 'nur deutsch' } },
        { qcode: 'genre:Actuality', prefLabel: { 'en-GB': 'no topic' } },
        null,
      ],
    };
    expect(readIptc('topics.json', bytes(file))).toEqual({
      ok: true,
      value: {
        concepts: [
          {
            code: 'medtop:20000901',
            labels: { fr: 'Moulins à marée', en: 'tide mills' },
            aliases: ['Moulin de mer', 'sea mill'],
            broader: ['medtop:06000000'],
            retired: false,
          },
          { code: 'medtop:20000902', labels: { en: 'old thing' }, aliases: [], broader: [], retired: true },
        ],
        unreadable: 3,
      },
    });
  });

  it.each([
    ['no JSON', bytes('<html>'), 'iptc.invalid'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), 'iptc.invalid'],
    ['another list', bytes({ concepts: [] }), 'iptc.invalid'],
    ['an empty list', bytes({ conceptSet: [] }), 'iptc.invalid'],
    [
      'a list without a topic',
      bytes({ conceptSet: [{ qcode: 'x', prefLabel: { fr: 'x' } }] }),
      'iptc.invalid',
    ],
    ['more topics than there can be', bytes({ conceptSet: Array(50_001).fill(0) }), 'iptc.invalid'],
    ['a file that is too large', new Uint8Array(maximumIptcBytes + 1), 'input.too-large'],
  ])('is refused when it is %s', (_what, content, code) => {
    expect(readIptc('x.json', content)).toMatchObject({ ok: false, code });
  });

  it('has seventeen topics at its top, each with a code and two names', () => {
    const { tags, report } = addConcepts([], iptcTopics);
    expect(tags).toHaveLength(17);
    expect(report.skipped).toEqual([]);
    for (const one of tags) expect(tagSchema.safeParse(one).success).toBe(true);
    expect(new Set(tags.map(({ iptc }) => iptc)).size).toBe(17);
  });

  it('keeps what the desk has, and gives it its code and the label that is missing', () => {
    const desk = [
      tag('sport', { labels: { fr: 'Sport' }, colour: 'green' }),
      tag('ecologie', { labels: { fr: 'Écologie' }, iptc: 'medtop:06000000' }),
    ];
    const { tags, report } = addConcepts(desk, iptcTopics);
    expect(report).toMatchObject({ matched: ['ecologie', 'sport'] });
    expect(tags.slice(0, 2)).toEqual([
      { ...desk[0], iptc: 'medtop:15000000', labels: { fr: 'Sport', en: 'sport' } },
      { ...desk[1], labels: { fr: 'Écologie', en: 'environment' } },
    ]);
    expect(tags).toHaveLength(17);
    expect(addConcepts(tags, iptcTopics).tags).toEqual(tags);
  });

  it.each([
    ['a retired one', concept('20000001', { retired: true }), 'retired'],
    ['one whose only name has another code', concept('20000001', { labels: { fr: 'Pêche' } }), 'name-taken'],
  ])('skips %s and says why', (_what, one, reason) => {
    const desk = [tag('peche', { labels: { fr: 'pêche' }, iptc: 'medtop:20000999' })];
    const { tags, report } = addConcepts(desk, [one]);
    expect(tags).toEqual(desk);
    expect(report.skipped).toMatchObject([{ reason }]);
  });

  it('leaves out only the names that are taken', () => {
    const desk = [tag('peche', { labels: { fr: 'Pêche' }, iptc: 'medtop:20000999' })];
    const one = concept('20000001', {
      labels: { fr: 'pêche', en: 'fishing' },
      aliases: ['PECHE', 'angling', 'Angling'],
    });
    expect(addConcepts(desk, [one]).tags[1]).toMatchObject({
      id: 'fishing',
      labels: { en: 'fishing' },
      aliases: ['angling'],
    });
  });

  it('puts topics below what is above them, and closes no circle', () => {
    const ring = [
      concept('20000001', { broader: ['medtop:20000002'] }),
      concept('20000002', { broader: ['medtop:20000003'] }),
      concept('20000003', { broader: ['medtop:20000001'] }),
      concept('20000004', { broader: ['medtop:29999999', 'medtop:20000001'] }),
    ];
    expect(addConcepts([], ring).tags.map(({ parent }) => parent)).toEqual([
      'sujet-20000002',
      'sujet-20000003',
      null,
      'sujet-20000001',
    ]);
  });

  it('brings no more than a vocabulary holds', () => {
    const many = Array.from({ length: 50_000 }, (_, at) => concept(String(30_000_000 + at)));
    const { tags, report } = addConcepts([tag('port'), tag('quai')], many);
    expect(tags).toHaveLength(50_000);
    expect(report.skipped).toEqual([
      { label: 'sujet 30049998', reason: 'full' },
      { label: 'sujet 30049999', reason: 'full' },
    ]);
  });
});
