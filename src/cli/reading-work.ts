import type { Article } from '#core/article/schema';
import type { Language } from '#core/article/values';
import { failure, type Result, success } from '#core/failure';
import { formatById } from '#core/formats/registry';
import type { ArticleSet, FormatId, Publication, Warning, WrittenFile } from '#core/formats/types';
import type { IntakeResult } from '#core/intake/types';
import { suggestClaims } from '#core/suggest/suggest';
import type { Suggestion } from '#core/suggest/types';
import type { Incoming, Taken as TakenIn } from '#storage/import-file';
import { cleanIncoming, readIncoming } from '#storage/read-incoming';
import {
  type Converted,
  contextOf,
  convertTo,
  type Reading,
  type Taken,
  takeIn,
  takeInFor,
} from './conversion';
import { convertFile } from './convert-file';
import type { Outcome, Task } from './outcome';

interface File {
  readonly file: Incoming;
  readonly reading: Reading;
}

/** What a thread that reads files is asked: method → what is given, and what comes back. All of it is plain data. */
export interface ReadingCalls {
  /** A file for a desk. Codes: `input.…`, `article.…`. */
  read: [File, TakenIn];
  /** A file as an article, for a work of several. Codes as for `read`. */
  take: [File, Taken];
  /** A file from disk to disk. */
  convertFile: [Task, Outcome];
  /** A file as another format. Codes: those of `read`, and `format.…`. */
  convert: [
    File & { readonly to: FormatId; readonly publication: Publication | undefined },
    Converted & { readonly from: FormatId; readonly warnings: readonly Warning[] },
  ];
  /** Several articles as one work. Codes: `format.…`. */
  writeSet: [
    {
      readonly to: FormatId;
      readonly set: Omit<ArticleSet, 'articles'>;
      readonly taken: readonly Taken[];
      readonly publication: Publication | undefined;
    },
    readonly WrittenFile[],
  ];
  /** What intake makes of a file. Codes: `input.…`. */
  inspect: [File, IntakeResult];
  /** The checkable spans of a file. Codes as for `read`. */
  claims: [File, readonly Suggestion[]];
}
export type ReadingMethod = keyof ReadingCalls;

export type Given<M extends ReadingMethod> = ReadingCalls[M][0];
export type Answer<M extends ReadingMethod> = Result<ReadingCalls[M][1]>;

type Work = { readonly [M in ReadingMethod]: (given: Given<M>) => Answer<M> | Promise<Answer<M>> };

/** How each question is answered: here is all that knows a reader or a writer. */
export const readingWork: Work = {
  read: ({ file, reading: { now, ...options } }) => readIncoming(file, now, options),
  take: ({ file, reading }) => takeIn(file, reading),
  convertFile: async (task) => success(await convertFile(task)),
  convert: ({ file, reading, to, publication }) => {
    const target = formatById(to);
    const taken = takeInFor(target, file, reading);
    const converted = taken.ok ? convertTo(target, taken.value, publication) : taken;
    if (!taken.ok || !converted.ok) return converted.ok ? failure('internal') : converted;
    const { format, warnings } = taken.value;
    return success({ ...converted.value, from: format, warnings });
  },
  writeSet: ({ to, set, taken, publication }) => {
    const articles = taken.map(({ article }) => article);
    const written = formatById(to).writeSet?.({ ...set, articles }, contextOf(to, taken, publication));
    return written ?? failure('format.no-writer', { format: to, known: '' });
  },
  inspect: ({ file, reading: { now, ...options } }) => cleanIncoming(file, now, options),
  claims: ({ file, reading }) => {
    const taken = takeIn(file, reading);
    return taken.ok ? success(claimsIn(taken.value.article, reading)) : taken;
  },
};

/** An article of our own carries language and date already; what the command line says wins. */
function claimsIn(
  { body, metadata }: Article,
  {
    language,
    published,
  }: { readonly language?: Language | undefined; readonly published?: string | undefined },
): readonly Suggestion[] {
  return suggestClaims({
    body,
    metadata: { language: language ?? metadata.language, published: published ?? metadata.published },
  });
}
