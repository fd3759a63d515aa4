import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import type { Article } from '#core/article/schema';
import type { ScaleEntry } from '#core/claims/values';
import { formatById } from '#core/formats/registry';
import type { WriteContext } from '#core/formats/types';
import { articleOf, at, rewritten, web, withClaim, withOutcome } from '../../support/checking';
import { fullArticle, newsContext } from '../../support/news';
import { noContext, textOf } from '../../support/written';

const newsArticle = formatById('news-article');
const claimReview = formatById('claim-review');

/** Inside the checkout, where the types are found. */
const folder = mkdtempSync(join(import.meta.dirname, '.linked-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Pieces = Readonly<Record<string, readonly [type: string, json: string]>>;

/** What TypeScript has against pieces of JSON-LD as values of schema.org's types; one answer for each set of pieces. */
function typeErrors(sets: readonly Pieces[]): string[][] {
  const files = sets.map((pieces, index) => {
    const lines = Object.entries(pieces).map(
      ([name, [type, json]]) => `export const ${name}: ${type} = ${json.trim()};`,
    );
    const file = join(folder, `pieces-${index}.ts`);
    const imports = "import type { ClaimReview, Graph, NewsArticle, WithContext } from 'schema-dts';";
    writeFileSync(file, [imports, ...lines, ''].join('\n'));
    return file;
  });
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
  });
  return files.map((file) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  });
}

/** A claim with one outcome, in an article with a slug. */
function checked(value = 'wrong', change: Parameters<typeof withClaim>[3] = {}): Article {
  const evidence = [
    web('e1', { sensitivity: 'public' }),
    web('e2', { sensitivity: 'public', stance: 'contradicts' }),
    web('secret1', { sensitivity: 'confidential' }),
    {
      ...web('e3', { sensitivity: 'public' }),
      source: { type: 'passage', text: 'Un rapport.', from: 'Rapport' } as const,
    },
  ];
  const article = articleOf(['Le pont mesure 80 m. Il a coûté 3 millions.']);
  return withOutcome(withClaim(article, 'k1', '80 m', { evidence, ...change }), 'k1', { value });
}

const quoted = withOutcome(
  withClaim(
    articleOf(['«\u00a0Nous avons attendu neuf ans\u00a0», dit Ada Morrow.']),
    'k1',
    'Nous avons attendu neuf ans',
    {
      kind: 'quotation',
      wording: 'Varley a attendu neuf ans son pont.',
      quotation: { speaker: 'Ada Morrow', said: null, original: null, translated: false },
    },
  ),
  'k1',
  { check: 'true', value: 'confirmed' },
);

interface Review {
  readonly claimReviewed: string;
  readonly reviewRating: Readonly<Record<string, unknown>>;
  readonly itemReviewed: {
    readonly author?: { readonly name: string };
    readonly appearance?: readonly { readonly url: string }[];
  };
}

function reviewsOf(article: Article, context: WriteContext = newsContext): readonly Review[] {
  return JSON.parse(textOf(claimReview, article, context))['@graph'];
}

describe('JSON-LD against the types of schema.org', () => {
  it('everything that is written has its type, and what has not is told', { timeout: 30_000 }, () => {
    const right: Pieces = {
      full: ['WithContext<NewsArticle>', textOf(newsArticle, fullArticle(), newsContext)],
      bare: ['WithContext<NewsArticle>', textOf(newsArticle, createArticle('a1', 'en', at))],
      reviews: ['Graph', textOf(claimReview, checked(), newsContext)],
      review: ['ClaimReview', JSON.stringify(reviewsOf(quoted)[0])],
    };
    const wrong: Pieces = {
      field: [
        'WithContext<NewsArticle>',
        '{"@context":"https://schema.org","@type":"NewsArticle","headlines":"x"}',
      ],
      type: ['ClaimReview', '{"@type":"ClaimReview","reviewRating":{"@type":"Person"}}'],
    };
    const [errors, told] = typeErrors([right, wrong]);
    expect(errors).toEqual([]);
    expect(told).toHaveLength(2);
  });
});

describe('NewsArticle', () => {
  const value = (article: Article, context = noContext) => JSON.parse(textOf(newsArticle, article, context));

  it('says what the article says', () =>
    expect(value(fullArticle(), newsContext)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      url: 'https://fanal.example/articles/pont-de-varley',
      mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://fanal.example/articles/pont-de-varley' },
      headline: 'Varley ouvre son pont',
      alternativeHeadline: ['Varley a son pont', 'Pont de Varley : les horaires'],
      description: 'Onze minutes de gagnées.',
      datePublished: '2026-05-12',
      author: [
        { '@type': 'Person', name: 'Inès Calder' },
        { '@type': 'Person', name: 'Tom Brooke' },
        { '@type': 'Organization', name: 'AFP' },
      ],
      publisher: { '@type': 'Organization', name: 'Le Fanal', url: 'https://fanal.example/articles/' },
      inLanguage: 'fr',
      articleSection: 'Région',
      keywords: ['Transports', 'ports'],
      copyrightNotice: '© Agence Littoral & Cie',
      correction: { '@type': 'CorrectionComment', text: 'Le pont mesure 80 m.' },
      articleBody: expect.stringContaining('«\u00a0Varley\u00a0» coûte 10\u202f000'),
    }));

  it('makes up no address, no date and no picture', () => {
    const bare = value(fullArticle({ published: null }));
    for (const key of ['url', 'mainEntityOfPage', 'publisher', 'datePublished', 'dateModified', 'image'])
      expect(bare).not.toHaveProperty(key);
    expect(JSON.stringify(bare.articleBody)).not.toContain('Varley ouvre son pont');
  });

  it('may stand in a script of a page', () =>
    expect(textOf(newsArticle, fullArticle({ rights: '</script><b>' }))).not.toContain('</script>'));
});

describe('ClaimReview', () => {
  it('tells what was claimed, by whom, what was found and where it can be read', () => {
    expect(reviewsOf(quoted)).toEqual([
      expect.objectContaining({
        '@type': 'ClaimReview',
        url: 'https://fanal.example/articles/le-pont',
        claimReviewed: 'Varley a attendu neuf ans son pont.',
        datePublished: '2026-05-12',
        author: { '@type': 'Organization', name: 'Le Fanal', url: 'https://fanal.example/articles/' },
        reviewRating: {
          '@type': 'Rating',
          ratingValue: 5,
          bestRating: 5,
          worstRating: 1,
          alternateName: expect.any(String),
        },
        itemReviewed: expect.objectContaining({ author: { '@type': 'Person', name: 'Ada Morrow' } }),
      }),
    ]);
    const [wrong] = reviewsOf(checked());
    expect(wrong?.reviewRating.ratingValue).toBe(1);
    expect(wrong?.itemReviewed).not.toHaveProperty('author');
    expect(wrong?.itemReviewed.appearance?.map(({ url }) => url)).toEqual(['https://registre.example/e1']);
  });

  it('gives no number to what is no point between wrong and right', () => {
    expect(reviewsOf(checked('disputed'))[0]?.reviewRating).not.toHaveProperty('ratingValue');
    const own: ScaleEntry = {
      id: 'embellished',
      labels: { fr: 'Enjolivé' },
      counts: 'failed',
      needsEvidence: false,
      withChange: false,
    };
    const article = checked('wrong');
    const claims = article.claims.map((claim) => ({
      ...claim,
      outcomes: claim.outcomes.map((outcome) => ({ ...outcome, value: own.id })),
    }));
    const [review] = reviewsOf({ ...article, claims }, { ...newsContext, outcomeScale: [own] });
    expect(review?.reviewRating).toEqual({ '@type': 'Rating', alternateName: 'Enjolivé' });
    expect(claimReview.write?.({ ...article, claims }, newsContext)).toMatchObject({
      code: 'format.nothing-to-write',
    });
  });

  it('never tells of confidential sources, checkers, reasons', () => {
    const text = textOf(claimReview, checked(), newsContext);
    expect(text).toContain('registre.example/e2');
    for (const word of ['secret1', 'Ada', 'Vu au registre']) expect(text).not.toContain(word);
  });

  it.each<readonly [string, WriteContext]>([
    ['no publication', noContext],
    ['no address', { ...newsContext, publication: { name: 'Le Fanal', address: '' } }],
    [
      'an address that is none',
      { ...newsContext, publication: { name: 'Le Fanal', address: 'fanal.example' } },
    ],
    ['an address of a file', { ...newsContext, publication: { name: 'Le Fanal', address: 'file:///srv/' } }],
  ])('is refused with %s', (_what, context) =>
    expect(claimReview.write?.(checked(), context)).toMatchObject({
      ok: false,
      code: 'format.needs-address',
    }),
  );

  it.each<readonly [string, Article]>([
    ['nothing was checked', articleOf(['Le pont.'])],
    ['the words are others now', rewritten(checked(), '80 m', '90 m')],
    ['the outcome leaves it open', checked('not-verifiable')],
    ['it is not for the desk to check', checked('on-author')],
    [
      'only that it was said was checked',
      { ...quoted, claims: quoted.claims.map((claim) => ({ ...claim, outcomes: [] })) },
    ],
  ])('is not written when %s', (_what, article) =>
    expect(claimReview.write?.(article, newsContext)).toMatchObject({
      ok: false,
      code: 'format.nothing-to-write',
    }),
  );
});
