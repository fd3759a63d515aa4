import { basename } from 'node:path';
import { maximumEvidenceBytes } from '#core/claims/evidence-files';
import type { EvidenceFile } from '#core/claims/schema';
import { type Result, success } from '#core/failure';
import { readChosenFile } from '#storage/index';
import type { IntakeService } from '../intake/intake-service';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';

type EvidenceHandlers = Pick<Handlers, Extract<keyof Handlers, `evidence.${string}`>>;

/** Files that are attached to claims. */
export function evidenceHandlers({ session, intake, dialogs, confidential }: MainContext): EvidenceHandlers {
  return {
    'evidence.choose': ({ id }) =>
      session.with(async (desk) => {
        const path = await dialogs.chooseEvidence();
        if (path === null) return success(null);
        const bytes = await readChosenFile(path, { bytes: maximumEvidenceBytes, words: '200 MB' });
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
      session.with(async (desk) => textOf(intake, await confidential.fileBytes(desk, id, file), file)),
  };
}

async function textOf(
  intake: IntakeService,
  read: Result<Uint8Array>,
  file: EvidenceFile,
): Promise<Result<{ readonly text: string }>> {
  if (!read.ok) return read;
  const text = await intake.evidenceText(read.value, file.extension, file.name);
  return text.ok ? success({ text: text.value }) : text;
}
