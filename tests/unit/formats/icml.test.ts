import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Article } from '#core/article/schema';
import { formatById } from '#core/formats/registry';
import {
  childOf,
  elementsOf,
  isElement,
  parseXml,
  type XmlElement,
  textOf as xmlText,
} from '#core/formats/shared/xml';
import { bodies } from '../../support/bodies';
import { at } from '../../support/checking';
import { everyBlock, fullArticle } from '../../support/news';
import { textOf } from '../../support/written';

const icml = formatById('icml');

/** What may stand in what, in the order in which it does where that matters. */
const children: Readonly<Record<string, string>> = {
  Document:
    'RootCharacterStyleGroup RootParagraphStyleGroup RootTableStyleGroup RootCellStyleGroup Story (?:HyperlinkURLDestination Hyperlink )*',
  RootCharacterStyleGroup: '(?:CharacterStyle )+',
  RootParagraphStyleGroup: '(?:ParagraphStyle )+',
  RootTableStyleGroup: '(?:TableStyle )+',
  RootCellStyleGroup: '(?:CellStyle )+',
  CharacterStyle: '(?:Properties )?',
  ParagraphStyle: '(?:Properties )?',
  TableStyle: '',
  CellStyle: '',
  Properties: '(?:BasedOn (?:AppliedFont )?|BorderColor Destination )',
  BasedOn: '',
  AppliedFont: '',
  BorderColor: '',
  Destination: '',
  Story: 'StoryPreference (?:ParagraphStyleRange )*',
  StoryPreference: '',
  ParagraphStyleRange: '(?:CharacterStyleRange |HyperlinkTextSource )+',
  HyperlinkTextSource: '(?:CharacterStyleRange )+',
  CharacterStyleRange: '(?:Content |Footnote |Table |Br )+',
  Content: '',
  Br: '',
  Footnote: '(?:ParagraphStyleRange )+',
  Table: '(?:Column )+(?:Cell )+',
  Column: '',
  Cell: '(?:ParagraphStyleRange )+',
  HyperlinkURLDestination: '',
  Hyperlink: 'Properties ',
};
const withText: ReadonlySet<string> = new Set([
  'Content',
  'BasedOn',
  'AppliedFont',
  'BorderColor',
  'Destination',
]);

function errorsIn(element: XmlElement): string[] {
  const model = Object.hasOwn(children, element.name) ? children[element.name] : undefined;
  if (model === undefined) return [`${element.name}: not known`];
  const inner = element.children.filter(isElement);
  const names = inner.map(({ name }) => `${name} `).join('');
  const hasText = element.children.some((node) => typeof node === 'string' && node.trim() !== '');
  return [
    ...(new RegExp(`^(?:${model})$`).test(names) ? [] : [`${element.name}: holds ${names}`]),
    ...(hasText && !withText.has(element.name) ? [`${element.name}: holds text`] : []),
    ...inner.flatMap(errorsIn),
  ];
}

function all(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

/** References that lead nowhere: to styles, and between links, their sources and their targets. */
function danglingIn(root: XmlElement): string[] {
  const selves = new Set(
    [
      'CharacterStyle',
      'ParagraphStyle',
      'TableStyle',
      'CellStyle',
      'HyperlinkTextSource',
      'HyperlinkURLDestination',
    ]
      .flatMap((name) => all(root, name))
      .map(({ attributes }) => attributes.Self ?? ''),
  );
  const used = [
    ...all(root, 'CharacterStyleRange').map(({ attributes }) => attributes.AppliedCharacterStyle),
    ...all(root, 'ParagraphStyleRange').map(({ attributes }) => attributes.AppliedParagraphStyle),
    ...all(root, 'Table').map(({ attributes }) => attributes.AppliedTableStyle),
    ...all(root, 'Cell').map(({ attributes }) => attributes.AppliedCellStyle),
    ...all(root, 'Hyperlink').map(({ attributes }) => attributes.Source),
    ...all(root, 'Destination').map(xmlText),
  ];
  return used.filter((name) => name === undefined || !selves.has(name)).map(String);
}

function rootOf(article: Article): XmlElement {
  const read = parseXml(textOf(icml, article));
  if (!read.ok) throw new Error(read.detail);
  return read.value;
}

/** The paragraphs of the story itself: the style, and the text. */
function paragraphsOf(root: XmlElement): [style: string, text: string][] {
  const story = childOf(root, 'Story');
  return elementsOf(story ?? root, 'ParagraphStyleRange').map((range) => [
    (range.attributes.AppliedParagraphStyle ?? '').replace('ParagraphStyle/', ''),
    all(range, 'Content').map(xmlText).join('|'),
  ]);
}

describe('ICML', () => {
  const root = rootOf(fullArticle());

  it('has the structure of a story, and no reference leads nowhere', () => {
    for (const article of [fullArticle(), createArticle('a1', 'en', at)]) {
      expect(errorsIn(rootOf(article))).toEqual([]);
      expect(danglingIn(rootOf(article))).toEqual([]);
    }
    fc.assert(
      fc.property(bodies, (body) => {
        const any = rootOf({ ...fullArticle(), body });
        expect(errorsIn(any)).toEqual([]);
        expect(danglingIn(any)).toEqual([]);
        const ids = [
          ...all(any, 'HyperlinkTextSource'),
          ...all(any, 'HyperlinkURLDestination'),
          ...all(any, 'Hyperlink'),
        ];
        expect(new Set(ids.map(({ attributes }) => attributes.Self)).size).toBe(ids.length);
      }),
      { numRuns: 200 },
    );
  });

  it('says in its prologue that it is a story for InDesign', () =>
    expect(textOf(icml, fullArticle())).toMatch(
      /^<\?xml [^>]*\?>\n<\?aid style="50" type="snippet" [^>]*\?>\n<\?aid SnippetType="InCopyInterchange"\?>\n<Document /,
    ));

  it('has one paragraph for each line, under the style of its name', () =>
    expect(paragraphsOf(root).map(([style]) => style)).toEqual([
      'Headline',
      'Standfirst',
      'Byline',
      'Body',
      'Heading 2',
      'Heading 3',
      'Quote',
      'Quote attribution',
      'Pull quote',
      'Numbered list 1',
      'Bullet list 2',
      'Numbered list 1',
      'Check list 1',
      'Check list 1',
      'Picture caption',
      'Picture credit',
      'Table',
      'Code',
      'Fact box title',
      'Fact box',
      'Fact box',
      'Embed',
      'Divider',
      'Correction heading',
      'Correction',
    ]));

  it('keeps French spaces as characters, and line breaks inside their paragraph', () => {
    const [, text] = paragraphsOf(root).find(([style]) => style === 'Body') ?? ['', ''];
    expect(text).toContain('«\u00a0Varley\u00a0» coûte 10\u202f000 <euros> & ');
    expect(text).toContain('\u2028');
  });

  it('puts marks into character styles that look as they are called', () => {
    const styles = new Map(
      all(root, 'CharacterStyle').map(({ attributes }) => [attributes.Name, attributes]),
    );
    expect(styles.get('Bold Italic')).toMatchObject({ FontStyle: 'Bold Italic' });
    expect(styles.get('Subscript')).toMatchObject({ Position: 'Subscript' });
    expect(styles.get('Link Italic')).toMatchObject({ FontStyle: 'Italic' });
    expect([...styles.keys()].sort()).toEqual([
      'Bold Italic',
      'Code',
      'Default',
      'Link',
      'Link Italic',
      'Strikethrough',
      'Subscript',
      'Superscript',
      'Underline',
    ]);
  });

  it('has the footnote where it is called, once, with InDesign’s own number', () => {
    expect(all(root, 'Footnote').map((note) => all(note, 'Content').map(xmlText).join(''))).toEqual([
      '\tLes autres datent de 1931.',
    ]);
    expect(textOf(icml, fullArticle())).toContain('<Content><?ACE 4?></Content>');
    const uncalled = fullArticle({}, everyBlock.slice(1));
    expect(
      paragraphsOf(rootOf(uncalled))
        .filter(([style]) => style === 'Footnote')
        .map(([, text]) => text),
    ).toEqual(['Les autres datent de 1931.']);
  });

  it('has tables with their head, and cells by column and row', () => {
    const [table] = all(root, 'Table');
    expect(table?.attributes).toMatchObject({ HeaderRowCount: '1', BodyRowCount: '1', ColumnCount: '2' });
    expect(elementsOf(table ?? root, 'Cell').map(({ attributes }) => attributes.Name)).toEqual([
      '0:0',
      '1:0',
      '0:1',
      '1:1',
    ]);
  });

  it('leads links where they lead', () =>
    expect(all(root, 'HyperlinkURLDestination').map(({ attributes }) => attributes.DestinationURL)).toEqual([
      'https://example.org/a?b=1&c=2',
      'https://example.org/film',
    ]));

  it('counts each numbered list for itself, from where it begins', () => {
    const ranges = elementsOf(childOf(root, 'Story') ?? root, 'ParagraphStyleRange');
    const numbered = ranges.filter(({ attributes }) =>
      attributes.AppliedParagraphStyle?.includes('Numbered'),
    );
    expect(numbered.map(({ attributes }) => attributes.NumberingStartAt)).toEqual(['3', undefined]);
  });

  it('names no file and no place on a disk', () =>
    expect(textOf(icml, fullArticle())).not.toMatch(/file:|assets\/|LinkResourceURI/));
});
