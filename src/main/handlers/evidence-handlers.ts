import { basename } from 'node:path';
import { maximumEvidenceBytes } from '#core/claims/evidence-files';
import type { EvidenceFile } from '#core/claims/schema';
import { failure, type Result, success } from '#core/failure';
import type { AttachedFile } from '#core/ipc/contract';
import { attachSealed, type DeskStore, readChosenFile } from '#storage/index';
import type { IntakeService } from '../intake/intake-service';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';

type EvidenceHandlers = Pick<Handlers, Extract<keyof Handlers, `evidence.${string}`>>;

interface Attaching {
  /** Of the article. */
  readonly id: string;
  readonly name: string;
  readonly isSecret: boolean;
}

/** Files that are attached to claims. */
export function evidenceHandlers({ session, intake, dialogs, confidential }: MainContext): EvidenceHandlers {
  /** Encrypting asks for no key that is locked; but whoever attaches a source wants to see what it is. */
  const mayAttach = async (desk: DeskStore, isSecret: boolean): Promise<Result<null>> => {
    if (!isSecret) return success(null);
    const keys = await desk.keys.read();
    if (!keys.ok) return keys;
    if (!keys.value) return failure('confidential.not-set-up');
    return confidential.isUnlocked ? success(null) : failure('confidential.locked');
  };
  const attach = async (
    desk: DeskStore,
    { id, name, isSecret }: Attaching,
    bytes: Uint8Array,
  ): Promise<Result<AttachedFile>> => {
    const allowed = await mayAttach(desk, isSecret);
    if (!allowed.ok) return allowed;
    return isSecret ? attachSealed(desk, id, name, bytes) : desk.articles.evidence.add(id, name, bytes);
  };
  return {
    'evidence.choose': ({ id, confidential: isSecret }) =>
      session.with(async (desk) => {
        const allowed = await mayAttach(desk, isSecret);
        if (!allowed.ok) return allowed;
        const path = await dialogs.chooseEvidence();
        if (path === null) return success(null);
        const bytes = await readChosenFile(path, { bytes: maximumEvidenceBytes, words: '200 MB' });
        return bytes.ok ? attach(desk, { id, name: basename(path), isSecret }, bytes.value) : bytes;
      }),
    'evidence.add': ({ id, name, bytes, confidential: isSecret }) =>
      session.with((desk) => attach(desk, { id, name: basename(name), isSecret }, bytes)),
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
