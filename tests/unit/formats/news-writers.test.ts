import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import { textRun } from '#core/body/normalize';
import { formatById } from '#core/formats/registry';
import type { FormatId } from '#core/formats/types';
import { sha256Hex } from '#core/hash';
import { bodies } from '../../support/bodies';
import { articleOf, at, web, withClaim, withOutcome } from '../../support/checking';
import { fullArticle, newsContext } from '../../support/news';
import { bytesOf, noContext, textOf } from '../../support/written';

const ids = ['ninjs', 'nitf', 'news-article', 'icml'] as const satisfies readonly FormatId[];
const zones = ['UTC', 'Asia/Tokyo', 'America/New_York', 'Pacific/Apia'];

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

function inZones(write: () => Uint8Array): Set<string> {
  const hours = new Set<number>();
  const hashes = new Set<string>();
  for (const name of zones) {
    process.env.TZ = name;
    hours.add(new Date(0).getHours());
    hashes.add(sha256Hex(write()));
  }
  expect(hours.size, 'the time zone of this process does not change').toBeGreaterThan(1);
  return hashes;
}

describe('what news desks exchange', () => {
  it.each(ids)('%s: the same article gives the same bytes in every time zone', (id) =>
    expect(inZones(() => bytesOf(formatById(id), fullArticle(), newsContext)).size).toBe(1),
  );

  it('ClaimReview and the claims beside ninjs do too', () => {
    const article = withOutcome(
      withClaim(articleOf(['Le pont mesure 80 m.']), 'k1', '80 m', {
        evidence: [web('e1', { sensitivity: 'public' })],
      }),
      'k1',
    );
    expect(inZones(() => bytesOf(formatById('claim-review'), article, newsContext)).size).toBe(1);
    expect(
      inZones(() => formatById('ninjs').sibling?.write(article, newsContext) ?? new Uint8Array()).size,
    ).toBe(1);
  });

  it.each(ids)('%s writes every body, and an article in which nothing is written', (id) => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(textOf(formatById(id), { ...fullArticle(), body }, newsContext)).not.toBe('');
      }),
      { numRuns: 100 },
    );
    expect(textOf(formatById(id), createArticle('a1', 'en', at))).not.toBe('');
  });

  it.each(ids)('%s tells nobody of claims, comments, suggestions, notes or the original', (id) => {
    const article = withClaim(articleOf(['Le pont mesure 80 m.']), 'claim-one', '80 m', {
      note: 'la note du bureau',
    });
    const [headline, standfirst, byline, ...blocks] = article.body;
    const secret = {
      ...article,
      metadata: { ...article.metadata, notes: 'appeler la source', status: 'in-legal-check' },
      original: {
        sha256: 'b'.repeat(64),
        name: 'chemin-prive.txt',
        format: 'text',
        encoding: 'utf-8',
        size: 1,
      },
      body: [
        headline,
        standfirst,
        byline,
        ...blocks,
        {
          id: 'p9',
          type: 'paragraph',
          content: [
            textRun('proposé', [], [], { inserted: 's1' }),
            textRun('gardé', [], [], { comments: ['comment-one'] }),
          ],
        },
      ] as typeof article.body,
    };
    const text = textOf(formatById(id), secret, newsContext);
    expect(text).toContain('gardé');
    for (const word of [
      'claim-one',
      'comment-one',
      'proposé',
      'la note du bureau',
      'appeler',
      'in-legal-check',
      'chemin-prive',
    ])
      expect(text).not.toContain(word);
  });

  it.each(ids)('%s writes the text of a hostile article as text', (id) => {
    const hostile = '"><script>alert(1)</script>&x;]]>\\u0000';
    const article = fullArticle({ rights: hostile, dateline: hostile, section: hostile }, [
      { id: 'p1', type: 'paragraph', content: [textRun(hostile)] },
      { id: 'e1', type: 'embed', url: 'javascript:alert(1)', content: [textRun('film')] },
    ]);
    const whole = textOf(formatById(id), article, noContext);
    // JSON holds any text as text; what matters is the mark-up in it.
    const text = id === 'ninjs' ? JSON.parse(whole).bodies[0].value : whole;
    expect(text).toContain('alert(1)');
    expect(text).not.toContain('<script>');
    expect(text).not.toMatch(/(?:href|DestinationURL)=\\?"javascript/);
  });
});
