import { join } from 'node:path';
import { type Failure, type Result, success } from '#core/failure';
import { type TextField, textFields } from '#core/search/query';
import { type IndexDesk, type IndexRecord, indexRecord } from '#core/search/record';
import type { Shelf } from '#core/search/request';
import { fingerprintOfTerms } from '#core/search/similarity';
import { termsOf } from '#core/search/terms';
import { inFolder, names } from '../article-folder';
import { type ArticleFiles, readArticleFolder } from '../read-folder';
import { bandTerms, printText } from './likeness';
import { packLine } from './line';
import { titleKey } from './title-key';

/** A folder of a desk. */
export interface Place {
  readonly shelf: Shelf;
  readonly folder: string;
}

/** An article as the tables have it. Only texts: it may come from another thread. */
export interface Entry {
  readonly id: string;
  readonly modified: string;
  /** What articles are sorted by title by. */
  readonly title: string;
  readonly original: string | null;
  readonly fingerprint: string;
  readonly summary: string;
  readonly record: string;
  readonly line: string;
  /** In the order of `textFields`. */
  readonly texts: readonly string[];
  /** The same as terms, with blanks between, and the terms that find what resembles it. */
  readonly terms: readonly string[];
  /** Of its record. */
  readonly secrets: readonly string[];
}

/** How much of one text is searched, in UTF-16 units: a novel and more. */
const longestText = 1_000_000;

/** What was found in a folder. */
export interface Found extends Place {
  readonly stamp: string;
  readonly entry: Result<Entry>;
}

/** No file. */
export const noStamp = '';
/** A file that could not be read: no file has this stamp, so that it is tried again each time. */
const unread = '?';

/** What tells whether an article's file is still the one that was read; empty when there is none. */
export async function stampOf(files: ArticleFiles, desk: string, { shelf, folder }: Place): Promise<string> {
  const info = await files.info(inFolder.article(join(desk, names[shelf], folder)));
  return info?.kind === 'file' ? `${info.size}:${info.modified}` : noStamp;
}

/** Reads one folder. Its stamp is taken before: a file that is written meanwhile is read again next time. */
export async function readEntry(
  files: ArticleFiles,
  desk: string,
  place: Place,
  settings: IndexDesk,
): Promise<Found> {
  const stamp = await Promise.resolve(stampOf(files, desk, place)).catch(() => noStamp);
  const read = await readArticleFolder(files, join(desk, names[place.shelf], place.folder));
  if (!read.ok) return { ...place, stamp: isPassing(read) ? unread : stamp, entry: read };
  return { ...place, stamp, entry: success(entryOf(indexRecord(read.value.article, settings))) };
}

/** A disk that did not answer may answer next time. */
function isPassing({ code }: Failure): boolean {
  return code.startsWith('io.');
}

function entryOf(record: IndexRecord): Entry {
  const { summary, texts, has, people, blockers, outcomes, original, secrets } = record;
  const kept = textFields.map((field) => texts[field].slice(0, longestText));
  const terms = kept.map(termsOf);
  const print = fingerprintOfTerms(
    textFields.flatMap((field, at) => (isCopy(field) ? (terms[at] ?? []) : [])),
  );
  return {
    id: summary.id,
    modified: summary.modified,
    title: titleKey(summary.title),
    original,
    fingerprint: printText(print),
    summary: JSON.stringify(summary),
    record: JSON.stringify({ has, people, blockers, outcomes, original, secrets }),
    line: packLine(record),
    texts: kept,
    terms: [...terms, bandTerms(print)].map((words) => words.join(' ')),
    secrets,
  };
}

/** What texts are alike by: what is printed, and nothing that is said about it. */
function isCopy(field: TextField): boolean {
  return field === 'headline' || field === 'standfirst' || field === 'body';
}
