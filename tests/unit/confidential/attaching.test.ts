import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newEvidence } from '#core/claims/create';
import { readRecord } from '#core/confidential/sealed-schema';
import { attachSealed, diskFileSystem, type FileSystem, openDesk, verifyDesk } from '#storage/index';
import { at } from '../../support/checking';
import {
  articleWith,
  canary,
  cheap,
  confidentialDesk,
  leaks,
  passphrase,
  removeDesk,
  secretFile,
  type TestDesk,
} from '../../support/confidential-desk';
import { failOn } from '../../support/confidential-faults';

/** The disk, with everything that was ever written to it and every name that anything ever had on it. */
function watchedDisk() {
  const written: string[] = [];
  const fs: FileSystem = {
    ...diskFileSystem,
    createExclusive: async (path, mode) => {
      written.push(path);
      const handle = await diskFileSystem.createExclusive(path, mode);
      return {
        ...handle,
        write: (bytes) => {
          written.push(Buffer.from(bytes).toString('latin1'));
          return handle.write(bytes);
        },
      };
    },
    rename: async (from, to) => {
      written.push(from, to);
      await diskFileSystem.rename(from, to);
    },
    link: async (from, to) => {
      written.push(from, to);
      await diskFileSystem.link(from, to);
    },
    makeFolder: async (path) => {
      written.push(path);
      await diskFileSystem.makeFolder(path);
    },
  };
  return { fs, written };
}

const name = `note-${canary}.txt`;

describe('a file that is attached as confidential', () => {
  let test: TestDesk;
  let written: string[];
  beforeEach(async () => {
    const disk = watchedDisk();
    written = disk.written;
    test = await confidentialDesk(disk.fs);
    const created = await test.desk.articles.create(articleWith([]));
    expect(created).toMatchObject({ ok: true });
  });
  afterEach(() => removeDesk(test));

  const setUp = async (): Promise<void> => {
    expect(await test.desk.keys.setUp(passphrase, at)).toMatchObject({ ok: true });
  };
  const spoiled = (word: string): string[] => written.filter((one) => one.includes(word));

  it('is never in clear on the disk, in no write and under no name, also when the article is saved with it', async () => {
    await setUp();
    const attached = await attachSealed(test.desk, 'a1', name, secretFile);
    if (!attached.ok) throw new Error(attached.code);
    const stored = await test.desk.articles.read('a1');
    if (!stored.ok) throw new Error(stored.code);
    const evidence = newEvidence(attached.value, { id: 'e1', at, by: 'Inès' });
    const article = articleWith([{ ...evidence, sensitivity: 'confidential' }]);
    const saved = await test.desk.articles.saveSealed(article, stored.value.base);
    expect(saved).toMatchObject({ ok: true });
    for (const word of [canary, 'appuis', name]) expect(spoiled(word)).toEqual([]);
    expect(leaks(test.folder)).toEqual([]);
    expect(await verifyDesk(test.desk)).toEqual([]);
  });

  it('would be seen in clear by that disk when it is attached as any other', async () => {
    await setUp();
    await test.desk.articles.evidence.add('a1', name, secretFile);
    expect(spoiled('appuis').length).toBeGreaterThan(0);
  });

  it('opens with the passphrase as what was attached, name and all', async () => {
    await setUp();
    const attached = await attachSealed(test.desk, 'a1', name, secretFile);
    if (!attached.ok || attached.value.file === null) throw new Error('not attached');
    const keys = await test.desk.keys.unlock(passphrase);
    const files = await test.desk.articles.sealed('a1');
    if (!keys.ok || !files) throw new Error('not opened');
    const bytes = await files.read(attached.value.file, keys.value);
    expect(bytes).toMatchObject({ ok: true, value: secretFile });
    const record = await files.read(attached.value.seal, keys.value);
    expect(record.ok && readRecord(record.value)?.source).toMatchObject({ type: 'file', name });
  });

  it('is refused without a passphrase, of an unknown kind, and for an article that is not there', async () => {
    expect(await attachSealed(test.desk, 'a1', name, secretFile)).toMatchObject({
      code: 'confidential.not-set-up',
    });
    await setUp();
    expect(await attachSealed(test.desk, 'a9', name, secretFile)).toMatchObject({
      code: 'article.not-found',
    });
    expect(await attachSealed(test.desk, 'a1', 'a.exe', Uint8Array.of(77, 90, 0))).toMatchObject({
      code: 'evidence.unknown-kind',
    });
    expect(await attachSealed(test.desk, 'a1', name, new Uint8Array())).toMatchObject({
      code: 'input.empty',
    });
    expect(spoiled('appuis')).toEqual([]);
  });

  it('leaves nothing in clear when the disk fails at any call, and is whole once it does not', async () => {
    await setUp();
    for (let call = 1, isBroken = true; isBroken; call += 1) {
      const disk = failOn(call, 'fail');
      const desk = await openDesk(test.folder, disk.fs, cheap);
      if (!desk.ok) throw new Error(desk.code);
      const attached = await attachSealed(desk.value, 'a1', name, secretFile);
      isBroken = disk.hasFailed();
      if (!isBroken) expect(attached).toMatchObject({ ok: true });
      for (const word of [canary, 'appuis']) expect(leaks(test.folder, word), `call ${call}`).toEqual([]);
    }
  });
});
