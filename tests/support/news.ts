import type { Article, Metadata } from '#core/article/schema';
import { composeBody } from '#core/body/fields';
import type { Mark } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Block, Inline } from '#core/body/schema';
import type { WriteContext } from '#core/formats/types';
import { articleOf } from './checking';

export const asset = `${'a'.repeat(64)}.png`;

const text = (value: string, ...marks: Mark[]): Inline => textRun(value, marks);

/** One block of each type, with every mark, a link, a break and a called footnote. */
export const everyBlock: readonly Block[] = [
  {
    id: 'p1',
    type: 'paragraph',
    content: normalizeInline([
      text('Le '),
      text('pont', 'bold', 'italic'),
      text(' de «\u00a0Varley\u00a0» coûte 10\u202f000 <euros> & '),
      { type: 'link', url: 'https://example.org/a?b=1&c=2', content: [textRun('davantage', ['italic'])] },
      { type: 'note-reference', note: 'n1' },
      { type: 'break' },
      text('H'),
      text('2', 'subscript'),
      text('O, m'),
      text('2', 'superscript'),
      text(', '),
      text('faux', 'strikethrough'),
      text(' et '),
      text('vrai', 'underline'),
      text(', '),
      text('x = 1', 'code'),
    ]),
  },
  { id: 'h2', type: 'heading', level: 2, content: [text('Ce qui change')] },
  { id: 'h3', type: 'heading', level: 3, content: [text('Pour les camions')] },
  { id: 'q1', type: 'quote', content: [text('Neuf ans d’attente.')], attribution: [text('Ada Morrow')] },
  { id: 'q2', type: 'pull-quote', content: [text('Neuf ans')], attribution: [] },
  {
    id: 'l1',
    type: 'list',
    kind: 'number',
    start: 3,
    items: [
      {
        id: 'i1',
        content: [text('Trois')],
        list: { kind: 'bullet', items: [{ id: 'i2', content: [text('dont un')] }] },
      },
      { id: 'i3', content: [text('Quatre')] },
    ],
  },
  {
    id: 'l2',
    type: 'list',
    kind: 'check',
    items: [
      { id: 'i4', content: [text('Fait')], checked: true },
      { id: 'i5', content: [text('À faire')], checked: false },
    ],
  },
  {
    id: 'x1',
    type: 'picture',
    asset,
    alt: 'Un pont',
    width: 50,
    content: [text('Le pont à l’aube')],
    credit: [text('Photo Varley')],
  },
  {
    id: 't1',
    type: 'table',
    header: true,
    rows: [
      {
        cells: [
          { id: 'c1', content: [text('Navire')] },
          { id: 'c2', content: [text('Minutes')] },
        ],
      },
      {
        cells: [
          { id: 'c3', content: [text('Bac')] },
          { id: 'c4', content: [text('6')] },
        ],
      },
    ],
  },
  {
    id: 'k1',
    type: 'code',
    language: 'js',
    content: [text('let a = 1 < 2;'), { type: 'break' }, text('  b();')],
  },
  {
    id: 'f1',
    type: 'fact-box',
    title: [text('Le pont')],
    content: [text('Long de 80 m.'), { type: 'break' }, { type: 'break' }, text('Il tourne.')],
  },
  { id: 'e1', type: 'embed', url: 'https://example.org/film', content: [text('Le film')] },
  { id: 'd1', type: 'divider' },
  { id: 'n1', type: 'footnote', content: [text('Les autres datent de 1931.')] },
];

export const fullMetadata = {
  tags: ['transport', 'ports'],
  slug: 'pont-de-varley',
  section: 'Région',
  seoHeadline: 'Pont de Varley : les horaires',
  shortHeadline: 'Varley a son pont',
  dateline: 'Varley',
  published: '2026-05-12',
  embargo: { until: '2026-05-14T04:00:00.000Z', zone: 'Europe/Paris' },
  source: 'Agence Littoral',
  rights: '© Agence Littoral & Cie',
  modified: '2026-05-13T10:00:00.000Z',
} satisfies Partial<Metadata>;

/** An article in French that has everything that an export may have to write. */
export function fullArticle(change: Partial<Metadata> = {}, blocks: readonly Block[] = everyBlock): Article {
  const article = articleOf([]);
  const fields = {
    headline: 'Varley ouvre son pont',
    standfirst: 'Onze minutes de gagnées.',
    byline: 'Par Inès Calder et Tom Brooke, AFP',
  };
  return {
    ...article,
    metadata: { ...article.metadata, ...fullMetadata, ...change },
    body: composeBody(fields, blocks),
    corrections: [
      { id: 'r1', at: '2026-05-13T09:00:00.000Z', by: 'Ada', text: 'Le pont mesure 80 m.', claim: null },
    ],
  };
}

export const newsContext: WriteContext = {
  tagLabels: new Map([['transport', 'Transports']]),
  publication: { name: 'Le Fanal', address: 'https://fanal.example/articles/' },
};
