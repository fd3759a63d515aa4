import type { SealedSource } from '#core/claims/schema';
import { currentKey } from '#core/confidential/keys';
import { failure, type Result, success } from '#core/failure';
import type { DeskStore } from '../desk-store';
import { evidenceFileOf } from '../evidence-store';
import { deskGone } from '../presence';
import { newSealId } from './sealer';

/**
 * Copies a file into an article as a confidential source: what is written first is encrypted already, its bytes as well
 * as its name. Takes no passphrase; nothing names the source until the article is saved with it.
 * Codes: `confidential.not-set-up`, those of `EvidenceStore.add`, of `KeyStore.read`.
 */
export async function attachSealed(
  desk: DeskStore,
  id: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<SealedSource>> {
  const file = evidenceFileOf(name, bytes);
  if (!file.ok) return file;
  const keys = await desk.keys.read();
  if (!keys.ok) return keys;
  if (!keys.value) return failure('confidential.not-set-up');
  const files = await desk.articles.sealed(id);
  if (files === null) return failure('article.not-found', { id });
  const gone = await deskGone(desk.fs, desk.folder);
  if (gone) return gone;
  // Loaded here: its schemas are needed by nothing else at the start.
  const { writeRecord } = await import('#core/confidential/sealed-schema');
  const { id: key, recipient } = currentKey(keys.value);
  const record = writeRecord({ source: file.value, locator: null, quote: '', origin: '' });
  const [seal, sealedFile] = [newSealId(), newSealId()];
  for (const [part, content] of [[sealedFile, bytes] as const, [seal, record] as const]) {
    const written = await files.write(part, content, recipient);
    if (!written.ok) return written;
  }
  // Somebody began a change of key meanwhile, which may have looked here before there was anything.
  const now = await desk.keys.read();
  if (now.ok && now.value && currentKey(now.value).id !== key) return attachSealed(desk, id, name, bytes);
  return success({ type: 'sealed', seal, file: sealedFile, hasOrigin: false });
}
