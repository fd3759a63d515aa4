import { join } from 'node:path';
import {
  type Tag,
  type Vocabulary,
  vocabularyMigrations,
  vocabularySchema,
  vocabularyVersion,
} from '#core/desk/schema';
import { failure, type Result, success } from '#core/failure';
import type { VocabularyChange } from '#core/vocabulary/operations';
import { stepBetween, undoStep, type VocabularyStep } from '#core/vocabulary/undo';
import { names } from './article-folder';
import { writeAtomically } from './atomic-write';
import type { FileSystem } from './file-system';
import { fileHash } from './hash';
import { ioFailure } from './io-failure';
import { type Expected, jsonBytes, readJsonFile } from './json-file';
import { withFileLock } from './lock';
import { deskGone } from './presence';

/** What was written, and the step that takes it back. */
export interface ChangedVocabulary<T extends VocabularyChange = VocabularyChange> {
  readonly change: T;
  readonly step: VocabularyStep;
}

/** Somebody who writes without our lock (git, another editor) is waited for so many times. */
const attempts = 5;

export const vocabularyFile: Expected<Vocabulary> = {
  schema: vocabularySchema,
  newestVersion: vocabularyVersion,
  migrations: vocabularyMigrations,
  name: names.vocabulary,
  codes: { missing: 'io.not-found', invalid: 'vocabulary.invalid', newer: 'desk.newer-version' },
};

/** `vocabulary.json` of one desk. */
export class VocabularyStore {
  private readonly fs: FileSystem;
  private readonly folder: string;

  constructor(fs: FileSystem, folder: string) {
    this.fs = fs;
    this.folder = folder;
  }

  private get path(): string {
    return join(this.folder, names.vocabulary);
  }

  /** A desk without the file has no tags. Codes: `vocabulary.invalid`, `io.not-found`, `desk.newer-version`, `io.read`. */
  async read(): Promise<Result<Vocabulary>> {
    const read = await readJsonFile(this.fs, this.path, vocabularyFile);
    if (read.ok || read.code !== 'io.not-found') return read;
    // A disk that was pulled has not lost its tags.
    const gone = await deskGone(this.fs, this.folder);
    if (gone) return gone;
    return success({ format: 'marbre-vocabulary', version: vocabularyVersion, tags: [] });
  }

  /**
   * Writes what `work` makes of the tags as they are on disk now. Marbre's own processes wait for one another; when
   * anybody else has written meanwhile, `work` is asked again with what is there then, so nobody's tags are lost.
   * Codes: those of `work` and of `read`, `io.…`.
   */
  async change<T extends VocabularyChange>(
    work: (tags: readonly Tag[]) => Result<T>,
  ): Promise<Result<ChangedVocabulary<T>>> {
    const gone = await deskGone(this.fs, this.folder);
    if (gone) return gone;
    try {
      return await withFileLock(this.fs, join(this.folder, '.vocabulary.lock'), () =>
        this.changeLocked(work),
      );
    } catch (error) {
      return ioFailure(error, 'write', names.vocabulary);
    }
  }

  private async changeLocked<T extends VocabularyChange>(
    work: (tags: readonly Tag[]) => Result<T>,
  ): Promise<Result<ChangedVocabulary<T>>> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const base = await this.mark();
      const read = await this.read();
      if (!read.ok) return read;
      const before = read.value.tags;
      const done = work(before);
      if (!done.ok) return done;
      const step = stepBetween(before, done.value.tags);
      const changed = success({ change: done.value, step });
      if (step.before.length === 0 && step.after.length === 0) return changed;
      if ((await this.mark()) !== base) continue;
      const written = await writeAtomically(
        this.fs,
        this.path,
        jsonBytes({ ...read.value, tags: done.value.tags }),
      );
      return written.ok ? changed : written;
    }
    return failure('io.write', { name: names.vocabulary }, 'somebody else keeps writing it');
  }

  /** Takes a step back where nobody has changed its tags since. Codes: `tag.changed-since`, `tag.name-taken`, `io.…`. */
  async undo(step: VocabularyStep): Promise<Result<ChangedVocabulary>> {
    return this.change((tags) => {
      const undone = undoStep(tags, step);
      return undone.ok ? success({ tags: undone.value, tag: null, becomes: new Map() }) : undone;
    });
  }

  /** SHA-256 of the file; empty where there is none that can be read: `read` then tells why. */
  private async mark(): Promise<string> {
    const bytes = await this.fs.readFile(this.path).catch(() => null);
    return bytes ? fileHash(bytes) : '';
  }
}
