import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '#core/body/schema';
import { plainText, textBlocks } from '#core/body/walk';
import { formatById, formatForFile } from '#core/formats/registry';
import type { Imported } from '#core/formats/types';
import { picture } from '../../support/canonical';
import { type DocxParts, docxOf, paragraph, run, styleOf } from '../../support/docx';

const now = '2026-05-12T09:00:00.000Z';

function read(body: string, parts: DocxParts = {}): Imported {
  const result = formatById('docx').read?.(docxOf(body, parts), { now });
  if (!result?.ok) throw new Error(`refused: ${result?.code} ${result?.detail}`);
  return result.value;
}

const first = (body: string, parts: DocxParts = {}): Inline[] => {
  const [block] = read(body, parts).blocks;
  return block && 'content' in block ? block.content : [];
};
const texts = (blocks: readonly Block[]): string[] =>
  [...textBlocks(blocks)].map(({ content }) => plainText(content));
const change = (name: string, inner: string, date = '2026-05-11T08:00:00Z', by = 'Iris'): string =>
  `<w:${name} w:id="1" w:author="${by}" w:date="${date}">${inner}</w:${name}>`;
const marked = (text: string, mark: string, style = ''): string =>
  `<w:p><w:pPr>${style}<w:rPr><w:${mark} w:id="1" w:author="Iris" w:date="2026-05-11T08:00:00Z"/></w:rPr></w:pPr>${text}</w:p>`;

describe('styles of a document of Word', () => {
  it.each([
    ['Titre1', 'heading 1'],
    ['Titre1', 'Titre 1'],
    ['Heading1', 'Heading 1'],
    ['berschrift1', 'Überschrift 1'],
  ])('%s, called “%s”, is a heading', (id, name) => {
    const styles = styleOf('paragraph', id, name);
    const { title, blocks } = read(paragraph('Le port') + paragraph('Les quais', id) + paragraph('Mot'), {
      styles,
    });
    expect(title).toBeUndefined();
    expect(blocks).toMatchObject([
      { type: 'paragraph' },
      { type: 'heading', level: 2 },
      { type: 'paragraph' },
    ]);
  });

  it('is what the style that it is based on is, and what its level in the outline says', () => {
    const styles =
      styleOf('paragraph', 'Heading2', 'heading 2') +
      styleOf('paragraph', 'Maison', 'Maison', '<w:basedOn w:val="Heading2"/>') +
      styleOf('paragraph', 'Inter', 'Inter', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
      styleOf('paragraph', 'Ring', 'Ring', '<w:basedOn w:val="Ring"/>');
    const { blocks } = read(['Maison', 'Inter', 'Ring'].map((id) => paragraph(id, id)).join(''), { styles });
    expect(blocks).toMatchObject([
      { type: 'heading', level: 2 },
      { type: 'heading', level: 3 },
      { type: 'paragraph' },
    ]);
  });

  it('gives headline, standfirst, byline and day', () => {
    const styles = ['Titre', 'Sous-titre', 'Author', 'Date'].map((name, index) =>
      styleOf('paragraph', `s${index}`, name),
    );
    const body = ['Le port', 'Un chapô', 'Iris B.', '12 mai 2026'].map((text, index) =>
      paragraph(text, `s${index}`),
    );
    expect(read(body.join('') + paragraph('Mot'), { styles: styles.join('') })).toMatchObject({
      title: 'Le port',
      standfirst: 'Un chapô',
      byline: 'Iris B.',
      published: '2026-05-12',
      blocks: [{ type: 'paragraph' }],
    });
  });

  it('takes the only heading of level 1 for the headline when it comes first', () => {
    const styles = styleOf('paragraph', 'H1', 'heading 1') + styleOf('paragraph', 'H2', 'heading 2');
    const imported = read(paragraph('Le port', 'H1') + paragraph('Les quais', 'H2'), { styles });
    expect(imported).toMatchObject({ title: 'Le port', blocks: [{ type: 'heading', level: 2 }] });
  });

  it('names a style that nobody knows', () => {
    const styles = styleOf('paragraph', 'X', 'Relance maison').replace('w:type', 'w:customStyle="1" w:type');
    expect(read(paragraph('Mot', 'X'), { styles }).warnings).toEqual([
      { code: 'style-dropped', params: { name: 'Relance maison' } },
    ]);
  });

  it('reads quotations with who said them, code, and captions under pictures', () => {
    const styles = [
      ['Q', 'Citation'],
      ['C', 'HTML Preformatted'],
      ['L', 'Légende'],
    ]
      .map(([id = '', name = '']) => styleOf('paragraph', id, name))
      .join('');
    const drawing = `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="2870200" cy="1"/><wp:docPr id="1" name="x" descr="Le quai"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const { blocks, pictures } = read(
      paragraph('Je pars.', 'Q') +
        paragraph('— Noé', 'Q') +
        paragraph('a', 'C') +
        paragraph('  b', 'C') +
        drawing +
        paragraph('Lundi.', 'L'),
      { styles, relations: { p: ['image', 'media/a.png'] }, files: { 'word/media/a.png': picture } },
    );
    expect(blocks).toMatchObject([
      { type: 'quote', content: [{ text: 'Je pars.' }], attribution: [{ text: 'Noé' }] },
      { type: 'code', content: [{ text: 'a' }, { type: 'break' }, { text: '  b' }] },
      { type: 'picture', alt: 'Le quai', width: 50, content: [{ text: 'Lundi.' }] },
    ]);
    expect([...(pictures?.values() ?? [])]).toEqual([picture]);
  });
});

describe('runs of a document of Word', () => {
  it.each([
    ['<w:b/>', ['bold']],
    ['<w:b w:val="0"/>', undefined],
    ['<w:i w:val="false"/><w:u w:val="single"/>', ['underline']],
    ['<w:u w:val="none"/><w:strike/>', ['strikethrough']],
    ['<w:vertAlign w:val="superscript"/>', ['superscript']],
    ['<w:rStyle w:val="Fort"/>', ['bold']],
    ['<w:rStyle w:val="Fort"/><w:b w:val="0"/>', undefined],
    ['<w:rStyle w:val="Code"/>', ['code']],
  ])('%s', (properties, marks) => {
    const styles =
      styleOf('character', 'Fort', 'Strong', '<w:rPr><w:b/></w:rPr>') +
      styleOf('character', 'Code', 'Verbatim Char');
    const [text] = first(`<w:p>${run('mot', properties)}</w:p>`, { styles });
    expect(text).toEqual({ type: 'text', text: 'mot', ...(marks && { marks }) });
  });

  it('is not bold when two styles of different kinds say so', () => {
    const styles =
      styleOf('character', 'Fort', 'Strong', '<w:rPr><w:b/></w:rPr>') +
      styleOf('paragraph', 'Gras', 'Gras', '<w:rPr><w:b/></w:rPr>');
    const body = `<w:p><w:pPr><w:pStyle w:val="Gras"/></w:pPr>${run('a')}${run('b', '<w:rStyle w:val="Fort"/>')}</w:p>`;
    expect(first(body, { styles })).toEqual([
      { type: 'text', text: 'a', marks: ['bold'] },
      { type: 'text', text: 'b' },
    ]);
  });

  it('keeps tabs, breaks, hyphens and signs of fonts', () =>
    expect(
      plainText(
        first(
          '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r></w:p>',
        ),
      ),
    ).toBe('a\tb\nc\u2011d\u00adα→'));

  it('reads links of every kind, and none that is dangerous', () => {
    const field = (instruction: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "${instruction}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('champ')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { blocks, warnings } = read(
      `<w:p><w:hyperlink r:id="a" w:anchor="x">${run('un')}</w:hyperlink>${field('https://example.org/b')}<w:fldSimple w:instr="HYPERLINK mailto:a@example.org">${run('deux')}</w:fldSimple><w:hyperlink r:id="j">${run('trois')}</w:hyperlink><w:hyperlink w:anchor="toc">${run('quatre')}</w:hyperlink></w:p>`,
      {
        relations: {
          a: ['hyperlink', 'https://example.org/a', true],
          j: ['hyperlink', 'javascript:alert(1)', true],
        },
      },
    );
    expect(blocks).toMatchObject([
      {
        content: [
          { url: 'https://example.org/a#x' },
          { url: 'https://example.org/b', content: [{ text: 'champ' }] },
          { url: 'mailto:a@example.org' },
          { type: 'text', text: 'troisquatre' },
        ],
      },
    ]);
    expect(warnings).toMatchObject([{ code: 'link-dropped' }]);
  });

  it('unwraps controls, smart tags, text boxes and alternatives, each once', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const body = `<w:sdt><w:sdtContent><w:p><w:smartTag>${run('un')}</w:smartTag><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('boîte')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('boîte')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p></w:sdtContent></w:sdt>`;
    expect(texts(read(body).blocks)).toEqual(['un', 'boîte']);
  });

  it('names what is no text and what stands in the margins', () => {
    const body = `<w:p>${run('mot')}<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath><w:r><w:drawing><wp:inline><c:chart r:id="c"/></wp:inline></w:drawing></w:r><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>${run('caché', '<w:vanish/>')}</w:p>`;
    const { warnings } = read(body, {
      relations: { c: ['chart', 'charts/chart1.xml'] },
      header: paragraph('Confidentiel'),
      footer: paragraph('12'),
      files: { 'word/vbaProject.bin': new Uint8Array(4) },
    });
    expect(warnings.map(({ code, params }) => [code, Object.values(params ?? {})[0]])).toEqual([
      ['object-dropped', 'E=mc'],
      ['object-dropped', 'word/charts/chart1.xml'],
      ['object-dropped', 'Excel.Sheet.12'],
      ['text-dropped', 'caché'],
      ['object-dropped', 'word/vbaProject.bin'],
      ['text-dropped', 'Confidentiel'],
    ]);
  });
});

describe('lists and tables of a document of Word', () => {
  it('go on under another numbering while their numbers go on, and begin anew where those do', () => {
    const levels = (format: string, text: string): string =>
      `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = [
      `<w:abstractNum w:abstractNumId="1">${levels('decimal', '%1.')}</w:abstractNum>`,
      `<w:abstractNum w:abstractNumId="2">${levels('bullet', '•')}</w:abstractNum>`,
      ...[1, 2].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/></w:num>`),
      `<w:num w:numId="3"><w:abstractNumId w:val="1"/>${anew}</w:num>`,
      ...[4, 5].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="2"/></w:num>`),
    ].join('');
    const body = [1, 2, 2, 3, 3, 4, 5]
      .map(
        (id, at) =>
          `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>Quay ${at}</w:t></w:r></w:p>`,
      )
      .join('');
    const { blocks } = read(body, { numbering });
    expect(blocks.map((block) => block.type === 'list' && [block.kind, block.items.length])).toEqual([
      ['number', 3],
      ['number', 2],
      ['bullet', 2],
    ]);
  });

  const level = (index: number, format: string, text: string, start = 1): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.', 4)}</w:abstractNum><w:abstractNum w:abstractNumId="3">${level(0, 'bullet', '☐')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>`;
  const item = (text: string, id: number, depth = 0): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${run(text)}</w:p>`;

  it('nests, starts and goes on counting as Word shows it', () => {
    const body = item('a', 1) + item('b', 1, 1) + item('c', 1) + item('d', 2) + paragraph('e') + item('f', 2);
    expect(read(body, { numbering }).blocks).toMatchObject([
      { type: 'list', kind: 'bullet', items: [{ list: { kind: 'number' } }, {}] },
      { type: 'list', kind: 'number', start: 4 },
      { type: 'paragraph' },
      { type: 'list', kind: 'number', start: 5 },
    ]);
  });

  it('knows boxes: as bullets, as signs and as controls', () => {
    const control = `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☒')}</w:sdtContent></w:sdt>`;
    const body = `${item('a', 3)}${item('☑ b', 1)}${item('', 1).replace('</w:pPr>', `</w:pPr>${control}${run(' c')}`)}`;
    expect(read(body, { numbering }).blocks).toMatchObject([
      {
        kind: 'check',
        items: [
          { checked: false, content: [{ text: 'a' }] },
          { checked: true, content: [{ text: 'b' }] },
          { checked: true, content: [{ text: 'c' }] },
        ],
      },
    ]);
  });

  it('flattens merged cells, and keeps what they say', () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${text === '' ? '<w:p/>' : paragraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('a', '<w:gridSpan w:val="2"/>')}${cell('b')}</w:tr><w:tr>${cell('c', '<w:vMerge w:val="restart"/>')}${cell('d')}${cell('e')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('f')}${cell('g')}</w:tr></w:tbl>`;
    const { blocks } = read(body);
    expect(blocks).toMatchObject([{ type: 'table', header: true }]);
    expect(texts(blocks)).toEqual(['a', '', 'b', 'c', 'd', 'e', '', 'f', 'g']);
  });

  it('takes a table of one cell for a box', () =>
    expect(read(`<w:tbl><w:tr><w:tc>${paragraph('Repères')}</w:tc></w:tr></w:tbl>`).blocks).toMatchObject([
      { type: 'fact-box', content: [{ text: 'Repères' }] },
    ]));
});

describe('what colleagues did in a document of Word', () => {
  it('is suggestions: put in, taken out, moved', () => {
    const gone = '<w:r><w:delText>lundi</w:delText></w:r>';
    const { blocks, review, warnings } = read(
      `<w:p>${run('Il part ')}${change('del', gone)}${change('ins', run('mardi'))}${run(', dit-il. ')}${change('moveTo', run('Ou non.'), '2026-05-11T10:30:00+02:00', 'Noé')}</w:p>`,
    );
    expect(blocks).toMatchObject([
      {
        content: [
          { text: 'Il part ' },
          { text: 'lundi', deleted: 's1' },
          { text: 'mardi', inserted: 's1' },
          { text: ', dit-il. ' },
          { text: 'Ou non.', inserted: 's2' },
        ],
      },
    ]);
    expect(review?.suggestions).toEqual([
      { id: 's1', by: 'Iris', at: '2026-05-11T08:00:00.000Z' },
      { id: 's2', by: 'Noé', at: '2026-05-11T08:30:00.000Z' },
    ]);
    expect(warnings).toEqual([]);
  });

  it('dates a change that has no date with the day of the import', () =>
    expect(read(`<w:p>${change('ins', run('mot'), 'hier')}</w:p>`).review?.suggestions).toEqual([
      { id: 's1', by: 'Iris', at: now },
    ]));

  it('parts paragraphs where somebody did, and joins those whose end somebody took out', () => {
    expect(read(marked(run('Un.'), 'ins') + paragraph('Deux.')).blocks).toMatchObject([
      { content: [{ text: 'Un.' }] },
      { inserted: 's1' },
    ]);
    const joined = read(marked(run('Un '), 'del') + paragraph('deux.'));
    expect(texts(joined.blocks)).toEqual(['Un deux.']);
    expect(joined.warnings).toMatchObject([{ code: 'change-settled' }]);
  });

  it('settles changes of looks, and says so', () =>
    expect(
      read(`<w:p>${run('mot', '<w:b/><w:rPrChange w:id="1" w:author="Iris"><w:rPr/></w:rPrChange>')}</w:p>`)
        .warnings,
    ).toEqual([{ code: 'change-settled', params: { text: 'mot' } }]));

  it('is comments with their words, answers and decisions', () => {
    const comment = (id: number, by: string, text: string): string =>
      `<w:comment w:id="${id}" w:author="${by}" w:date="2026-05-11T08:00:00Z"><w:p w14:paraId="0000000${id}">${run(text)}</w:p></w:comment>`;
    const body = `<w:p>${run('Il ')}<w:commentRangeStart w:id="1"/>${run('part')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${run(' lundi')}<w:r><w:commentReference w:id="3"/></w:r></w:p>`;
    const { blocks, review } = read(body, {
      comments: comment(1, 'Iris', 'Sûr ?') + comment(2, 'Noé', 'Oui.') + comment(3, 'Noé', 'Le 18.'),
      commentsExtended:
        '<w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>',
    });
    expect(blocks).toMatchObject([
      {
        content: [{ text: 'Il ' }, { text: 'part', comments: ['c1'] }, { text: ' lundi', comments: ['c2'] }],
      },
    ]);
    expect(review?.comments).toMatchObject([
      {
        text: 'part',
        events: [{ by: 'Iris', text: 'Sûr ?' }, { by: 'Noé', text: 'Oui.' }, { kind: 'resolved' }],
      },
      { text: ' lundi', events: [{ text: 'Le 18.' }] },
    ]);
  });
});

describe('notes of a document of Word', () => {
  it('are footnotes, wherever they stood, when something calls them', () => {
    const note = (id: number, text: string): string =>
      `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`;
    const { blocks } = read(
      `<w:p>${run('Un')}<w:r><w:endnoteReference w:id="1"/></w:r>${run(' deux')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
      {
        footnotes: note(1, 'Au pied.') + note(2, 'Sans appel.'),
        endnotes: note(1, 'À la fin.').replaceAll('footnote', 'endnote'),
      },
    );
    expect(texts(blocks)).toEqual(['Un deux', 'À la fin.', 'Au pied.']);
    expect(blocks[0]).toMatchObject({ content: [{}, { note: 'b2' }, {}, { note: 'b3' }] });
  });
});

it('a document of Word is known by its bytes, whatever it is called', () =>
  expect(formatForFile('article.zip', docxOf(paragraph('Mot'))).id).toBe('docx'));
