import { basename, join } from 'node:path';
import type { Language } from '#core/article/schema';
import { checkingDefaults, noPublication } from '#core/desk/defaults';
import { type Desk, deskVersion, type Tag, type Vocabulary, vocabularyVersion } from '#core/desk/schema';
import { defaultStatuses } from '#core/desk/statuses';
import type { Template } from '#core/desk/templates';
import type { TagType } from '#core/desk/values';
import { type Failure, failure, type Result, success } from '#core/failure';
import { tagByName } from '#core/vocabulary/lookup';
import { createTag } from '#core/vocabulary/operations';
import { names } from './article-folder';
import type { Problem } from './article-reader';
import { ArticleStore } from './article-store';
import { writeAtomically } from './atomic-write';
import { type KeyOptions, KeyStore } from './confidential/key-store';
import { diskFileSystem, type FileSystem } from './file-system';
import { newId } from './ids';
import { ioFailure } from './io-failure';
import { jsonBytes, readJsonFile } from './json-file';
import { withFileLock } from './lock';
import { deskGone } from './presence';
import { setAsideDamaged } from './set-aside';
import { deskFile, tendSettings } from './settings-files';
import { sweepTemporaryFiles } from './sweep';
import { readTemplates, writeTemplates } from './templates-file';
import { VocabularyStore } from './vocabulary-store';

/** The settings that a person may change; those that are absent stay as they are. */
export type DeskChange = {
  readonly [K in 'frenchSpace' | 'outcomeScale' | 'gate' | 'onePerson' | 'statuses' | 'searches']?:
    | Desk[K]
    | undefined;
};

/** One desk: a folder that holds articles, with its settings and its vocabulary. */
export class DeskStore {
  settings: Desk;
  readonly folder: string;
  /** True when nothing can be written here; everything can still be read. */
  readonly readOnly: boolean;
  readonly articles: ArticleStore;
  readonly tags: VocabularyStore;
  readonly fs: FileSystem;
  /** What confidential sources are encrypted with. */
  readonly keys: KeyStore;

  constructor(fs: FileSystem, folder: string, settings: Desk, readOnly: boolean, keys: KeyOptions = {}) {
    this.fs = fs;
    this.keys = new KeyStore(fs, folder, keys);
    this.folder = folder;
    this.settings = settings;
    this.readOnly = readOnly;
    this.articles = new ArticleStore(fs, folder, () => this.settings.outcomeScale, this.keys);
    this.tags = new VocabularyStore(fs, folder);
  }

  /** Reads the settings again: somebody else may have written them. */
  async reload(): Promise<Result<Desk>> {
    const read = await readSettings(this.fs, this.folder);
    if (read.ok && JSON.stringify(read.value) !== JSON.stringify(this.settings)) this.settings = read.value;
    return read.ok ? success(this.settings) : read;
  }

  /** Whether the desk lies where it was opened: its disk may have been pulled. */
  async isThere(): Promise<boolean> {
    return (await deskGone(this.fs, this.folder)) === null;
  }

  /**
   * What is done once while a desk is open: what killed saves left behind is removed, and damaged files of settings are
   * set aside and the last good ones put in their place. Gives what there is to tell of that.
   */
  async tidy(): Promise<readonly Problem[]> {
    const marked = await sweepTemporaryFiles(this.fs, this.folder);
    for (const folder of marked) await this.articles.removeClear(folder);
    return tendSettings(this.fs, this.folder);
  }

  /** Changes settings that travel with the desk; those that somebody else has changed meanwhile stay changed. */
  async change(settings: DeskChange): Promise<Result<Desk>> {
    const gone = await deskGone(this.fs, this.folder);
    if (gone) return gone;
    const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
    try {
      return await withFileLock(this.fs, join(this.folder, '.desk.lock'), async () => {
        const current = await this.reload();
        if (!current.ok) return current;
        const next: Desk = { ...current.value, ...given };
        const written = await writeAtomically(this.fs, join(this.folder, names.desk), jsonBytes(next));
        if (!written.ok) return written;
        this.settings = next;
        return success(next);
      });
    } catch (error) {
      return ioFailure(error, 'write', names.desk);
    }
  }

  /** Moves the damaged files of these article folders into quarantine. */
  setAside(folders: readonly string[]): Promise<void> {
    return setAsideDamaged(this.fs, this.folder, folders);
  }

  /** The tags of this desk; a desk without the file has none. */
  vocabulary(): Promise<Result<Vocabulary>> {
    return this.tags.read();
  }

  /** What new articles can begin with, in the order in which they were saved; a desk without the file has none. */
  templates(): Promise<Result<Template[]>> {
    return readTemplates(this.fs, this.folder);
  }

  /** Keeps a template; one with the same id is replaced where it stands. Gives all of them. */
  saveTemplate(template: Template): Promise<Result<Template[]>> {
    return writeTemplates(this.fs, this.folder, (list) =>
      list.some(({ id }) => id === template.id)
        ? list.map((one) => (one.id === template.id ? template : one))
        : [...list, template],
    );
  }

  /** Gives the templates that are left. One that is gone already is no failure. */
  removeTemplate(id: string): Promise<Result<Template[]>> {
    return writeTemplates(this.fs, this.folder, (list) => list.filter((one) => one.id !== id));
  }

  /** The tag with this label, in any spelling of case and accents; made when there is none. */
  async ensureTag(label: string, language: Language, type: TagType = 'topic'): Promise<Result<Tag>> {
    const known = await this.vocabulary();
    const found = known.ok ? tagByName(known.value.tags, label) : undefined;
    if (found) return success(found);
    const changed = await this.tags.change((tags) => {
      const tag = tagByName(tags, label);
      return tag
        ? success({ tags, tag, becomes: new Map() })
        : createTag(tags, { labels: { [language]: label }, type });
    });
    if (!changed.ok) return changed;
    const { tag } = changed.value.change;
    return tag ? success(tag) : failure('tag.unknown', { name: label });
  }
}

/**
 * Opens the desk in `folder`; nothing is touched.
 * Codes: `desk.not-found`, `desk.invalid`, `desk.newer-version`, `io.read`.
 */
export async function openDesk(
  folder: string,
  fs: FileSystem = diskFileSystem,
  keys: KeyOptions = {},
): Promise<Result<DeskStore>> {
  const settings = await readSettings(fs, folder);
  if (!settings.ok) return settings;
  const readOnly = !(await fs.isWritable(folder));
  return success(new DeskStore(fs, folder, settings.value, readOnly, keys));
}

/** The settings; where the file is damaged, the last good ones, until `tidy` has put them in its place. */
async function readSettings(fs: FileSystem, folder: string): Promise<Result<Desk>> {
  const expected = { ...deskFile, name: basename(folder) };
  const read = await readJsonFile(fs, join(folder, names.desk), expected);
  if (read.ok || read.code !== 'desk.invalid') return read;
  const kept = await readJsonFile(fs, join(folder, names.cache, names.desk), expected);
  return kept.ok ? kept : read;
}

/**
 * Makes a new desk in `folder`, which must be empty or not exist yet.
 * Codes: `desk.not-empty`, `io.denied`, `io.disk-full`, `io.write`.
 */
export async function createDesk(
  folder: string,
  { name, language }: { readonly name: string; readonly language: Language },
  fs: FileSystem = diskFileSystem,
  keys: KeyOptions = {},
): Promise<Result<DeskStore>> {
  const problem = await prepareFolder(fs, folder);
  if (problem) return problem;
  const desk: Desk = {
    format: 'marbre-desk',
    version: deskVersion,
    id: newId(),
    name,
    language,
    cutRules: [],
    frenchSpace: 'no-break',
    ...checkingDefaults(),
    statuses: defaultStatuses(),
    searches: [],
    publication: { ...noPublication },
  };
  const vocabulary: Vocabulary = { format: 'marbre-vocabulary', version: vocabularyVersion, tags: [] };
  const files = [
    [names.vocabulary, vocabulary],
    // Last: a folder is a desk from the moment that its settings are whole.
    [names.desk, desk],
  ] as const;
  for (const [file, content] of files) {
    const written = await writeAtomically(fs, join(folder, file), jsonBytes(content));
    if (!written.ok) return written;
  }
  return openDesk(folder, fs, keys);
}

async function prepareFolder(fs: FileSystem, folder: string): Promise<Failure | null> {
  try {
    const info = await fs.info(folder);
    if (info && info.kind !== 'folder') return failure('desk.not-empty', { name: basename(folder) });
    const visible = info ? (await fs.list(folder)).filter((entry) => !entry.startsWith('.')) : [];
    if (visible.length > 0) return failure('desk.not-empty', { name: basename(folder) });
    for (const part of [names.articles, names.trash]) await fs.makeFolder(join(folder, part));
    // The folder above may be one that we may not even open; the desk itself then is as safe as it can be.
    await fs.syncFolder(join(folder, '..')).catch(() => undefined);
    return null;
  } catch (error) {
    return ioFailure(error, 'write', basename(folder));
  }
}
