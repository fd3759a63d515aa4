import type { Article, Language, Metadata } from '#core/article/schema';
import type { Block } from '#core/body/schema';
import type { Result } from '#core/failure';

export const formatIds = ['text', 'markdown', 'html', 'html-fragment', 'json'] as const;
export type FormatId = (typeof formatIds)[number];

/** Something that a reader could not keep, or had to guess; `intake.warning.<code>` is its sentence. */
export interface Warning {
  readonly code: WarningCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const warningCodes = [
  'encoding-guessed',
  'mojibake-repaired',
  'undecodable-characters',
  'picture-dropped',
  'embed-dropped',
  'text-dropped',
  'link-dropped',
  'hard-wraps-joined',
  'front-matter-ignored',
  'language-unsure',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** Metadata that a format may carry and that intake has no opinion on. */
export type ImportedDetails = Partial<
  Pick<Metadata, 'seoHeadline' | 'shortHeadline' | 'dateline' | 'rights' | 'due' | 'embargo'>
>;

/** What a reader finds in the bytes, before any editorial decision: intake turns it into an article. */
export interface Imported {
  readonly format: FormatId;
  /** `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`: how the bytes were read. */
  readonly encoding: string;
  /** Set only where the format itself says so (front matter, `<h1>`, `<meta>`): never guessed by a reader. */
  readonly title?: string;
  readonly standfirst?: string;
  readonly byline?: string;
  readonly siteName?: string;
  readonly language?: Language;
  /** A calendar day, `YYYY-MM-DD`. */
  readonly published?: string;
  readonly tags?: readonly string[];
  /** What goes into the article's metadata as it stands. */
  readonly details?: ImportedDetails;
  /** The copy in order, without field blocks; ids are counted (`b1`, `b2` …), so equal bytes give equal blocks. */
  readonly blocks: readonly Block[];
  /** Runs of blank lines wider than a paragraph needs, as they stood; `after` is the block before them, or null. */
  readonly gaps?: readonly { readonly after: string | null; readonly text: string }[];
  readonly warnings: readonly Warning[];
}

export interface ReadContext {
  /** ISO instant; readers have no clock. */
  readonly now: string;
}

export interface WriteContext {
  /** Labels of tags by id, in the article's language; an id that is missing is written as it is. */
  readonly tagLabels: ReadonlyMap<string, string>;
  /** The bytes of the article's pictures by name, for formats that carry them inside. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
}

/** One folder in formats/ gives one of these; the registry lists them, and everything else asks the registry. */
export interface Format {
  readonly id: FormatId;
  /** Lower case, without the dot; the first one names exports. */
  readonly extensions: readonly string[];
  readonly mediaTypes: readonly string[];
  /** Bytes to copy. Codes: `input.empty`, `input.too-large`, `input.binary`, `input.malformed`. */
  readonly read?: (bytes: Uint8Array, context: ReadContext) => Result<Imported>;
  /** The same article always gives the same bytes. */
  readonly write?: (article: Article, context: WriteContext) => Uint8Array;
}

/** The largest file that is imported, in bytes. */
export const maximumImportBytes = 20 * 1024 * 1024;
