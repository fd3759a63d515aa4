import type { Tag } from '#core/desk/schema';
import { foldName, labelsOf, namesOf } from './names';

/** A tag that a text names. UTF-16 units of the text; `end` is exclusive. */
export interface TagHit {
  readonly tag: Tag;
  readonly start: number;
  readonly end: number;
}

/** What must be so where a name stands, for it to be the name. */
interface Named {
  readonly tag: Tag;
  /** `initial`: it begins with a capital (the place Nice); `all`: it is capitals (the body IA). */
  readonly capitals: 'none' | 'initial' | 'all';
}

interface Node {
  readonly next: Map<string, Node>;
  named: Named[];
}

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const words = /[\p{L}\p{M}\p{N}]+/gu;
/** What may stand between two words of one name: blanks, hyphens, apostrophes, the stops of S.N.C.F. */
const joint = /^(?:[\s'’ʼ‘‐‑/&-]{1,3}|\.)$/;
const foldedWords = new Map<string, string>();
const keptWords = 50_000;

function foldWord(word: string): string {
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  if (foldedWords.size > keptWords) foldedWords.clear();
  const folded = foldName(word);
  foldedWords.set(word, folded);
  return folded;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(words)].map(({ 0: word, index }) => ({
    folded: foldWord(word),
    start: index,
    end: index + word.length,
  }));
}

const tries = new WeakMap<readonly Tag[], Node>();

/** All names of all tags that are in use, word by word: a text is walked once, however many tags there are. */
function trieOf(tags: readonly Tag[]): Node {
  const known = tries.get(tags);
  if (known) return known;
  const root: Node = { next: new Map(), named: [] };
  for (const tag of tags) {
    if (tag.retired) continue;
    const labels = new Set(labelsOf(tag));
    for (const name of namesOf(tag)) {
      const spelt = wordsOf(name).map(({ folded }) => folded);
      const named: Named = { tag, capitals: capitalsOf(name, tag) };
      plant(root, spelt, named);
      if (tag.type === 'topic' && labels.has(name) && named.capitals === 'none')
        plant(root, spelt.map(plural), named);
    }
  }
  tries.set(tags, root);
  return root;
}

function plant(root: Node, spelt: readonly string[], named: Named): void {
  if (spelt.length === 0) return;
  let at = root;
  for (const word of spelt) {
    const next = at.next.get(word) ?? { next: new Map(), named: [] };
    at.next.set(word, next);
    at = next;
  }
  if (!at.named.some(({ tag }) => tag.id === named.tag.id)) at.named.push(named);
}

/** “élection”, “élections”; short words stay, because they are mostly no nouns. */
function plural(word: string): string {
  return word.length > 3 && !/[sxz\d]$/.test(word) ? `${word}s` : word;
}

function capitalsOf(name: string, { type }: Tag): Named['capitals'] {
  if (/^[\p{Lu}\p{N}.&-]{2,6}$/u.test(name) && /\p{Lu}/u.test(name)) return 'all';
  return type !== 'topic' && /^\p{Lu}/u.test(name) ? 'initial' : 'none';
}

/** Tags of which a name stands in a text as whole words, in reading order; where names overlap, the longest. */
export function findTags(text: string, tags: readonly Tag[]): TagHit[] {
  const root = trieOf(tags);
  const read = wordsOf(text);
  const hits: TagHit[] = [];
  for (let at = 0; at < read.length; ) {
    const hit = longestAt(text, read, at, root);
    if (hit) hits.push(...hit.tags.map((tag) => ({ tag, start: hit.start, end: hit.end })));
    at += hit?.words ?? 1;
  }
  return hits;
}

function longestAt(text: string, read: readonly Word[], from: number, root: Node) {
  let node: Node | undefined = root;
  let best: { tags: Tag[]; start: number; end: number; words: number } | null = null;
  const start = read[from]?.start ?? 0;
  for (let at = from; at < read.length; at += 1) {
    const word = read[at];
    const before = read[at - 1];
    if (!word || (at > from && before && !joint.test(text.slice(before.end, word.start)))) break;
    node = node?.next.get(word.folded);
    if (!node) break;
    const tags = node.named
      .filter(({ capitals }) => fits(text.slice(start, word.end), capitals))
      .map(({ tag }) => tag);
    if (tags.length > 0) best = { tags, start, end: word.end, words: at - from + 1 };
  }
  return best;
}

function fits(words: string, capitals: Named['capitals']): boolean {
  if (capitals === 'none') return true;
  return capitals === 'all' ? words === words.toUpperCase() : /^\p{Lu}/u.test(words);
}
