import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import { articleFromIntake } from '#core/article/from-intake';
import type { Article, Metadata } from '#core/article/schema';
import { composeBody } from '#core/body/fields';
import { marks } from '#core/body/marks';
import { textRun } from '#core/body/normalize';
import type { Block, Inline } from '#core/body/schema';
import { type Feature, features } from '#core/formats/features';
import { featuresOf } from '#core/formats/losses';
import { formats } from '#core/formats/registry';
import type { Format, WriteContext } from '#core/formats/types';
import { intake } from '#core/intake/intake';
import { assetNameOf } from '#core/pictures';

/**
 * What each format loses is measured here and declared in the format: a table of both is written into the documents.
 * `MARBRE_UPDATE=1` writes it anew.
 */
const page = join(import.meta.dirname, '../../../docs/formats/fidelity.md');
const now = '2026-05-12T09:00:00.000Z';
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg+M8AAAACAAFUok8fAAAAAElFTkSuQmCC',
    'base64',
  ),
);
const asset = assetNameOf(png) ?? '';
const context: WriteContext = {
  tagLabels: new Map(),
  pictures: new Map([[asset, png]]),
  publication: { name: 'Le Quai', address: 'https://example.org/' },
};

const line = (text: string): Inline[] => [textRun(text)];
const item = (id: string, text: string) => ({ id, content: line(text) });
const picture = {
  type: 'picture' as const,
  asset,
  alt: '',
  width: 100,
  content: line('La grue en 1960'),
  credit: [],
};

/** The smallest story that makes use of each feature of the body; `as` tells whether it came back. */
const stories: Partial<Record<Feature, readonly Block[]>> = {
  heading: [{ id: 'x', type: 'heading', level: 2, content: line('Le quai') }],
  'heading-level': [{ id: 'x', type: 'heading', level: 3, content: line('Le quai') }],
  quote: [{ id: 'x', type: 'quote', content: line('La grue se tait.'), attribution: [] }],
  attribution: [{ id: 'x', type: 'quote', content: line('La grue se tait.'), attribution: line('Ana Roz') }],
  'pull-quote': [{ id: 'x', type: 'pull-quote', content: line('La grue se tait.'), attribution: [] }],
  list: [{ id: 'x', type: 'list', kind: 'bullet', items: [item('i', 'un'), item('j', 'deux')] }],
  'numbered-list': [{ id: 'x', type: 'list', kind: 'number', items: [item('i', 'un'), item('j', 'deux')] }],
  'list-start': [
    { id: 'x', type: 'list', kind: 'number', start: 3, items: [item('i', 'un'), item('j', 'deux')] },
  ],
  'check-list': [
    {
      id: 'x',
      type: 'list',
      kind: 'check',
      items: [
        { ...item('i', 'un'), checked: true },
        { ...item('j', 'deux'), checked: false },
      ],
    },
  ],
  'nested-list': [
    {
      id: 'x',
      type: 'list',
      kind: 'bullet',
      items: [{ ...item('i', 'un'), list: { kind: 'bullet', items: [item('j', 'deux')] } }],
    },
  ],
  picture: [{ id: 'x', ...picture }],
  'picture-bytes': [{ id: 'x', ...picture }],
  'picture-width': [{ id: 'x', ...picture, width: 50 }],
  'picture-text': [{ id: 'x', ...picture, alt: 'Une grue rouge' }],
  'picture-credit': [{ id: 'x', ...picture, credit: line('Photo du port') }],
  table: [
    {
      id: 'x',
      type: 'table',
      header: false,
      rows: [
        { cells: [item('i', 'un'), item('j', 'deux')] },
        { cells: [item('k', 'trois'), item('l', 'quatre')] },
      ],
    },
  ],
  'table-header': [
    {
      id: 'x',
      type: 'table',
      header: true,
      rows: [
        { cells: [item('i', 'un'), item('j', 'deux')] },
        { cells: [item('k', 'trois'), item('l', 'quatre')] },
      ],
    },
  ],
  code: [{ id: 'x', type: 'code', language: '', content: line('let quai = 3;') }],
  'code-language': [{ id: 'x', type: 'code', language: 'js', content: line('let quai = 3;') }],
  'fact-box': [{ id: 'x', type: 'fact-box', title: line('Repères'), content: line('La grue date de 1960.') }],
  embed: [{ id: 'x', type: 'embed', url: 'https://example.org/film', content: line('Le film du port') }],
  footnote: [
    {
      id: 'x',
      type: 'paragraph',
      content: [textRun('La grue se tait.'), { type: 'note-reference', note: 'n1' }],
    },
    { id: 'n1', type: 'footnote', content: line('Selon le port.') },
  ],
  divider: [
    { id: 'x', type: 'divider' },
    { id: 'y', type: 'paragraph', content: line('Le soir, le quai est vide.') },
  ],
  link: [
    {
      id: 'x',
      type: 'paragraph',
      content: [
        textRun('Voir '),
        { type: 'link', url: 'https://example.org/port', content: [textRun('le port')] },
      ],
    },
  ],
  'link-title': [
    {
      id: 'x',
      type: 'paragraph',
      content: [
        textRun('Voir '),
        {
          type: 'link',
          url: 'https://example.org/port',
          title: 'La page du port',
          content: [textRun('le port')],
        },
      ],
    },
  ],
  'line-break': [
    { id: 'x', type: 'paragraph', content: [textRun('La grue'), { type: 'break' }, textRun('se tait.')] },
  ],
  ...Object.fromEntries(
    marks.map((mark) => [
      mark,
      [
        {
          id: 'x',
          type: 'paragraph',
          content: [textRun('La grue '), textRun('rouge', [mark]), textRun(' se tait.')],
        },
      ],
    ]),
  ),
};

const metadata: Partial<Record<Feature, Partial<Metadata>>> = {
  language: { language: 'en' },
  published: { published: '2026-05-12' },
  tags: { tags: ['port', 'grue'] },
  'seo-headline': { seoHeadline: 'La grue du port se tait' },
  'short-headline': { shortHeadline: 'La grue se tait' },
  dateline: { dateline: 'Brest' },
  section: { section: 'Mer' },
  source: { source: 'Agence du Quai' },
  rights: { rights: 'Le Quai, 2026' },
  embargo: { embargo: { until: '2026-05-13T04:00:00.000Z', zone: 'Europe/Paris' } },
  due: { due: '2026-05-14' },
  notes: { notes: 'À relire.' },
};

function articleWith(feature: Feature): Article {
  const made = createArticle('x', 'fr', now);
  const lead: Block = {
    id: 'lead',
    type: 'paragraph',
    content: line('Le port a fermé lundi matin, a dit la mairie.'),
  };
  const fields = {
    headline: 'Le port ferme ses portes',
    ...(feature === 'standfirst' && { standfirst: 'La grue ne tourne plus depuis trois jours.' }),
    ...(feature === 'byline' && { byline: 'Ana Roz' }),
  };
  return {
    ...made,
    metadata: { ...made.metadata, slug: 'le-port', ...metadata[feature] },
    body: composeBody(fields, [lead, ...(stories[feature] ?? [])]),
  };
}

interface Back {
  readonly article: Article;
  readonly pictures: ReadonlySet<string>;
}

/** The article after it has been written and read again; null when either is refused. */
function roundTrip(format: Format, article: Article): Back | null {
  const written = format.write?.(article, { ...context, files: new Map([[`assets/${asset}`, png]]) });
  if (!written?.ok) return null;
  if (format.readWhole) {
    const packed = format.readWhole(written.value);
    if (!packed.ok) return null;
    const paths = [...packed.value.files.keys()].map((path) => path.replace('assets/', ''));
    return { article: packed.value.article, pictures: new Set(paths) };
  }
  const read = format.read?.(written.value, { now });
  if (!read?.ok) return null;
  const taken = intake(read.value, { clean: false });
  const back = articleFromIntake(taken, { id: 'x', now, original: null });
  return { article: back, pictures: new Set(taken.pictures?.keys()) };
}

const measured = Object.keys({ headline: 0, standfirst: 0, byline: 0, ...stories, ...metadata }) as Feature[];

/** Whether the feature is in what came back, with the value that it had. */
function cameBack(feature: Feature, before: Article, back: Back | null): boolean {
  if (!back) return false;
  const { article: after, pictures } = back;
  if (feature === 'picture-bytes') return pictures.has(asset);
  const given = metadata[feature];
  if (given)
    return Object.entries(given).every(
      ([key, value]) => JSON.stringify(after.metadata[key as keyof Metadata]) === JSON.stringify(value),
    );
  const field = { headline: 0, standfirst: 1, byline: 2 }[feature as string];
  if (field !== undefined)
    return (
      JSON.stringify(after.body[field]).replace(/"id":"[^"]*"/, '') ===
      JSON.stringify(before.body[field]).replace(/"id":"[^"]*"/, '')
    );
  return featuresOf(after).has(feature);
}

const twoWay = formats.filter((format) => format.write && (format.read ?? format.readWhole));

function lossesOf(format: Format): Feature[] {
  return measured.filter((feature) => {
    const before = articleWith(feature);
    return !cameBack(feature, before, roundTrip(format, before));
  });
}

describe.each(twoWay.map((format) => [format.id, format] as const))(
  'a story written as %s and read again',
  (_id, format) => {
    it('loses what the format says that it loses, and nothing else', () => {
      const declared = new Set(format.loses ?? []);
      expect(lossesOf(format)).toEqual(measured.filter((feature) => declared.has(feature)));
    });
  },
);

describe('the table of what is lost', () => {
  it('is in the documents', () => {
    const table = tableOf();
    if (process.env.MARBRE_UPDATE === '1') writeFileSync(page, table);
    expect(readFileSync(page, 'utf8')).toBe(table);
  });
});

function tableOf(): string {
  const columns = twoWay.map((format) => ({ id: format.id, loses: new Set(format.loses ?? []) }));
  const rows = features
    .filter((feature) => measured.includes(feature))
    .map(
      (feature) =>
        `| ${feature} | ${columns.map(({ loses }) => (loses.has(feature) ? '–' : '✓')).join(' | ')} |`,
    );
  return [
    '# What comes back',
    '',
    'Each feature of an article, written and read again: ✓ it comes back, – it does not. The words themselves always do.',
    'This table is made by `tests/unit/formats/fidelity.test.ts`, which measures each cell; `MARBRE_UPDATE=1` writes it anew.',
    'Claims, queries and sign-offs travel in `json` and `bundle` only, comments and suggestions in `docx-review` too.',
    '',
    `| | ${columns.map(({ id }) => id).join(' | ')} |`,
    `|---|${columns.map(() => '---').join('|')}|`,
    ...rows,
    '',
  ].join('\n');
}
