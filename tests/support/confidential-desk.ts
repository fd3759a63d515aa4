import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '#core/article/schema';
import { newEvidence } from '#core/claims/create';
import type { Evidence, Source } from '#core/claims/schema';
import { createDesk, type DeskStore, diskFileSystem, type FileSystem } from '#storage/index';
import { articleOf, at, claimIn, withClaim, withOutcome, withRecord } from './checking';

export const passphrase = 'quatre pierres sous le pont';
/** What scrypt costs in tests: nothing is protected by it. */
export const cheap = { workFactor: 2 } as const;
/** It stands in the confidential sources and nowhere else. */
export const canary = 'Ondine-Quintrec';
export const secretFile = new TextEncoder().encode(`Note de ${canary} : les appuis datent de 1931.\n`);

export interface TestDesk {
  readonly root: string;
  readonly folder: string;
  readonly desk: DeskStore;
}

export async function confidentialDesk(fs: FileSystem = diskFileSystem): Promise<TestDesk> {
  const root = mkdtempSync(join(tmpdir(), 'marbre-confidential-'));
  const folder = join(root, 'desk');
  const created = await createDesk(folder, { name: 'Essai', language: 'fr' }, fs, cheap);
  if (!created.ok) throw new Error(created.code);
  return { root, folder, desk: created.value };
}

export function removeDesk({ root }: TestDesk): void {
  rmSync(root, { recursive: true, force: true });
}

export function contact(change: Partial<Evidence> = {}, id = 'e1'): Evidence {
  const source: Source = {
    type: 'person',
    name: canary,
    when: '2026-05-11',
    how: 'au téléphone',
    confirmed: `${canary} a vu les fissures`,
  };
  return {
    ...newEvidence(source, { id, at, by: 'Inès' }),
    quote: `« Ils savaient », dit ${canary}`,
    origin: `cabinet ${canary}`,
    locator: { type: 'quote', exact: canary, prefix: '', suffix: '' },
    ...change,
  };
}

/** An article with one claim that is checked on these sources. */
export function articleWith(evidence: readonly Evidence[]): Article {
  const marked = withClaim(articleOf(['Le pont mesure 212 mètres.']), 'k1', '212 mètres');
  const sourced = withRecord(marked, { ...claimIn(marked, 'k1'), evidence: [...evidence] });
  return withOutcome(sourced, 'k1');
}

/** Every file below a folder, with its bytes as text of one sign each: encrypted ones are no UTF-8. */
export function filesBelow(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(folder.length + 1), readFileSync(path).toString('latin1'));
  }
  return found;
}

/** The files that hold a word, in their content or their name, in any case: an index has its own spelling. */
export function leaks(folder: string, word = canary): string[] {
  return [...filesBelow(folder)]
    .filter(([name, text]) => `${name}\n${text}`.toLowerCase().includes(word.toLowerCase()))
    .map(([name]) => name);
}
