import { describe, expect, it } from 'vitest';
import { articleFromIntake } from '#core/article/from-intake';
import { type Article, articleSchema } from '#core/article/schema';
import { bodyText } from '#core/body/walk';
import { writeDossier } from '#core/dossier/index';
import { formatForFile, formats } from '#core/formats/registry';
import type { Format } from '#core/formats/types';
import { intake } from '#core/intake/intake';
import { deskOf } from '../../support/checking';
import { hostileArticle, hostileCases, refusedAddresses } from '../../support/hostile';
import { dangersIn, dangersInHtml } from '../../support/hostile-oracle';

const now = '2026-05-12T09:00:00.000Z';
const cases = hostileCases();
const readers = formats.filter(({ read }) => read);
const writers = formats.filter(({ write }) => write);
const tagLabels = new Map([
  ['port', '"><img src=x onerror=canary()>'],
  ['constructor', '</title><script>canary()</script>'],
]);

/** The bytes as an article, read by this format; null when its reader refuses them. */
function imported(format: (typeof formats)[number], bytes: Uint8Array, name: string) {
  const read = format.read?.(bytes, { now });
  if (!read?.ok) return null;
  const original = { sha256: '0'.repeat(64), name, format: format.id, encoding: 'utf-8', size: 1 };
  return articleFromIntake(intake(read.value, {}), { id: 'hostile1', now, original });
}

/** What a format writes; nothing where it has nothing to say of this article. */
function written(format: Format, article: Article): Uint8Array {
  const publication = { name: 'Coast', address: 'https://example.org/' };
  const done = format.write?.(article, { tagLabels, publication });
  return done?.ok ? done.value : new Uint8Array();
}

describe('hostile copy', () => {
  it.each(cases.map(({ file, what }) => [file, what] as const))(
    '%s (%s): the story comes through',
    (file) => {
      const { bytes, keeps } = cases.find((one) => one.file === file) ?? expect.unreachable();
      const article = imported(formatForFile(file, bytes), bytes, file);
      expect(article && bodyText(article.body, 'en')).toContain(keeps);
    },
  );

  const readings = cases.flatMap(({ file }) => readers.map(({ id }) => [file, id] as const));
  it.each(readings)('%s, read as %s and written as anything, runs and loads nothing', (file, id) => {
    const { bytes } = cases.find((one) => one.file === file) ?? expect.unreachable();
    const article = imported(readers.find((one) => one.id === id) ?? expect.unreachable(), bytes, file);
    if (!article) return;
    expect(articleSchema.safeParse(article).error?.issues ?? []).toEqual([]);
    const found = writers.flatMap((format) =>
      dangersIn(format, written(format, article)).map((danger) => `${format.id}: ${danger}`),
    );
    expect(found).toEqual([]);
    const dossier = writeDossier(article, deskOf(), 'html', { now, includeConfidential: true });
    expect(dangersInHtml(dossier)).toEqual([]);
  });

  it('does not touch the prototypes of anything', () => {
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('an article with a payload in every text', () => {
  const article = hostileArticle('hostile2');

  it('is one, in more than a hundred places', () => {
    const places = JSON.stringify(article).match(/canary|HYPERLINK/g) ?? [];
    expect(places.length).toBeGreaterThan(100);
    for (const field of ['section', 'seoHeadline', 'source', 'rights', 'notes'] as const)
      expect(article.metadata[field]).toMatch(/canary/);
  });

  it.each(writers.map(({ id }) => id))('runs and loads nothing as %s', (id) => {
    const format = writers.find((one) => one.id === id) ?? expect.unreachable();
    const bytes = written(format, article);
    // No outcome of this article stands, so no search engine is told of one.
    if (id !== 'claim-review') expect(bytes.byteLength).toBeGreaterThan(500);
    expect(dangersIn(format, bytes)).toEqual([]);
  });

  it.each(['fr', 'en'] as const)('runs and loads nothing in its dossier (%s)', (language) => {
    const told = { ...article, metadata: { ...article.metadata, language } };
    const page = writeDossier(told, deskOf(), 'html', { now, includeConfidential: true });
    expect(page).toContain('canary');
    expect(dangersInHtml(page)).toEqual([]);
    const record = writeDossier(told, deskOf(), 'json', { now, includeConfidential: true });
    const urls = [...record.matchAll(/"(?:schema:url|schema:contentUrl)": "([^"]*)"/g)].map(
      ([, url = '']) => url,
    );
    expect(urls.filter((url) => !/^(?:https?:|mailto:|evidence\/[0-9a-f]{64}\.)/.test(url))).toEqual([]);
  });

  it.each(refusedAddresses)('is led nowhere by the address %j', (url) => {
    const body = article.body.map((block) => {
      if (block.type === 'embed') return { ...block, url };
      if (block.id !== 'p2' || block.type !== 'paragraph') return block;
      const content = [{ type: 'link' as const, url, content: [{ type: 'text' as const, text: 'x' }] }];
      return { ...block, content };
    });
    const found = writers.flatMap((format) => dangersIn(format, written(format, { ...article, body })));
    expect(found).toEqual([]);
  });
});

describe('the judge of these tests', () => {
  it.each(cases.filter(({ file }) => file.endsWith('.html')).map(({ file }) => file))(
    'finds %s guilty',
    (file) => {
      const { bytes } = cases.find((one) => one.file === file) ?? expect.unreachable();
      expect(dangersInHtml(new TextDecoder().decode(bytes))).not.toEqual([]);
    },
  );

  it('finds raw HTML in Markdown, formulas in cells and external parts guilty', () => {
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    const judge = (type: string, text: string): string[] =>
      dangersIn({ id: 'html', mediaTypes: [type] }, encode(text));
    expect(judge('text/markdown', 'a <img src=x onerror=canary()>')).not.toEqual([]);
    expect(judge('text/markdown', '[a](javascript:canary())')).not.toEqual([]);
    expect(judge('text/csv', 'a,=1+1')).not.toEqual([]);
    expect(judge('application/xml', '<a href="javascript:canary()"/>')).not.toEqual([]);
    expect(judge('application/xml', '<!DOCTYPE a [<!ENTITY x "y">]><a/>')).not.toEqual([]);
  });
});
