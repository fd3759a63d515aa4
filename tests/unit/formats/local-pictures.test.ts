import { describe, expect, it } from 'vitest';
import type { Block } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { readHtml } from '#core/formats/html/read';
import { readMarkdown } from '#core/formats/markdown/read';
import { mostWanted } from '#core/formats/shared/local-pictures';
import type { Imported, ReadContext } from '#core/formats/types';

const now = '2026-05-12T08:00:00.000Z';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const asset = (letter: string): string => `${letter.repeat(64)}.png`;

function read(
  text: string,
  pictures?: ReadContext['pictures'],
  reader: typeof readMarkdown = readMarkdown,
): Imported {
  const done = reader(bytesOf(text), { now, ...(pictures && { pictures }) });
  if (!done.ok) throw new Error(done.code);
  return done.value;
}

/** Blocks as one can see them at a glance. */
function shown(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    if (block.type === 'picture') return `picture ${block.asset[0]} ${block.alt}|${plainText(block.content)}`;
    return `${block.type}${'content' in block ? ` ${plainText(block.content)}` : ''}`;
  });
}

const found = new Map([
  ['a.png', asset('a')],
  ['[[a.png]]', asset('a')],
  ['b.png', asset('b')],
  ['kept-out.svg', null],
]);

describe('pictures beside a Markdown text', () => {
  it('are wanted in the order of the text, each once, and those elsewhere are not', () => {
    const { wanted, warnings } = read(
      'A line.\n\n![](b.png)\n\n![[a.png|300]] ![](b.png) ![](https://example.org/c.png) ![](data:image/png;base64,AA)\n\n![](//example.org/d.png) <img src="e.png">\n\n![x][f]\n\n[f]: f.png\n',
    );
    expect(wanted).toEqual(['b.png', '[[a.png]]', 'e.png', 'f.png']);
    expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['picture-dropped']));
  });

  it('are not wanted by a text that has none', () => {
    expect(read('A line and [a link](a.png).\n').wanted).toBeUndefined();
  });

  it.each([
    ['alone in a paragraph', '![Quay](a.png "Dawn")', ['picture a Quay|Dawn']],
    ['as an embed with a caption', '![[a.png|Quay]]\n*Dawn*', ['picture a Quay|Dawn']],
    ['as an embed with a width', '![[a.png|120x80]]', ['picture a |']],
    ['several in a paragraph', '![](a.png) ![](b.png)', ['picture a |', 'picture b |']],
    [
      'inside a line',
      'The ![](a.png) crane ![](b.png)',
      ['paragraph The crane', 'picture a |', 'picture b |'],
    ],
    ['in a list', '- one\n\n  ![](a.png)\n- two', ['list', 'picture a |']],
    ['in a quotation', '> Said.\n>\n> ![](a.png)\n>\n> More.', ['quote Said.', 'picture a |', 'quote More.']],
    ['in a table', '| ![](a.png) | x |\n|-|-|\n| y | z |', ['table', 'picture a |']],
    ['in a heading', '## Part ![](a.png)\n\nLine.', ['heading Part', 'picture a |', 'paragraph Line.']],
    [
      'as HTML',
      '<figure><img src="a.png" alt="Quay"><figcaption>Dawn</figcaption></figure>',
      ['picture a Quay|Dawn'],
    ],
    ['as a shortcode', '{{< figure src="a.png" alt="Quay" caption="Dawn" >}}', ['picture a Quay|Dawn']],
  ])('stand where they stood: %s', (_where, text, blocks) => {
    expect(shown(read(`First.\n\n${text}\n`, found).blocks)).toEqual(['paragraph First.', ...blocks]);
  });

  it('are named when they are not there, and when they cannot be kept', () => {
    const { warnings, blocks } = read('First.\n\n![Gone](gone.png)\n\n![Kept](kept-out.svg)\n', found);
    expect(warnings).toEqual([
      { code: 'picture-missing', params: { name: 'gone.png' } },
      { code: 'picture-dropped', params: { name: 'kept-out.svg' } },
    ]);
    expect(shown(blocks)).toEqual(['paragraph First.']);
  });

  it('leave no empty frame of the article’s own when the folder has not got them', () => {
    const own = `First.\n\n![](assets/${asset('c')})\n`;
    expect(shown(read(own).blocks)).toEqual(['paragraph First.', 'picture c |']);
    expect(shown(read(own, found).blocks)).toEqual(['paragraph First.']);
  });

  it('come once when the title is read twice', () => {
    const { blocks, title } = read('---\ntitle: Other\n---\n# Head ![](a.png)\n\nLine.\n', found);
    expect(title).toBe('Other');
    expect(shown(blocks)).toEqual(['heading Head', 'picture a |', 'paragraph Line.']);
  });

  it('are no more than a text may want', () => {
    const many = Array.from({ length: mostWanted + 50 }, (_, index) => `![](${index}.png)`).join('\n\n');
    expect(read(`First.\n\n${many}\n`).wanted).toHaveLength(mostWanted);
    expect(read(`First.\n\n![](${'x'.repeat(5_000)}.png)\n`).wanted).toBeUndefined();
  });
});

describe('pictures beside a page', () => {
  it('are wanted, and stand where they stood, also behind a list', () => {
    const page =
      '<!doctype html><article><h1>Head</h1><p>A first line that is long enough.</p><ul><li>one <img src="b.png" alt="B"></li></ul><figure><img src="a.png" alt="Quay"><figcaption>Dawn</figcaption></figure></article>';
    expect(read(page, undefined, readHtml).wanted).toEqual(['b.png', 'a.png']);
    expect(shown(read(page, found, readHtml).blocks).slice(-3)).toEqual([
      'list',
      'picture b B|',
      'picture a Quay|Dawn',
    ]);
  });
});
