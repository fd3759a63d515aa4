export { idInFolder } from './article-folder';
export type { Listing, Problem, StoredArticle } from './article-reader';
export { ArticleStore } from './article-store';
export { writeAtomically } from './atomic-write';
export { type BackupOptions, type BackupReport, backUp } from './backup/back-up';
export { type BackupCheck, type ReadingOptions, restoreBackup, verifyBackup } from './backup/restore';
export {
  type BulkOptions,
  type BulkReport,
  type BulkStep,
  changeMetadata,
  undoMetadata,
} from './bulk';
export { readChosenFile } from './chosen-file';
export { type Age, ageHere, type Opened } from './confidential/age';
export { ageInThread } from './confidential/age-in-thread';
export { attachSealed } from './confidential/attach-sealed';
export { changeDeskKey, sealDesk } from './confidential/desk-wide';
export { type KeyOptions, KeyStore } from './confidential/key-store';
export { SealedFiles } from './confidential/sealed-files';
export { newSealId } from './confidential/sealer';
export { createDesk, type DeskChange, DeskStore, openDesk } from './desk-store';
export type { EvidenceReader } from './evidence-store';
export { diskFileSystem, errorCode, type FileHandle, type FileSystem, windowsWaits } from './file-system';
export { HistoryStore } from './history-store';
export { newId } from './ids';
export { type ImportedArticle, type Incoming, importFile, type ReadFile, type Taken } from './import-file';
export { FolderImport, type FolderImportOptions, type NoteOutcome } from './import-folder/folder-import';
export { type FolderLimits, folderLimits, type ListedFolder, listFolder } from './import-folder/list-folder';
export { indexFile } from './index-file';
export { ioFailure } from './io-failure';
export { retag, taggedArticles } from './retag';
export { inMemory } from './search-index/database';
export type { ArticleFigures } from './search-index/figures';
export {
  type IndexedDesk,
  type IndexedRecord,
  type IndexOptions,
  SearchIndex,
} from './search-index/search-index';
export { verifyDesk } from './verify';
export { type ChangedVocabulary, VocabularyStore } from './vocabulary-store';
export { type DeskWatcher, watchDesk } from './watch';
export { writeContext } from './write-context';
export { makeFolder, writeFiles, writeWork } from './write-files';
