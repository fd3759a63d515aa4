import { canonicalHash } from '#core/canonical';
import type { Claim, Evidence, EvidenceFile, QuotationRecord } from './schema';
import type { CheckName } from './values';

const hashOf = new WeakMap<Evidence, string>();

/**
 * SHA-256 over what a source says: itself, the place in it, its words, its stance and tier. How it is handled (its
 * sensitivity, who added it, which other sources share its origin) is no part of it.
 */
export function evidenceHash(evidence: Evidence): string {
  const known = hashOf.get(evidence);
  if (known !== undefined) return known;
  const { source, locator, quote, stance, tier } = evidence;
  const hash = canonicalHash({ source, locator, quote, stance, tier });
  hashOf.set(evidence, hash);
  return hash;
}

/** SHA-256 over the claim as it is worded; whether something was said depends on who is said to have said it. */
export function statementHash(
  claim: { readonly wording: string; readonly quotation: QuotationRecord | null },
  check: CheckName,
): string {
  const { wording, quotation } = claim;
  return canonicalHash(check === 'said' ? { wording, quotation } : { wording });
}

/** The name of a file of evidence in the article's `evidence/`. */
export function evidenceFileName({ sha256, extension }: Pick<EvidenceFile, 'sha256' | 'extension'>): string {
  return `${sha256}.${extension}`;
}

/** The files that an article's claims name, each once. */
export function evidenceFilesOf(claims: readonly Claim[]): EvidenceFile[] {
  const files = new Map<string, EvidenceFile>();
  for (const { evidence } of claims)
    for (const { source } of evidence)
      if (source.type === 'file' && !files.has(evidenceFileName(source)))
        files.set(evidenceFileName(source), source);
  return [...files.values()];
}

/** What a source is called in one line: its title, name or first words; empty where it says nothing, or is sealed. */
export function evidenceTitle({ source }: Pick<Evidence, 'source'>): string {
  switch (source.type) {
    case 'web':
      return source.title || source.url;
    case 'file':
      return source.name;
    case 'passage':
      return source.from || firstWords(source.text);
    case 'person':
      return source.name;
    case 'sealed':
      return '';
  }
}

function firstWords(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
}

/**
 * How many independent sources support a claim: reprints of one wire are one, and so are two addresses, files or
 * people that are the same. Sources that contradict or only mention it are not counted.
 */
export function independentOrigins(evidence: readonly Evidence[]): number {
  return new Set(evidence.filter(({ stance }) => stance === 'supports').map(originKey)).size;
}

function originKey({ id, origin, source }: Evidence): string {
  const named = origin.trim().toLowerCase().replace(/\s+/g, ' ');
  if (named !== '') return `origin:${named}`;
  switch (source.type) {
    case 'web':
      return `web:${withoutPlace(source.url)}`;
    case 'file':
      return `file:${source.sha256}`;
    case 'person':
      return `person:${source.name.trim().toLowerCase()}`;
    case 'passage':
      return `passage:${source.from.trim().toLowerCase() || id}`;
    case 'sealed':
      // Two reprints of one wire must not become two sources by being locked away: what cannot be told apart is one.
      return source.hasOrigin ? 'sealed' : `sealed:${source.file ?? source.seal}`;
  }
}

/** A page without the place in it that an address may name. */
export function withoutPlace(address: string): string {
  return address.trim().split('#', 1)[0] ?? '';
}
