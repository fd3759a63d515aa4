import type { Article, Language, Metadata } from '#core/article/schema';
import type { Block } from '#core/body/schema';
import type { Scale } from '#core/claims/scale';
import type { Result } from '#core/failure';
import type { Comment, Suggestion } from '#core/review/schema';
import type { Feature } from './features';

export const formatIds = [
  'markdown',
  'markdown-commonmark',
  'markdown-hugo',
  'markdown-obsidian',
  'html',
  'html-fragment',
  'html-email',
  'docx',
  'docx-review',
  'odt',
  'pdf',
  'epub',
  'text',
  'text-wrapped',
  'icml',
  'ninjs',
  'nitf',
  'newsml-g2',
  'news-article',
  'claim-review',
  'eml',
  'site',
  'json',
  'bundle',
] as const;
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
  'picture-missing',
  'embed-dropped',
  'text-dropped',
  'link-dropped',
  'hard-wraps-joined',
  'front-matter-ignored',
  'language-unsure',
  'attachment-dropped',
  'object-dropped',
  'style-dropped',
  'field-dropped',
  'comment-dropped',
  'change-settled',
  'wiki-link-flattened',
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
  /** Pictures that came inside the file, by the names that blocks and details use (`assetNameOf`). */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  /** Pictures that the text names and that may lie beside it, as it writes them: `images/x.png`, `[[x.png]]`. */
  readonly wanted?: readonly string[];
  /** What colleagues said and wanted changed; runs in `blocks` carry the ids. */
  readonly review?: { readonly comments: readonly Comment[]; readonly suggestions: readonly Suggestion[] };
  readonly warnings: readonly Warning[];
}

/** An article that came whole, with what lies in its folder: paths with forward slashes, relative to the folder. */
export interface Packed {
  readonly article: Article;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface ReadContext {
  /** ISO instant; readers have no clock. */
  readonly now: string;
  /**
   * What was found of the pictures that a first reading wanted (`Imported.wanted`): their names in the article's assets;
   * null for one that is there and cannot be kept. Without it nothing was looked for.
   */
  readonly pictures?: ReadonlyMap<string, string | null>;
}

export interface WriteContext {
  /** Labels of tags by id, in the article's language; an id that is missing is written as it is. */
  readonly tagLabels: ReadonlyMap<string, string>;
  /** The bytes of the article's pictures by name, for formats that carry them inside. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  /** Everything in the article's folder but `article.json`, by relative path, for formats that carry it all. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** Who publishes, and where: without it nothing is written that would need an address. */
  readonly publication?: Publication;
  /** What the desk's checks can find, for formats that tell of outcomes; absent: the scale that every desk begins with. */
  readonly outcomeScale?: Scale;
}

/** The publication that a desk works for. */
export interface Publication {
  readonly name: string;
  /** Where its articles stand, with a slash at the end: `https://example.org/news/`; empty: not known. */
  readonly address: string;
}

/** Several articles that are written as one work. */
export interface ArticleSet {
  readonly title: string;
  readonly language: Language;
  /** In reading order. */
  readonly articles: readonly Article[];
}

export interface WrittenFile {
  /** With forward slashes, relative to the folder that was chosen. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * One folder in formats/ gives one of these; the registry lists them, and everything else asks the registry.
 * Readers and writers are pure and synchronous, and know no clock, disk or time zone.
 */
export interface Format {
  readonly id: FormatId;
  /** Lower case, without the dot; the first one names exports. */
  readonly extensions: readonly string[];
  readonly mediaTypes: readonly string[];
  /** Its bytes are no text that one could show. */
  readonly binary?: true;
  /**
   * Whether a file is of this format beyond doubt, whatever its name says. `head` is the beginning of the file as
   * text, without white space in front; `bytes` is all of it.
   */
  readonly looks?: (head: string, bytes: Uint8Array) => boolean;
  /** Bytes to copy. Codes: `input.…`. */
  readonly read?: (bytes: Uint8Array, context: ReadContext) => Result<Imported>;
  /** Bytes to an article as it was, for our own formats. Codes: `input.…`, `article.…`. */
  readonly readWhole?: (bytes: Uint8Array) => Result<Packed>;
  /** The same article always gives the same bytes. Code: `format.needs-address`, `format.nothing-to-write`. */
  readonly write?: (article: Article, context: WriteContext) => Result<Uint8Array>;
  /** A second file beside the first, for what the format itself has no place for; null when there is nothing. */
  readonly sibling?: {
    readonly extension: string;
    readonly write: (article: Article, context: WriteContext) => Uint8Array | null;
  };
  /** Several articles as one work: one file (its path is its name), or a folder of files. */
  readonly writeSet?: (set: ArticleSet, context: WriteContext) => Result<readonly WrittenFile[]>;
  /** Its writers are given claims, comments and suggestions too. All others get the copy alone. */
  readonly whole?: true;
  /** The app prints this format's page; nobody else can. */
  readonly printedFrom?: FormatId;
  /** What does not come back when an article is written and read again, or is not written at all. */
  readonly loses?: readonly Feature[];
}

/** The largest file that is imported, in bytes. */
export const maximumImportBytes = 20 * 1024 * 1024;
