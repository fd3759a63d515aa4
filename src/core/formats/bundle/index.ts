import { isZip } from '../shared/zip';
import type { Format } from '../types';
import { readBundle, writeBundle } from './archive';

/** One article with everything in its folder, as one file: what comes back is the article that went, checks and all. */
export const bundle: Format = {
  id: 'bundle',
  extensions: ['marbre', 'zip'],
  mediaTypes: ['application/zip'],
  binary: true,
  whole: true,
  looks: (head, bytes) => isZip(bytes) && head.slice(30).startsWith('article.json'),
  readWhole: readBundle,
  write: writeBundle,
};
