import { success } from '#core/failure';
import type { Format } from '../types';
import { writeIcml } from './write';

/** An InCopy story, which InDesign places into a layout (File > Place). */
export const icml: Format = {
  id: 'icml',
  extensions: ['icml'],
  mediaTypes: ['application/x-indesign-icml'],
  write: (article) => success(new TextEncoder().encode(writeIcml(article))),
  loses: [
    'link-title',
    'picture',
    'picture-bytes',
    'picture-width',
    'code-language',
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
    'language',
    'claims',
    'queries',
    'comments',
    'suggestions',
  ],
};
