import { composeBody } from '#core/body/fields';
import type { IntakeResult, RaisedQuery } from '#core/intake/types';
import { emptyRecord } from './create';
import type { Article, Original, Query } from './schema';
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
      seoHeadline: '',
      shortHeadline: '',
      dateline: '',
      published: result.published,
      due: null,
      embargo: null,
      source: '',
      rights: '',
      picture: null,
      notes: '',
      target: null,
      ...result.details,
      created: now,
      modified: now,
    },
    body: composeBody({ headline, standfirst, byline }, story),
    claims: [],
    ...emptyRecord(),
    queries: result.queries.map((query) => raisedAt(query, now)),
    comments: [...(result.review?.comments ?? [])],
    suggestions: [...(result.review?.suggestions ?? [])],
    cuts: [...result.cuts],
    original,
  };
}

/** What intake asks, as a query of the article: put to the author by nobody in particular. */
function raisedAt({ id, reason, blockId, text }: RaisedQuery, at: string): Query {
  return {
    id,
    reason,
    claim: null,
    blockId,
    text,
    to: '',
    events: [{ kind: 'asked', text: '', by: '', at }],
  };
}
