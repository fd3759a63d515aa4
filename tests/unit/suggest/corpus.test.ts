import { describe, expect, it } from 'vitest';
import { evaluate, f1, precision, readCorpus, recall, type Score } from '../../support/claims-corpus';

const stories = readCorpus();
const { scores, misses } = evaluate(stories);

/** The least F1 of each kind; what is marked and what is found must be the same words at the same place. */
const floors = { quotation: 0.9, number: 0.95, date: 0.95, percentage: 0.95, person: 0.8 } as const;
const leastOfFacts = 0.95;

function scoreOf(key: string): Score {
  return scores.get(key) ?? { found: 0, gold: 0, hits: 0 };
}

function missesOf(language: string, kind: string): string[] {
  return misses
    .filter((miss) => miss.kind === kind && miss.story.startsWith(language))
    .map(({ story, side, text, note }) => `${side} ${story}: ${text}${note ? ` [${note}]` : ''}`);
}

describe('the corpus', () => {
  it('has at least fifteen stories in each language', () => {
    for (const language of ['fr', 'en'])
      expect(stories.filter((story) => story.language === language).length).toBeGreaterThanOrEqual(15);
  });
});

describe.each(['fr', 'en'] as const)('suggestions for the %s stories', (language) => {
  it.each(Object.entries(floors))('find each %s with an F1 of at least %d', (kind, floor) => {
    const score = scoreOf(`${language} ${kind}`);
    expect(score.gold).toBeGreaterThan(20);
    expect(
      f1(score),
      `precision ${precision(score)}, recall ${recall(score)}\n${missesOf(language, kind).join('\n')}`,
    ).toBeGreaterThanOrEqual(floor);
  });

  it('find something to check in every sentence that states a fact, nearly', () => {
    expect(recall(scoreOf(`${language} fact`)), missesOf(language, 'fact').join('\n')).toBeGreaterThanOrEqual(
      leastOfFacts,
    );
  });

  it('count relative dates from the day of publication', () => {
    expect(
      recall(scoreOf(`${language} resolved`)),
      missesOf(language, 'resolved').join('\n'),
    ).toBeGreaterThanOrEqual(0.9);
  });
});
