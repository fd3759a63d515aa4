import { composeBody } from '#core/body/fields';
import type { IntakeResult } from '#core/intake/types';
import type { Article, Original } from './schema';
import { slugify } from './slug';

interface Origin {
  readonly id: string;
  /** ISO instant. */
  readonly now: string;
  readonly original: Original | null;
}

/** A raw article from what intake found. A story without a line keeps one empty paragraph to write in. */
export function articleFromIntake(result: IntakeResult, { id, now, original }: Origin): Article {
  const { headline, standfirst, byline, blocks } = result;
  const story = blocks.length > 0 ? blocks : [{ id: 'b0', type: 'paragraph' as const, content: [] }];
  return {
    id,
    metadata: {
      language: result.language,
      status: 'raw',
      tags: [...new Set(result.tags.map((tag) => slugify(tag, 'tag')))],
      slug: slugify(headline),
      section: '',
      published: result.published,
      source: '',
      notes: '',
      target: null,
      created: now,
      modified: now,
    },
    body: composeBody({ headline, standfirst, byline }, story),
    claims: [],
    queries: [...result.queries],
    comments: [],
    suggestions: [],
    cuts: [...result.cuts],
    original,
  };
}
