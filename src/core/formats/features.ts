import { marks } from '#core/body/marks';
import type { BlockType } from '#core/body/schema';

const blocks = [
  'headline',
  'standfirst',
  'byline',
  'heading',
  'quote',
  'pull-quote',
  'list',
  'picture',
  'table',
  'code',
  'fact-box',
  'embed',
  'footnote',
  'divider',
] as const satisfies readonly BlockType[];

const details = [
  'attribution',
  'heading-level',
  'numbered-list',
  'list-start',
  'check-list',
  'nested-list',
  'table-header',
  'picture-bytes',
  'picture-width',
  'picture-text',
  'picture-credit',
  'code-language',
  'link',
  'link-title',
  'line-break',
] as const;

const metadata = [
  'language',
  'published',
  'tags',
  'seo-headline',
  'short-headline',
  'dateline',
  'section',
  'source',
  'rights',
  'embargo',
  'due',
  'notes',
  'lead-picture',
] as const;

const record = ['claims', 'queries', 'comments', 'suggestions', 'corrections'] as const;

/** Everything that an article may hold and that a format may have no place for. */
export const features = [...blocks, ...details, ...marks, ...metadata, ...record] as const;
export type Feature = (typeof features)[number];
