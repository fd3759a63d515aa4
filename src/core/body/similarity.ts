/** How alike two texts must be to count as one: shared words, twice, among the words of both. */
const alike = 0.5;
/** A word in more texts than this says nothing about which of them is meant. */
const commonWord = 24;
/** Texts with the most rare words in common that are compared in full. */
const candidateLimit = 4;

interface Candidate {
  readonly before: number;
  readonly after: number;
  readonly score: number;
}

/**
 * Adds to `partners` (newer index → older index) the texts that are alike among those without a partner, the most
 * alike first. Costs time by the words of the texts, not by the number of pairs.
 */
export function pairBySimilarity(
  older: readonly string[],
  newer: readonly string[],
  partners: Map<number, number>,
): void {
  const taken = new Set(partners.values());
  const olderWords = new Map<number, Set<string>>();
  older.forEach((text, index) => {
    if (!taken.has(index)) olderWords.set(index, distinctWords(text));
  });
  const holders = holdersOf(olderWords);
  const candidates = newer.flatMap((text, index) =>
    partners.has(index) ? [] : candidatesFor(index, distinctWords(text), olderWords, holders),
  );
  candidates.sort(
    (one, other) => other.score - one.score || one.after - other.after || one.before - other.before,
  );
  for (const { before, after } of candidates) {
    if (partners.has(after) || taken.has(before)) continue;
    partners.set(after, before);
    taken.add(before);
  }
}

function distinctWords(text: string): Set<string> {
  return new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** For each word that is not too common, the texts that have it. */
function holdersOf(texts: ReadonlyMap<number, ReadonlySet<string>>): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [index, words] of texts) {
    for (const word of words) {
      const list = holders.get(word);
      if (list) list.push(index);
      else holders.set(word, [index]);
    }
  }
  for (const [word, list] of holders) if (list.length > commonWord) holders.delete(word);
  return holders;
}

function candidatesFor(
  after: number,
  words: ReadonlySet<string>,
  olderWords: ReadonlyMap<number, ReadonlySet<string>>,
  holders: ReadonlyMap<string, readonly number[]>,
): Candidate[] {
  const shared = new Map<number, number>();
  for (const word of words) {
    for (const index of holders.get(word) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  return [...shared]
    .sort(([, one], [, other]) => other - one)
    .slice(0, candidateLimit)
    .map(([before]) => ({ before, after, score: likeness(olderWords.get(before) ?? new Set(), words) }))
    .filter(({ score }) => score >= alike);
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}
