import type { SealedSource } from '#core/claims/schema';
import { currentKey } from '#core/confidential/keys';
import type { Secret } from '#core/confidential/sealed';
import { writeRecord } from '#core/confidential/sealed-schema';
import type { ConfidentialView } from '#core/confidential/values';
import { failure, type Result, success } from '#core/failure';
import { changeDeskKey, type DeskStore, diskFileSystem, newSealId, sealDesk } from '#storage/index';
import type { SealName } from '../confidential/confidential-session';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';

type ConfidentialHandlers = Pick<Handlers, Extract<keyof Handlers, `confidential.${string}`>>;

const now = (): string => new Date().toISOString();

/** Confidential sources of the open desk: their passphrase, and looking at them. */
export function confidentialHandlers(context: MainContext): ConfidentialHandlers {
  return { ...passphraseHandlers(context), ...sourceHandlers(context), ...deskWideHandlers(context) };
}

type Some<K extends keyof ConfidentialHandlers> = Pick<ConfidentialHandlers, K>;

function passphraseHandlers({
  session,
  confidential,
  window,
}: MainContext): Some<
  | 'confidential.state'
  | 'confidential.set-up'
  | 'confidential.unlock'
  | 'confidential.lock'
  | 'confidential.change-passphrase'
  | 'confidential.start-over'
> {
  /** Unlocks with a passphrase that was just set, and tells the window. */
  const enter = async (
    desk: DeskStore,
    done: Result<null>,
    passphrase: string,
  ): Promise<Result<ConfidentialView>> => {
    if (!done.ok) return done;
    const view = await confidential.unlock(desk, passphrase);
    if (view.ok) window()?.send('confidential.changed', view.value);
    return view;
  };
  return {
    'confidential.state': () => session.with(async (desk) => success(await confidential.view(desk))),
    'confidential.set-up': ({ passphrase }) =>
      session.with(async (desk) => enter(desk, await desk.keys.setUp(passphrase, now()), passphrase)),
    'confidential.unlock': ({ passphrase }) => session.with((desk) => enter(desk, success(null), passphrase)),
    'confidential.lock': async () => {
      confidential.lock();
      return success(null);
    },
    'confidential.change-passphrase': ({ passphrase, next }) =>
      session.with(async (desk) => enter(desk, await desk.keys.changePassphrase(passphrase, next), next)),
    'confidential.start-over': ({ passphrase }) =>
      session.with(async (desk) => enter(desk, await desk.keys.startOver(passphrase, now()), passphrase)),
  };
}

function sourceHandlers({
  session,
  confidential,
}: MainContext): Some<'confidential.open' | 'confidential.seal' | 'confidential.reveal'> {
  return {
    'confidential.open': (name) => session.with((desk) => confidential.open(desk, name)),
    'confidential.seal': ({ id, secret, file }) => session.with((desk) => sealAgain(desk, id, secret, file)),
    'confidential.reveal': (name) =>
      session.with(async (desk) => {
        const opened = await confidential.open(desk, name);
        return opened.ok ? copyInClear({ desk, confidential }, name, opened.value) : opened;
      }),
  };
}

/** The same source with other words: its file stays as it lies. Codes: `confidential.not-set-up`, `io.…`. */
async function sealAgain(
  desk: DeskStore,
  id: string,
  secret: Secret,
  file: string | null,
): Promise<Result<SealedSource>> {
  const keys = await desk.keys.read();
  if (!keys.ok) return keys;
  if (!keys.value) return failure('confidential.not-set-up');
  const files = await desk.articles.sealed(id);
  if (files === null) return failure('article.not-found', { id });
  const seal = newSealId();
  const written = await files.write(seal, writeRecord(secret), currentKey(keys.value).recipient);
  const hasOrigin = secret.origin.trim() !== '';
  return written.ok ? success({ type: 'sealed', seal, file, hasOrigin }) : written;
}

/** Somebody decided that a source is not confidential any more: its file lies in the article in clear again. */
async function copyInClear(
  { desk, confidential }: { readonly desk: DeskStore; readonly confidential: MainContext['confidential'] },
  { id }: SealName,
  secret: Secret,
): Promise<Result<Secret>> {
  if (secret.source.type !== 'file') return success(secret);
  const bytes = await confidential.fileBytes(desk, id, secret.source);
  if (!bytes.ok) return bytes;
  const added = await desk.articles.evidence.add(id, secret.source.name, bytes.value);
  if (!added.ok) return added;
  return added.value.sha256 === secret.source.sha256 ? success(secret) : failure('confidential.changed');
}

function deskWideHandlers({
  session,
  confidential,
  window,
}: MainContext): Some<'confidential.protect' | 'confidential.change-key' | 'confidential.stop'> {
  let running: AbortController | null = null;
  const alone = async <T>(
    work: (desk: DeskStore, options: Parameters<typeof sealDesk>[1]) => Promise<Result<T>>,
  ): Promise<Result<T>> =>
    session.with(async (desk) => {
      if (running) return failure('confidential.busy');
      running = new AbortController();
      const onProgress = (done: number, total: number): void =>
        window()?.send('confidential.progress', { done, total });
      try {
        return await work(desk, { signal: running.signal, onProgress });
      } finally {
        running = null;
      }
    });
  return {
    'confidential.protect': () =>
      alone(async (desk, options) => {
        const sealed: string[] = [];
        const report = await sealDesk(desk, { ...options, onSealed: (folder) => sealed.push(folder) });
        if (sealed.length > 0) await session.written(sealed);
        return success(report);
      }),
    'confidential.change-key': ({ passphrase }) =>
      alone(async (desk, options) => {
        const changed = await changeDeskKey(diskFileSystem, desk, { ...options, passphrase, now: now() });
        if (!changed.ok) return changed;
        const view = await confidential.unlock(desk, passphrase);
        if (view.ok) window()?.send('confidential.changed', view.value);
        return changed;
      }),
    'confidential.stop': async () => {
      running?.abort();
      return success(null);
    },
  };
}
