import { z } from 'zod';
import type { Licences } from '#core/about/licences';
import type { AlikeArticle } from '#core/article/alike';
import { maximumArticleBytes } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { articleIdSchema, articleSchema, daySchema, nameIdSchema } from '#core/article/schema';
import { languages } from '#core/article/values';
import { type BackupPlan, backupHoursSchema } from '#core/backup/schedule';
import { maximumEvidenceBytes } from '#core/claims/evidence-files';
import type { Query } from '#core/claims/record-schema';
import type { SimilarClaim } from '#core/claims/reuse';
import {
  claimSchema,
  type EvidenceFile,
  evidenceFileSchema,
  type SealedSource,
  sealIdSchema,
} from '#core/claims/schema';
import type { CommandId } from '#core/commands/table';
import { contextFacts } from '#core/commands/table';
import type { SealedNow, Secret } from '#core/confidential/sealed';
import { secretSchema } from '#core/confidential/sealed-schema';
import { type ConfidentialView, longestPassphrase, type SealReport } from '#core/confidential/values';
import { batchChangeSchema } from '#core/desk/batch';
import {
  type Desk,
  frenchSpaces,
  gateSchema,
  publicationSchema,
  savedSearchSchema,
  scaleSchema,
  statusListSchema,
  type Tag,
  tagFieldsSchema,
  tagIdSchema,
} from '#core/desk/schema';
import { calendarFields, columnWidths, tableColumns } from '#core/desk/table-columns';
import { type Template, templateSchema } from '#core/desk/templates';
import { longestName, tagTypes } from '#core/desk/values';
import { dossierFormats } from '#core/dossier/formats';
import type { FailureCode, FailureParams } from '#core/failure';
import { paperSizes } from '#core/formats/offers';
import { formatIds, maximumImportBytes, type Warning } from '#core/formats/types';
import type { SnapshotInfo } from '#core/history/snapshots';
import { snapshotIdSchema, snapshotReasons } from '#core/history/snapshots';
import type { ImportReport } from '#core/intake/import-report';
import { englishSpellings, spellings } from '#core/language/spelling';
import type { Overview } from '#core/overview/overview';
import { mostRecentSearches } from '#core/search/recent';
import type { IndexStatus, SearchAnswer, SearchHit } from '#core/search/request';
import { maximumHits, shelves, sortKeys } from '#core/search/request';
import type { ConceptReport } from '#core/vocabulary/add-concepts';
import type { eventNames } from './names';

/**
 * The one contract between the window and the main process. A channel is a task that a journalist would name; no
 * input or output holds a path. Inputs are `unknown` until their schema has read them, once, in the router.
 */
const nothing = z.undefined();
/** Paper is asked for by what is printed; else it says nothing. */
const exportRequest = z.strictObject({
  id: articleIdSchema,
  format: z.enum(formatIds),
  paper: z.enum(paperSizes).optional(),
});

const named = z.strictObject({ id: articleIdSchema });

/**
 * An article as JSON. Electron copies a tree of objects four times on its way, at the cost of a frame and more for a
 * long article each time it is saved while somebody types; a string goes at once.
 */
const articleText = z
  .string()
  .max(maximumArticleBytes)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(articleSchema);

/** One file as the window can give it: bytes and a name to show, never a place. */
const incoming = z.strictObject({
  name: z.string().max(255),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= maximumImportBytes, 'too large'),
});

const passphrase = z.string().max(longestPassphrase);
/** A sealed source of an article, as the article names it. */
const sealName = z.strictObject({ id: articleIdSchema, seal: sealIdSchema, file: sealIdSchema.nullable() });

/** The articles that a batch is about. */
const batchIds = z.array(articleIdSchema).min(1).max(100_000);

const searchRequest = z.strictObject({
  query: z.string().max(4_000),
  typing: z.boolean(),
  sort: z.strictObject({ by: z.enum(sortKeys), descending: z.boolean() }).nullable(),
  offset: z.int().min(0).max(10_000_000),
  limit: z.int().min(0).max(maximumHits),
  facets: z.boolean(),
  shelf: z.enum(shelves),
  today: daySchema,
});

export const libraryParts = ['folders', 'facets'] as const;
export type LibraryPart = (typeof libraryParts)[number];

/** A search that led somewhere, and the id of the desk that it was made on. */
const recentSearchSchema = z.strictObject({ desk: z.string().max(64), query: z.string().max(2_000) });
const tagIdsSchema = z.array(tagIdSchema).min(1).max(1_000);

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];
export const interfaceLanguages = [...languages, 'system'] as const;

export const preferencesSchema = z.strictObject({
  language: z.enum(interfaceLanguages),
  theme: z.enum(themes),
  libraryShown: z.boolean(),
  panelShown: z.boolean(),
  /** How the person signs comments and suggestions; may be empty. */
  name: z.string().max(120),
  /** Size of the copy, in hundredths. */
  zoom: z.int().min(50).max(250),
  focusMode: z.boolean(),
  typewriter: z.boolean(),
  invisibles: z.boolean(),
  smartPunctuation: z.boolean(),
  /** Whether the spelling of the copy is checked. */
  spelling: z.boolean(),
  english: z.enum(englishSpellings),
  libraryWidth: z.number().min(160).max(600),
  panelWidth: z.number().min(200).max(700),
  /** The columns of the desk's table that are shown, in the table's own order. */
  tableColumns: z.array(z.enum(tableColumns)).max(tableColumns.length),
  /** Widths that somebody has chosen, in CSS pixels. */
  tableWidths: z.partialRecord(
    z.enum(tableColumns),
    z.int().min(columnWidths.minimum).max(columnWidths.maximum),
  ),
  /** The days by which the calendar shows articles. */
  calendarBy: z.enum(calendarFields),
  /** Parts of the library that are unfolded. */
  libraryOpen: z.array(z.enum(libraryParts)).max(libraryParts.length),
  /** Newest first. */
  recentSearches: z.array(recentSearchSchema).max(mostRecentSearches),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const channels = {
  'app.start': nothing,
  'app.licences': nothing,
  'preferences.set': preferencesSchema.partial(),
  'menu.context': z.strictObject({ facts: z.array(z.enum(contextFacts)).max(contextFacts.length) }),
  'window.ready-to-close': nothing,
  /** The window cannot close now: its text is not on disk, and the person wants to stay. */
  'window.keep-open': nothing,
  'link.open': z.strictObject({ url: z.string().max(4_096) }),
  /** Checks the spelling of what is written in this language from now on; null: of nothing. */
  'spelling.use': z.strictObject({ spelling: z.enum(spellings).nullable() }),
  'desk.choose': nothing,
  'desk.create': nothing,
  'desk.open-sample': nothing,
  'desk.open-recent': z.strictObject({ id: z.string().max(64) }),
  'desk.change': z
    .strictObject({
      frenchSpace: z.enum(frenchSpaces),
      outcomeScale: scaleSchema,
      gate: gateSchema,
      onePerson: z.boolean(),
      statuses: statusListSchema,
      searches: z.array(savedSearchSchema).max(200),
      publication: publicationSchema,
    })
    .partial(),
  /** What was ever given as an outcome on the open desk. */
  'desk.outcomes-used': nothing,
  'library.search': searchRequest,
  /** The ids of everything that a search finds, in its order: what “select all” means. */
  'library.ids': searchRequest.pick({ query: true, sort: true, shelf: true, today: true }),
  /** How many articles each of these queries finds. */
  'library.counts': z.strictObject({ queries: z.array(z.string().max(2_000)).max(200), today: daySchema }),
  'library.problems': nothing,
  'library.status': nothing,
  /** Makes the index anew from the articles, in the background. */
  'library.rebuild': nothing,
  /** Articles that are about the same thing, best first. */
  'library.similar': named,
  /** The figures of the front page; `weeks`: how far back, this week included. */
  'library.overview': z.strictObject({ today: daySchema, weeks: z.int().min(1).max(104).optional() }),
  'article.open': named,
  /** `template`: a template of the desk, or a starter, that it begins with; its language then holds. */
  'article.create': z.strictObject({
    language: z.enum(languages).optional(),
    template: nameIdSchema.optional(),
  }),
  /** An article as it lies on disk, without opening it. */
  'article.peek': named,
  /** Brings the copy of one article (`from`, imported just now, which goes to the trash) into another. */
  'article.update-from': z.strictObject({ id: articleIdSchema, from: articleIdSchema }),
  'article.save': z.strictObject({
    article: articleText,
    base: z.string().max(64),
    force: z.boolean().optional(),
  }),
  /** Puts a version that lost a conflict into the article's history. */
  'article.set-aside': z.strictObject({ article: articleSchema }),
  'article.rename': z.strictObject({ id: articleIdSchema, title: z.string().max(2_000) }),
  'article.trash': named,
  'article.restore': named,
  /** Puts the newest whole version of the history in the place of a damaged or missing file. */
  'article.recover': named,
  'article.original': named,
  /** Does the same to many articles, each by an ordinary save. */
  'batch.change': z.strictObject({ ids: batchIds, change: batchChangeSchema }),
  /** Takes a batch back, where nobody has changed the articles since. */
  'batch.undo': z.strictObject({ token: z.string().max(64) }),
  /** Stops the batch that is running; what it has done stays done. */
  'batch.cancel': nothing,
  /** Writes each article into a folder that the person chooses. */
  'batch.export': z.strictObject({ ids: batchIds, format: z.enum(formatIds) }),
  'intake.choose': nothing,
  /** Brings everything in a folder that the person chooses onto the desk; `batch.cancel` stops it. */
  'intake.folder': nothing,
  'intake.files': z.strictObject({ files: z.array(incoming).min(1).max(200) }),
  'intake.paste': nothing,
  /** Writes the report of an import where the person says. */
  'intake.save-report': z.strictObject({ text: z.string().max(20_000_000) }),
  'picture.add': z.strictObject({ id: articleIdSchema, bytes: z.instanceof(Uint8Array) }),
  'picture.choose': named,
  'clipboard.read': nothing,
  'history.list': named,
  'history.read': z.strictObject({ id: articleIdSchema, snapshot: snapshotIdSchema }),
  'history.keep': z.strictObject({
    id: articleIdSchema,
    reason: z.enum(snapshotReasons),
    name: z.string().max(200),
  }),
  'history.forget': z.strictObject({ id: articleIdSchema, snapshot: snapshotIdSchema }),
  'export.render': exportRequest,
  'export.save': exportRequest,
  /** `confidential`: encrypted from its first byte on the disk. */
  'evidence.choose': z.strictObject({ id: articleIdSchema, confidential: z.boolean() }),
  'evidence.add': z.strictObject({
    id: articleIdSchema,
    confidential: z.boolean(),
    name: z.string().max(255),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= maximumEvidenceBytes, 'too large'),
  }),
  'evidence.read': z.strictObject({ id: articleIdSchema, file: evidenceFileSchema }),
  'evidence.text': z.strictObject({ id: articleIdSchema, file: evidenceFileSchema }),
  'confidential.state': nothing,
  'confidential.set-up': z.strictObject({ passphrase }),
  'confidential.unlock': z.strictObject({ passphrase }),
  /** Forgets the passphrase and everything that was opened with it. */
  'confidential.lock': nothing,
  'confidential.change-passphrase': z.strictObject({ passphrase, next: passphrase }),
  /** A new key for what is added from now on; what was encrypted stays. */
  'confidential.start-over': z.strictObject({ passphrase }),
  /** Encrypts every file anew, for another key with the same passphrase. */
  'confidential.change-key': z.strictObject({ passphrase }),
  /** Encrypts what was confidential before the desk had a passphrase. */
  'confidential.protect': nothing,
  /** Stops either; what was done stays done. */
  'confidential.stop': nothing,
  'confidential.open': sealName,
  /** Seals a source that is sealed already with other words; `file` is the seal of its file, which stays. */
  'confidential.seal': z.strictObject({
    id: articleIdSchema,
    secret: secretSchema,
    file: sealIdSchema.nullable(),
  }),
  /** The source is not confidential any more: its file is copied into the article in clear. */
  'confidential.reveal': sealName,
  'claims.similar': z.strictObject({ id: articleIdSchema, claim: claimSchema }),
  'queries.list': nothing,
  'dossier.render': z.strictObject({ id: articleIdSchema, confidential: z.boolean() }),
  'dossier.save': z.strictObject({
    id: articleIdSchema,
    format: z.enum(dossierFormats),
    /** Whether confidential evidence is shown. */
    confidential: z.boolean(),
  }),
  'tag.list': nothing,
  /** The tag with this label, made when there is none: what somebody types into an article's tags. */
  'tag.create': z.strictObject({
    label: z.string().min(1).max(longestName),
    language: z.enum(languages),
    type: z.enum(tagTypes).optional(),
  }),
  /** A new tag; a name that is taken is refused. */
  'tag.add': tagFieldsSchema,
  'tag.change': z.strictObject({
    id: tagIdSchema,
    fields: tagFieldsSchema,
    /** Labels that it had become other names of it. */
    keepNames: z.boolean(),
  }),
  /** How many articles have any of these tags themselves, narrower ones not counted. */
  'tag.preview': z.strictObject({ ids: tagIdsSchema }),
  'tag.merge': z.strictObject({ ids: tagIdsSchema, into: tagIdSchema }),
  'tag.retire': z.strictObject({ ids: tagIdsSchema, retired: z.boolean() }),
  /** `force`: takes it off the articles that have it. */
  'tag.remove': z.strictObject({ id: tagIdSchema, force: z.boolean() }),
  /** The seventeen topics that everything in IPTC's list stands below. */
  'tag.add-iptc': nothing,
  'tag.import-iptc': nothing,
  'tag.undo': z.strictObject({ step: z.int().min(1) }),
  /** Stops the change of articles that is running; what was changed stays, and can be undone. */
  'tag.stop': nothing,
  'backup.status': nothing,
  'backup.change': z.strictObject({ isOn: z.boolean(), hours: backupHoursSchema }).partial(),
  /** The person chooses the folder that backups go to. */
  'backup.choose': nothing,
  'backup.now': nothing,
  /** Stops the backup that is being made or brought back; earlier ones stand, and of the new one nothing is left. */
  'backup.stop': nothing,
  /** Makes a desk in a folder that the person chooses, from a backup that the person chooses. */
  'backup.restore': nothing,
  /** Opens the desk that was brought back last: by then somebody may have typed on, and that goes to disk first. */
  'backup.open-restored': nothing,
  'template.list': nothing,
  /** One with the same id is replaced. */
  'template.save': z.strictObject({ template: templateSchema }),
  'template.remove': z.strictObject({ id: nameIdSchema }),
} as const satisfies Record<string, z.ZodType>;

export type ChannelName = keyof typeof channels;
export type Input<C extends ChannelName> = z.infer<(typeof channels)[C]>;
/** What a caller gives, before its schema has read it. */
export type Asked<C extends ChannelName> = z.input<(typeof channels)[C]>;

/** A file as a source of the article: in clear, or sealed when it was attached as confidential. */
export type AttachedFile = EvidenceFile | SealedSource;

/** How the backups of the open desk stand on this computer. */
export interface BackupView extends Omit<BackupPlan, 'folder'> {
  /** The folder's own name, never where it is; null when none was chosen. */
  readonly place: string | null;
  readonly isRunning: boolean;
}

/** Files of a backup that were copied, of how many. */
export interface BackupProgress {
  readonly work: 'backup' | 'restore';
  readonly done: number;
  readonly total: number;
}

export interface RestoredView {
  /** How many files are in the new desk. */
  readonly files: number;
  /** How many of the backup's are not: they were missing or altered there. */
  readonly unread: number;
}

export interface DeskView {
  readonly id: string;
  readonly name: string;
  readonly language: Desk['language'];
  readonly frenchSpace: Desk['frenchSpace'];
  readonly outcomeScale: Desk['outcomeScale'];
  readonly gate: Desk['gate'];
  readonly onePerson: boolean;
  readonly statuses: Desk['statuses'];
  readonly searches: Desk['searches'];
  readonly publication: Desk['publication'];
  /** Why nothing can be written here; null when all is well. */
  readonly readOnly: boolean;
}

/** A folder in the desk that is not a readable article: listed with what is wrong, changed by nobody. */
export interface LibraryProblem {
  readonly name: string;
  readonly code: FailureCode;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Id of the article whose kept version may take the place of what is damaged or gone. */
  readonly recoverable?: string;
}

/** An article with the mark of the version on disk (SHA-256 of `article.json`) that a later save must start from. */
export interface OpenArticle {
  readonly article: Article;
  readonly base: string;
  /** Something else than Marbre has written the file since: a person, a program or a bad disk. */
  readonly isChangedOutside: boolean;
}

export interface OriginalView {
  readonly name: string;
  readonly encoding: string;
  readonly sha256: string;
  /** The imported bytes, decoded. */
  readonly text: string;
}

export interface IntakeReport {
  /** In the order of the files. */
  readonly imported: readonly {
    readonly id: string;
    /** Of the file. */
    readonly name: string;
    readonly title: string;
    readonly cuts: number;
    readonly queries: number;
    /** What its reader could not keep. */
    readonly warnings: readonly Warning[];
    /** What it resembles, most first. */
    readonly alike: readonly AlikeArticle[];
  }[];
  readonly refused: readonly {
    readonly name: string;
    readonly code: FailureCode;
    readonly params?: Readonly<Record<string, string | number>>;
  }[];
}

/** What a batch has come to. */
export interface BatchReport {
  /** For `batch.undo`; null: there is nothing to take back. */
  readonly token: string | null;
  /** How many articles were changed or written. */
  readonly done: number;
  /** How many were so already. */
  readonly unchanged: number;
  /** How many could not be changed or written. */
  readonly refusedCount: number;
  /** Why, for the first of them. */
  readonly refused: readonly BatchRefusal[];
  /** Somebody stopped it: the rest was not begun. */
  readonly cancelled: boolean;
}

export interface BatchRefusal {
  readonly id: string;
  /** Empty where the article could not be read. */
  readonly title: string;
  readonly code: FailureCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A vocabulary that was changed. */
export interface TagsChanged {
  readonly tags: readonly Tag[];
  /** The tag that it was about, if it is there. */
  readonly id: string | null;
  /** What `tag.undo` takes back; null when nothing was changed. */
  readonly undo: number | null;
  /** Articles that were changed, and those that could not be. */
  readonly changed: number;
  readonly refused: number;
  /** It was stopped before all articles were done: doing it again finishes it. */
  readonly stopped: boolean;
}

/** What a list of topics has brought. */
export interface TagsImported extends TagsChanged {
  readonly added: number;
  readonly matched: number;
  /** The first of those that were not taken, and why. */
  readonly skipped: ConceptReport['skipped'];
  readonly skippedCount: number;
}

export interface Outputs {
  'app.start': {
    readonly desk: DeskView | null;
    readonly recentDesks: readonly { readonly id: string; readonly name: string }[];
    readonly preferences: Preferences;
    /** The language that `system` stands for. */
    readonly systemLanguage: 'fr' | 'en';
    readonly platform: 'darwin' | 'win32' | 'linux';
    readonly versions: {
      readonly marbre: string;
      readonly electron: string;
      readonly chromium: string;
      readonly node: string;
      readonly supported: boolean;
    };
    /** The article that was open when the window was last closed. */
    readonly lastArticle: string | null;
    /** The window stopped and was opened again: the person is told once. */
    readonly recovered: boolean;
  };
  /** Of everything that is shipped with the program. */
  'app.licences': Licences;
  'preferences.set': Preferences;
  'menu.context': null;
  'window.ready-to-close': null;
  'window.keep-open': null;
  'link.open': null;
  /** `isOn`: false also where the dictionary could not be put in its place. */
  'spelling.use': { readonly isOn: boolean };
  /** null: the person closed the dialog. */
  'desk.choose': DeskView | null;
  'desk.create': DeskView | null;
  'desk.open-sample': DeskView;
  'desk.open-recent': DeskView;
  'desk.change': DeskView;
  /** Ids, whether or not the scale still has them. */
  'desk.outcomes-used': readonly string[];
  'library.search': SearchAnswer;
  'library.ids': readonly string[];
  'library.counts': readonly number[];
  'library.problems': readonly LibraryProblem[];
  'library.status': IndexStatus;
  'library.rebuild': null;
  'library.similar': readonly SearchHit[];
  'library.overview': Overview;
  'article.open': OpenArticle;
  'article.peek': Article;
  'article.update-from': null;
  'article.create': OpenArticle;
  /** `modified` is the instant that was written into the article; `sealed`: confidential sources that are encrypted now. */
  'article.save': {
    readonly base: string;
    readonly modified: string;
    readonly sealed: readonly SealedNow[];
  };
  'article.set-aside': null;
  'article.rename': OpenArticle;
  'article.trash': null;
  'article.restore': null;
  /** Codes: `history.none-whole`, `article.newer-version`, `io.…`. */
  'article.recover': OpenArticle;
  'article.original': OriginalView | null;
  /** Codes: `batch.busy`, `io.denied`. */
  'batch.change': BatchReport;
  /** Codes: `batch.busy`, `batch.forgotten`. */
  'batch.undo': BatchReport;
  'batch.cancel': null;
  /** null: the person closed the dialog. Each article passes the gate by itself. */
  'batch.export': BatchReport | null;
  'intake.choose': IntakeReport | null;
  /** null: the person closed the dialog. Codes: `batch.busy`, `io.denied`, those of `listFolder`. */
  'intake.folder': ImportReport | null;
  'intake.files': IntakeReport;
  'intake.paste': IntakeReport;
  /** null: the person closed the dialog. */
  'intake.save-report': { readonly name: string } | null;
  'picture.add': { readonly asset: string };
  /** null: the person closed the dialog. */
  'picture.choose': { readonly asset: string } | null;
  'clipboard.read': { readonly text: string };
  /** Newest first. */
  'history.list': readonly SnapshotInfo[];
  'history.read': Article;
  'history.keep': readonly SnapshotInfo[];
  'history.forget': readonly SnapshotInfo[];
  'export.render': {
    /** What is shown of it: the bytes themselves where they are text, else the words in it. */
    readonly text: string;
    /** The bytes are no text. */
    readonly isBinary: boolean;
    readonly fileName: string;
    readonly size: number;
    /** How many of its pictures have no whole file in the article: they are not in the export. */
    readonly missingPictures: number;
    /** How many things block the copy as it is on disk. */
    readonly blockers: number;
    /** `export.save` would be refused by the desk's gate. */
    readonly refused: boolean;
  };
  /** null: the person closed the dialog. Code: `gate.refuses`. */
  'export.save': { readonly name: string } | null;
  /** The source to attach, copied in; null: the person closed the dialog. */
  /** null: the person closed the dialog. Codes: `confidential.not-set-up`, `confidential.locked` … */
  'evidence.choose': AttachedFile | null;
  'evidence.add': AttachedFile;
  'evidence.read': { readonly bytes: Uint8Array };
  /** What a page, a mail or a text says. PDF is read in the window. */
  'evidence.text': { readonly text: string };
  'confidential.state': ConfidentialView;
  'confidential.set-up': ConfidentialView;
  /** Code: `confidential.wrong-passphrase`. */
  'confidential.unlock': ConfidentialView;
  'confidential.lock': null;
  'confidential.change-passphrase': ConfidentialView;
  'confidential.start-over': ConfidentialView;
  'confidential.change-key': SealReport;
  'confidential.protect': SealReport;
  'confidential.stop': null;
  /** Code: `confidential.locked`. */
  'confidential.open': Secret;
  'confidential.seal': SealedSource;
  'confidential.reveal': Secret;
  /** Best first, from every article of the desk. */
  'claims.similar': readonly SimilarClaim[];
  /** Every query of the desk that nobody has settled; those of the articles changed last first. */
  'queries.list': readonly { readonly articleId: string; readonly title: string; readonly query: Query }[];
  'dossier.render': { readonly html: string };
  'dossier.save': { readonly name: string } | null;
  'tag.list': readonly Tag[];
  'tag.create': Tag;
  'tag.add': TagsChanged;
  'tag.change': TagsChanged;
  'tag.preview': { readonly articles: number };
  'tag.merge': TagsChanged;
  'tag.retire': TagsChanged;
  'tag.remove': TagsChanged;
  'tag.add-iptc': TagsImported;
  /** null: the person closed the dialog. */
  'tag.import-iptc': TagsImported | null;
  'tag.undo': TagsChanged;
  'tag.stop': null;
  'backup.status': BackupView;
  'backup.change': BackupView;
  'backup.choose': BackupView;
  /** Codes: `backup.busy`, `backup.off`, `backup.inside`, `io.…`. */
  'backup.now': BackupView;
  'backup.stop': null;
  /** null: the person closed a dialog. Codes: `backup.busy`, `backup.stopped`, `desk.not-empty`, `io.…`. */
  'backup.restore': RestoredView | null;
  'backup.open-restored': DeskView;
  /** All of the desk's, in their order; starters are not among them. */
  'template.list': readonly Template[];
  'template.save': readonly Template[];
  'template.remove': readonly Template[];
}
export type Output<C extends ChannelName> = Outputs[C];

/** What main tells the window. */
export interface Events {
  /** A menu item was chosen. */
  'command.run': { readonly id: CommandId };
  /** Articles have changed: ask again. */
  'library.changed': null;
  /** The index is further than it was. */
  'library.progress': IndexStatus;
  /** How far the batch is that runs; `name`: the file that is read, where files are. */
  'batch.progress': { readonly done: number; readonly total: number; readonly name?: string };
  /** How far the backup is that is being made or brought back; null: it has ended. */
  'backup.progress': BackupProgress | null;
  /** A backup that nobody asked for just now could not be made. */
  'backup.failed': { readonly code: FailureCode; readonly params: FailureParams };
  /** The settings or the vocabulary of the open desk were changed by somebody else. */
  'desk.changed': DeskView;
  /** The open article's file was changed by somebody else. */
  'article.changed-outside': { readonly id: string };
  /** How many articles a change of tags has gone through. */
  'tag.progress': { readonly done: number; readonly total: number };
  /** Confidential sources were locked or unlocked, or their keys have changed. */
  'confidential.changed': ConfidentialView;
  /** How far the encrypting of a whole desk is. */
  'confidential.progress': { readonly done: number; readonly total: number };
  /** The window wants to close: save, then call `window.ready-to-close`. */
  'window.closing': null;
}
export type EventName = (typeof eventNames)[number] & keyof Events;
