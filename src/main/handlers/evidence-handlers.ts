import { basename } from 'node:path';
import { maximumEvidenceBytes } from '#core/claims/evidence-files';
import type { EvidenceFile } from '#core/claims/schema';
import { failure, type Result, success } from '#core/failure';
import { diskFileSystem, ioFailure } from '#storage/index';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';

type EvidenceHandlers = Pick<Handlers, Extract<keyof Handlers, `evidence.${string}`>>;

/** Files that are attached to claims. */
export function evidenceHandlers({ session, dialogs, confidential }: MainContext): EvidenceHandlers {
  return {
    'evidence.choose': ({ id }) =>
      session.with(async (desk) => {
        const path = await dialogs.chooseEvidence();
        if (path === null) return success(null);
        const bytes = await readChosen(path);
        return bytes.ok ? desk.articles.evidence.add(id, basename(path), bytes.value) : bytes;
      }),
    'evidence.add': ({ id, name, bytes }) =>
      session.with((desk) => desk.articles.evidence.add(id, basename(name), bytes)),
    'evidence.read': ({ id, file }) =>
      session.with(async (desk) => {
        const read = await confidential.fileBytes(desk, id, file);
        return read.ok ? success({ bytes: read.value }) : read;
      }),
    'evidence.text': ({ id, file }) =>
      session.with(async (desk) => textOf(await confidential.fileBytes(desk, id, file), file)),
  };
}

async function textOf(
  read: Result<Uint8Array>,
  file: EvidenceFile,
): Promise<Result<{ readonly text: string }>> {
  if (!read.ok) return read;
  // Readers of pages and mail wait on disk until somebody opens one.
  const { evidenceText } = await import('#core/claims/evidence-text');
  const text = evidenceText(read.value, file.extension, file.name);
  return text.ok ? success({ text: text.value }) : text;
}

async function readChosen(path: string): Promise<Result<Uint8Array>> {
  const name = basename(path);
  try {
    const info = await diskFileSystem.info(path);
    if (info && info.size > maximumEvidenceBytes)
      return failure('input.too-large', { name, limit: '200 MB' });
    return success(await diskFileSystem.readFile(path));
  } catch (error) {
    return ioFailure(error, 'read', name);
  }
}
