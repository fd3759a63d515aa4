import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle, serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { summarize } from '#core/article/summary';
import { bodyText } from '#core/body/walk';
import { anchors } from '#core/claims/anchors';
import { deskSchema, vocabularySchema } from '#core/desk/schema';
import { parseQuery } from '#core/search/parse-query';
import {
  articleAt,
  englishStock,
  fileOf,
  frenchStock,
  isWireCopy,
  makeSettings,
  planDesk,
  questionsFor,
  today,
  writeDesk,
} from '../../../bench/lib/desk/index.mjs';
import { openDesk } from '../../../src/storage/desk-store';

const plan = planDesk({ articles: 600, seed: 7 });
const articles = Array.from({ length: plan.articles }, (_, index) => articleAt(plan, index));
const share = (fits: (article: Article) => boolean): number => articles.filter(fits).length / articles.length;
const wordsOf = (article: Article): string[] =>
  bodyText(article.body)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];
const openStages = ['raw', 'in-progress', 'in-check', 'ready'];
const isOpen = ({ metadata }: Article): boolean => openStages.includes(metadata.status);

describe('an article of a generated desk', () => {
  it('is what the program itself would read and write', () => {
    for (const article of articles) {
      const { folder, text } = fileOf(article);
      const parsed = parseArticle(text);
      if (!parsed.ok) throw new Error(`${folder}: ${parsed.detail}`);
      expect(serializeArticle(parsed.value)).toBe(text);
    }
  });

  it('is the same for the same seed and another for another', () => {
    const again = planDesk({ articles: 600, seed: 7 });
    const other = planDesk({ articles: 600, seed: 8 });
    for (const index of [0, 299, 599]) {
      expect(fileOf(articleAt(again, index))).toEqual(fileOf(articleAt(plan, index)));
      expect(fileOf(articleAt(other, index))).not.toEqual(fileOf(articleAt(plan, index)));
    }
  });

  it('has its claims on words of its text', () => {
    const claimed = articles.filter(({ claims }) => claims.length > 0);
    expect(claimed.length).toBeGreaterThan(100);
    for (const { body, claims } of claimed)
      expect([...anchors(body).keys()].sort()).toEqual(claims.map(({ id }) => id).sort());
  });

  it('keeps its own id, and nobody else’s', () => {
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
  });
});

describe('the articles of a generated desk', () => {
  const counts = articles.map((article) => summarize(article).claims);
  const sum = (key: 'checked' | 'stale' | 'open'): number =>
    counts.reduce((total, count) => total + count[key], 0);

  it.each<[string, (article: Article) => boolean, number, number]>([
    ['are three in five French', ({ metadata }) => metadata.language === 'fr', 0.55, 0.65],
    ['have claims in one of three', ({ claims }) => claims.length > 0, 0.27, 0.45],
    ['are out, nearly all', (article) => !isOpen(article), 0.79, 0.81],
    ['ask open questions here and there', (article) => summarize(article).openQueries > 0, 0.01, 0.15],
    ['have tags, mostly', ({ metadata }) => metadata.tags.length > 0, 0.6, 0.85],
    ['are due when they are in work', ({ metadata }) => metadata.due !== null, 0.1, 0.2],
    ['are held back at times', ({ metadata }) => metadata.embargo !== null, 0.005, 0.06],
    [
      'are signed by people of the desk',
      (article) => plan.bylines.includes(summarize(article).byline),
      0.8,
      0.93,
    ],
  ])('%s', (_, fits, least, most) => {
    expect(share(fits)).toBeGreaterThan(least);
    expect(share(fits)).toBeLessThan(most);
  });

  it('are checked for the most part, and stale in places', () => {
    expect(sum('checked')).toBeGreaterThan(sum('open'));
    expect(sum('stale')).toBeGreaterThan(3);
    expect(sum('stale')).toBeLessThan(sum('checked') / 10);
  });

  it('stand in fourteen sections and were published over ten years, less at weekends', () => {
    expect(new Set(articles.map(({ metadata }) => metadata.section)).size).toBe(14);
    const days = articles.flatMap(({ metadata }) => metadata.published ?? []);
    expect(days[0]?.slice(0, 4)).toBe('2016');
    expect(days.at(-1)?.slice(0, 4)).toBe(today.slice(0, 4));
    const atWeekends = days.filter((day) => [0, 6].includes(new Date(day).getUTCDay())).length;
    expect(atWeekends / days.length).toBeLessThan(0.22);
  });

  it('are about 350 words long in the middle, and some are very long', () => {
    const large = planDesk({ articles: 2_000, seed: 3 });
    const lengths = Array.from({ length: 2_000 }, (_, index) => wordsOf(articleAt(large, index)).length);
    lengths.sort((a, b) => a - b);
    expect(lengths[1_000]).toBeGreaterThan(300);
    expect(lengths[1_000]).toBeLessThan(430);
    expect(lengths.filter((length) => length > 2_900).length).toBeGreaterThan(1);
    expect(lengths.at(-1)).toBeLessThan(23_000);
  });

  it('come twice at times, with one paragraph changed', () => {
    const large = planDesk({ articles: 3_000, seed: 7 });
    const copies = Array.from({ length: 3_000 }, (_, index) => index).filter((index) =>
      isWireCopy(large, index),
    );
    expect(copies.length).toBeGreaterThan(5);
    expect(copies.length).toBeLessThan(30);
    for (const index of copies.slice(0, 5)) {
      const lines = new Set(textsOf(articleAt(large, index)));
      const known = Array.from({ length: 40 }, (_, back) => textsOf(articleAt(large, index - 1 - back)));
      const likeness = Math.max(...known.map((texts) => texts.filter((text) => lines.has(text)).length));
      expect(likeness).toBeGreaterThanOrEqual(lines.size - 4);
    }
  });
});

/** Text of headline and blocks; claims may stand on other words in the copy. */
function textsOf(article: Article): string[] {
  return bodyText(article.body).split('\n\n');
}

describe('the words of a generated desk', () => {
  const seen = new Map<string, number>();
  let atHalf = 0;
  for (const [index, article] of articles.entries()) {
    for (const word of wordsOf(article)) seen.set(word, (seen.get(word) ?? 0) + 1);
    if (index === articles.length / 2) atHalf = seen.size;
  }
  const ranked = [...seen].sort(([, one], [, other]) => other - one);

  it('are as frequent as Zipf’s law says', () => {
    const at = (rank: number): number => Math.log(ranked[rank]?.[1] ?? 1);
    const slope = (at(2_000) - at(20)) / (Math.log(2_000) - Math.log(20));
    expect(slope).toBeLessThan(-0.7);
    expect(slope).toBeGreaterThan(-1.4);
  });

  it('grow in number with the text', () => {
    expect(seen.size).toBeGreaterThan(atHalf * 1.12);
    const once = ranked.filter(([, count]) => count === 1).length;
    expect(once / ranked.length).toBeGreaterThan(0.2);
  });

  it('are led by the little words of French and English', () => {
    const leading = ranked.slice(0, 25).map(([word]) => word);
    expect(leading).toEqual(expect.arrayContaining(['de', 'la', 'le', 'les', 'the', 'of']));
  });

  it.each([
    ['French', frenchStock],
    ['English', englishStock],
  ])('come from a stock of at least 1,500 in %s', (_, stock) => {
    expect(entriesOf(stock).size).toBeGreaterThanOrEqual(1_500);
  });
});

function entriesOf(value: unknown): Set<string> {
  if (typeof value === 'string') return new Set(value.includes('{') ? [value] : value.split(' '));
  return new Set(Object.values(value as object).flatMap((inner) => [...entriesOf(inner)]));
}

describe('the questions to a generated desk', () => {
  const questions = questionsFor(plan);

  it('are two hundred, of five kinds, and the same each time', () => {
    const countOf = (wanted: string): number => questions.filter(({ kind }) => kind === wanted).length;
    expect(['rare', 'common', 'phrase', 'prefix', 'filter'].map(countOf)).toEqual([40, 40, 30, 40, 50]);
    expect(questionsFor(planDesk({ articles: 600, seed: 7 }))).toEqual(questions);
  });

  it('are understood, each of them', () => {
    const misunderstood = questions.filter(
      ({ query, typing }) => parseQuery(query, { today, typing }).problems.length > 0,
    );
    expect(misunderstood).toEqual([]);
  });
});

it('writes a desk that opens', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-generated-'));
  try {
    writeDesk(folder, { articles: 12, seed: 1 });
    const opened = await openDesk(folder);
    if (!opened.ok) throw new Error(opened.code);
    const listing = await opened.value.articles.list();
    expect(listing.articles).toHaveLength(12);
    expect(listing.problems).toEqual([]);
    const vocabulary = vocabularySchema.parse(
      JSON.parse(readFileSync(join(folder, 'vocabulary.json'), 'utf8')),
    );
    expect(vocabulary.tags.length).toBeGreaterThan(750);
    const ids = new Set(vocabulary.tags.map(({ id }) => id));
    expect(listing.articles.flatMap(({ tags }) => tags).filter((tag) => !ids.has(tag))).toEqual([]);
    expect(deskSchema.parse(makeSettings(plan)).version).toBe(opened.value.settings.version);
    expect(readdirSync(join(folder, 'trash'))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
