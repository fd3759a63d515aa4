import type { Article } from '../article/schema';
import { failure, type Result, success } from '../failure';
import type { Format, WriteContext } from './types';

/** What an article became: a file, and what stands beside it. */
export interface Work {
  readonly bytes: Uint8Array;
  /** The second file of a format that has one, when there is something to tell. */
  readonly sibling: { readonly extension: string; readonly bytes: Uint8Array } | null;
  /** Pictures that the file names, by the path by which it names them: `assets/<name>`. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Writes one article. Codes: `format.…`. */
export function writeOne(format: Format, article: Article, context: WriteContext): Result<Work> {
  if (!format.write) return failure(refusalOf(format), { format: format.id, known: '' });
  const written = format.write(article, context);
  return written.ok ? success(workOf(format, article, context, written.value)) : written;
}

/** Why a format does not write a single article. */
export function refusalOf(format: Format): 'format.app-only' | 'format.set-only' | 'format.no-writer' {
  if (format.printedFrom) return 'format.app-only';
  return format.writeSet ? 'format.set-only' : 'format.no-writer';
}

/** What belongs to the bytes that a format has written of an article. */
export function workOf(format: Format, article: Article, context: WriteContext, bytes: Uint8Array): Work {
  const { sibling, binary } = format;
  const second = sibling?.write(article, context) ?? null;
  return {
    bytes,
    sibling: sibling && second ? { extension: sibling.extension, bytes: second } : null,
    pictures: binary ? new Map() : picturesNamedIn(bytes, context.pictures ?? new Map()),
  };
}

function picturesNamedIn(bytes: Uint8Array, pictures: Work['pictures']): Work['pictures'] {
  if (pictures.size === 0) return pictures;
  const text = new TextDecoder().decode(bytes);
  const named = [...pictures].map(([name, picture]) => [`assets/${name}`, picture] as const);
  return new Map(named.filter(([path]) => text.includes(path)));
}
