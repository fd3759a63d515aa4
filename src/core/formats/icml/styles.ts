import { type Mark, marks } from '#core/body/marks';
import { tag } from '../shared/xml';

/**
 * The paragraph styles of a story, by the names under which a layout finds them: placed into a document that has a style
 * of the same name, the document's own wins. What is set here is only as much as a list needs to be one.
 */
export type ParagraphStyle =
  | 'Headline'
  | 'Standfirst'
  | 'Byline'
  | 'Dateline'
  | 'Body'
  | 'Heading 2'
  | 'Heading 3'
  | 'Heading 4'
  | 'Quote'
  | 'Quote attribution'
  | 'Pull quote'
  | 'Pull quote attribution'
  | 'Picture caption'
  | 'Picture credit'
  | 'Table'
  | 'Table cell'
  | 'Table header'
  | 'Code'
  | 'Fact box title'
  | 'Fact box'
  | 'Embed'
  | 'Footnote'
  | 'Divider'
  | 'Correction heading'
  | 'Correction'
  | `${'Bullet' | 'Numbered' | 'Check'} list ${number}`;

const properties: Readonly<Record<Mark, Readonly<Record<string, string>>>> = {
  bold: { FontStyle: 'Bold' },
  italic: { FontStyle: 'Italic' },
  underline: { Underline: 'true' },
  strikethrough: { StrikeThru: 'true' },
  superscript: { Position: 'Superscript' },
  subscript: { Position: 'Subscript' },
  code: {},
};

const markNames: Readonly<Record<Mark, string>> = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strikethrough: 'Strikethrough',
  superscript: 'Superscript',
  subscript: 'Subscript',
  code: 'Code',
};

/** What a character style is made of: marks, and whether it stands in a link. */
export interface CharacterStyle {
  readonly marks: readonly Mark[];
  readonly isLink: boolean;
}

const plainCharacters = '$ID/NormalCharacterStyle';
const plainParagraph = '$ID/NormalParagraphStyle';

/** The name of a character style: “Bold Italic”, “Link”, “Link Bold”; null: no style at all. */
export function characterStyleName({ marks: given, isLink }: CharacterStyle): string | null {
  const names = marks.filter((mark) => given.includes(mark)).map((mark) => markNames[mark]);
  const all = [...(isLink ? ['Link'] : []), ...names];
  return all.length === 0 ? null : all.join(' ');
}

/** What a range of characters refers to. */
export function characterStyleId(style: CharacterStyle): string {
  const name = characterStyleName(style);
  return name === null ? plainCharacters : `CharacterStyle/${name}`;
}

export function paragraphStyleId(style: ParagraphStyle): string {
  return `ParagraphStyle/${style}`;
}

/** The styles that a story uses, in the order in which it first does; names stand for themselves. */
export class UsedStyles {
  readonly #paragraphs = new Set<ParagraphStyle>();
  readonly #characters = new Map<string, CharacterStyle>();

  paragraph(style: ParagraphStyle): string {
    this.#paragraphs.add(style);
    return paragraphStyleId(style);
  }

  characters(style: CharacterStyle): string {
    const name = characterStyleName(style);
    if (name !== null) this.#characters.set(name, style);
    return characterStyleId(style);
  }

  /** The groups of styles as they stand at the head of a document. */
  write(): string {
    const characters = [
      tag('CharacterStyle', { Self: plainCharacters, Name: 'Default' }),
      ...[...this.#characters].sort(byName).map(([name, style]) => characterStyle(name, style)),
    ];
    const paragraphs = [
      tag('ParagraphStyle', { Self: plainParagraph, Name: plainParagraph }),
      ...[...this.#paragraphs].sort().map(paragraphStyle),
    ];
    return [
      tag('RootCharacterStyleGroup', { Self: 'marbre_character_styles' }, characters.join('')),
      tag('RootParagraphStyleGroup', { Self: 'marbre_paragraph_styles' }, paragraphs.join('')),
      tag(
        'RootTableStyleGroup',
        { Self: 'marbre_table_styles' },
        tag('TableStyle', { Self: 'TableStyle/Table', Name: 'Table' }),
      ),
      tag(
        'RootCellStyleGroup',
        { Self: 'marbre_cell_styles' },
        tag('CellStyle', {
          Self: 'CellStyle/Cell',
          AppliedParagraphStyle: 'ParagraphStyle/$ID/[No paragraph style]',
          Name: 'Cell',
        }),
      ),
    ].join('\n');
  }
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function characterStyle(name: string, style: CharacterStyle): string {
  const slants = style.marks.flatMap((mark) => properties[mark].FontStyle ?? []);
  const given = Object.assign({}, ...style.marks.map((mark) => properties[mark]));
  const font = style.marks.includes('code') ? tag('AppliedFont', { type: 'string' }, 'Courier New') : '';
  return tag(
    'CharacterStyle',
    {
      Self: `CharacterStyle/${name}`,
      Name: name,
      ...given,
      // Two slants are one style of a font.
      FontStyle: slants.length > 0 ? slants.join(' ') : undefined,
    },
    tag('Properties', {}, basedOn(plainCharacters) + font),
  );
}

/** Points that a list stands further in for each level. */
const indent = 12;

function paragraphStyle(name: ParagraphStyle): string {
  const [, kind, depth] = /^(Bullet|Numbered|Check) list (\d+)$/.exec(name) ?? [];
  const list: Readonly<Record<string, string | number | undefined>> =
    kind === undefined
      ? {}
      : {
          LeftIndent: indent * Number(depth),
          FirstLineIndent: -indent,
          ...(kind === 'Bullet' && { BulletsAndNumberingListType: 'BulletList' }),
          ...(kind === 'Numbered' && {
            BulletsAndNumberingListType: 'NumberedList',
            NumberingExpression: '^#.^t',
            NumberingLevel: depth,
          }),
        };
  return tag(
    'ParagraphStyle',
    { Self: paragraphStyleId(name), Name: name, ...list },
    tag('Properties', {}, basedOn(plainParagraph)),
  );
}

function basedOn(style: string): string {
  return tag('BasedOn', { type: 'object' }, style);
}
