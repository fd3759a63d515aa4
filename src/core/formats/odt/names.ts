/** What a paragraph is by its style. `continued` goes on with the block before it; `heading` has a level. */
export type Role =
  | { readonly type: 'heading'; readonly level: number }
  | {
      readonly type:
        | 'title'
        | 'subtitle'
        | 'byline'
        | 'date'
        | 'quote'
        | 'quote-continued'
        | 'pull-quote'
        | 'pull-quote-continued'
        | 'attribution'
        | 'caption'
        | 'credit'
        | 'code'
        | 'fact-box-title'
        | 'fact-box'
        | 'fact-box-continued'
        | 'embed'
        | 'divider'
        | 'note'
        | 'plain';
    };

/** Styles that we write, by what they are for; where Writer has one of its own, it is that one. */
export const ourStyles = {
  title: 'Title',
  subtitle: 'Subtitle',
  byline: 'Marbre_20_Byline',
  date: 'Marbre_20_Date',
  body: 'Text_20_body',
  quote: 'Quotations',
  'quote-continued': 'Marbre_20_Quotations_20_Continued',
  'pull-quote': 'Marbre_20_Pull_20_Quote',
  'pull-quote-continued': 'Marbre_20_Pull_20_Quote_20_Continued',
  attribution: 'Marbre_20_Attribution',
  picture: 'Marbre_20_Picture',
  caption: 'Illustration',
  credit: 'Marbre_20_Credit',
  cell: 'Table_20_Contents',
  'header-cell': 'Table_20_Heading',
  code: 'Preformatted_20_Text',
  'fact-box-title': 'Marbre_20_Box_20_Title',
  'fact-box': 'Marbre_20_Box',
  'fact-box-continued': 'Marbre_20_Box_20_Continued',
  embed: 'Marbre_20_Embed',
  divider: 'Horizontal_20_Line',
  note: 'Footnote',
  bullet: 'Marbre_20_Bullets',
  number: 'Marbre_20_Numbers',
  check: 'Marbre_20_Boxes',
} as const;

/** A style that no other program has: where it is, the document is one of ours, whoever saved it last. */
export const ownMark = ourStyles['fact-box-continued'];

/** Names as people see them: `Text_20_body` is “Text body” (ODF 1.3, part 3, 19.498). */
export function displayName(name: string): string {
  return name.replace(/_([0-9a-f]{1,5})_/gi, (whole, code: string) => {
    const value = Number.parseInt(code, 16);
    return value >= 0x20 && value <= 0xffff ? String.fromCharCode(value) : whole;
  });
}

export function foldName(name: string): string {
  return displayName(name).normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

const own: ReadonlyMap<string, Role> = new Map(
  (
    [
      'byline',
      'date',
      'quote-continued',
      'pull-quote',
      'pull-quote-continued',
      'attribution',
      'credit',
      'fact-box-title',
      'fact-box',
      'fact-box-continued',
      'embed',
    ] as const
  ).map((type) => [foldName(ourStyles[type]), { type }]),
);

/** Names of others, folded, in the languages in which offices name their styles. */
const known: readonly (readonly [RegExp, Exclude<Role['type'], 'heading'>])[] = [
  [/^(?:title|titre|titre principal|titel|título|titolo)$/, 'title'],
  [/^(?:subtitle|sous-titre|untertitel|subtítulo|sottotitolo|standfirst|chap[ôe]au?|deck)$/, 'subtitle'],
  [/^(?:author|auteur|byline|signature d’auteur)$/, 'byline'],
  [/^date$/, 'date'],
  [
    /^(?:quotations?|quote|citation|block quotation|block text|zitat|intense quote|citation intense)$/,
    'quote',
  ],
  [/^(?:pull quote|exergue)$/, 'pull-quote'],
  [/^(?:preformatted text|html preformatted|source code|code|texte préformaté)$/, 'code'],
  [/^(?:caption|illustration|figure|drawing|légende|image caption|legend)$/, 'caption'],
  [/^(?:horizontal line|ligne horizontale)$/, 'divider'],
  [/^(?:footnote|endnote)$/, 'note'],
  [/^(?:text body|standard|default paragraph style|table contents|table heading|list paragraph)$/, 'plain'],
];

const heading = /^(?:heading|titre|überschrift|título|titolo|encabezado) ([1-9]|10)$/;

/** What a style is for by its name; null when the name says nothing. */
export function roleNamed(name: string): Role | null {
  const folded = foldName(name);
  const level = heading.exec(folded)?.[1];
  if (level !== undefined) return { type: 'heading', level: Number(level) };
  const ours = own.get(folded);
  if (ours) return ours;
  const type = known.find(([pattern]) => pattern.test(folded))?.[1];
  return type ? { type } : null;
}

/** Styles of characters that are the look of code, and those whose looks say nothing of their own. */
export const codeName = /^(?:source text|teletype|code|inline code|verbatim char|user entry|html code)$/;
export const looklessName =
  /^(?:internet link|visited internet link|hyperlink|followedhyperlink|footnote (?:anchor|symbol|characters)|endnote (?:anchor|symbol|characters)|footnote reference|table heading|numbering symbols|bullet symbols)$/;
