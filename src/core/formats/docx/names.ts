/** What a paragraph is by its style. `continued` goes on with the block before it; `heading` has a level. */
export type Role =
  | { readonly type: 'heading'; readonly level: number }
  | { readonly type: 'list-item'; readonly kind: 'bullet' | 'number'; readonly level: number }
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
        | 'list-continued'
        | 'picture'
        | 'caption'
        | 'credit'
        | 'code'
        | 'fact-box-title'
        | 'fact-box'
        | 'fact-box-continued'
        | 'embed'
        | 'divider'
        | 'note'
        | 'contents'
        | 'plain';
    };

/** The style ids of our own documents; each is named “Marbre …”, which any program keeps. */
export const ourStyles = {
  byline: 'MarbreByline',
  'quote-continued': 'MarbreQuoteContinued',
  'pull-quote': 'MarbrePullQuote',
  'pull-quote-continued': 'MarbrePullQuoteContinued',
  attribution: 'MarbreAttribution',
  picture: 'MarbrePicture',
  credit: 'MarbreCredit',
  code: 'MarbreCode',
  'fact-box-title': 'MarbreFactBoxTitle',
  'fact-box': 'MarbreFactBox',
  'fact-box-continued': 'MarbreFactBoxContinued',
  embed: 'MarbreEmbed',
  divider: 'MarbreDivider',
} as const satisfies Partial<Record<Exclude<Role['type'], 'heading' | 'list-item'>, string>>;

export const ourInlineCode = 'MarbreInlineCode';
export const ourTable = 'MarbreTable';

/** Styles by what they are called in Word, LibreOffice, Google Docs and pandoc, in the languages of desks nearby. */
const called: Readonly<Record<Exclude<Role['type'], 'heading' | 'list-item'>, readonly string[]>> = {
  title: ['Title', 'Titre', 'Titel', 'Título', 'Titolo'],
  subtitle: [
    'Subtitle',
    'Sous-titre',
    'Untertitel',
    'Subtítulo',
    'Sottotitolo',
    'Standfirst',
    'Chapô',
    'Chapeau',
  ],
  byline: ['Byline', 'Author', 'Auteur', 'Signature article'],
  date: ['Date', 'Datum', 'Fecha', 'Data'],
  quote: [
    'Quote',
    'Intense Quote',
    'Block Text',
    'Quotations',
    'Block Quotation',
    'Blockquote',
    'Citation',
    'Citation intense',
    'Normal centré',
    'Zitat',
    'Intensives Zitat',
    'Cita',
    'Cita destacada',
    'Citazione',
  ],
  'quote-continued': [],
  'pull-quote': ['Pull Quote', 'Pullquote', 'Exergue'],
  'pull-quote-continued': [],
  attribution: ['Quote Attribution', 'Attribution'],
  'list-continued': [
    'List Continue',
    'List Continue 2',
    'List Continue 3',
    'List Continue 4',
    'List Continue 5',
    'Liste continue',
    'Liste continue 2',
    'Liste continue 3',
    'Listenfortsetzung',
  ],
  picture: ['Captioned Figure'],
  caption: ['Caption', 'Image Caption', 'Légende', 'Beschriftung', 'Epígrafe', 'Didascalia', 'Illustration'],
  credit: ['Credit', 'Photo Credit', 'Crédit', 'Crédit photo'],
  code: [
    'Source Code',
    'Code',
    'Code Block',
    'HTML Preformatted',
    'Préformaté HTML',
    'Preformatted Text',
    'Plain Text',
    'Texte préformaté',
    'Texte brut',
    'Vorformatierter Text',
  ],
  'fact-box-title': [],
  'fact-box': ['Fact Box', 'Encadré', 'Sidebar'],
  'fact-box-continued': [],
  embed: [],
  divider: ['Horizontal Line', 'Ligne horizontale'],
  note: [
    'footnote text',
    'endnote text',
    'Footnote',
    'Endnote',
    'Note de bas de page',
    'Note de fin',
    'Fußnotentext',
  ],
  contents: Array.from({ length: 9 }, (_, index) => [
    `toc ${index + 1}`,
    `TM ${index + 1}`,
    `Contents ${index + 1}`,
  ])
    .flat()
    .concat('toc heading', 'Contents Heading', 'En-tête de table des matières'),
  plain: [
    'Normal',
    'Standard',
    'Default',
    'Default Paragraph Style',
    'Body Text',
    'Text Body',
    'Corps de texte',
    'First Paragraph',
    'Compact',
    'No Spacing',
    'Sans interligne',
    'List Paragraph',
    'Paragraphe de liste',
    'Normal (Web)',
    'Table Contents',
    'Contenu de tableau',
    'Table Heading',
    'Titre de tableau',
    'Frame Contents',
    'Contenu de cadre',
    'Table Caption',
    'Text',
    'Texte',
  ],
};

/** Case, accents, spaces and signs say nothing in the name of a style. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

const roles: ReadonlyMap<string, Role> = new Map([
  ...Object.entries(called).flatMap(([type, names]) =>
    names.map((name) => [foldName(name), { type } as Role] as const),
  ),
  ...Object.entries(ourStyles).map(([type, id]) => [foldName(id), { type } as Role] as const),
]);

const heading =
  /^(?:heading|titre|uberschrift|titulo|encabezado|titolo|intestazione|kop|rubrik|tytul|naglowek)([1-9])$/;
const item =
  /^(?:(listbullet|listeapuces|listepuces|aufzahlungszeichen)|(?:listnumber|listeanumeros|listenumeros|listennummer))([1-9]?)$/;

/** What a style is by its name or its id; null when neither says anything. */
export function roleNamed(name: string): Role | null {
  const folded = foldName(name);
  const [, level] = heading.exec(folded) ?? [];
  if (level !== undefined) return { type: 'heading', level: Number(level) };
  const [whole, bullet, depth] = item.exec(folded) ?? [];
  if (whole !== undefined)
    return { type: 'list-item', kind: bullet ? 'bullet' : 'number', level: Number(depth || 1) - 1 };
  return roles.get(folded) ?? null;
}

const codeNames = new Set(
  [
    ourInlineCode,
    'Verbatim Char',
    'Source Text',
    'Texte source',
    'HTML Code',
    'Code HTML',
    'HTML Typewriter',
    'Machine à écrire HTML',
    'Teletype',
    'Inline Code',
    'Code',
    'Code Char',
    'Source Code Char',
    'Code en ligne',
  ].map(foldName),
);
const linkNames = new Set(
  [
    'Hyperlink',
    'FollowedHyperlink',
    'Internet Link',
    'Visited Internet Link',
    'Lien hypertexte',
    'Lien hypertexte suivi visité',
    'Link',
    'Footnote Characters',
    'Footnote Reference',
    'Footnote Anchor',
    'Endnote Reference',
    'Endnote Characters',
    'Endnote Anchor',
    'Appel note de bas de p.',
    'Appel de note de fin',
    'Comment Reference',
    'Marque de commentaire',
    'Table Heading',
    'Titre de tableau',
  ].map(foldName),
);

export function isCodeName(name: string): boolean {
  return codeNames.has(foldName(name));
}

/** Styles whose looks say only what the element around them says already. */
export function isReferenceName(name: string): boolean {
  return linkNames.has(foldName(name));
}
