import { renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '#core/article/schema';
import { newEvidence } from '#core/claims/create';
import { evidenceFileName, independentOrigins } from '#core/claims/evidence';
import { checkedClaims } from '#core/claims/progress';
import type { EvidenceFile } from '#core/claims/schema';
import { isSealed, type SealedEvidence } from '#core/confidential/sealed';
import { readRecord } from '#core/confidential/sealed-schema';
import { openDesk, verifyDesk } from '#storage/index';
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
  secretFile,
  type TestDesk,
} from '../../support/confidential-desk';
import { failOn } from '../../support/confidential-faults';

const confidential = { sensitivity: 'confidential' } as const;

describe('a confidential source', () => {
  let test: TestDesk;
  beforeEach(async () => {
    test = await confidentialDesk();
  });
  afterEach(() => removeDesk(test));

  const setUp = async (): Promise<void> => {
    const done = await test.desk.keys.setUp(passphrase, at);
    if (!done.ok) throw new Error(done.code);
  };
  const read = async () => {
    const stored = await test.desk.articles.read('a1');
    if (!stored.ok) throw new Error(stored.code);
    return stored.value;
  };
  const sealedSource = async (): Promise<SealedEvidence> => {
    const evidence = (await read()).article.claims[0]?.evidence[0];
    if (!evidence || !isSealed(evidence)) throw new Error('not sealed');
    return evidence;
  };
  const identities = async (word = passphrase): Promise<readonly string[]> => {
    const opened = await test.desk.keys.unlock(word);
    if (!opened.ok) throw new Error(opened.code);
    return opened.value;
  };
  const open = async (seal: string) =>
    (await test.desk.articles.sealed('a1'))?.read(seal, await identities());

  it('stays as it is on a desk without a passphrase', async () => {
    await test.desk.articles.create(articleWith([contact(confidential)]));
    expect((await read()).article.claims[0]?.evidence[0]).toMatchObject({ source: { name: canary } });
  });

  it('is sealed when the article is written, without the passphrase, and says what it said when it is opened', async () => {
    await setUp();
    const source = contact(confidential);
    await test.desk.articles.create(articleWith([source]));
    const sealed = await sealedSource();
    expect(sealed).toMatchObject({ quote: '', origin: '', locator: null, stance: 'supports' });
    const opened = await open(sealed.source.seal);
    expect(opened?.ok && readRecord(opened.value)).toEqual({
      source: source.source,
      quote: source.quote,
      origin: source.origin,
      locator: source.locator,
    });
    expect(leaks(test.folder)).toEqual([]);
    expect(await verifyDesk(test.desk)).toEqual([]);
  });

  it('leaves the outcome that rests on it standing, and another one does not', async () => {
    await setUp();
    await test.desk.articles.create(articleWith([contact(confidential)]));
    const { article } = await read();
    const states = () =>
      checkedClaims(article, test.desk.settings.outcomeScale).map(({ state }) => state.status);
    expect(states()).toEqual(['checked']);
    const evidence = article.claims[0]?.evidence[0];
    if (!evidence || !isSealed(evidence)) throw new Error('not sealed');
    evidence.source = { ...evidence.source, seal: 'f'.repeat(32) };
    const other = {
      ...article,
      claims: article.claims.map((claim) => ({ ...claim, evidence: [{ ...evidence }] })),
    };
    expect(checkedClaims(other, test.desk.settings.outcomeScale)[0]?.state.status).toBe('stale');
  });

  it('that shares its origin with another sealed one counts as the same source', async () => {
    await setUp();
    const sources = [contact(confidential), contact({ ...confidential, quote: 'autre' }, 'e2')];
    await test.desk.articles.create(articleWith(sources));
    expect(independentOrigins((await read()).article.claims[0]?.evidence ?? [])).toBe(1);
  });

  it('has its file encrypted, and the copy in clear goes; kept versions lose it as well', async () => {
    await setUp();
    await test.desk.articles.create(articleWith([]));
    const added = await test.desk.articles.evidence.add('a1', `${canary}.txt`, secretFile);
    if (!added.ok) throw new Error(added.code);
    const internal = newEvidence(added.value, { id: 'e1', at, by: '' });
    const first = articleWith([internal]);
    const saved = await test.desk.articles.save(first, (await read()).base);
    const history = await test.desk.articles.history('a1');
    if (!saved.ok || !history.ok) throw new Error('not there');
    await history.value.keep((await read()).article, 'named', 'avant', at);
    expect(leaks(test.folder).length).toBeGreaterThan(2);

    const second = await test.desk.articles.saveSealed(
      articleWith([{ ...internal, ...confidential }]),
      saved.value,
    );
    if (!second.ok) throw new Error(second.code);
    expect(leaks(test.folder)).toEqual([]);
    expect(leaks(test.folder, added.value.sha256)).toEqual([]);
    const { file } = (await sealedSource()).source;
    const opened = await open(file ?? '');
    expect(opened?.ok && opened.value).toEqual(secretFile);
    const kept = await history.value.read((await history.value.list())[0]?.id ?? '');
    expect(kept.ok && kept.value.claims[0]?.evidence[0]?.source.type).toBe('sealed');
  });

  it('keeps its file in clear where another source names the same one', async () => {
    await setUp();
    await test.desk.articles.create(articleWith([]));
    const added = await test.desk.articles.evidence.add('a1', 'plan.txt', secretFile);
    if (!added.ok) throw new Error(added.code);
    const sources = [
      newEvidence(added.value, { id: 'e1', at, by: '' }),
      { ...newEvidence(added.value, { id: 'e2', at, by: '' }), ...confidential },
    ];
    await test.desk.articles.save(articleWith(sources), (await read()).base);
    expect(await test.desk.articles.evidence.read('a1', added.value)).toMatchObject({ ok: true });
  });

  it('whose file is spoiled stays in clear: nothing takes the place of what cannot be encrypted whole', async () => {
    await setUp();
    await test.desk.articles.create(articleWith([]));
    const added = await test.desk.articles.evidence.add('a1', 'plan.txt', secretFile);
    if (!added.ok) throw new Error(added.code);
    const name = [...filesBelow(test.folder).keys()].find((one) =>
      one.endsWith(evidenceFileName(added.value)),
    );
    writeFileSync(join(test.folder, name ?? ''), 'abîmé');
    const source = { ...newEvidence(added.value, { id: 'e1', at, by: '' }), ...confidential };
    await test.desk.articles.save(articleWith([source]), (await read()).base);
    expect((await read()).article.claims[0]?.evidence[0]?.source).toEqual(added.value);
  });

  it('that is damaged or missing is named by verify, without a passphrase', async () => {
    await setUp();
    await test.desk.articles.create(articleWith([contact(confidential)]));
    const [name, text] = [...filesBelow(test.folder)].find(([one]) => /[0-9a-f]{64}\.age$/.test(one)) ?? [];
    const path = join(test.folder, name ?? '');
    writeFileSync(path, Buffer.from(`${text?.slice(0, -1)}x`, 'latin1'));
    expect(await verifyDesk(test.desk)).toMatchObject([{ failure: { code: 'confidential.changed' } }]);
    unlinkSync(path);
    expect(await verifyDesk(test.desk)).toMatchObject([{ failure: { code: 'confidential.missing' } }]);
    renameSync(join(test.folder, 'confidential/keys.json'), join(test.folder, 'confidential/keys.old'));
    writeFileSync(join(test.folder, 'confidential/keys.json'), '{}');
    expect(await verifyDesk(test.desk)).toMatchObject([
      { failure: { code: 'confidential.damaged' } },
      { failure: { code: 'confidential.missing' } },
    ]);
  });

  /** Saves an article that marks its file confidential, and breaks at one change; gives whether it did. */
  const breakAt = async (call: number, kind: 'stop' | 'fail', marked: Article): Promise<boolean> => {
    const { fs, hasFailed } = failOn(call, kind);
    const broken = await openDesk(test.folder, fs, cheap);
    if (!broken.ok) throw new Error(broken.code);
    await broken.value.articles.save(marked, (await read()).base).catch(() => undefined);
    // What a kill leaves behind is taken over after ten seconds; nobody waits for that here.
    for (const name of filesBelow(test.folder).keys())
      if (name.endsWith('.save.lock')) unlinkSync(join(test.folder, name));
    return hasFailed();
  };
  const bytesNow = async (file: EvidenceFile) => {
    const evidence = (await read()).article.claims[0]?.evidence[0];
    if (!evidence) throw new Error('the source is gone');
    return isSealed(evidence)
      ? open(evidence.source.file ?? '')
      : test.desk.articles.evidence.read('a1', file);
  };

  it.each(['stop', 'fail'] as const)(
    'is never lost when the save that seals it breaks at any call (%s): it is there in clear or sealed, and the next save seals it',
    async (kind) => {
      await setUp();
      await test.desk.articles.create(articleWith([]));
      const added = await test.desk.articles.evidence.add('a1', `${canary}.txt`, secretFile);
      if (!added.ok) throw new Error(added.code);
      const source = newEvidence(added.value, { id: 'e1', at, by: '' });
      const marked = articleWith([{ ...source, ...confidential }]);
      for (let call = 1, isBroken = true; isBroken; call += 1) {
        // Each round begins with the file in clear, and an article that names it.
        await test.desk.articles.evidence.add('a1', `${canary}.txt`, secretFile);
        await test.desk.articles.save(articleWith([source]), (await read()).base);
        isBroken = await breakAt(call, kind, marked);
        expect(await bytesNow(added.value), `call ${call}`).toEqual({ ok: true, value: secretFile });
        // The window takes over what a save has sealed; where it was told nothing, it has what it sent.
        const { article, base } = await read();
        const isDone = article.claims.some(({ evidence }) => evidence.some(isSealed));
        await test.desk.articles.save(isDone ? article : marked, base);
        await test.desk.tidy();
        const left = leaks(test.folder).filter((name) => !name.endsWith('.tmp'));
        expect(left, `call ${call}`).toEqual([]);
      }
    },
    240_000,
  );
});
