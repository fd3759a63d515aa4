import { success } from '#core/failure';
import type { Format } from '../types';
import { profiles } from './profile';
import { readMarkdown } from './read';
import { writeMarkdown } from './write';

/** What no Markdown has a place for. */
const lost = [
  'picture-width',
  'picture-credit',
  'picture-bytes',
  'embed',
  'lead-picture',
  'section',
  'source',
  'notes',
] as const;

function formatOf(id: keyof typeof profiles): Format {
  return {
    id,
    extensions: ['md'],
    mediaTypes: ['text/markdown'],
    loses: lost,
    write: (article, context) =>
      success(new TextEncoder().encode(writeMarkdown(article, context, profiles[id]))),
  };
}

/** CommonMark with GFM's signs, and what Marbre's own reader wants to know in front. */
export const markdown: Format = {
  ...formatOf('markdown'),
  extensions: ['md', 'markdown', 'mdown'],
  read: readMarkdown,
};

/** Profiles are written only: what they write is read as Markdown is. */
export const markdownCommonmark = formatOf('markdown-commonmark');
export const markdownHugo = formatOf('markdown-hugo');
export const markdownObsidian = formatOf('markdown-obsidian');
