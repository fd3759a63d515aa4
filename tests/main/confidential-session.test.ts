import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newEvidence } from '#core/claims/create';
import { evidenceFileName } from '#core/claims/evidence';
import { isSealed } from '#core/confidential/sealed';
import { idleMinutes } from '#core/confidential/values';
import { ConfidentialSession, type SealName } from '../../src/main/confidential/confidential-session';
import { serveEvidence } from '../../src/main/serve-evidence';
import { at } from '../support/checking';
import {
  articleWith,
  canary,
  confidentialDesk,
  contact,
  passphrase,
  removeDesk,
  secretFile,
  type TestDesk,
} from '../support/confidential-desk';

describe('a desk that is unlocked', () => {
  let test: TestDesk;
  let session: ConfidentialSession;
  let name: SealName;
  let fileName: string;
  const onLock = vi.fn();

  beforeEach(async () => {
    onLock.mockClear();
    test = await confidentialDesk();
    await test.desk.keys.setUp(passphrase, at);
    const { articles } = test.desk;
    const stored = await articles.create(articleWith([]));
    const added = await articles.evidence.add('a1', 'note.txt', secretFile);
    if (!stored.ok || !added.ok) throw new Error('not added');
    const source = {
      ...newEvidence(added.value, { id: 'e1', at, by: '' }),
      sensitivity: 'confidential' as const,
    };
    const saved = await articles.saveSealed(articleWith([source]), stored.value.base);
    const [evidence] = (saved.ok && saved.value.article.claims[0]?.evidence) || [];
    if (!evidence || !isSealed(evidence)) throw new Error('not sealed');
    name = { id: 'a1', seal: evidence.source.seal, file: evidence.source.file };
    fileName = evidenceFileName(added.value);
    session = new ConfidentialSession(onLock);
  });
  afterEach(() => {
    vi.useRealTimers();
    session.lock();
    removeDesk(test);
  });

  it('shows a source and its file, from memory and to nobody else’s cache', async () => {
    expect(await session.open(test.desk, name)).toMatchObject({ code: 'confidential.locked' });
    expect(await session.unlock(test.desk, passphrase)).toMatchObject({ value: { state: 'unlocked' } });
    expect(await session.reader(test.desk, 'a1', fileName)).toBeNull();
    expect(await session.open(test.desk, name)).toMatchObject({ value: { source: { name: 'note.txt' } } });
    const reader = await session.reader(test.desk, 'a1', fileName);
    const answer = serveEvidence(
      reader,
      new Request('marbre://app/evidence/a1/x', { headers: { range: 'bytes=5-8' } }),
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(secretFile.slice(5, 9));
    expect(await session.reader(test.desk, 'a2', fileName)).toBeNull();
  });

  it('forgets everything when it is locked, also in the middle of a file', async () => {
    await session.unlock(test.desk, passphrase);
    await session.open(test.desk, name);
    const reader = await session.reader(test.desk, 'a1', fileName);
    session.lock();
    expect(onLock).toHaveBeenCalledTimes(1);
    await expect(reader?.read(0, 4)).rejects.toThrow('locked');
    expect(await session.reader(test.desk, 'a1', fileName)).toBeNull();
    expect(await session.open(test.desk, name)).toMatchObject({ code: 'confidential.locked' });
    expect(await session.view(test.desk)).toMatchObject({ state: 'locked' });
    session.lock();
    expect(onLock).toHaveBeenCalledTimes(1);
  });

  it('locks itself after a while in which nobody looked', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await session.unlock(test.desk, passphrase);
    vi.advanceTimersByTime(idleMinutes * 60_000 - 1);
    await session.open(test.desk, name);
    vi.advanceTimersByTime(idleMinutes * 60_000 - 1);
    expect(session.isUnlocked).toBe(true);
    vi.advanceTimersByTime(1);
    expect(session.isUnlocked).toBe(false);
    expect(onLock).toHaveBeenCalledTimes(1);
  });

  it('shows its sources in a record of checks that asks for them, and a locked one never does', async () => {
    const { writeDossier } = await import('#core/dossier/index');
    const stored = await test.desk.articles.read('a1');
    if (!stored.ok) throw new Error(stored.code);
    const first = stored.value;
    await test.desk.articles.save(articleWith([contact({ sensitivity: 'confidential' })]), first.base);
    const again = await test.desk.articles.read('a1');
    if (!again.ok) throw new Error(again.code);
    const options = { now: at, includeConfidential: true };
    const write = (article = again.value.article, format: 'html' | 'json' = 'html') =>
      writeDossier(article, test.desk.settings, format, options);
    expect(write()).not.toContain(canary);
    expect(write(undefined, 'json')).not.toContain(canary);
    await session.unlock(test.desk, passphrase);
    const shown = await session.revealed(test.desk, again.value.article);
    expect(write(shown)).toContain(canary);
    expect(
      writeDossier(shown, test.desk.settings, 'html', { ...options, includeConfidential: false }),
    ).not.toContain(canary);
  });
});
