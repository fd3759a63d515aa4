import { success } from '#core/failure';
import type { Format } from '../types';
import { writeClaims } from './claims';
import { readNinjs } from './read';
import { writeNinjs } from './write';

/** How far a document is looked at, in bytes: a story may stand before what says of which kind it is. */
const sample = 512 * 1024;

/** IPTC's News in JSON: versions 2 and 3 are read, 3.1 is written. Claims go into a file of their own. */
export const ninjs: Format = {
  id: 'ninjs',
  extensions: ['json'],
  mediaTypes: ['application/json'],
  looks: (head, bytes) =>
    head.startsWith('{') && isNinjs(new TextDecoder().decode(bytes.subarray(0, sample))),
  read: readNinjs,
  write: (article, context) => success(new TextEncoder().encode(writeNinjs(article, context))),
  sibling: { extension: 'claims.json', write: writeClaims },
  loses: [
    'picture-bytes',
    'section',
    'source',
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

/** It says so itself; or it has what every ninjs item has, and no other format has together. */
function isNinjs(text: string): boolean {
  const has = (key: string): boolean => new RegExp(`"${key}"\\s*:`, 'i').test(text);
  if (/"format"\s*:\s*"marbre-/.test(text)) return false;
  if (/std\/ninjs\/|"name"\s*:\s*"ninjs"/i.test(text)) return true;
  const isText = has('headlines') || has('bodies') || has('body_xhtml') || has('body_text');
  return has('uri') && isText && (has('pubstatus') || has('versioncreated') || has('type'));
}
