import { describe, expect, it } from 'vitest';
import { createArticle } from '#core/article/create';
import { parseArticle, serializeArticle } from '#core/article/envelope';
import { articleFromIntake } from '#core/article/from-intake';
import type { Article, Metadata } from '#core/article/schema';
import { composeBody } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import { formatById } from '#core/formats/registry';
import type { FormatId } from '#core/formats/types';
import { intake } from '#core/intake/intake';
import { textOf } from '../../support/written';

const now = '2026-05-12T09:00:00.000Z';
const details = {
  seoHeadline: 'Grève au port : ce qui change lundi',
  shortHeadline: 'Le port en grève',
  dateline: 'Varennes',
  rights: '© Le Fanal: no resale',
  due: '2026-05-13',
  embargo: { until: '2026-05-14T04:00:00.000Z', zone: 'Europe/Paris' },
} satisfies Partial<Metadata>;

function articleWith(metadata: Partial<Metadata>): Article {
  const article = createArticle('a1', 'fr', now);
  const story = [{ id: 'p1', type: 'paragraph' as const, content: [textRun('Le port ferme lundi.')] }];
  return {
    ...article,
    metadata: { ...article.metadata, ...metadata },
    body: composeBody({ headline: 'La grève gagne le port' }, story),
  };
}

function write(format: FormatId, article: Article): string {
  return textOf(formatById(format), article);
}

function imported(format: FormatId, text: string): Article {
  const read = formatById(format).read?.(new TextEncoder().encode(text), { now });
  if (!read?.ok) throw new Error('refused');
  const article = articleFromIntake(intake(read.value, {}), { id: 'x', now, original: null });
  const checked = parseArticle(serializeArticle(article));
  if (!checked.ok) throw new Error(checked.code);
  return checked.value;
}

describe('the metadata of an article goes out and comes in again', () => {
  it.each(['markdown', 'json'] as const)('as %s', (format) =>
    expect(imported(format, write(format, articleWith(details))).metadata).toMatchObject(details),
  );

  it('as an HTML page: the search headline is its title, and the rights stand in its head', () => {
    const page = write('html', articleWith(details));
    expect(page).toContain('<title>Grève au port : ce qui change lundi</title>');
    expect(page).toContain('<h1>La grève gagne le port</h1>');
    const { metadata } = imported('html', page);
    expect(metadata.rights).toBe(details.rights);
    expect(write('html', articleWith({}))).toContain('<title>La grève gagne le port</title>');
  });

  it('and writes nothing of what is empty', () =>
    expect(write('markdown', articleWith({}))).not.toMatch(/rights|dateline|seo|short|due|embargo/));
});

describe('front matter of other programs', () => {
  it.each<readonly [string, Partial<Metadata>]>([
    ['linkTitle: Le port', { shortHeadline: 'Le port' }],
    ['copyright: Le Fanal', { rights: 'Le Fanal' }],
    ['deadline: 2026-05-13', { due: '2026-05-13' }],
    ['due: demain', { due: null }],
    ['embargo: 2026-05-14T06:00:00+02:00', { embargo: { until: '2026-05-14T04:00:00.000Z', zone: 'UTC' } }],
    ['embargo: 2026-05-14 06:00', { embargo: { until: '2026-05-14T06:00:00.000Z', zone: 'UTC' } }],
    [
      'embargo: 2026-05-14T06:00\nembargo_zone: Europe/Paris',
      { embargo: { until: '2026-05-14T04:00:00.000Z', zone: 'Europe/Paris' } },
    ],
    ['embargo: 2026-05-14T06:00\nembargo_zone: Europe/Atlantis', { embargo: null }],
    ['embargo: 2026-02-31T06:00', { embargo: null }],
    ['embargo: until the talks end', { embargo: null }],
    [`rights: ${'x'.repeat(501)}`, { rights: '' }],
  ])('%s', (line, metadata) =>
    expect(
      imported('markdown', `---\ntitle: Le port\n${line}\n---\n\nLe port ferme.\n`).metadata,
    ).toMatchObject(metadata),
  );
});
