import { createArticle } from '#core/article/create';
import type { Article } from '#core/article/schema';
import { slugify } from '#core/article/slug';
import { isField } from '#core/body/blocks';
import { fieldText } from '#core/body/fields';
import { placeholder } from '#core/body/measures';
import { textRun } from '#core/body/normalize';
import { copyOf } from '#core/body/review';
import type { Block } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import type { StatusEntry } from './schema';
import { isStarter } from './starters/index';
import { firstStatus } from './statuses';
import type { Template } from './templates';

/** The id that a template of this name has: who saves under a name again replaces what was there. */
export function templateId(name: string): string {
  const id = slugify(name, 'template');
  return isStarter(id) ? `own-${id.slice(0, 50).replace(/-$/, '')}` : id;
}

/**
 * An article as a template. Its copy is taken as it stands, without claims, comments, undecided changes and pictures. The
 * headline is of one story only: it is kept between brackets behind a TK, as a model of what is to be written, so that
 * the gate holds back a story that still carries it. The byline and the rest stay as they are.
 */
export function templateFrom({ body, metadata }: Article, name: string): Template {
  const { language, section, status, tags, target, notes } = metadata;
  const copy = copyOf(body).filter(({ type }) => type !== 'picture');
  return {
    id: templateId(name),
    name: name.trim(),
    language,
    section,
    status,
    tags: [...tags],
    target,
    notes,
    body: withStory(copy.map((block) => (block.type === 'headline' ? asModel(block) : block))),
  };
}

function asModel(headline: Extract<Block, { type: 'headline' }>): Block {
  const text = plainText(headline.content).replace(/\s+/g, ' ').trim();
  if (text === '' || text.search(placeholder) >= 0) return headline;
  return { ...headline, content: [textRun(`[TK ${text}]`)] };
}

/** A story of pictures only leaves a paragraph to write in. */
function withStory(body: readonly Block[]): Block[] {
  const isEmpty = body.every(isField);
  return isEmpty ? [...body, { id: 'b1', type: 'paragraph', content: [] }] : [...body];
}

interface Beginning {
  readonly id: string;
  /** ISO instant. */
  readonly now: string;
  readonly statuses: readonly StatusEntry[];
}

/**
 * A new article that begins with a template. A status that the desk no longer has becomes the one that new articles
 * begin with; the slug is the template's name until the article has a headline of its own.
 */
export function articleFromTemplate(template: Template, { id, now, statuses }: Beginning): Article {
  const { name, language, section, status, tags, target, notes, body } = template;
  const isKnown = statuses.some((entry) => entry.id === status);
  const article = createArticle(id, language, now, isKnown ? status : firstStatus(statuses, 'in-progress'));
  const headline = fieldText(body, 'headline');
  const isModel = headline.trim() === '' || headline.search(placeholder) >= 0;
  return {
    ...article,
    metadata: {
      ...article.metadata,
      section,
      tags: [...tags],
      target,
      notes,
      slug: slugify(isModel ? name : headline),
    },
    body: [...body],
  };
}
