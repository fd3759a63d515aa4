import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Article } from '#core/article/schema';
import { composeBody, story } from '#core/body/fields';
import { bodyText } from '#core/body/walk';
import { formatById } from '#core/formats/registry';
import { parseXml, textOf as xmlText } from '#core/formats/shared/xml';
import { bodies } from '../../support/bodies';
import { articleOf, at, paragraph, rewritten, web, withClaim, withOutcome } from '../../support/checking';
import { fullArticle, newsContext } from '../../support/news';
import { bytesOf, noContext, textOf } from '../../support/written';

const ninjs = formatById('ninjs');
const vendor = join(import.meta.dirname, '../../vendor/ninjs/ninjs-schema_3.1.json');

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
// Shapes of places are never written: whatever stands there is refused.
ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', not: {} });
const validate = ajv.compile(JSON.parse(readFileSync(vendor, 'utf8')));

function errorsIn(item: unknown): unknown[] {
  return validate(item)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message, params }) => [instancePath, message, params]);
}

function written(article: Article, context = noContext): Record<string, unknown> {
  return JSON.parse(textOf(ninjs, article, context));
}

describe('ninjs 3.1 by the schema that IPTC published', () => {
  it('is valid for an article that has everything', () =>
    expect(errorsIn(written(fullArticle(), newsContext))).toEqual([]));

  it('is valid for an article that has nothing', () =>
    expect(errorsIn(written(createArticle('a1', 'en', at)))).toEqual([]));

  it('is valid for every body, and its story is well-formed XML with the words of the article', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const article = { ...fullArticle({}, story(body)), corrections: [] };
        const item = written(article, newsContext);
        expect(errorsIn(item)).toEqual([]);
        for (const one of (item.bodies ?? []) as { contentType: string; value: string }[])
          if (one.contentType === 'application/xhtml+xml')
            expect(parseXml(`<div>${one.value}</div>`)).toMatchObject({ ok: true });
      }),
      { numRuns: 150 },
    );
  });

  it.each<readonly [string, object]>([
    ['a field that it does not know', { claims: [] }],
    ['a date without an hour', { versionCreated: '2026-05-12' }],
    ['an address that is none', { uri: 'not a uri' }],
    ['a name of another version', { pubstatus: 'usable' }],
  ])('the schema would tell of %s', (_what, change) =>
    expect(errorsIn({ ...written(fullArticle()), ...change })).not.toEqual([]),
  );
});

describe('a ninjs item', () => {
  it('is named by what lasts, and has an address only when one is known', () => {
    const item = written(fullArticle(), newsContext);
    expect(item.uri).toBe('urn:marbre:article:a1');
    expect(item.renditions).toEqual([
      { name: 'web', href: 'https://fanal.example/articles/pont-de-varley', contentType: 'text/html' },
    ]);
    expect(textOf(ninjs, fullArticle())).not.toContain('fanal');
    const nowhere = { ...newsContext, publication: { name: 'Le Fanal', address: '' } };
    expect(written(fullArticle(), nowhere).renditions).toBeUndefined();
    const odd = { ...newsContext, publication: { name: 'Le Fanal', address: 'javascript:alert(1)//' } };
    expect(written(fullArticle(), odd).renditions).toBeUndefined();
  });

  it('keeps no-break spaces as characters, and leaves out what XML cannot hold', () => {
    const item = written(articleOf(['«\u00a0Oui\u00a0», dit-il\u202f!\u0007']));
    const [xhtml] = item.bodies as { value: string }[];
    const read = parseXml(`<div>${xhtml?.value}</div>`);
    expect(read.ok && xmlText(read.value).trim()).toBe('«\u00a0Oui\u00a0», dit-il\u202f!');
  });

  it('tells of corrections in its story', () =>
    expect(JSON.stringify(written(fullArticle()).bodies)).toContain('Le pont mesure 80 m.'));

  it('comes back with its fields and every block', () => {
    const article = { ...fullArticle(), corrections: [] };
    const read = ninjs.read?.(bytesOf(ninjs, article, newsContext), { now: at });
    if (!read?.ok) throw new Error(read?.code);
    expect(read.value).toMatchObject({
      title: 'Varley ouvre son pont',
      standfirst: 'Onze minutes de gagnées.',
      byline: 'Par Inès Calder et Tom Brooke, AFP',
      language: 'fr',
      published: '2026-05-12',
      tags: ['Transports', 'ports'],
      details: {
        seoHeadline: article.metadata.seoHeadline,
        shortHeadline: article.metadata.shortHeadline,
        dateline: 'Varley',
        rights: article.metadata.rights,
        embargo: { until: article.metadata.embargo?.until },
      },
    });
    const types = (body: readonly { readonly type: string }[]): string[] => body.map(({ type }) => type);
    expect(types(read.value.blocks)).toEqual(types(story(article.body)));
    expect(bodyText(read.value.blocks)).toBe(bodyText(story(article.body)));
  });
});

/** A claim on `words` with one outcome that rests on `evidence`. */
function checked(words: string, evidence: ReturnType<typeof web>[], value = 'confirmed'): Article {
  const article = articleOf(['Le pont mesure 80 m. Il a coûté 3 millions.']);
  return withOutcome(withClaim(article, 'k1', words, { evidence, note: 'note secrète' }), 'k1', { value });
}

function claimsOf(article: Article): { claims: Record<string, unknown>[] } | null {
  const bytes = ninjs.sibling?.write(article, noContext);
  return bytes ? JSON.parse(new TextDecoder().decode(bytes)) : null;
}

describe('the claims beside a ninjs item', () => {
  const shown = web('e1', { sensitivity: 'public' });

  it('tell what was found, of what, and by which public sources', () => {
    expect(ninjs.sibling?.extension).toBe('claims.json');
    expect(claimsOf(checked('80 m', [shown]))).toEqual({
      format: 'marbre-claims',
      version: 1,
      article: 'urn:marbre:article:a1',
      headline: 'Le pont',
      language: 'fr',
      claims: [
        {
          id: 'urn:marbre:article:a1:claim:k1',
          text: '80 m',
          kind: 'other',
          outcomes: [
            {
              check: 'true',
              outcome: 'confirmed',
              label: expect.stringMatching(/^Confirmé/),
              counts: 'verified',
              date: '2026-05-12',
              sources: [{ title: 'Registre e1', stance: 'supports', url: 'https://registre.example/e1' }],
            },
          ],
        },
      ],
    });
  });

  it('never name a source that is not public, a person, a checker, a reason or a note', () => {
    const person = {
      type: 'person',
      name: 'Mme Discrète',
      when: null,
      how: 'téléphone',
      confirmed: 'tout',
    } as const;
    const article = checked('80 m', [
      shown,
      web('secret1', { sensitivity: 'confidential' }),
      web('interne1', { sensitivity: 'internal' }),
      { ...web('p1', { sensitivity: 'public' }), source: person },
    ]);
    const text = JSON.stringify(claimsOf(article));
    expect(text).toContain('Registre e1');
    for (const word of ['secret1', 'interne1', 'Discrète', 'Ada', 'Vu au registre', 'secrète'])
      expect(text).not.toContain(word);
  });

  it('are no file when nothing was found, or what was found does not stand any more', () => {
    expect(claimsOf(articleOf(['Le pont.']))).toBeNull();
    expect(claimsOf(withClaim(articleOf(['Le pont.']), 'k1', 'pont'))).toBeNull();
    const article = checked('80 m', [shown]);
    expect(claimsOf(rewritten(article, '80 m', '90 m'))).toBeNull();
    expect(claimsOf(rewritten(rewritten(article, '80 m', '90 m'), '90 m', '80 m'))).not.toBeNull();
    expect(claimsOf(checked('80 m', [shown], 'not-verifiable'))).toBeNull();
    expect(claimsOf({ ...article, body: composeBody({}, [paragraph('b1', 'Autre chose.')]) })).toBeNull();
  });

  it('leave out what a colleague’s standing outcome disputes', () => {
    const disputed = withOutcome(checked('80 m', [shown], 'wrong'), 'k1', { value: 'confirmed', by: 'Bo' });
    expect(claimsOf(disputed)).toBeNull();
  });

  it('and never stand in the item itself', () => {
    const text = textOf(ninjs, checked('80 m', [shown]));
    expect(text).not.toMatch(/confirmed|registre|k1/);
  });
});
