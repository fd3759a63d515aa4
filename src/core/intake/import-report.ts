import { type FailureCode, type FailureParams, failure } from '#core/failure';
import { type Warning, type WarningCode, warningCodes } from '#core/formats/types';
import { failureSentence, type Translate } from '#core/messages/index';

/** A file that came in, and what its reader could not keep. */
export interface WarnedFile {
  /** As people know it: in a folder, its place below it. It is shown, and taken by nobody. */
  readonly name: string;
  readonly id: string;
  readonly warnings: readonly Warning[];
}

/** What an import of files or of a folder has come to. */
export interface ImportReport {
  /** The folder's own name; null: files that were chosen one by one. */
  readonly folder: string | null;
  /** How many files there were to read. */
  readonly found: number;
  /** The new articles, in the order of the files. */
  readonly ids: readonly string[];
  readonly warned: readonly WarnedFile[];
  /** Files whose very bytes were imported before, with the article that they became. */
  readonly known: readonly { readonly name: string; readonly id: string }[];
  readonly refused: readonly RefusedFile[];
  /** Files that are no copy: pictures, styles, settings. */
  readonly beside: number;
  /** Somebody stopped it: the rest was not begun, and what was imported stays. */
  readonly cancelled: boolean;
}

export interface RefusedFile {
  readonly name: string;
  readonly code: FailureCode;
  readonly params?: FailureParams;
}

/** One kind of thing that was not kept, with the files where it was found. */
export interface WarningGroup {
  readonly code: WarningCode;
  readonly files: readonly { readonly name: string; readonly id: string; readonly what: readonly string[] }[];
}

/** How many files were not begun. */
export function notBegun({ found, ids, known, refused }: ImportReport): number {
  return Math.max(0, found - ids.length - known.length - refused.length);
}

/** By kind, in the order of the table of codes; `what` holds what each warning names. */
export function warningGroups(warned: readonly WarnedFile[]): WarningGroup[] {
  return warningCodes.flatMap((code) => {
    const files = warned.flatMap(({ name, id, warnings }) => {
      const own = warnings.filter((warning) => warning.code === code);
      return own.length === 0 ? [] : [{ name, id, what: own.flatMap(({ params = {} }) => named(params)) }];
    });
    return files.length === 0 ? [] : [{ code, files }];
  });
}

function named(params: NonNullable<Warning['params']>): string[] {
  return Object.values(params).map(String);
}

/** Why a file was refused; it is called by its place in the folder. */
export function refusalSentence(t: Translate, { name, code, params }: RefusedFile): string {
  return failureSentence(t, failure(code, { ...params, name }));
}

type Show = (value: number) => string;

/** What came of it, sentence by sentence. `show` writes a number as its reader does. */
export function reportSentences(t: Translate, report: ImportReport, show: Show): string[] {
  const { ids, known, refused, cancelled } = report;
  const counted = (key: 'done' | 'known' | 'refused' | 'stopped', count: number): string[] =>
    count === 0 ? [] : [t(`importing.${key}`, { count, number: show(count) })];
  return [
    ...(ids.length === 0 ? [t('importing.none')] : counted('done', ids.length)),
    ...counted('known', known.length),
    ...counted('refused', refused.length),
    ...(cancelled ? counted('stopped', notBegun(report)) : []),
  ];
}

/** The whole report as a text, to be kept or sent to somebody. Ends in a line end. */
export function reportText(t: Translate, report: ImportReport, show: Show): string {
  const { folder, beside, refused, known, warned } = report;
  const title = folder === null ? t('importing.title') : t('importing.title-folder', { folder });
  const sentences = reportSentences(t, report, show);
  const besides = beside === 0 ? [] : [t('importing.beside', { count: beside, number: show(beside) })];
  const sections = [
    section(
      t('importing.refused-title'),
      refused.map((one) => refusalSentence(t, one)),
    ),
    section(
      t('importing.known-title'),
      known.map(({ name }) => name),
    ),
    ...warningGroups(warned).map(({ code, files }) =>
      section(
        t(`importing.kind.${code}`),
        files.map(({ name, what }) => (what.length === 0 ? name : `${name}: ${what.join(' · ')}`)),
      ),
    ),
  ];
  return [title, '', ...sentences, ...besides, ...sections.flat(), ''].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `- ${line}`)];
}
