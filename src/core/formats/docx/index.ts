import type { Feature } from '../features';
import { isZip, openZip } from '../shared/zip';
import type { Format } from '../types';
import { isWordCompound } from './compound';
import { readDocx } from './read';
import { writeDocx } from './write';

/** A package with a document of Word in it, or what Word wrote before and writes with a password. */
function looksLikeWord(_head: string, bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return isWordCompound(bytes);
  const opened = openZip(bytes);
  return (
    opened.ok &&
    opened.value.names.includes('[Content_Types].xml') &&
    opened.value.names.some((name) => /^word\/document\d*\.xml$/i.test(name))
  );
}

/** What a document of Word has no place for, with or without comments. */
export const lostInWord = [
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
] as const satisfies readonly Feature[];

export const docx: Format = {
  id: 'docx',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  mediaTypes: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.ms-word.document.macroenabled.12',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
  ],
  binary: true,
  looks: looksLikeWord,
  read: readDocx,
  write: writeDocx,
  loses: [...lostInWord, 'comments', 'suggestions', 'corrections'],
};
