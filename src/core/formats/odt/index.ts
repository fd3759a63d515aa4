import { isZip } from '../shared/zip';
import type { Format } from '../types';
import { mediaType } from './package';
import { readOdt } from './read';
import { writeOdt } from './write';

/** The type stands where it can be seen without unpacking anything (ODF 1.3, part 2, 3.3). */
function looksLikeOdt(_head: string, bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return false;
  const start = String.fromCharCode(...bytes.subarray(30, 120));
  return start.startsWith('mimetype') && start.includes(mediaType);
}

/** Text of OpenDocument, as LibreOffice writes it. */
export const odt: Format = {
  id: 'odt',
  extensions: ['odt', 'ott'],
  mediaTypes: [mediaType, `${mediaType}-template`],
  binary: true,
  looks: looksLikeOdt,
  read: readOdt,
  write: writeOdt,
  loses: [
    'code-language',
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
    'claims',
    'queries',
    'comments',
    'suggestions',
    'corrections',
  ],
};
