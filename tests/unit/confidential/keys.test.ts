import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentKey, type DeskKeys } from '#core/confidential/keys';
import { passphraseStrength } from '#core/confidential/passphrase';
import { isSealed, sealsOf } from '#core/confidential/sealed';
import { usualWorkFactor } from '#core/confidential/values';
import {
  ageHere,
  changeDeskKey,
  createDesk,
  diskFileSystem,
  KeyStore,
  openDesk,
  sealDesk,
  verifyDesk,
} from '#storage/index';
import { at } from '../../support/checking';
import {
  articleWith,
  canary,
  cheap,
  confidentialDesk,
  contact,
  filesBelow,
  leaks,
  passphrase,
  removeDesk,
  type TestDesk,
} from '../../support/confidential-desk';
import { failOn } from '../../support/confidential-faults';

const confidential = { sensitivity: 'confidential' } as const;
const other = 'une autre phrase, bien plus longue';

describe('the age format', () => {
  it('gives back any bytes, and its files begin as the format says', async () => {
    const { identity, recipient } = await ageHere.newKey();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200_000 }), async (bytes) => {
        const encrypted = await ageHere.encrypt(bytes, recipient);
        const head = Buffer.from(encrypted.subarray(0, 60)).toString('latin1');
        expect(head).toMatch(/^age-encryption\.org\/v1\n-> X25519 [A-Za-z0-9+/]{4}/);
        expect(await ageHere.decrypt(encrypted, [identity])).toEqual({ kind: 'opened', bytes });
      }),
      { numRuns: 30 },
    );
  });

  it('tells a file for somebody else from one that is damaged', async () => {
    const [mine, theirs] = [await ageHere.newKey(), await ageHere.newKey()];
    const encrypted = await ageHere.encrypt(new Uint8Array(70_000), mine.recipient);
    expect(await ageHere.decrypt(encrypted, [theirs.identity])).toEqual({ kind: 'other-key' });
    encrypted[encrypted.length - 1] = (encrypted.at(-1) ?? 0) ^ 1;
    expect(await ageHere.decrypt(encrypted, [mine.identity])).toEqual({ kind: 'damaged' });
  });
});

describe('a passphrase', () => {
  it.each([
    ['pont', 'short'],
    ['           pont          ', 'short'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['abcdefghijklmnop', 'weak'],
    ['le pont dort là', 'fair'],
    [passphrase, 'strong'],
  ] as const)('“%s” is %s', (text, strength) => {
    expect(passphraseStrength(text)).toBe(strength);
  });
});

describe('the keys of a desk', () => {
  let test: TestDesk;
  beforeEach(async () => {
    test = await confidentialDesk();
    await test.desk.keys.setUp(passphrase, at);
  });
  afterEach(() => removeDesk(test));

  const keys = async (): Promise<DeskKeys> => {
    const read = await test.desk.keys.read();
    if (!read.ok || !read.value) throw new Error('no keys');
    return read.value;
  };
  const addArticle = async () => {
    const stored = await test.desk.articles.create(articleWith([contact(confidential)]));
    if (!stored.ok) throw new Error(stored.code);
    return sealsOf(stored.value.article.claims);
  };
  const opensWith = async (word: string, seal: string) => {
    const opened = await test.desk.keys.unlock(word);
    return opened.ok ? (await test.desk.articles.sealed('a1'))?.read(seal, opened.value) : opened;
  };
  const change = (desk = test.desk, signal = new AbortController().signal, fs = diskFileSystem) =>
    changeDeskKey(fs, desk, { passphrase, now: at, signal, onProgress: () => undefined });

  it('hold nothing that opens them, and say nothing of the passphrase', async () => {
    for (const [name, text] of filesBelow(test.folder)) {
      expect(text, name).not.toContain('AGE-SECRET-KEY');
      expect(text, name).not.toContain('quatre pierres');
    }
    const wrapped = readFileSync(join(test.folder, 'confidential', currentKey(await keys()).file), 'latin1');
    expect(wrapped).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 2\n/);
  });

  it('cost a second to try unless a test says otherwise', async () => {
    const made = await createDesk(join(test.root, 'dear'), { name: 'Dear', language: 'en' });
    expect(made.ok && (await made.value.keys.setUp(passphrase, at))).toMatchObject({ ok: true });
    const [, text] =
      [...filesBelow(join(test.root, 'dear'))].find(([name]) => name.endsWith('.key.age')) ?? [];
    expect(text).toMatch(new RegExp(`^age-encryption\\.org/v1\\n-> scrypt \\S+ ${usualWorkFactor}\\n`));
  }, 60_000);

  it('open with the passphrase, however its accents are typed, and with no other one, as often as it is tried', async () => {
    await test.desk.keys.changePassphrase(passphrase, 'été à la carrière');
    expect(await test.desk.keys.unlock('été à la carrière'.normalize('NFD'))).toMatchObject({ ok: true });
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await test.desk.keys.unlock(passphrase)).toMatchObject({
        code: 'confidential.wrong-passphrase',
      });
    expect(await test.desk.keys.unlock('été à la carrière')).toMatchObject({ ok: true });
  });

  it('are refused when they are set up twice, too short, or not there', async () => {
    expect(await test.desk.keys.setUp(other, at)).toMatchObject({ code: 'confidential.exists' });
    expect(await test.desk.keys.changePassphrase(passphrase, 'court')).toMatchObject({
      code: 'confidential.too-short',
    });
    const none = await confidentialDesk();
    expect(await none.desk.keys.unlock(passphrase)).toMatchObject({ code: 'confidential.not-set-up' });
    removeDesk(none);
  });

  it('that are damaged say so, and stop no save', async () => {
    writeFileSync(join(test.folder, 'confidential', currentKey(await keys()).file), 'rien');
    expect(await test.desk.keys.unlock(passphrase)).toMatchObject({ code: 'confidential.damaged' });
    writeFileSync(
      join(test.folder, 'confidential/keys.json'),
      '{"format":"marbre-confidential","version":2}',
    );
    expect(await test.desk.keys.unlock(passphrase)).toMatchObject({ code: 'confidential.newer-version' });
    expect(await test.desk.articles.create(articleWith([contact(confidential)]))).toMatchObject({ ok: true });
  });

  it('are wrapped anew by another passphrase, and the files stay as they are', async () => {
    const [seal = ''] = await addArticle();
    const names = () => [...filesBelow(join(test.folder, 'articles')).keys()];
    const before = names();
    expect(await test.desk.keys.changePassphrase('pas la bonne du tout', other)).toMatchObject({
      code: 'confidential.wrong-passphrase',
    });
    expect(await test.desk.keys.changePassphrase(passphrase, other)).toEqual({ ok: true, value: null });
    expect(names()).toEqual(before);
    expect(await opensWith(other, seal)).toMatchObject({ ok: true });
    expect(await opensWith(passphrase, seal)).toMatchObject({ code: 'confidential.wrong-passphrase' });
    expect([...filesBelow(join(test.folder, 'confidential')).keys()]).toHaveLength(2);
  });

  it.each(['stop', 'fail'] as const)(
    'open with the old or the new passphrase wherever its change breaks (%s)',
    async (kind) => {
      for (let call = 1, isClean = false; !isClean; call += 1) {
        const { fs, hasFailed } = failOn(call, kind);
        const store = new KeyStore(fs, test.folder, cheap);
        await store.changePassphrase(passphrase, other).catch(() => undefined);
        isClean = !hasFailed();
        const opens = [passphrase, other].map((word) => test.desk.keys.unlock(word));
        const [withOld, withNew] = (await Promise.all(opens)).map(({ ok }) => ok);
        expect([withOld, withNew], `call ${call}`).toContain(true);
        if (withNew) await test.desk.keys.changePassphrase(other, passphrase);
      }
    },
  );

  it('are given up when the passphrase is lost: old files stay and open again once it is remembered, new ones have a new key', async () => {
    const [old = ''] = await addArticle();
    expect(await test.desk.keys.startOver(other, at)).toEqual({ ok: true, value: null });
    const stored = await test.desk.articles.read('a1');
    if (!stored.ok) throw new Error(stored.code);
    const [sealed] = stored.value.article.claims[0]?.evidence ?? [];
    if (!sealed || !isSealed(sealed)) throw new Error('not sealed');
    const both = articleWith([sealed, contact(confidential, 'e2')]);
    await test.desk.articles.save(both, stored.value.base);
    const again = await test.desk.articles.read('a1');
    const seals = again.ok ? sealsOf(again.value.article.claims) : [];
    expect(seals[0]).toBe(old);
    expect(await opensWith(other, old)).toMatchObject({ code: 'confidential.other-key' });
    expect(await opensWith(other, seals[1] ?? '')).toMatchObject({ ok: true });
    expect(await opensWith(passphrase, old)).toMatchObject({ ok: true });
  });

  it('change for every file, and the old one is gone when all are done', async () => {
    const seals = await addArticle();
    const before = currentKey(await keys());
    expect(await change()).toEqual({ ok: true, value: { done: 1, refused: 0, cancelled: false } });
    const after = await keys();
    expect(after.keys).toHaveLength(1);
    expect(currentKey(after).recipient).not.toBe(before.recipient);
    for (const seal of seals) expect(await opensWith(passphrase, seal)).toMatchObject({ ok: true });
    expect(await verifyDesk(test.desk)).toEqual([]);
  });

  it('go on with a change that was stopped', async () => {
    const seals = await addArticle();
    const stopped = new AbortController();
    stopped.abort();
    expect(await change(test.desk, stopped.signal)).toMatchObject({ value: { cancelled: true } });
    expect((await keys()).keys.map(({ state }) => state)).toEqual(['retiring', 'current']);
    for (const seal of seals) expect(await opensWith(passphrase, seal)).toMatchObject({ ok: true });
    expect(await test.desk.keys.changePassphrase(passphrase, other)).toMatchObject({ ok: true });
    for (const seal of seals) expect(await opensWith(other, seal)).toMatchObject({ ok: true });
    await test.desk.keys.changePassphrase(other, passphrase);
    expect(await change()).toMatchObject({ value: { done: 1, cancelled: false } });
    expect((await keys()).keys).toHaveLength(1);
  });

  it.each(['stop', 'fail'] as const)(
    'leave every file open wherever their change breaks, and the next change finishes it (%s)',
    async (kind) => {
      const seals = await addArticle();
      for (let call = 1, isClean = false; !isClean; call += 1) {
        const { fs, hasFailed } = failOn(call, kind);
        const broken = await openDesk(test.folder, fs, cheap);
        if (!broken.ok) throw new Error(broken.code);
        await change(broken.value, undefined, fs).catch(() => undefined);
        isClean = !hasFailed();
        for (const seal of seals)
          expect(await opensWith(passphrase, seal), `call ${call}`).toMatchObject({ ok: true });
        expect(await change(), `call ${call}`).toMatchObject({ ok: true, value: { refused: 0 } });
        expect((await keys()).keys, `call ${call}`).toHaveLength(1);
        for (const seal of seals)
          expect(await opensWith(passphrase, seal), `call ${call}`).toMatchObject({ ok: true });
        const files = [...filesBelow(join(test.folder, 'articles')).keys()];
        expect(files.filter((name) => name.endsWith('.age'))).toHaveLength(1);
      }
    },
    120_000,
  );

  it('seal what was confidential before them, in articles, kept versions and the trash', async () => {
    const before = await confidentialDesk();
    const { articles } = before.desk;
    for (const id of ['a1', 'a2']) await articles.create({ ...articleWith([contact(confidential)]), id });
    const stored = await articles.read('a1');
    const history = await articles.history('a1');
    if (stored.ok && history.ok) await history.value.keep(stored.value.article, 'named', 'avant', at);
    await articles.trash('a2');
    expect(leaks(before.folder)).toHaveLength(3);
    await before.desk.keys.setUp(passphrase, at);
    const options = { signal: new AbortController().signal, onProgress: () => undefined };
    expect(await sealDesk(before.desk, options)).toEqual({ done: 2, refused: 0, cancelled: false });
    expect(leaks(before.folder)).toEqual([]);
    expect(await sealDesk(before.desk, options)).toEqual({ done: 0, refused: 0, cancelled: false });
    expect(JSON.stringify(before.desk.settings)).not.toContain(canary);
    removeDesk(before);
  });
});
