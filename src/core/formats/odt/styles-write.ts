import type { Language } from '#core/article/schema';
import { tag } from '../shared/xml';
import { displayName, ourStyles } from './names';
import { declared } from './namespaces';
import { type Attributes, type Definition, definitions, mono, page, sans, serif } from './style-definitions';

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
