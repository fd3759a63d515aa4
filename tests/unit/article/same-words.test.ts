import { describe, expect, it } from 'vitest';
import { createArticle, withHeadline } from '#core/article/create';
import { haveSameWords } from '#core/article/same-words';

const article = createArticle('words00001', 'en', '2026-05-12T09:00:00.000Z');
const withMetadata = (change: Partial<typeof article.metadata>) => ({
  ...article,
  metadata: { ...article.metadata, ...change },
});

describe('what two versions of an article share', () => {
  it.each([
    ['when it was saved', withMetadata({ modified: '2026-05-13T09:00:00.000Z' })],
    ['tags', withMetadata({ tags: ['harbour'] })],
    ['status', withMetadata({ status: 'ready' })],
    ['section', withMetadata({ section: 'Council' })],
    ['days', withMetadata({ due: '2026-05-14', published: '2026-05-15' })],
  ])('are its words, whatever becomes of its %s', (_what, other) => {
    expect(haveSameWords(article, other)).toBe(true);
  });

  it.each([
    ['its text', { ...article, body: withHeadline(article.body, 'Another headline') }],
    ['a note', withMetadata({ notes: 'Call back' })],
    ['a slug', withMetadata({ slug: 'another' })],
  ])('are not its words when somebody has written %s', (_what, other) => {
    expect(haveSameWords(article, other)).toBe(false);
  });
});
