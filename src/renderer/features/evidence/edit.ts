import { newEvidence } from '#core/claims/create';
import { evidenceTitle } from '#core/claims/evidence';
import { maximumEvidenceBytes } from '#core/claims/evidence-files';
import type { Claim, Evidence, Source } from '#core/claims/schema';
import { isSealed } from '#core/confidential/sealed';
import { failure, type Result } from '#core/failure';
import type { AttachedFile } from '#core/ipc/contract';
import { call } from '../../bridge/bridge';
import { preferences } from '../../session/app-session';
import { opened } from '../../session/article-session';
import { changeClaim, newId } from '../../session/claim-session';
import { changeSealed } from '../../session/confidential-session';
import { complain, tell } from '../../session/notices';
import { clip, limits, mostSources } from './limits';

/** The claim as the open article has it; undefined when another article is open by now. */
function current(claim: string): Claim | undefined {
  return opened.get()?.article.claims.find(({ id }) => id === claim);
}

/** Changes one source. A field that goes away with its article must not touch the next one. */
export function changeSource(claim: string, id: string, change: (evidence: Evidence) => Evidence): void {
  const before = current(claim)?.evidence.find((one) => one.id === id);
  if (!before) return;
  if (isSealed(before)) {
    changeSealed(claim, id, change);
    return;
  }
  const after = change(before);
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  changeClaim(claim, (record) => ({
    ...record,
    evidence: record.evidence.map((one) => (one.id === id ? after : one)),
  }));
}

function signed(source: Source): Evidence {
  return newEvidence(source, { id: newId(), at: new Date().toISOString(), by: preferences.get().name });
}

/** Adds sources behind the others; false when the claim has no room for them, which is said. */
export function addSources(claim: string, added: readonly Evidence[]): boolean {
  const record = current(claim);
  if (!record || added.length === 0) return false;
  if (record.evidence.length + added.length > mostSources) {
    tell('evidence.too-many', { most: mostSources });
    return false;
  }
  changeClaim(claim, (one) => ({ ...one, evidence: [...one.evidence, ...added] }));
  return true;
}

/** Adds one source and gives its id; null when it could not be added. */
export function addSource(claim: string, source: Source): string | null {
  const evidence = signed(source);
  return addSources(claim, [evidence]) ? evidence.id : null;
}

/** Removes a source, with a way back in the notice: it returns to its place, and outcomes that rest on it stand again. */
export function removeSource(claim: string, id: string): void {
  const record = current(claim);
  const at = record?.evidence.findIndex((one) => one.id === id) ?? -1;
  const removed = record?.evidence[at];
  if (!removed) return;
  changeClaim(claim, (one) => ({ ...one, evidence: one.evidence.filter((other) => other.id !== id) }));
  const putBack = (): void => {
    if (current(claim)?.evidence.every((one) => one.id !== id))
      changeClaim(claim, (one) => ({ ...one, evidence: one.evidence.toSpliced(at, 0, removed) }));
  };
  const undo = { title: 'evidence.undo', run: putBack } as const;
  if (isSealed(removed)) tell('confidential.removed', {}, undo);
  else tell('evidence.removed', { title: clip(evidenceTitle(removed), 80) }, undo);
}

/** Lets the person choose a file on disk. */
export async function chooseFile(claim: string, confidential: boolean): Promise<void> {
  const id = opened.get()?.article.id;
  if (id === undefined) return;
  const chosen = await call('evidence.choose', { id, confidential });
  if (!chosen.ok) complain(chosen);
  else if (chosen.value) attach(claim, chosen.value);
}

/** Copies files from a drop or a clipboard into the article, one after another, each with what became of it. */
export async function addFiles(claim: string, files: readonly File[], confidential: boolean): Promise<void> {
  const id = opened.get()?.article.id;
  if (id === undefined || files.length === 0) return;
  tell('evidence.copying', { count: files.length });
  for (const file of files) {
    const added = await copyIn(id, file, confidential);
    if (added.ok) attach(claim, added.value);
    else complain(added);
  }
}

async function copyIn(id: string, file: File, confidential: boolean): Promise<Result<AttachedFile>> {
  const name = file.name.slice(-limits.name);
  if (file.size > maximumEvidenceBytes) return failure('input.too-large', { name, limit: '200 MB' });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await call('evidence.add', { id, name, bytes, confidential });
  } catch (error) {
    // A folder that was dropped, or a file that vanished meanwhile.
    return failure('io.read', { name }, String(error));
  }
}

function attach(claim: string, file: AttachedFile): void {
  if (file.type === 'sealed') {
    addSources(claim, [{ ...signed(file), sensitivity: 'confidential' }]);
    return;
  }
  const isThere = current(claim)?.evidence.some(
    ({ source }) => source.type === 'file' && source.sha256 === file.sha256,
  );
  if (isThere) tell('evidence.already', { name: clip(file.name, 80) });
  else addSource(claim, file);
}

/**
 * Copies sources of an earlier claim to this one: what they say and how they are rated, never what was found. They
 * are signed by whoever decided to take them; files are copied into this article.
 */
export async function copySources(
  claim: string,
  from: string,
  chosen: readonly Evidence[],
): Promise<boolean> {
  const id = opened.get()?.article.id;
  if (id === undefined) return false;
  const copies: Evidence[] = [];
  for (const evidence of chosen) {
    const source = from === id ? evidence.source : await bring(id, from, evidence.source);
    if (source === null) return false;
    copies.push({ ...evidence, ...pick(signed(source)) });
  }
  return addSources(claim, copies);
}

function pick({ id, source, added }: Evidence): Pick<Evidence, 'id' | 'source' | 'added'> {
  return { id, source, added };
}

/** A source as this article can have it: its file copied in. Null when it could not be, which is said. */
async function bring(id: string, from: string, source: Source): Promise<Source | null> {
  if (source.type !== 'file') return source;
  const read = await call('evidence.read', { id: from, file: source });
  if (!read.ok) {
    complain(read);
    return null;
  }
  const bytes = new Uint8Array(read.value.bytes);
  const added = await call('evidence.add', { id, name: source.name, bytes, confidential: false });
  if (added.ok) return added.value;
  complain(added);
  return null;
}
