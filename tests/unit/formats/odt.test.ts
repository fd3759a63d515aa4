import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { composeBody, fieldText, story } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import type { Block, Inline } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { asPrinted, formatById, formatForFile } from '#core/formats/registry';
import { writeZip } from '#core/formats/shared/zip';
import type { Imported } from '#core/formats/types';
import { assetNameOf } from '#core/pictures';
import { bodies, bodiesWith } from '../../support/bodies';
import { articleWith, canonical, picture } from '../../support/canonical';
import { odtOf, paragraph, partOf } from '../../support/odt';
import { bytesOf } from '../../support/written';

const odt = formatById('odt');
const now = '2026-05-12T09:00:00.000Z';
const asset = assetNameOf(picture) ?? '';
const context = { tagLabels: new Map([['port', 'Le port']]), pictures: new Map([[asset, picture]]) };
const seed = Number(process.env.MARBRE_SEED ?? Date.now() % 1_000_000);
console.info(`odt: seed ${seed}`);

function read(bytes: Uint8Array): Imported {
  const result = odt.read?.(bytes, { now });
  if (!result?.ok) throw new Error(`refused: ${result?.code} ${result?.detail}`);
  return result.value;
}

const withPicture = (body: Article['body']): Article['body'] =>
  body.map((block) => (block.type === 'picture' ? { ...block, asset } : block));

describe('a text of OpenDocument that we write', () => {
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
        const result = odt.read?.(bytesOf(odt, article, context), { now });
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
    const imported = read(bytesOf(odt, article, context));
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

  it('keeps white space that a reader of XML would join, and signs that are mark-up', () => {
    const text = ' a\tb   c <d> & "e" ';
    const block: Block = { id: 'p', type: 'paragraph', content: [textRun(text), textRun(' f', ['bold'])] };
    const { blocks } = read(bytesOf(odt, articleWith(composeBody({}, [block]))));
    expect(blocks).toMatchObject([{ content: [{ text }, { text: ' f', marks: ['bold'] }] }]);
  });

  it('keeps where a numbered list starts', () => {
    const block: Block = {
      id: 'l',
      type: 'list',
      kind: 'number',
      start: 7,
      items: [{ id: 'i', content: [textRun('sept')] }],
    };
    expect(read(bytesOf(odt, articleWith(composeBody({}, [block])))).blocks).toMatchObject([{ start: 7 }]);
  });

  it('draws pictures in their proportions, and none wider than it is or than the text', () => {
    const draw = (width: number): string[] => {
      const block: Block = { id: 'p1', type: 'picture', asset, alt: '', width, content: [], credit: [] };
      const xml = partOf(bytesOf(odt, articleWith(composeBody({}, [block])), context), 'content.xml');
      return /svg:width="([^"]+)" svg:height="([^"]+)"/.exec(xml)?.slice(1) ?? [];
    };
    expect(draw(50)).toEqual(['75mm', '37.5mm']);
    // 600 pixels at 96 to the inch are wider than the text.
    expect(draw(100)).toEqual(['150mm', '75mm']);
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
    const { blocks } = read(bytesOf(odt, articleWith(composeBody({}, [block]))));
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
    const { blocks } = read(bytesOf(odt, corrected));
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
    expect(canonical(read(bytesOf(odt, article)).blocks)).toEqual(canonical(blocks));
  });

  it('is the same bytes on every run and in every time zone, and holds nothing of claims, comments and machine', () => {
    const zone = process.env.TZ;
    try {
      fc.assert(
        fc.property(bodies, (body) => {
          const article = articleWith(withPicture(body), { published: '2026-05-12' });
          const written = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Paris'].map((name) => {
            process.env.TZ = name;
            return Buffer.from(bytesOf(odt, article, context)).toString('base64');
          });
          expect(new Set(written).size).toBe(1);
          const bytes = bytesOf(odt, article, context);
          const xml = partOf(bytes, 'content.xml') + partOf(bytes, 'meta.xml');
          expect(
            xml.match(/\bk[123]\b|\bc1\b|\bs[12]\b|text:change|annotation|meta:generator|editing-/),
          ).toBeNull();
        }),
        { numRuns: 12, seed },
      );
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('is told by its type, which stands in front and is not packed', () => {
    const bytes = bytesOf(odt, articleWith(composeBody({ headline: 'Le port' }, [])));
    expect(new TextDecoder().decode(bytes.subarray(30, 77))).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.text',
    );
    expect(formatForFile('story.bin', bytes).id).toBe('odt');
  });
});

describe('a broken or hostile text of OpenDocument', () => {
  const article = articleWith(
    composeBody({ headline: 'Le port' }, [
      { id: 'p', type: 'paragraph', content: [textRun('Le port ferme lundi, dit la mairie.')] },
      { id: 'q', type: 'picture', asset, alt: 'Le quai', width: 100, content: [], credit: [] },
    ]),
  );
  const whole = bytesOf(odt, article, context);

  it('is one failure or a whole article, wherever it is cut off or changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: whole.length }),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
        (length, changes) => {
          const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const result = odt.read?.(bytes, { now });
          if (!result?.ok) expect(result?.code).toMatch(/^input\./);
        },
      ),
      { numRuns: 250, seed },
    );
  });

  it('is one failure or a whole article, whatever stands in its text', () => {
    const element = (name: string, attributes = '') => [`<${name} ${attributes}>`, `</${name}>`];
    const pieces = fc.constantFrom(
      ...element('text:p', 'text:style-name="A"'),
      ...element('text:list', 'text:continue-list="x" xml:id="x"'),
      ...element('text:list-item', 'text:start-value="99999999999"'),
      ...element('text:span', 'text:style-name="A"'),
      ...element('text:note', 'text:id="n"'),
      ...element('text:note-body'),
      ...element('table:table'),
      ...element('table:table-row', 'table:number-rows-repeated="1048576"'),
      ...element('table:table-cell', 'table:number-columns-repeated="16384"'),
      ...element('text:tracked-changes'),
      ...element('text:changed-region', 'text:id="c"'),
      ...element('text:deletion'),
      ...element('draw:frame', 'svg:width="-3"'),
      ...element('draw:text-box'),
      '<draw:image xlink:href="../../etc/passwd"/>',
      '<text:change text:change-id="c"/>',
      '<text:change-start text:change-id="c"/>',
      '<text:note-ref text:ref-name="n"/>',
      '<office:annotation office:name="a"/>',
      '<text:s text:c="99999999999"/>',
      'mots',
    );
    const styles =
      '<style:style style:family="paragraph" style:name="A" style:parent-style-name="A"/><style:style style:family="text" style:name="A" style:parent-style-name="A"/>';
    let isRead = 0;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
        const result = odt.read?.(odtOf(paragraph('Début.') + balanced(list), { automatic: styles }), {
          now,
        });
        if (result?.ok) isRead += 1;
        else expect(result?.code).toMatch(/^input\./);
      }),
      { numRuns: 300, seed },
    );
    expect(isRead).toBeGreaterThan(200);
  });

  /** Closes what is open and leaves out what closes nothing: well-formed, in an order that nobody would write. */
  function balanced(pieces: readonly string[]): string {
    const open: string[] = [];
    let xml = '';
    for (const piece of pieces) {
      const [, slash, name = '', end] = /^<(\/?)([a-z:-]+)[^>]*?(\/?)>$/.exec(piece) ?? [];
      if (slash) {
        if (open.at(-1) !== name) continue;
        open.pop();
      } else if (name !== '' && end === '') open.push(name);
      xml += piece;
    }
    return (
      xml +
      open
        .reverse()
        .map((name) => `</${name}>`)
        .join('')
    );
  }

  it('says that it is locked', () => {
    const manifest =
      '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
    expect(odt.read?.(odtOf('', { manifest }), { now })).toMatchObject({
      ok: false,
      code: 'input.encrypted',
    });
  });

  it('says that a sheet is no text', () => {
    const bytes = odtOf(paragraph('a'), { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' });
    expect(odt.read?.(bytes, { now })).toMatchObject({
      code: 'input.unsupported',
      params: { kind: 'OpenDocument (spreadsheet)', instead: 'ODT' },
    });
  });

  it.each([
    ['nothing at all', new Uint8Array(), 'input.empty'],
    ['no archive', new TextEncoder().encode('PK?'), 'input.malformed'],
    ['an archive without a text', writeZip(new Map([['a', new Uint8Array(1)]])), 'input.malformed'],
    ['not a word', odtOf(paragraph('')), 'input.empty'],
    ['an entity from outside', odtOf('<text:p>&x;</text:p>'), 'input.malformed'],
    ['elements without end', odtOf('<text:span>'.repeat(500)), 'input.too-large'],
  ] as const)('is refused with %s', (_what, bytes, code) => {
    expect(odt.read?.(bytes, { now })).toMatchObject({ ok: false, code });
  });

  it('does not let a sheet that repeats itself fill the memory', () => {
    const cell = `<table:table-cell table:number-columns-repeated="16384">${paragraph('x'.repeat(5_000))}</table:table-cell>`;
    const row = `<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`;
    const { blocks } = read(odtOf(`<table:table>${row}</table:table>`));
    expect(JSON.stringify(blocks).length).toBeLessThan(1_000_000);
  });
});
