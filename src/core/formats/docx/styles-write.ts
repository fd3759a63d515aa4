import type { Language } from '#core/article/schema';
import { tag } from '../shared/xml';
import { ourInlineCode, ourStyles, ourTable } from './names';

/** The width of the text: A4 with margins of 3 cm, in twentieths of a point. */
export const page = { width: 11_906, height: 16_838, margin: 1_701, measure: 11_906 - 2 * 1_701 } as const;

export const languageTags: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

const serif = tag('w:rFonts', { 'w:ascii': 'Georgia', 'w:hAnsi': 'Georgia', 'w:cs': 'Times New Roman' });
const sans = tag('w:rFonts', { 'w:ascii': 'Arial', 'w:hAnsi': 'Arial', 'w:cs': 'Arial' });
const mono = tag('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas', 'w:cs': 'Courier New' });
const bold = '<w:b/><w:bCs/>';
const italic = '<w:i/><w:iCs/>';
const grey = tag('w:color', { 'w:val': '595959' });

/** In half points. */
const size = (half: number): string => tag('w:sz', { 'w:val': half }) + tag('w:szCs', { 'w:val': half });
/** In twentieths of a point; `line` in 240ths of a line. */
const spacing = (before: number, after: number, line?: number): string =>
  tag('w:spacing', {
    'w:before': before,
    'w:after': after,
    'w:line': line,
    'w:lineRule': line === undefined ? undefined : 'auto',
  });
const indent = (left: number, right = left): string => tag('w:ind', { 'w:left': left, 'w:right': right });
const line = (side: string, points: number, color = '8C8C8C'): string =>
  tag(`w:${side}`, { 'w:val': 'single', 'w:sz': points * 8, 'w:space': 6, 'w:color': color });
const border = (...sides: string[]): string => tag('w:pBdr', {}, sides.join(''));
const shade = (fill: string): string => tag('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill });

interface Definition {
  readonly id: string;
  readonly name: string;
  readonly next?: string;
  readonly basedOn?: string;
  /** Properties of the paragraph and of its runs, in the order of the schema. */
  readonly paragraph?: string;
  readonly run?: string;
}

const boxed = border(line('top', 1), line('left', 1), line('bottom', 1), line('right', 1)) + shade('F2F2F2');
const quoted = border(line('left', 2)) + spacing(0, 160) + indent(340);
const enlarged = spacing(120, 120) + indent(850);
const keepNext = '<w:keepNext/>';
const keepLines = '<w:keepLines/>';

const heading = (level: number, half: number): Definition => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  next: 'Normal',
  paragraph: `${keepNext}${keepLines}${spacing(320 - level * 40, 100)}${tag('w:outlineLvl', { 'w:val': level - 1 })}`,
  run: sans + bold + size(half),
});

/** Styles that every Word knows come first; ours are named so that any program keeps them apart from its own. */
const paragraphs: readonly Definition[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Subtitle',
    paragraph: keepNext + spacing(0, 160, 252),
    run: sans + bold + size(48),
  },
  { id: 'Subtitle', name: 'Subtitle', next: 'Normal', paragraph: spacing(0, 200), run: size(27) },
  { id: 'Date', name: 'Date', next: 'Normal', paragraph: spacing(0, 320), run: sans + grey + size(18) },
  heading(1, 30),
  heading(2, 26),
  heading(3, 23),
  { id: 'Quote', name: 'Quote', next: ourStyles['quote-continued'], paragraph: quoted, run: italic },
  { id: 'Caption', name: 'caption', next: 'Normal', paragraph: spacing(0, 200), run: sans + grey + size(18) },
  {
    id: 'ListParagraph',
    name: 'List Paragraph',
    paragraph: `${spacing(0, 80)}${tag('w:ind', { 'w:left': 567 })}`,
  },
  {
    id: 'ListContinue',
    name: 'List Continue',
    paragraph: `${spacing(0, 80)}${tag('w:ind', { 'w:left': 567 })}`,
  },
  { id: 'FootnoteText', name: 'footnote text', paragraph: spacing(0, 60, 252), run: size(18) },
  {
    id: ourStyles.byline,
    name: 'Marbre Byline',
    next: 'Normal',
    paragraph: spacing(0, 80),
    run: sans + bold + size(19),
  },
  {
    id: ourStyles['quote-continued'],
    name: 'Marbre Quote Continued',
    basedOn: 'Quote',
    paragraph: quoted,
    run: italic,
  },
  {
    id: ourStyles['pull-quote'],
    name: 'Marbre Pull Quote',
    next: ourStyles['pull-quote-continued'],
    paragraph: border(line('top', 1)) + enlarged,
    run: italic + size(30),
  },
  {
    id: ourStyles['pull-quote-continued'],
    name: 'Marbre Pull Quote Continued',
    paragraph: enlarged,
    run: italic + size(30),
  },
  {
    id: ourStyles.attribution,
    name: 'Marbre Attribution',
    next: 'Normal',
    paragraph: spacing(0, 240) + indent(340),
    run: sans + grey + size(19),
  },
  { id: ourStyles.picture, name: 'Marbre Picture', next: 'Caption', paragraph: keepNext + spacing(200, 80) },
  {
    id: ourStyles.credit,
    name: 'Marbre Credit',
    next: 'Normal',
    paragraph: spacing(0, 200),
    run: sans + grey + size(16),
  },
  {
    id: ourStyles.code,
    name: 'Marbre Code',
    paragraph: keepLines + shade('F2F2F2') + spacing(120, 200, 252),
    run: `${mono}<w:noProof/>${size(19)}`,
  },
  {
    id: ourStyles['fact-box-title'],
    name: 'Marbre Fact Box Title',
    next: ourStyles['fact-box-continued'],
    paragraph: keepNext + boxed + spacing(0, 80) + indent(170),
    run: sans + bold + size(21),
  },
  {
    id: ourStyles['fact-box'],
    name: 'Marbre Fact Box',
    next: ourStyles['fact-box-continued'],
    paragraph: boxed + spacing(0, 80) + indent(170),
    run: sans + size(20),
  },
  {
    id: ourStyles['fact-box-continued'],
    name: 'Marbre Fact Box Continued',
    paragraph: boxed + spacing(0, 80) + indent(170),
    run: sans + size(20),
  },
  {
    id: ourStyles.embed,
    name: 'Marbre Embed',
    next: 'Normal',
    paragraph: border(line('left', 3)) + spacing(120, 200) + indent(170),
    run: sans,
  },
  {
    id: ourStyles.divider,
    name: 'Marbre Divider',
    next: 'Normal',
    paragraph: border(line('bottom', 1)) + spacing(0, 240) + indent(2_800),
  },
];

const characters: readonly Definition[] = [
  {
    id: 'Hyperlink',
    name: 'Hyperlink',
    run: `${tag('w:color', { 'w:val': '0B5394' })}${tag('w:u', { 'w:val': 'single' })}`,
  },
  {
    id: 'FootnoteReference',
    name: 'footnote reference',
    run: tag('w:vertAlign', { 'w:val': 'superscript' }),
  },
  { id: ourInlineCode, name: 'Marbre Inline Code', run: `${mono}<w:noProof/>${size(20)}` },
];

function style(type: 'paragraph' | 'character', definition: Definition): string {
  const { id, name, next, basedOn, paragraph = '', run = '' } = definition;
  const base = basedOn ?? (type === 'paragraph' ? 'Normal' : 'DefaultParagraphFont');
  const custom = id.startsWith('Marbre') ? 1 : undefined;
  return tag(
    'w:style',
    { 'w:type': type, 'w:customStyle': custom, 'w:styleId': id },
    [
      tag('w:name', { 'w:val': name }),
      tag('w:basedOn', { 'w:val': base }),
      next === undefined ? '' : tag('w:next', { 'w:val': next }),
      '<w:qFormat/>',
      paragraph && tag('w:pPr', {}, paragraph),
      run && tag('w:rPr', {}, run),
    ].join(''),
  );
}

const grid = ['top', 'bottom', 'insideH']
  .map((side) => line(side, 1).replace('w:space="6"', 'w:space="0"'))
  .join('');
const tableStyle = tag(
  'w:style',
  { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': ourTable },
  [
    tag('w:name', { 'w:val': 'Marbre Table' }),
    tag('w:basedOn', { 'w:val': 'TableNormal' }),
    tag('w:pPr', {}, spacing(40, 40, 240)),
    tag('w:rPr', {}, sans + size(19)),
    tag('w:tblPr', {}, tag('w:tblBorders', {}, grid)),
    tag(
      'w:tblStylePr',
      { 'w:type': 'firstRow' },
      tag('w:rPr', {}, bold) + tag('w:tcPr', {}, shade('E8E8E8')),
    ),
  ].join(''),
);

/** `word/styles.xml`, for copy in one language. */
export function stylesXml(namespace: string, language: Language): string {
  const named = tag('w:lang', { 'w:val': languageTags[language], 'w:eastAsia': 'en-US', 'w:bidi': 'he-IL' });
  const defaults = tag(
    'w:docDefaults',
    {},
    tag('w:rPrDefault', {}, tag('w:rPr', {}, serif + size(22) + named)) +
      tag('w:pPrDefault', {}, tag('w:pPr', {}, spacing(0, 160, 300))),
  );
  const base = (type: string, id: string, name: string, rest = ''): string =>
    tag(
      'w:style',
      { 'w:type': type, 'w:default': 1, 'w:styleId': id },
      tag('w:name', { 'w:val': name }) + rest,
    );
  const cell = (side: string): string => tag(`w:${side}`, { 'w:w': 108, 'w:type': 'dxa' });
  return tag(
    'w:styles',
    { 'xmlns:w': namespace },
    [
      defaults,
      base('paragraph', 'Normal', 'Normal', '<w:qFormat/>'),
      base('character', 'DefaultParagraphFont', 'Default Paragraph Font'),
      base(
        'table',
        'TableNormal',
        'Normal Table',
        tag('w:tblPr', {}, tag('w:tblCellMar', {}, cell('left') + cell('right'))),
      ),
      ...paragraphs.map((definition) => style('paragraph', definition)),
      ...characters.map((definition) => style('character', definition)),
      tableStyle,
    ].join(''),
  );
}
