import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { composeBody, fieldText, story } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import type { Block, Inline } from '#core/body/schema';
import { leaves, plainText, textBlocks } from '#core/body/walk';
import { asPrinted, formatById } from '#core/formats/registry';
import { writeZip } from '#core/formats/shared/zip';
import type { Imported } from '#core/formats/types';
import { assetNameOf } from '#core/pictures';
import { bodies, bodiesWith } from '../../support/bodies';
import { articleWith, canonical, picture } from '../../support/canonical';
import { docxOf, paragraph, partOf, xmlOf } from '../../support/docx';
import { bytesOf } from '../../support/written';

const docx = formatById('docx');
const review = formatById('docx-review');
const now = '2026-05-12T09:00:00.000Z';
const asset = assetNameOf(picture) ?? '';
const context = { tagLabels: new Map([['port', 'Le port']]), pictures: new Map([[asset, picture]]) };
const seed = Number(process.env.MARBRE_SEED ?? Date.now() % 1_000_000);
console.info(`docx: seed ${seed}`);

function read(bytes: Uint8Array): Imported {
  const result = docx.read?.(bytes, { now });
  if (!result?.ok) throw new Error(`refused: ${result?.code} ${result?.detail}`);
  return result.value;
}

const withPicture = (body: Article['body']): Article['body'] =>
  body.map((block) => (block.type === 'picture' ? { ...block, asset } : block));

describe('a document of Word that we write', () => {
  it.each([
    'paragraph',
    'heading',
    'quote',
    'pull-quote',
    'list',
    'picture',
    'table',
    'code',
    'fact-box',
    'embed',
    'footnote',
    'divider',
  ] as const)('comes back with every %s as it was', (type) => comesBack(bodiesWith(type), 30));

  it('comes back as it was, whatever is in it', () => comesBack(bodies, 120), 60_000);

  function comesBack(arbitrary: fc.Arbitrary<Article['body']>, numRuns: number): void {
    fc.assert(
      fc.property(arbitrary, (body) => {
        const article = articleWith(withPicture(body));
        const { body: printed } = asPrinted(article);
        const result = docx.read?.(bytesOf(docx, article, context), { now });
        if (!result?.ok) {
          expect([result?.code, canonical(printed)]).toEqual(['input.empty', []]);
          return;
        }
        const { title, standfirst, blocks } = result.value;
        expect(canonical(blocks)).toEqual(canonical(story(printed)));
        expect([title ?? '', standfirst ?? '']).toEqual([
          fieldText(printed, 'headline').trim(),
          fieldText(printed, 'standfirst').trim(),
        ]);
        expect(result.value.warnings).toEqual([]);
      }),
      { numRuns, seed },
    );
  }

  it('brings its byline, day, language, tags and picture back', () => {
    const article = articleWith(
      composeBody({ headline: 'Le port rouvre', byline: 'La rédaction' }, [
        { id: 'p1', type: 'picture', asset, alt: 'Le quai', width: 40, content: [], credit: [] },
      ]),
      { published: '2026-05-12', language: 'en', tags: ['port'] },
    );
    const imported = read(bytesOf(docx, article, context));
    expect(imported).toMatchObject({
      title: 'Le port rouvre',
      byline: 'La rédaction',
      published: '2026-05-12',
      language: 'en',
      tags: ['Le port'],
    });
    expect(imported.pictures?.get(asset)).toEqual(picture);
    expect(imported.blocks).toMatchObject([{ type: 'picture', alt: 'Le quai', width: 40 }]);
  });

  it('draws pictures in their proportions, and none wider than it is or than the text', () => {
    const draw = (width: number): number[] => {
      const block: Block = { id: 'p1', type: 'picture', asset, alt: '', width, content: [], credit: [] };
      const xml = partOf(bytesOf(docx, articleWith(composeBody({}, [block])), context), 'word/document.xml');
      const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml) ?? [];
      return [Number(cx), Number(cy)];
    };
    const measure = (11_906 - 2 * 1_701) * 635;
    expect(draw(50)).toEqual([measure / 2, measure / 4]);
    // 600 pixels at 96 to the inch are wider than the text.
    expect(draw(100)).toEqual([measure, measure / 2]);
  });

  it('says what a picture shows where it is not at hand', () => {
    const block: Block = {
      id: 'p1',
      type: 'picture',
      asset: `${'a'.repeat(64)}.webp`,
      alt: 'Le quai vide',
      width: 100,
      content: [textRun('Lundi matin.')],
      credit: [],
    };
    const { blocks } = read(bytesOf(docx, articleWith(composeBody({}, [block]))));
    expect(blocks.map((one) => ('content' in one ? plainText(one.content) : ''))).toEqual([
      '[Le quai vide]',
      'Lundi matin.',
    ]);
  });

  it('tells of corrections under a heading of their own', () => {
    const article = articleWith(
      composeBody({}, [{ id: 'p', type: 'paragraph', content: [textRun('Texte.')] }]),
    );
    const corrected = {
      ...article,
      corrections: [{ id: 'k', at: now, by: '', text: 'Le maire a 61 ans.' }],
    } as unknown as Article;
    const { blocks } = read(bytesOf(docx, corrected));
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph']);
    expect(JSON.stringify(blocks[2])).toContain('Le maire a 61 ans.');
  });

  it('calls one note twice, and keeps a note that nothing calls', () => {
    const call: Inline = { type: 'note-reference', note: 'n' };
    const blocks: Block[] = [
      { id: 'a', type: 'paragraph', content: [textRun('Un'), call, textRun(' et deux'), call] },
      { id: 'n', type: 'footnote', content: [textRun('Appelée.')] },
      { id: 'm', type: 'footnote', content: [textRun('Oubliée.')] },
    ];
    const article = articleWith(composeBody({}, blocks));
    expect(canonical(read(bytesOf(docx, article)).blocks)).toEqual(canonical(blocks));
  });

  it('is the same bytes on every run and in every time zone, and holds nothing of claims, comments and machine', () => {
    const zone = process.env.TZ;
    fc.assert(
      fc.property(bodies, (body) => {
        const article = articleWith(withPicture(body), { published: '2026-05-12' });
        for (const format of [docx, review]) {
          const written = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Paris'].map((name) => {
            process.env.TZ = name;
            return Buffer.from(bytesOf(format, article, context)).toString('base64');
          });
          expect(new Set(written).size).toBe(1);
        }
        const xml = xmlOf(bytesOf(docx, article, context));
        expect(
          xml.match(/\bk[123]\b|\bc1\b|\bs[12]\b|<w:ins\b|<w:del|comment|lastModifiedBy|<Application/),
        ).toBeNull();
        expect(xmlOf(bytesOf(review, article, context)).match(/\bk[123]\b|lastModifiedBy/)).toBeNull();
      }),
      { numRuns: 12, seed },
    );
    process.env.TZ = zone ?? '';
    if (zone === undefined) delete process.env.TZ;
  });
});

describe('a document for reviewers', () => {
  const comments = [
    {
      id: 'c9',
      text: 'lundi',
      events: [
        { kind: 'remark' as const, text: 'Quel lundi ?', by: 'Iris', at: '2026-05-11T08:00:00.000Z' },
        { kind: 'remark' as const, text: 'Le 18.\nConfirmé.', by: 'Noé', at: '2026-05-11T09:00:00.000Z' },
      ],
    },
    {
      id: 'c8',
      text: 'mot disparu',
      events: [{ kind: 'remark' as const, text: 'Trop long.', by: 'Noé', at: '2026-05-11T09:30:00.000Z' }],
    },
    {
      id: 'c7',
      text: 'ferme',
      events: [
        { kind: 'remark' as const, text: 'Sûr ?', by: 'Iris', at: '2026-05-11T08:00:00.000Z' },
        { kind: 'resolved' as const, text: '', by: '', at: '2026-05-11T08:00:00.000Z' },
      ],
    },
  ];
  const suggestions = [
    { id: 's9', by: 'Noé', at: '2026-05-11T10:00:00.000Z' },
    { id: 's8', by: 'Iris', at: '2026-05-11T11:00:00.000Z' },
  ];
  const body = composeBody({ headline: 'Le port ferme' }, [
    {
      id: 'p1',
      type: 'paragraph',
      content: [
        textRun('Le port '),
        textRun('ferme', [], [], { comments: ['c7'] }),
        textRun(' '),
        textRun('lundi', ['bold'], ['k1'], { comments: ['c9'] }),
        textRun(' soir', [], [], { comments: ['c9'], deleted: 's9' }),
        textRun(' matin', [], [], { inserted: 's9' }),
        textRun('.'),
      ],
    },
    {
      id: 'p2',
      type: 'paragraph',
      inserted: 's8',
      content: [textRun('Il rouvre mardi.', [], [], { inserted: 's8' })],
    },
    { id: 'p3', type: 'paragraph', content: [textRun('Rien d’autre.')] },
  ]);
  const article: Article = { ...articleWith(body), comments, suggestions };
  const bytes = bytesOf(review, article);

  it('brings comments, answers, decisions and suggestions back', () => {
    const { blocks, review: found } = read(bytes);
    expect(found?.suggestions.map(({ by, at }) => [by, at])).toEqual(
      suggestions.map(({ by, at }) => [by, at]),
    );
    expect(found?.comments.map(({ events }) => events)).toEqual(comments.map(({ events }) => events));
    expect(found?.comments.map(({ text }) => text)).toEqual(['lundi soir', '', 'ferme']);
    const [first, second] = blocks;
    expect([...leaves(first?.type === 'paragraph' ? first.content : [])]).toMatchObject([
      { text: 'Le port ' },
      { text: 'ferme', comments: ['c3'] },
      { text: ' ' },
      { text: 'lundi', comments: ['c1'], marks: ['bold'] },
      { text: ' soir', comments: ['c1'], deleted: 's1' },
      { text: ' matin', inserted: 's1' },
      { text: '.' },
    ]);
    expect(second).toMatchObject({ inserted: 's2', content: [{ inserted: 's2' }] });
  });

  it('holds no claim', () => expect(xmlOf(bytes)).not.toMatch(/k1/));

  it('never throws on what people suggest, and keeps the copy', () => {
    fc.assert(
      fc.property(bodies, (some) => {
        const of = { ...articleWith(withPicture(some)), suggestions: [{ id: 's1', by: 'A', at: now }] };
        const result = docx.read?.(bytesOf(review, of, context), { now });
        if (!result?.ok) return;
        const runs = (blocks: readonly Block[]): string =>
          [...textBlocks(blocks)]
            .filter(({ type }) => type !== 'embed')
            .map(({ content }) => plainText(content))
            .join('')
            .replace(/\s/g, '');
        expect(runs(result.value.blocks)).toBe(runs(story(asPrintedWhole(of).body)));
      }),
      { numRuns: 60, seed },
    );
  });

  /** Notes that nobody calls stand behind the others; nothing else moves. */
  function asPrintedWhole(of: Article): Article {
    const notes = of.body.filter(({ type }) => type === 'footnote');
    return { ...of, body: [...of.body.filter(({ type }) => type !== 'footnote'), ...notes] };
  }
});

describe('documents that other programs test themselves with', () => {
  const folder = new URL('../../../node_modules/mammoth/test/test-data/', import.meta.url);
  /** There is not a word in these two: one is empty, the other names a picture that lies elsewhere. */
  const wordless = ['empty.docx', 'external-picture.docx'];

  it.each(readdirSync(folder).filter((name) => name.endsWith('.docx')))(
    '%s gives the words that mammoth finds in it',
    async (name) => {
      const path = new URL(name, folder).pathname;
      const bytes = readFileSync(path);
      const { value } = await mammoth.extractRawText({ path });
      if (wordless.includes(name)) {
        expect(docx.read?.(bytes, { now })).toMatchObject({ ok: false, code: 'input.empty' });
        expect(value.trim()).toBe('');
        return;
      }
      const { title = '', blocks } = read(bytes);
      // mammoth leaves notes out of the raw text.
      const lines = [...textBlocks(blocks)].filter(({ type }) => type !== 'footnote');
      const text = title + lines.map(({ content }) => plainText(content)).join('');
      expect(text.replace(/\s/g, '')).toBe(value.replace(/\s/g, ''));
    },
  );
});

describe('a broken or hostile document', () => {
  const article = articleWith(
    composeBody({ headline: 'Le port' }, [
      { id: 'p', type: 'paragraph', content: [textRun('Le port ferme lundi, dit la mairie.')] },
      { id: 'q', type: 'picture', asset, alt: 'Le quai', width: 100, content: [], credit: [] },
    ]),
  );
  const whole = bytesOf(docx, article, context);

  it('is one failure or a whole article, wherever it is cut off or changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: whole.length }),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
        (length, changes) => {
          const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const result = docx.read?.(bytes, { now });
          if (!result?.ok) expect(result?.code).toMatch(/^input\./);
        },
      ),
      { numRuns: 250, seed },
    );
  });

  it('is one failure or a whole article, whatever stands in its parts', () => {
    const pieces = fc.constantFrom(
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '</w:r>',
      '<w:t>mot</w:t>',
      '<w:tbl>',
      '</w:tbl>',
      '<w:tr>',
      '</w:tr>',
      '<w:tc>',
      '</w:tc>',
      '<w:fldChar w:fldCharType="begin"/>',
      '<w:instrText>HYPERLINK "x</w:instrText>',
      '<w:del>',
      '</w:del>',
      '<w:pPr><w:numPr><w:ilvl w:val="-7"/><w:numId w:val="x"/></w:numPr></w:pPr>',
      '<w:tcPr><w:gridSpan w:val="1e9"/></w:tcPr>',
      '<w:drawing/>',
      '<w:footnoteReference w:id="9"/>',
      '<w:commentReference/>',
      '<w:sym w:char="110000"/>',
      '<mc:AlternateContent/>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        // Elements that are left open are closed: the reader behind the parser is what is tried.
        const open: string[] = [];
        const body = parts
          .filter((part) => {
            const [, name] = /^<\/(.*)>$/.exec(part) ?? [];
            if (name === undefined) {
              if (/^<[\w:]+>$/.test(part)) open.push(part.slice(1, -1));
              return true;
            }
            return open.at(-1) === name && open.pop() !== undefined;
          })
          .join('');
        const result = docx.read?.(
          docxOf(
            body +
              open
                .toReversed()
                .map((name) => `</${name}>`)
                .join(''),
          ),
          { now },
        );
        if (!result?.ok) expect(result?.code).toMatch(/^input\./);
      }),
      { numRuns: 200, seed },
    );
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'input.empty'],
    ['a text', new TextEncoder().encode('Le port ferme.'), 'input.malformed'],
    ['an archive without a document', writeZip(new Map([['a.txt', new Uint8Array(3)]])), 'input.malformed'],
    ['a document that unpacks without end', docxOf(' '.repeat(8_000_000)), 'input.too-large'],
    [
      'a document that is nested without end',
      docxOf('<w:sdt>'.repeat(5_000) + '</w:sdt>'.repeat(5_000)),
      'input.too-large',
    ],
    [
      'a file that leaves its folder',
      docxOf(paragraph('Mot'), { files: { '../../x': new Uint8Array(1) } }),
      'input.unsafe',
    ],
    ['a document that is locked', compound('EncryptedPackage'), 'input.encrypted'],
    ['a document of an older Word', compound('WordDocument'), 'input.unsupported'],
  ])('is refused with a reason: %s', (_what, bytes, code) =>
    expect(docx.read?.(bytes, { now })).toMatchObject({ ok: false, code }),
  );

  it('names no file and fetches nothing for an entity', () => {
    const files = new Map([
      ['[Content_Types].xml', new TextEncoder().encode('<Types/>')],
      [
        'word/document.xml',
        new TextEncoder().encode('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
      ],
    ]);
    expect(docx.read?.(writeZip(files), { now })).toMatchObject({ ok: false, code: 'input.malformed' });
  });

  it('reads a long table and a long story in no time to speak of', () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `mot ${(index * 7_919) % 99_991}`);
    const rows = words.map((word) => `<w:tr><w:tc>${paragraph(word)}</w:tc></w:tr>`).join('');
    const bytes = docxOf(`<w:tbl>${rows}</w:tbl>${words.map((word) => paragraph(word)).join('')}`);
    const started = performance.now();
    expect(read(bytes).blocks.length).toBeGreaterThan(20_000);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

/** The beginning of an OLE container, and one of its names. */
function compound(name: string): Uint8Array {
  const start = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return Uint8Array.from([
    ...start,
    ...new Uint8Array(504),
    ...[...name].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ...new Uint8Array(64),
  ]);
}

describe('LibreOffice', () => {
  const office = ['soffice', 'libreoffice'].find((program) => {
    try {
      execFileSync('which', [program], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
  if (!office) console.info('docx: LibreOffice is not installed, so it is not asked what it reads.');

  it.skipIf(!office)(
    'opens what we write and finds the same words in it',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'marbre-docx-'));
      try {
        const articles = fc
          .sample(bodies, { numRuns: 12, seed })
          .map((body) => articleWith(withPicture(body)));
        articles.forEach((article, index) => {
          writeFileSync(join(folder, `a${index}.docx`), bytesOf(docx, article, context));
        });
        const names = articles.map((_article, index) => join(folder, `a${index}.docx`));
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        execFileSync(
          office ?? '',
          ['--headless', profile, '--convert-to', 'fodt', '--outdir', folder, ...names],
          { stdio: 'ignore', timeout: 120_000 },
        );
        articles.forEach((article, index) => {
          const found = readFileSync(join(folder, `a${index}.fodt`), 'utf8');
          expect(lettersOf(textOfOpenDocument(found)), `article ${index}`).toEqual(
            lettersOf(wordsOf(article)),
          );
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    150_000,
  );

  /** LibreOffice leaves notes out of plain text, so it is asked for its own XML. Alternative text is not printed. */
  function textOfOpenDocument(xml: string): string {
    return xml
      .slice(xml.indexOf('<office:text'))
      .replace(/<(office:binary-data|svg:desc|svg:title)>[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:lt|gt|amp|quot|apos);/g, ' ');
  }

  /** What is printed of an article: an embed without a title shows its address. */
  function wordsOf(article: Article): string {
    const { body } = asPrinted(article);
    return body
      .flatMap((block): string[] => {
        const lines = [...textBlocks([block])].map(({ content }) => plainText(content));
        return block.type === 'embed' && lines.join('').trim() === '' ? [block.url] : lines;
      })
      .join('\n');
  }

  /**
   * Letters, sorted: notes, numbers of notes and bullets stand elsewhere or are drawn in other ways, so only letters are
   * compared, and each has to be there as often.
   */
  function lettersOf(text: string): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const letter of text.match(/\p{L}/gu) ?? []) counts[letter] = (counts[letter] ?? 0) + 1;
    return counts;
  }
});
