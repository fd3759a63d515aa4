import { fold, wordsOf } from '#core/language/words';
import { evidenceTitle, withoutPlace } from './evidence';
import type { Claim, Evidence, Outcome } from './schema';

/** An earlier claim that resembles a new one. */
export interface SimilarClaim {
  readonly articleId: string;
  readonly title: string;
  readonly claimId: string;
  /** The words of the claim, as they were checked last. */
  readonly text: string;
  /** The last outcome: an id of the scale; null when nobody gave one. */
  readonly outcome: string | null;
  readonly reason: string;
  /** ISO instant of the outcome, else of the claim. */
  readonly at: string;
  readonly by: string;
  /** Titles of its sources; those that are sealed are not among them. */
  readonly evidence: readonly string[];
  /** The sources themselves, in the same order: a person may decide to take some of them over. */
  readonly sources: readonly Evidence[];
  /** One of its sources is one of the new claim's. */
  readonly sameSource: boolean;
  /** 0 to 1. */
  readonly score: number;
}

/** What is kept of an article's claims to compare with. */
export interface ClaimsOfArticle {
  readonly articleId: string;
  readonly title: string;
  readonly claims: readonly Claim[];
}

const alike = 0.65;
const alikeWithSource = 0.25;
const most = 20;
/** One word or figure in common says nothing. */
const leastShared = 2;

/**
 * Earlier claims that say nearly the same, best first, at most twenty: most words are shared, and the figures are the
 * same ones. `ownArticle`: the id of the article that the new claim stands in. A claim with the same source needs fewer words in common. Nothing is carried over: a person decides.
 */
export function similarClaims(
  claim: Claim,
  ownArticle: string,
  earlier: Iterable<ClaimsOfArticle>,
): SimilarClaim[] {
  const own = statementsOf(claim).map(termsOf);
  const sources = new Set(claim.evidence.map(sourceKey).filter((key) => key !== null));
  const found: SimilarClaim[] = [];
  for (const { articleId, title, claims } of earlier) {
    for (const other of claims) {
      if (other.id === claim.id && articleId === ownArticle) continue;
      const sameSource = other.evidence.some((one) => sources.has(sourceKey(one) ?? ''));
      const score = Math.max(...comparable(other).map((text) => best(own, termsOf(text))));
      if (score >= (sameSource ? alikeWithSource : alike))
        found.push({ articleId, title, ...describe(other), sameSource, score });
    }
  }
  return found
    .sort((one, two) => two.score - one.score || (one.at < two.at ? 1 : one.at > two.at ? -1 : 0))
    .slice(0, most);
}

function describe(claim: Claim) {
  const last: Outcome | undefined = claim.outcomes.at(-1);
  // What is sealed belongs to the article that it lies in: nobody can take it over without seeing it.
  const open = claim.evidence.filter(({ source }) => source.type !== 'sealed');
  return {
    claimId: claim.id,
    text: claim.wording || last?.text || claim.text,
    outcome: last?.value ?? null,
    reason: last?.reason ?? '',
    at: last?.at ?? claim.created,
    by: last?.by ?? claim.by,
    evidence: open.map(evidenceTitle),
    sources: open,
  };
}

/** What a claim says, in the words of the copy and in its own. */
function statementsOf({ text, wording, outcomes }: Claim): string[] {
  return [...new Set([text, wording, outcomes.at(-1)?.text ?? ''])].filter((one) => one.trim() !== '');
}

/** A source's own words are compared as well: they may settle the new claim before anybody has worded it so. */
function comparable(claim: Claim): string[] {
  const quoted = claim.evidence.flatMap(({ quote, source }) => [
    quote,
    source.type === 'passage' ? source.text : '',
  ]);
  return [...statementsOf(claim), ...quoted.filter((text) => text !== '' && text.length <= 600)];
}

interface Terms {
  readonly words: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
}

const common = new Set([...wordsOf.fr.common, ...wordsOf.en.common].map(fold));
/** Digits with what groups or parts them. */
const figure = /\d+(?:[.,'\u00a0\u202f\u2009 ]\d+)*/g;

function termsOf(text: string): Terms {
  const folded = fold(text);
  const figures = (folded.match(figure) ?? []).map((one) =>
    one.replace(/[' \u00a0\u202f\u2009]/g, '').replaceAll(',', '.'),
  );
  const words = (folded.replace(figure, ' ').match(/[\p{L}]+/gu) ?? []).filter(
    (word) => !common.has(word) && word.length > 1,
  );
  return { words: new Set(words), figures: new Set(figures) };
}

function best(own: readonly Terms[], other: Terms): number {
  return Math.max(0, ...own.map((one) => likeness(one, other)));
}

/** Shared words, twice, among the words of both; nothing unless the figures are the same. */
function likeness(one: Terms, other: Terms): number {
  if (one.figures.size !== other.figures.size) return 0;
  for (const value of one.figures) if (!other.figures.has(value)) return 0;
  let shared = one.figures.size;
  for (const word of one.words) if (other.words.has(word)) shared += 1;
  const all = one.words.size + one.figures.size + other.words.size + other.figures.size;
  return shared < leastShared ? 0 : (2 * shared) / all;
}

/** A source that two claims can have in common; null for words without an address. */
function sourceKey({ source }: Evidence): string | null {
  if (source.type === 'web') return source.url.trim() === '' ? null : `web:${withoutPlace(source.url)}`;
  return source.type === 'file' ? `file:${source.sha256}` : null;
}
