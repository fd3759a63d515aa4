import { isField } from './blocks';
import type { Block } from './schema';
import { longestRising } from './sequences';
import { pairBySimilarity } from './similarity';
import { plainText, type TextBlock, textBlocks } from './walk';
import { type Piece, wordPieces } from './word-pieces';
import { countWords } from './words';

/**
 * One text block (or list item) of two versions of a body. `moved` is one that stands elsewhere among its neighbours;
 * its words may have changed as well. `changed` is one whose words, type or depth differ: only its type changed when
 * all its pieces are the same.
 */
export interface BlockDifference {
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'moved';
  /** Null for a block that was added. */
  readonly before: TextBlock | null;
  /** Null for a block that was removed. */
  readonly after: TextBlock | null;
  /** In reading order; empty for a block without text. */
  readonly pieces: readonly Piece[];
}

interface Entry {
  readonly block: TextBlock;
  readonly text: string;
}

/**
 * What lies between two versions of a body, in the order of the newer one; what was removed stands behind what it
 * stood behind. Blocks belong together by id, then fields by their name, then by equal or similar text. Only text is
 * compared: marks, links, claims and dividers are not.
 */
export function bodyDifference(before: readonly Block[], after: readonly Block[]): BlockDifference[] {
  const older = entriesOf(before);
  const newer = entriesOf(after);
  const partners = pairEntries(older, newer);
  const stay = unmoved(partners);
  const paired = new Set(partners.values());
  const differences: BlockDifference[] = [];
  let next = 0;
  const removeUpTo = (end: number): void => {
    for (; next < end; next += 1) {
      const entry = older[next];
      if (entry && !paired.has(next)) differences.push(oneSided('removed', entry));
    }
  };
  newer.forEach((entry, index) => {
    const partner = partners.get(index);
    const was = partner === undefined ? undefined : older[partner];
    if (partner === undefined || !was) {
      differences.push(oneSided('added', entry));
      return;
    }
    if (stay.has(index)) removeUpTo(partner);
    differences.push(compared(was, entry, stay.has(index)));
  });
  removeUpTo(older.length);
  return differences;
}

/** How many words were added and removed, counted as the desk counts them; a moved block's own words are neither. */
export function countDifference(differences: readonly BlockDifference[]): { added: number; removed: number } {
  const count = { added: 0, removed: 0 };
  for (const { pieces } of differences) {
    for (const { kind, text } of pieces) if (kind !== 'same') count[kind] += countWords(text);
  }
  return count;
}

function entriesOf(body: readonly Block[]): Entry[] {
  return [...textBlocks(body)].map((block) => ({ block, text: plainText(block.content) }));
}

function oneSided(kind: 'added' | 'removed', { block, text }: Entry): BlockDifference {
  return {
    kind,
    before: kind === 'removed' ? block : null,
    after: kind === 'added' ? block : null,
    pieces: text === '' ? [] : [{ kind, text }],
  };
}

function compared(was: Entry, is: Entry, stays: boolean): BlockDifference {
  const equal =
    was.text === is.text && was.block.type === is.block.type && was.block.depth === is.block.depth;
  const pieces = wordPieces(was.text, is.text);
  if (!stays) return { kind: 'moved', before: was.block, after: is.block, pieces };
  return { kind: equal ? 'same' : 'changed', before: was.block, after: is.block, pieces };
}

/** For the index of each newer entry, the index of the older one that it belongs to. */
function pairEntries(older: readonly Entry[], newer: readonly Entry[]): Map<number, number> {
  const partners = new Map<number, number>();
  const pairBy = (keyOf: (entry: Entry) => string | null): void => {
    const taken = new Set(partners.values());
    const waiting = new Map<string, number[]>();
    older.forEach((entry, index) => {
      const key = taken.has(index) ? null : keyOf(entry);
      if (key === null) return;
      const queue = waiting.get(key);
      if (queue) queue.push(index);
      else waiting.set(key, [index]);
    });
    for (const queue of waiting.values()) queue.reverse();
    newer.forEach((entry, index) => {
      const key = partners.has(index) ? null : keyOf(entry);
      const partner = key === null ? undefined : waiting.get(key)?.pop();
      if (partner !== undefined) partners.set(index, partner);
    });
  };
  pairBy(({ block }) => block.id);
  pairBy(({ block }) => (isField(block) ? block.type : null));
  pairBy(({ text }) => text);
  pairBySimilarity(
    older.map(({ text }) => text),
    newer.map(({ text }) => text),
    partners,
  );
  return partners;
}

/** Newer entries that kept their place: the longest row of pairs in the same order. */
function unmoved(partners: ReadonlyMap<number, number>): Set<number> {
  const pairs = [...partners].sort(([one], [other]) => one - other);
  const rising = longestRising(pairs.map(([, partner]) => partner));
  const stay = new Set<number>();
  pairs.forEach(([index], place) => {
    if (rising.has(place)) stay.add(index);
  });
  return stay;
}
