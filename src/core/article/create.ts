import { composeBody, field } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import type { Block } from '#core/body/schema';
import type { Article, Language } from './schema';
import { slugify } from './slug';

/** The record of an article that nobody has looked at yet. */
export function emptyRecord(): Pick<
  Article,
  'queries' | 'signOffs' | 'dismissals' | 'overrides' | 'corrections'
> {
  return { queries: [], signOffs: [], dismissals: [], overrides: [], corrections: [] };
}

/** An empty article. `now` is an ISO instant, `status` one of the desk's. */
export function createArticle(
  id: string,
  language: Language,
  now: string,
  status: string = 'in-progress',
): Article {
  return {
    id,
    metadata: {
      language,
      status,
      tags: [],
      slug: slugify(''),
      section: '',
      seoHeadline: '',
      shortHeadline: '',
      dateline: '',
      published: null,
      due: null,
      embargo: null,
      source: '',
      rights: '',
      picture: null,
      notes: '',
      target: null,
      created: now,
      modified: now,
    },
    body: composeBody({}, [{ id: 'b1', type: 'paragraph', content: [] }]),
    claims: [],
    ...emptyRecord(),
    comments: [],
    suggestions: [],
    cuts: [],
    original: null,
  };
}

/** The body with another headline; claims that stood on the old one are detached, and say so. */
export function withHeadline(body: readonly Block[], headline: string): Block[] {
  const old = field(body, 'headline');
  return body.map((block) =>
    block === old ? { ...old, content: headline ? [textRun(headline)] : [] } : block,
  );
}
