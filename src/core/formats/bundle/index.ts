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
  looks: (_head, bytes) =>
    isZip(bytes) && new TextDecoder().decode(bytes.subarray(30, 42)) === 'article.json',
  readWhole: readBundle,
  write: writeBundle,
};
