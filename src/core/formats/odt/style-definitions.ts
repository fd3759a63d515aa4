import { ourStyles } from './names';

/** A4, in hundredths of a millimetre; the text is 15 cm wide. */
const margin = 3_000;
export const page = { width: 21_000, height: 29_700, margin, measure: 21_000 - 2 * margin } as const;

export const serif = 'Liberation Serif';
export const sans = 'Liberation Sans';
export const mono = 'Liberation Mono';

export type Attributes = Readonly<Record<string, string>>;
export interface Definition {
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
export const definitions: readonly Definition[] = [
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
