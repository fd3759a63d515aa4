import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { currentKey, type DeskKey, type DeskKeys, keysSchema, keysVersion } from '#core/confidential/keys';
import { normalizePassphrase } from '#core/confidential/passphrase';
import { shortestPassphrase, usualWorkFactor } from '#core/confidential/values';
import { failure, type Result, success } from '#core/failure';
import { names } from '../article-folder';
import { writeAtomically } from '../atomic-write';
import type { FileSystem } from '../file-system';
import { ioFailure } from '../io-failure';
import { jsonBytes, readJsonFile } from '../json-file';
import { deskGone } from '../presence';
import { type Age, type AgeKey, ageHere } from './age';

export interface KeyOptions {
  readonly age?: Age;
  /** Scrypt's cost as a power of two; tests that open hundreds of desks take a low one. */
  readonly workFactor?: number;
}

/** A wrapped identity is 200 bytes; what is a thousand times larger is none. */
const largestKeyFile = 100_000;

/**
 * The keys of a desk, in `confidential/`: `keys.json` names them and is replaced as a whole, so that whatever is killed
 * in between leaves the old keys or the new ones. Files that it does not name are never opened and may be removed.
 */
export class KeyStore {
  readonly age: Age;
  private readonly fs: FileSystem;
  private readonly desk: string;
  private readonly folder: string;
  private readonly workFactor: number;

  constructor(
    fs: FileSystem,
    desk: string,
    { age = ageHere, workFactor = usualWorkFactor }: KeyOptions = {},
  ) {
    this.fs = fs;
    this.desk = desk;
    this.folder = join(desk, names.confidential);
    this.age = age;
    this.workFactor = workFactor;
  }

  /** Null: the desk has none. Codes: `confidential.damaged`, `confidential.newer-version`, `io.…`. */
  async read(): Promise<Result<DeskKeys | null>> {
    const path = join(this.folder, names.keys);
    try {
      // A disk that was pulled has not lost its keys: what is secret must not be written as if there were none.
      if ((await this.fs.info(path)) === null) return (await deskGone(this.fs, this.desk)) ?? success(null);
    } catch (error) {
      return ioFailure(error, 'read', names.keys);
    }
    return readJsonFile(this.fs, path, {
      schema: keysSchema,
      newestVersion: keysVersion,
      name: names.keys,
      codes: {
        missing: 'confidential.not-set-up',
        invalid: 'confidential.damaged',
        newer: 'confidential.newer-version',
      },
    });
  }

  private async keys(): Promise<Result<DeskKeys>> {
    const read = await this.read();
    if (!read.ok) return read;
    return read.value ? success(read.value) : failure('confidential.not-set-up');
  }

  /** Gives a desk its first key. `now` is an ISO instant. Codes: `confidential.exists`, `confidential.too-short`, `io.…`. */
  async setUp(passphrase: string, now: string): Promise<Result<null>> {
    const read = await this.read();
    if (!read.ok) return read;
    if (read.value) return failure('confidential.exists');
    return this.begin([], await this.age.newKey(), passphrase, now);
  }

  /**
   * The secret halves of all keys that this passphrase opens. Codes: `confidential.wrong-passphrase`,
   * `confidential.not-set-up`, `confidential.damaged`, `io.read`.
   */
  async unlock(passphrase: string): Promise<Result<string[]>> {
    const keys = await this.keys();
    if (!keys.ok) return keys;
    const opened: string[] = [];
    for (const key of inOrder(keys.value.keys)) {
      // Each costs a second: one that was given up is tried by somebody who has remembered its passphrase.
      if (key.state === 'given-up' && opened.length > 0) break;
      const identity = await this.unwrap(key, passphrase);
      if (!identity.ok && key.state === 'current') return identity;
      if (identity.ok && identity.value !== null) opened.push(identity.value);
    }
    return opened.length > 0 ? success(opened) : failure('confidential.wrong-passphrase');
  }

  private async unwrap(key: DeskKey, passphrase: string): Promise<Result<string | null>> {
    const path = join(this.folder, key.file);
    try {
      const info = await this.fs.info(path);
      if (info?.kind !== 'file' || info.size > largestKeyFile)
        return failure('confidential.damaged', {}, key.id);
      const bytes = await this.fs.readFile(path);
      const opened = await this.age.unwrap(bytes, normalizePassphrase(passphrase));
      if (opened.kind === 'damaged') return failure('confidential.damaged', {}, key.id);
      return success(opened.kind === 'opened' ? new TextDecoder().decode(opened.bytes).trim() : null);
    } catch (error) {
      return ioFailure(error, 'read', names.confidential);
    }
  }

  /**
   * Wraps the keys in use by another passphrase; no file is encrypted anew.
   * Codes: those of `unlock`, `confidential.too-short`, `io.…`.
   */
  async changePassphrase(passphrase: string, next: string): Promise<Result<null>> {
    if (isTooShort(next)) return tooShort();
    const keys = await this.keys();
    if (!keys.ok) return keys;
    const wrapped: DeskKey[] = [];
    let isCurrent = false;
    for (const key of keys.value.keys) {
      const identity = key.state === 'given-up' ? success(null) : await this.unwrap(key, passphrase);
      if (!identity.ok) return identity;
      const file = identity.value === null ? success(key.file) : await this.wrap(identity.value, next);
      if (!file.ok) return file;
      isCurrent ||= key.state === 'current' && identity.value !== null;
      wrapped.push({ ...key, file: file.value });
    }
    if (!isCurrent) {
      await this.tidy(keys.value);
      return failure('confidential.wrong-passphrase');
    }
    return this.write(wrapped);
  }

  /**
   * Nobody knows the passphrase any more: a new key for what is added from now on. What was encrypted stays, and so does
   * the key that would open it. Codes: `confidential.not-set-up`, `confidential.too-short`, `io.…`.
   */
  async startOver(passphrase: string, now: string): Promise<Result<null>> {
    const keys = await this.keys();
    if (!keys.ok) return keys;
    const givenUp = keys.value.keys.map((key): DeskKey => ({ ...key, state: 'given-up' }));
    return this.begin(givenUp, await this.age.newKey(), passphrase, now);
  }

  /**
   * Begins a change of key, or goes on with one: from here on new files are for the new key, and files of the old one
   * are to be encrypted anew. Gives the secret halves of both. Codes: those of `unlock`, `io.…`.
   */
  async changeKey(passphrase: string, now: string): Promise<Result<string[]>> {
    const keys = await this.keys();
    if (!keys.ok) return keys;
    const identity = await this.unwrap(currentKey(keys.value), passphrase);
    if (!identity.ok) return identity;
    if (identity.value === null) return failure('confidential.wrong-passphrase');
    if (keys.value.keys.every(({ state }) => state !== 'retiring')) {
      const before = keys.value.keys.map(
        (key): DeskKey => (key.state === 'current' ? { ...key, state: 'retiring' } : key),
      );
      const begun = await this.begin(before, await this.age.newKey(), passphrase, now);
      if (!begun.ok) return begun;
    }
    return this.unlock(passphrase);
  }

  /** Every file is for the new key: the old one is needed no more. */
  async finishKeyChange(): Promise<Result<null>> {
    const keys = await this.keys();
    return keys.ok ? this.write(keys.value.keys.filter(({ state }) => state !== 'retiring')) : keys;
  }

  private async begin(
    before: readonly DeskKey[],
    { identity, recipient }: AgeKey,
    passphrase: string,
    now: string,
  ): Promise<Result<null>> {
    if (isTooShort(passphrase)) return tooShort();
    const file = await this.wrap(identity, passphrase);
    if (!file.ok) return file;
    const id = randomBytes(8).toString('hex');
    return this.write([...before, { id, recipient, file: file.value, created: now, state: 'current' }]);
  }

  /** Gives the name of the file. It is opened again before anybody relies on it: a key that does not open loses all. */
  private async wrap(identity: string, passphrase: string): Promise<Result<string>> {
    const word = normalizePassphrase(passphrase);
    const bytes = await this.age.wrap(identity, word, this.workFactor);
    const again = await this.age.unwrap(bytes, word);
    if (again.kind !== 'opened' || new TextDecoder().decode(again.bytes).trim() !== identity)
      throw new Error('the wrapped key does not open');
    const gone = await deskGone(this.fs, this.desk);
    if (gone) return gone;
    const file = `${randomBytes(16).toString('hex')}.key.age`;
    try {
      await this.fs.makeFolder(this.folder);
    } catch (error) {
      return ioFailure(error, 'write', names.confidential);
    }
    const written = await writeAtomically(this.fs, join(this.folder, file), bytes);
    return written.ok ? success(file) : written;
  }

  private async write(keys: readonly DeskKey[]): Promise<Result<null>> {
    const content: DeskKeys = { format: 'marbre-confidential', version: keysVersion, keys: [...keys] };
    const written = await writeAtomically(this.fs, join(this.folder, names.keys), jsonBytes(content));
    if (written.ok) await this.tidy(content);
    return written;
  }

  /** Removes wrapped keys that are not named any more: by an old passphrase they would still open. */
  private async tidy({ keys }: DeskKeys): Promise<void> {
    const known = new Set(keys.map(({ file }) => file));
    const files = await this.fs.list(this.folder).catch(() => []);
    for (const file of files.filter((name) => name.endsWith('.key.age') && !known.has(name)))
      await this.fs.unlink(join(this.folder, file)).catch(() => undefined);
  }
}

function isTooShort(passphrase: string): boolean {
  return [...normalizePassphrase(passphrase)].length < shortestPassphrase;
}

function tooShort() {
  return failure('confidential.too-short', { count: shortestPassphrase });
}

function inOrder(keys: readonly DeskKey[]): DeskKey[] {
  const states = ['current', 'retiring', 'given-up'];
  return keys.toSorted((one, other) => states.indexOf(one.state) - states.indexOf(other.state));
}
