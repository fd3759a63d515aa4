import type { Language } from '#core/article/schema';
import { tag } from '../shared/xml';
import { displayName, ourStyles } from './names';
import { declared } from './namespaces';

/** A4, in hundredths of a millimetre; the text is 15 cm wide. */
const margin = 3_000;
export const page = { width: 21_000, height: 29_700, margin, measure: 21_000 - 2 * margin } as const;

const serif = 'Liberation Serif';
const sans = 'Liberation Sans';
const mono = 'Liberation Mono';

/** Generic families stand beside the names, for machines without these fonts. */
export const fonts = tag(
  'office:font-face-decls',
  {},
  (
    [
      [serif, 'roman', 'variable'],
      [sans, 'swiss', 'variable'],
      [mono, 'modern', 'fixed'],
    ] as const
  )
    .map(([name, family, pitch]) =>
      tag('style:font-face', {
        'style:name': name,
        'svg:font-family': `'${name}'`,
        'style:font-family-generic': family,
        'style:font-pitch': pitch,
      }),
    )
    .join(''),
);

type Attributes = Readonly<Record<string, string>>;
interface Definition {
  readonly name: string;
  readonly parent?: string;
  /** What a person who presses Enter in it goes on with. */
  readonly next?: string;
  readonly paragraph?: Attributes;
  readonly text?: Attributes;
  readonly outline?: number;
}

const above = (top: string, bottom: string): Attributes => ({
  'fo:margin-top': top,
  'fo:margin-bottom': bottom,
});
const keep: Attributes = { 'fo:keep-with-next': 'always', 'fo:hyphenate': 'false' };
const size = (points: number): Attributes => ({ 'fo:font-size': `${points}pt` });
const bold: Attributes = { 'fo:font-weight': 'bold' };
const inSans: Attributes = { 'style:font-name': sans };
const grey: Attributes = { 'fo:color': '#555555' };
const inset: Attributes = { 'fo:margin-left': '10mm', 'fo:margin-right': '10mm' };
const boxed: Attributes = {
  'fo:padding': '3mm',
  'fo:border': '0.5pt solid #999999',
  'fo:background-color': '#f4f4f4',
  'style:join-border': 'true',
};
const { body, caption, quote, code, cell, byline, divider } = ourStyles;
const pull = ourStyles['pull-quote'];
const box = ourStyles['fact-box'];

/** Styles of paragraphs, the parent before its children. */
const definitions: readonly Definition[] = [
  { name: 'Standard', text: { ...size(11.5), 'style:font-name': serif } },
  {
    name: body,
    parent: 'Standard',
    paragraph: { ...above('0mm', '2.5mm'), 'fo:line-height': '135%', 'fo:orphans': '2', 'fo:widows': '2' },
  },
  {
    name: 'Heading',
    parent: 'Standard',
    next: body,
    paragraph: { ...above('6mm', '2mm'), ...keep },
    text: { ...inSans, ...bold },
  },
  { name: 'Heading_20_1', parent: 'Heading', next: body, outline: 1, text: size(15) },
  { name: 'Heading_20_2', parent: 'Heading', next: body, outline: 2, text: size(13) },
  { name: 'Heading_20_3', parent: 'Heading', next: body, outline: 3, text: size(11.5) },
  { name: ourStyles.title, parent: 'Heading', next: body, paragraph: above('0mm', '3mm'), text: size(24) },
  {
    name: ourStyles.subtitle,
    parent: 'Standard',
    next: body,
    paragraph: { ...above('0mm', '4mm'), 'fo:line-height': '125%' },
    text: { ...size(14), ...grey },
  },
  {
    name: byline,
    parent: 'Standard',
    next: body,
    paragraph: above('0mm', '2mm'),
    text: { ...inSans, ...size(10) },
  },
  { name: ourStyles.date, parent: byline, next: body, text: grey },
  { name: quote, parent: body, paragraph: inset },
  { name: ourStyles['quote-continued'], parent: quote },
  {
    name: pull,
    parent: body,
    next: body,
    paragraph: { ...above('4mm', '4mm'), ...inset },
    text: { ...inSans, ...size(16) },
  },
  { name: ourStyles['pull-quote-continued'], parent: pull },
  { name: ourStyles.attribution, parent: quote, next: body, text: { ...inSans, ...size(10), ...grey } },
  {
    name: ourStyles.picture,
    parent: 'Standard',
    next: caption,
    paragraph: { ...above('3mm', '1.5mm'), ...keep },
  },
  {
    name: 'Caption',
    parent: 'Standard',
    next: body,
    paragraph: above('0mm', '1.5mm'),
    text: { ...inSans, ...size(9.5) },
  },
  { name: caption, parent: 'Caption', next: body },
  { name: ourStyles.credit, parent: 'Caption', next: body, paragraph: above('0mm', '4mm'), text: grey },
  { name: cell, parent: 'Standard', paragraph: above('0mm', '0mm'), text: { ...inSans, ...size(10) } },
  { name: ourStyles['header-cell'], parent: cell, text: bold },
  {
    name: code,
    parent: 'Standard',
    paragraph: {
      ...above('0mm', '3mm'),
      'fo:line-height': '120%',
      'fo:padding': '2mm',
      'fo:background-color': '#f4f4f4',
    },
    text: { 'style:font-name': mono, ...size(9.5), 'fo:language': 'zxx', 'fo:country': 'none' },
  },
  {
    name: box,
    parent: 'Standard',
    paragraph: { ...boxed, 'fo:line-height': '125%' },
    text: { ...inSans, ...size(10) },
  },
  {
    name: ourStyles['fact-box-title'],
    parent: box,
    next: ourStyles['fact-box-continued'],
    paragraph: keep,
    text: bold,
  },
  { name: ourStyles['fact-box-continued'], parent: box },
  { name: ourStyles.embed, parent: body, next: body },
  {
    name: divider,
    parent: 'Standard',
    next: body,
    paragraph: { ...above('2mm', '5mm'), 'fo:border-bottom': '0.5pt solid #999999', 'fo:padding': '0mm' },
    text: size(6),
  },
  {
    name: ourStyles.note,
    parent: 'Standard',
    paragraph: { 'fo:margin-left': '5mm', 'fo:text-indent': '-5mm' },
    text: size(9.5),
  },
];

function definitionXml({ name, parent, next, paragraph, text, outline }: Definition): string {
  const attributes = {
    'style:name': name,
    'style:display-name': displayName(name) === name ? undefined : displayName(name),
    'style:family': 'paragraph',
    'style:parent-style-name': parent,
    'style:next-style-name': next,
    'style:default-outline-level': outline,
    'style:class': name.startsWith('Marbre') ? undefined : 'text',
  };
  const inner = [
    paragraph ? tag('style:paragraph-properties', paragraph) : '',
    text ? tag('style:text-properties', text) : '',
  ];
  return tag('style:style', attributes, inner.join(''));
}

/** Styles of characters that programs look for by these names. */
const characters: readonly (readonly [string, Attributes])[] = [
  ['Source_20_Text', { 'style:font-name': mono }],
  ['Internet_20_link', { 'fo:color': '#1a4f8b', 'style:text-underline-style': 'solid' }],
  ['Visited_20_Internet_20_Link', { 'fo:color': '#5b3a86', 'style:text-underline-style': 'solid' }],
  ['Footnote_20_Symbol', {}],
  ['Footnote_20_anchor', { 'style:text-position': 'super 58%' }],
];

const defaultStyle = (language: Language): string =>
  tag(
    'style:default-style',
    { 'style:family': 'paragraph' },
    tag('style:paragraph-properties', { 'style:writing-mode': 'page' }) +
      tag('style:text-properties', {
        'style:font-name': serif,
        'fo:font-size': '11.5pt',
        'fo:language': language,
        'fo:country': { fr: 'FR', en: 'GB' }[language],
        'fo:hyphenate': 'true',
      }),
  );

/** Levels that a style of lists has. */
const levels = Array.from({ length: 10 }, (_, index) => index + 1);

function listStyle(
  name: string,
  levelOf: (level: number) => readonly [string, Record<string, string>],
): string {
  const inner = levels.map((level) => {
    const [element, attributes] = levelOf(level);
    const alignment = tag('style:list-level-label-alignment', {
      'text:label-followed-by': 'listtab',
      'text:list-tab-stop-position': `${level * 8}mm`,
      'fo:text-indent': '-6mm',
      'fo:margin-left': `${level * 8}mm`,
    });
    const mode = { 'text:list-level-position-and-space-mode': 'label-alignment' };
    return tag(
      `text:${element}`,
      { 'text:level': level, ...attributes },
      tag('style:list-level-properties', mode, alignment),
    );
  });
  return tag(
    'text:list-style',
    { 'style:name': name, 'style:display-name': displayName(name) },
    inner.join(''),
  );
}

const bullets = ['•', '–', '▪'] as const;
const lists = [
  listStyle(ourStyles.bullet, (level) => [
    'list-level-style-bullet',
    { 'text:bullet-char': bullets[(level - 1) % bullets.length] ?? '•' },
  ]),
  listStyle(ourStyles.number, () => [
    'list-level-style-number',
    { 'style:num-suffix': '.', 'style:num-format': '1' },
  ]),
  // The box is a character of the text: no list has two kinds of bullets.
  listStyle(ourStyles.check, () => ['list-level-style-number', { 'style:num-format': '' }]),
].join('');

const graphics = tag(
  'style:style',
  { 'style:name': 'Graphics', 'style:family': 'graphic' },
  tag('style:graphic-properties', {
    'text:anchor-type': 'as-char',
    'style:vertical-pos': 'top',
    'style:vertical-rel': 'baseline',
  }),
);

const notes = tag('text:notes-configuration', {
  'text:note-class': 'footnote',
  'text:citation-style-name': 'Footnote_20_Symbol',
  'text:citation-body-style-name': 'Footnote_20_anchor',
  'style:num-format': '1',
  'text:start-value': '0',
  'text:footnotes-position': 'page',
  'text:start-numbering-at': 'document',
});

const layout = tag(
  'style:page-layout',
  { 'style:name': 'Page' },
  tag('style:page-layout-properties', {
    'fo:page-width': '210mm',
    'fo:page-height': '297mm',
    'fo:margin-top': '25mm',
    'fo:margin-bottom': '25mm',
    'fo:margin-left': '30mm',
    'fo:margin-right': '30mm',
    'style:print-orientation': 'portrait',
  }),
);

/** The part with everything that has a name, in the language of the article. */
export function stylesXml(language: Language): string {
  const named = [
    defaultStyle(language),
    ...definitions.map(definitionXml),
    ...characters.map(([name, looks]) =>
      tag(
        'style:style',
        { 'style:name': name, 'style:display-name': displayName(name), 'style:family': 'text' },
        tag('style:text-properties', looks),
      ),
    ),
    graphics,
    lists,
    notes,
  ];
  return tag(
    'office:document-styles',
    {
      ...declared('office', 'style', 'text', 'table', 'draw', 'fo', 'svg', 'xlink'),
      'office:version': '1.3',
    },
    [
      fonts,
      tag('office:styles', {}, named.join('')),
      tag('office:automatic-styles', {}, layout),
      tag(
        'office:master-styles',
        {},
        tag('style:master-page', { 'style:name': 'Standard', 'style:page-layout-name': 'Page' }),
      ),
    ].join(''),
  );
}

/** Styles of tables, which OpenDocument has no names for that people see. */
export function automaticStyles(columns: ReadonlySet<number>): string {
  if (columns.size === 0) return '';
  const style = (name: string, family: string, properties: string): string =>
    tag('style:style', { 'style:name': name, 'style:family': family }, properties);
  const cellLook = { 'fo:padding': '1.5mm', 'fo:border': 'none', 'fo:border-bottom': '0.5pt solid #999999' };
  const headLook = { ...cellLook, 'fo:border-bottom': '1pt solid #333333' };
  return [
    style(
      'Table',
      'table',
      tag('style:table-properties', {
        'style:width': '150mm',
        'table:align': 'left',
        'fo:margin-top': '3mm',
        'fo:margin-bottom': '4mm',
        'table:border-model': 'collapsing',
      }),
    ),
    ...[...columns].map((count) =>
      style(
        `Column${count}`,
        'table-column',
        tag('style:table-column-properties', {
          'style:column-width': `${Math.floor(page.measure / count) / 100}mm`,
        }),
      ),
    ),
    style('Row', 'table-row', tag('style:table-row-properties', { 'fo:keep-together': 'always' })),
    style('Cell', 'table-cell', tag('style:table-cell-properties', cellLook)),
    style('CellHead', 'table-cell', tag('style:table-cell-properties', headLook)),
  ].join('');
}
