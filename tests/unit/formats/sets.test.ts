import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import { composeBody } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import type { Block } from '#core/body/schema';
import { formatById } from '#core/formats/registry';
import { childOf, elementsOf, parseXml, textOf } from '#core/formats/shared/xml';
import { openZip } from '#core/formats/shared/zip';
import type { ArticleSet, WriteContext, WrittenFile } from '#core/formats/types';
import { assetNameOf } from '#core/pictures';

const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg+M8AAAACAAFUok8fAAAAAElFTkSuQmCC',
    'base64',
  ),
);
const asset = assetNameOf(png) ?? '';

function articleOf(headline: string, published: string | null, tags: string[]) {
  const story: Block[] = [
    { id: 'a', type: 'paragraph', content: [textRun('La grue « rouge » <tombe> & se tait\u202f!')] },
    { id: 'b', type: 'picture', asset, alt: 'Une grue', width: 100, content: [], credit: [] },
    { id: 'c', type: 'divider' },
  ];
  const article = {
    ...createArticle('x', 'fr', '2026-05-12T09:00:00.000Z'),
    body: composeBody({ headline, standfirst: 'Le quai est vide.' }, story),
  };
  return { ...article, metadata: { ...article.metadata, slug: 'la-grue', published, tags } };
}

const set: ArticleSet = {
  title: 'Le quai',
  language: 'fr',
  articles: [
    articleOf('Avant', '2026-05-01', ['port']),
    articleOf('Après & loin', '2026-05-12', ['port', 'grue']),
  ],
};
const context: WriteContext = {
  tagLabels: new Map([['port', 'Le port']]),
  pictures: new Map([
    [asset, png],
    [`${'0'.repeat(64)}.png`, png],
  ]),
};

function write(id: 'epub' | 'site', inContext = context): readonly WrittenFile[] {
  const written = formatById(id).writeSet?.(set, inContext);
  if (!written?.ok) throw new Error(written?.code);
  return written.value;
}

const textIn = (files: readonly WrittenFile[], path: string) =>
  new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);

describe('a book', () => {
  function open() {
    const [file] = write('epub');
    const archive = openZip(file?.bytes ?? new Uint8Array());
    if (!archive.ok) throw new Error(archive.code);
    const read = (name: string): string => {
      const bytes = archive.value.read(name);
      return new TextDecoder().decode((bytes.ok && bytes.value) || new Uint8Array());
    };
    return { names: archive.value.names, read };
  }

  it('opens with its kind, and every file of it is well-formed and listed once', () => {
    const { names, read } = open();
    expect(names[0]).toBe('mimetype');
    expect(read('mimetype')).toBe('application/epub+zip');
    for (const name of names.filter((one) => /\.(?:xhtml|opf|xml)$/.test(one)))
      expect(parseXml(read(name)), name).toMatchObject({ ok: true });
    const opf = parseXml(read('EPUB/package.opf'), { 'http://www.idpf.org/2007/opf': '' });
    if (!opf.ok) throw new Error(opf.code);
    const manifest = childOf(opf.value, 'manifest');
    const listed = manifest ? elementsOf(manifest).map(({ attributes }) => `EPUB/${attributes.href}`) : [];
    expect(listed.sort()).toEqual(names.filter((name) => /^EPUB\/(?!package)/.test(name)).sort());
    expect(names).toContain(`EPUB/assets/${asset}`);
  });

  it('has a chapter for each article, in order, with its words', () => {
    const { read } = open();
    const contents = parseXml(read('EPUB/contents.xhtml'));
    expect(contents.ok && textOf(contents.value)).toContain('AvantAprès & loin');
    const chapter = parseXml(read('EPUB/la-grue.xhtml'));
    expect(chapter.ok && textOf(chapter.value)).toContain('La grue « rouge » <tombe> & se tait\u202f!');
  });

  it('is the same bytes every time', () => {
    expect(write('epub')).toEqual(write('epub'));
  });
});

describe('a small site', () => {
  it('has a page for each article and tag, the newest first, and only the pictures that are shown', () => {
    const files = write('site');
    expect(files.map(({ path }) => path).sort()).toEqual(
      [
        'index.html',
        'la-grue.html',
        'la-grue-2.html',
        'tag-le-port.html',
        'tag-grue.html',
        'feed.xml',
        `assets/${asset}`,
      ].sort(),
    );
    const index = textIn(files, 'index.html');
    expect(index.indexOf('Après')).toBeLessThan(index.indexOf('Avant'));
    expect(textIn(files, 'tag-grue.html')).not.toContain('Avant');
  });

  it('invents no address: links are relative until the publication has one', () => {
    const links = (files: readonly WrittenFile[]) =>
      [...textIn(files, 'feed.xml').matchAll(/<link>([^<]*)<\/link>/g)].map(([, link]) => link);
    expect(links(write('site'))).toEqual(['index.html', 'la-grue-2.html', 'la-grue.html']);
    const publication = { name: 'Le Quai', address: 'https://example.org/' };
    expect(links(write('site', { ...context, publication }))[1]).toBe('https://example.org/la-grue-2.html');
    expect(textIn(write('site'), 'feed.xml')).toContain('<pubDate>Tue, 12 May 2026 00:00:00 GMT</pubDate>');
  });

  it('runs nothing and asks nobody for anything', () => {
    for (const { path, bytes } of write('site'))
      if (path.endsWith('.html')) {
        const page = new TextDecoder().decode(bytes);
        expect(page).toContain('Content-Security-Policy');
        expect(page).not.toMatch(/<script|src="(?!assets\/)|href="(?![\w-]+\.html|#)/);
      }
  });
});
