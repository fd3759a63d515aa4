import { describe, expect, it } from 'vitest';
import type { Block } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { formatById } from '#core/formats/registry';
import type { Imported } from '#core/formats/types';
import { assetNameOf } from '#core/pictures';
import { picture } from '../../support/canonical';
import { odtOf, paragraph, styleOf } from '../../support/odt';

const now = '2026-05-12T09:00:00.000Z';
type Parts = Parameters<typeof odtOf>[1];

function read(text: string, parts: Parts = {}): Imported {
  const result = formatById('odt').read?.(odtOf(text, parts), { now });
  if (!result?.ok) throw new Error(`refused: ${result?.code} ${result?.detail}`);
  return result.value;
}

/** Blocks without their ids. */
function bare(blocks: readonly Block[]): unknown {
  return JSON.parse(JSON.stringify(blocks, (key, value) => (key === 'id' ? undefined : value)));
}

const textIn = (text: string, parts?: Parts): string => bodyText(read(text, parts).blocks);

describe('the styles of a text of OpenDocument', () => {
  it('give runs the marks of their whole chain, the nearest first', () => {
    const styles = [
      styleOf('text', 'Base', 'fo:font-weight="bold" fo:font-style="italic"'),
      styleOf('text', 'Child', 'fo:font-style="normal" style:text-underline-style="wave"', 'Base'),
    ].join('');
    const automatic = [
      styleOf('text', 'T1', 'style:text-line-through-style="solid"', 'Child'),
      styleOf('text', 'T2', 'style:text-position="-33% 58%" fo:font-weight="700"'),
      styleOf('text', 'T3', 'fo:font-weight="normal"'),
    ].join('');
    const spans = ['T1', 'T2', 'Source_20_Text'].map(
      (name) => `<text:span text:style-name="${name}">${name}</text:span>`,
    );
    const nested =
      '<text:span text:style-name="Base">a<text:span text:style-name="T3">b</text:span></text:span>';
    expect(bare(read(paragraph(`${spans.join('-')} ${nested}`), { styles, automatic }).blocks)).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'T1', marks: ['bold', 'underline', 'strikethrough'] },
          { type: 'text', text: '-' },
          { type: 'text', text: 'T2', marks: ['bold', 'subscript'] },
          { type: 'text', text: '-' },
          { type: 'text', text: 'Source_20_Text', marks: ['code'] },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'a', marks: ['bold', 'italic'] },
          { type: 'text', text: 'b', marks: ['italic'] },
        ],
      },
    ]);
  });

  it('give titles, standfirsts, bylines and quotations their place, also through styles that are made from them', () => {
    const automatic = [
      styleOf('paragraph', 'P1', '', 'Title'),
      styleOf('paragraph', 'P2', 'fo:font-style="italic"', 'Quotations'),
    ].join('');
    const styles = ['Title', 'Subtitle', 'Quotations'].map((name) => styleOf('paragraph', name)).join('');
    const found = read(
      [
        paragraph('Le port', 'P1'),
        paragraph('Trois jours', 'Subtitle'),
        paragraph('La rédaction', 'Author'),
        paragraph('Nous y sommes.', 'P2'),
        paragraph('— Le maire', 'P2'),
      ].join(''),
      { styles, automatic },
    );
    expect(found).toMatchObject({ title: 'Le port', standfirst: 'Trois jours', byline: 'La rédaction' });
    expect(bare(found.blocks)).toEqual([
      {
        type: 'quote',
        content: [{ type: 'text', text: 'Nous y sommes.' }],
        attribution: [{ type: 'text', text: 'Le maire' }],
      },
    ]);
  });

  it('leave out what they hide, and say so', () => {
    const automatic = styleOf('text', 'H', 'text:display="none"');
    const found = read(paragraph('Vu<text:span text:style-name="H">caché</text:span>'), { automatic });
    expect(bodyText(found.blocks)).toBe('Vu');
    expect(found.warnings).toEqual([{ code: 'text-dropped', params: { text: 'caché' } }]);
  });
});

describe('headings of a text of OpenDocument', () => {
  const heading = (level: number, text: string) => `<text:h text:outline-level="${level}">${text}</text:h>`;

  it('keep their levels; a single highest one at the head is the title', () => {
    const found = read(heading(1, 'Titre') + heading(2, 'A') + heading(3, 'B') + heading(7, 'C'));
    expect(found.title).toBe('Titre');
    expect(found.blocks).toMatchObject([{ level: 2 }, { level: 3 }, { level: 4 }]);
  });

  it('go one down where the highest is used in the story', () => {
    const found = read(paragraph('Début.') + heading(1, 'A') + heading(2, 'B'));
    expect(found.blocks).toMatchObject([{ type: 'paragraph' }, { level: 2 }, { level: 3 }]);
  });

  it('are headings, not items, where they are numbered as a list', () => {
    const found = read(
      `${paragraph('Début.')}<text:list><text:list-item>${heading(2, 'A')}</text:list-item></text:list>`,
    );
    expect(found.blocks.map(({ type }) => type)).toEqual(['paragraph', 'heading']);
  });

  it('leave the title to the properties when the text has none', () => {
    expect(read(paragraph('Texte.'), { meta: '<dc:title>Le port</dc:title>' }).title).toBe('Le port');
  });
});

describe('lists of a text of OpenDocument', () => {
  const style =
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="3"/><text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>';
  const item = (inner: string, attributes = '') => `<text:list-item ${attributes}>${inner}</text:list-item>`;

  it('have the kind and the start that their style has at their level', () => {
    const nested = `<text:list>${item(paragraph('b'))}</text:list>`;
    const found = read(
      `<text:list text:style-name="N">${item(paragraph('a') + paragraph('a2') + nested)}</text:list>`,
      {
        automatic: style,
      },
    );
    expect(bare(found.blocks)).toEqual([
      {
        type: 'list',
        kind: 'number',
        start: 3,
        items: [
          {
            content: [
              { type: 'text', text: 'a' },
              { type: 'break' },
              { type: 'break' },
              { type: 'text', text: 'a2' },
            ],
            list: { kind: 'bullet', items: [{ content: [{ type: 'text', text: 'b' }] }] },
          },
        ],
      },
    ]);
  });

  it('go on counting where they say that they do', () => {
    const list = (attributes: string, text: string) =>
      `<text:list text:style-name="N" ${attributes}>${item(paragraph(text))}</text:list>`;
    const found = read(
      [
        list('xml:id="l1"', 'trois'),
        paragraph('Entre.'),
        list('text:continue-list="l1"', 'quatre'),
        list('text:continue-numbering="true"', 'cinq'),
      ].join(''),
      { automatic: style },
    );
    expect(found.blocks).toMatchObject([
      { start: 3 },
      { type: 'paragraph' },
      { start: 4, items: [{ content: [{ text: 'quatre' }] }, { content: [{ text: 'cinq' }] }] },
    ]);
  });

  it('are check lists when boxes stand in front of their items', () => {
    const found = read(`<text:list>${item(paragraph('☑ fait'))}${item(paragraph('☐ pas fait'))}</text:list>`);
    expect(found.blocks).toMatchObject([
      { kind: 'check', items: [{ checked: true, content: [{ text: 'fait' }] }, { checked: false }] },
    ]);
  });
});

describe('tables of a text of OpenDocument', () => {
  const cell = (text: string, attributes = '') =>
    `<table:table-cell ${attributes}>${paragraph(text)}</table:table-cell>`;

  it('become even: repeated cells stand apart, merged ones leave blanks, filling is left out', () => {
    const rows = [
      `<table:table-header-rows><table:table-row>${cell('A')}${cell('B', 'table:number-columns-repeated="2"')}</table:table-row></table:table-header-rows>`,
      `<table:table-row>${cell('c', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell('d')}</table:table-row>`,
      '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>',
    ];
    const [table] = read(`<table:table>${rows.join('')}</table:table>`).blocks;
    const texts =
      table?.type === 'table'
        ? table.rows.map(({ cells }) =>
            cells.map(({ content }) => bodyText([{ id: 'a', type: 'paragraph', content }])),
          )
        : [];
    expect([table?.type === 'table' && table.header, texts]).toEqual([
      true,
      [
        ['A', 'B', 'B'],
        ['c', '', 'd'],
      ],
    ]);
  });

  it('of one cell are the frame of a box', () => {
    const [box] = read(
      `<table:table><table:table-row>${cell('Douze bateaux.')}</table:table-row></table:table>`,
    ).blocks;
    expect(box).toMatchObject({ type: 'fact-box', content: [{ text: 'Douze bateaux.' }] });
  });
});

describe('what else stands in a text of OpenDocument', () => {
  it('has notes of both kinds, in the order of their calls', () => {
    const note = (name: string, kind: string, text: string) =>
      `<text:note text:id="${name}" text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${paragraph(text, 'Footnote')}</text:note-body></text:note>`;
    const { blocks } = read(
      paragraph(`a${note('e1', 'endnote', 'Fin.')} b${note('f1', 'footnote', 'Pied.')}`),
    );
    expect(bare(blocks)).toMatchObject([
      { content: [{ text: 'a' }, { type: 'note-reference' }, { text: ' b' }, { type: 'note-reference' }] },
      { type: 'footnote', content: [{ text: 'Fin.' }] },
      { type: 'footnote', content: [{ text: 'Pied.' }] },
    ]);
  });

  it('joins white space as XML does, and keeps what is an element', () => {
    expect(
      textIn(
        paragraph(' a \n  b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e<text:soft-page-break/>f '),
      ),
    ).toBe('a b   c\td\nef');
  });

  it('keeps links of the schemes that an article may have; others leave their words', () => {
    const link = (address: string) => `<text:a xlink:href="${address}">ici</text:a>`;
    const found = read(
      paragraph(link('https://example.org/') + link('javascript:alert(1)') + link('#Ancre')),
    );
    expect(bare(found.blocks)).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'link', url: 'https://example.org/', content: [{ type: 'text', text: 'ici' }] },
          { type: 'text', text: 'iciici' },
        ],
      },
    ]);
    expect(found.warnings).toEqual([{ code: 'link-dropped', params: { url: 'javascript:alert(1)' } }]);
  });

  it('shows fields as the words that they show, and says which macro is gone', () => {
    const found = read(
      paragraph(
        'le <text:date>12 mai</text:date>, <text:execute-macro text:name="Signer">signé</text:execute-macro><text:placeholder text:placeholder-type="text">&lt;nom&gt;</text:placeholder>',
      ),
    );
    expect(bodyText(found.blocks)).toBe('le 12 mai, signé');
    expect(found.warnings.map(({ code }) => code)).toEqual(['object-dropped', 'field-dropped']);
  });

  it('reads sections, and leaves tables of contents, hidden sections, margins, objects and macros out with a word', () => {
    const found = read(
      [
        `<text:table-of-content><text:index-body>${paragraph('Sommaire 1')}</text:index-body></text:table-of-content>`,
        `<text:section>${paragraph('Dedans.')}</text:section>`,
        `<text:section text:display="none">${paragraph('Secret.')}</text:section>`,
        paragraph('<draw:frame draw:name="Formule"><draw:object xlink:href="./Object 1"/></draw:frame>'),
      ].join(''),
      {
        pages: `<office:master-styles><style:master-page><style:header>${paragraph('En-tête')}</style:header></style:master-page></office:master-styles>`,
        files: { 'Basic/Standard/Module1.xml': new Uint8Array([60]) },
      },
    );
    expect(bodyText(found.blocks)).toBe('Dedans.');
    expect(found.warnings).toEqual([
      { code: 'text-dropped', params: { text: 'Sommaire 1' } },
      { code: 'text-dropped', params: { text: 'Secret.' } },
      { code: 'object-dropped', params: { name: 'Formule' } },
      { code: 'object-dropped', params: { name: 'Basic/Standard/Module1.xml' } },
      { code: 'text-dropped', params: { text: 'En-tête' } },
    ]);
  });

  it('takes keywords, and neither person nor day from what a program says of itself', () => {
    const meta =
      '<meta:keyword>port</meta:keyword><meta:keyword>quai, mer</meta:keyword><meta:initial-creator>Poste 4</meta:initial-creator><dc:creator>Poste 4</dc:creator><meta:creation-date>2019-01-01T00:00:00</meta:creation-date>';
    const { tags, byline, published } = read(paragraph('Texte.'), { meta });
    expect({ tags, byline, published }).toEqual({
      tags: ['port', 'quai', 'mer'],
      byline: undefined,
      published: undefined,
    });
  });
});

describe('pictures of a text of OpenDocument', () => {
  const frame = (address: string, more = '') =>
    `<draw:frame svg:width="8.5cm" draw:name="Image1"><draw:image xlink:href="${address}"/>${more}</draw:frame>`;
  const files = { 'Pictures/a.png': picture };

  it('bring their bytes, width and description; the box around picture and caption makes one block', () => {
    const words = '<svg:title>Quai</svg:title><svg:desc>Le quai vide</svg:desc>';
    const box = `<draw:frame><draw:text-box>${paragraph(`${frame('Pictures/a.png', words)}Le quai, lundi.`, 'Illustration')}</draw:text-box></draw:frame>`;
    const found = read(paragraph(box), { files });
    const asset = assetNameOf(picture) ?? '';
    expect(bare(found.blocks)).toEqual([
      {
        type: 'picture',
        asset,
        alt: 'Le quai vide',
        width: 50,
        content: [{ type: 'text', text: 'Le quai, lundi.' }],
        credit: [],
      },
    ]);
    expect(found.pictures?.get(asset)).toEqual(picture);
  });

  it.each(['https://example.org/a.png', '../a.png', '/etc/passwd', 'Pictures/none.png'])(
    'are never fetched from %s',
    (address) => {
      const found = read(paragraph(`Avant.${frame(address)}`), { files });
      expect(found.pictures).toBeUndefined();
      expect(found.warnings).toEqual([{ code: 'picture-dropped', params: { name: 'Image1' } }]);
    },
  );
});

describe('what colleagues left in a text of OpenDocument', () => {
  const who = (name: string, day: string) =>
    `<dc:creator>${name}</dc:creator><dc:date>2026-05-${day}T08:00:00.5</dc:date>`;
  const change = (name: string, kind: string, inner = '') =>
    `<text:changed-region text:id="${name}"><text:${kind}><office:change-info>${who('Iris', '10')}</office:change-info>${inner}</text:${kind}></text:changed-region>`;
  const tracked = (...regions: string[]) =>
    `<text:tracked-changes>${regions.join('')}</text:tracked-changes>`;

  it('comes as suggestions: what was taken out stands in its place again', () => {
    const found = read(
      tracked(change('c1', 'deletion', paragraph('lundi')), change('c2', 'insertion')) +
        paragraph(
          'Le port ferme <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>mardi<text:change-end text:change-id="c2"/>.',
        ),
    );
    expect(bare(found.blocks)).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Le port ferme ' },
          { type: 'text', text: 'lundi', deleted: 's1' },
          { type: 'text', text: 'mardi', inserted: 's1' },
          { type: 'text', text: '.' },
        ],
      },
    ]);
    expect(found.review?.suggestions).toEqual([{ id: 's1', by: 'Iris', at: '2026-05-10T08:00:00.000Z' }]);
    expect(found.warnings).toEqual([]);
  });

  it('comes with whole paragraphs that were put in or taken out', () => {
    const found = read(
      [
        tracked(change('c1', 'insertion'), change('c2', 'deletion', paragraph('Partie.') + paragraph(''))),
        paragraph('Un.<text:change-start text:change-id="c1"/>'),
        paragraph('Deux.<text:change-end text:change-id="c1"/>'),
        paragraph('<text:change text:change-id="c2"/>Trois.'),
      ].join(''),
    );
    expect(bare(found.blocks)).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'Un.' }] },
      { type: 'paragraph', inserted: 's1', content: [{ type: 'text', text: 'Deux.', inserted: 's1' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Partie.', deleted: 's1' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Trois.' }] },
    ]);
  });

  it('says where the ends of two paragraphs were joined, which no suggestion can take back', () => {
    const { blocks, warnings } = read(
      tracked(change('c1', 'deletion', paragraph('fin') + paragraph('début'))) +
        paragraph('A <text:change text:change-id="c1"/> B'),
    );
    expect(bodyText(blocks)).toBe('A fin début B');
    expect(warnings).toEqual([{ code: 'change-settled', params: { text: 'début' } }]);
  });

  it('is no way to make a text grow without end', () => {
    const twice = (name: string) => `<text:change text:change-id="${name}"/>`.repeat(2);
    const regions = ['a', 'b', 'c'].map((name) =>
      change(name, 'deletion', paragraph(`x${twice('a')}${twice('b')}`)),
    );
    expect(textIn(tracked(...regions) + paragraph(`T${twice('a')}${twice('b')}${twice('c')}`))).toBe('Txxx');
  });

  it('comes as comments with answers and decisions, on their words or on those before them', () => {
    const note = (attributes: string, name: string, text: string) =>
      `<office:annotation ${attributes}>${who(name, '11')}${paragraph(text)}</office:annotation>`;
    const found = read(
      paragraph(
        [
          'Le ',
          note('office:name="a1" loext:resolved="true"', 'Noé', 'Lequel ?'),
          'port',
          '<office:annotation-end office:name="a1"/>',
          note('office:name="a2" loext:parent-name="a1"', 'Iris', 'Le vieux.'),
          ' ferme',
          note('', 'Noé', 'Sûr ?'),
          '.',
        ].join(''),
      ),
    );
    expect(found.review?.comments).toEqual([
      {
        id: 'c1',
        text: 'port',
        events: [
          { kind: 'remark', text: 'Lequel ?', by: 'Noé', at: '2026-05-11T08:00:00.000Z' },
          { kind: 'resolved', text: '', by: '', at: '2026-05-11T08:00:00.000Z' },
          { kind: 'remark', text: 'Le vieux.', by: 'Iris', at: '2026-05-11T08:00:00.000Z' },
        ],
      },
      {
        id: 'c2',
        text: ' ferme',
        events: [{ kind: 'remark', text: 'Sûr ?', by: 'Noé', at: '2026-05-11T08:00:00.000Z' }],
      },
    ]);
    expect(bare(found.blocks)).toMatchObject([
      {
        content: [
          { text: 'Le ' },
          { text: 'port', comments: ['c1'] },
          { text: ' ferme', comments: ['c2'] },
          { text: '.' },
        ],
      },
    ]);
  });
});
