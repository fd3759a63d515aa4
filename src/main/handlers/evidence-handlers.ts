import { basename } from 'node:path';
import { maximumEvidenceBytes } from '#core/claims/evidence-files';
import { failure, type Result, success } from '#core/failure';
import { type DeskStore, diskFileSystem, ioFailure } from '#storage/index';
import type { IntakeService } from '../intake/intake-service';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';

type EvidenceHandlers = Pick<Handlers, Extract<keyof Handlers, `evidence.${string}`>>;

/** Files that are attached to claims. */
export function evidenceHandlers({ session, intake, dialogs }: MainContext): EvidenceHandlers {
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
        const read = await desk.articles.evidence.read(id, file);
        return read.ok ? success({ bytes: read.value }) : read;
      }),
    'evidence.text': ({ id, file }) => session.with((desk) => textOf(desk, intake, id, file)),
  };
}

async function textOf(
  desk: DeskStore,
  intake: IntakeService,
  id: string,
  file: Parameters<DeskStore['articles']['evidence']['read']>[1],
): Promise<Result<{ readonly text: string }>> {
  const read = await desk.articles.evidence.read(id, file);
  if (!read.ok) return read;
  const text = await intake.evidenceText(read.value, file.extension, file.name);
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
