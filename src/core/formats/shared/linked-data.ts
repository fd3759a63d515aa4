import type { Publication } from '../types';
import { publicationAddress } from './address';

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };

/** The publication as schema.org has it; undefined when it has no name. */
export function publisherOf(publication: Publication | undefined): Json | undefined {
  const name = publication?.name.trim() ?? '';
  if (name === '') return undefined;
  return { '@type': 'Organization', name, url: publicationAddress(publication) ?? undefined };
}

/** JSON-LD as a file. `<` is escaped, so that it may stand in a `script` of a page as it is. */
export function linkedData(value: Json): string {
  return `${JSON.stringify(value, null, 2).replaceAll('<', '\\u003c')}\n`;
}

/** What names an organisation and nobody: initials or one other word, or a word that only they have. */
const organisation =
  /^\S+$|(?<!\p{L})(?:agence|agency|press|presse|news|newsroom|rédaction|staff|desk|service)(?!\p{L})/iu;

/** Whether a name in a byline is that of a body: schema.org wants to know whether it is a person. */
export function isOrganisation(name: string, known: readonly string[]): boolean {
  return (
    known.some((other) => other !== '' && other.toLowerCase() === name.toLowerCase()) ||
    organisation.test(name)
  );
}
