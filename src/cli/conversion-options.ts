import type { Publication } from '#core/formats/types';
import type { Reading } from './conversion';
import type { Options } from './options';

/** How the options want copy to be read. `now` is an ISO instant. */
export function readingOf({ language, published, clean, from }: Options, now: string): Reading {
  return { language, published, clean, from, now };
}

export function publicationOf({ baseUrl, publication }: Options): Publication | undefined {
  if (baseUrl === undefined && publication === undefined) return undefined;
  const address = baseUrl === undefined || baseUrl.endsWith('/') ? (baseUrl ?? '') : `${baseUrl}/`;
  return { name: publication ?? '', address };
}
