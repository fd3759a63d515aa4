import { mapRuns, textRun } from '#core/body/normalize';
import type { Block, Inline, LineBreak, TextRun } from '#core/body/schema';
import { leaves, mapContent, type TextBlock, textBlocks } from '#core/body/walk';
import { boundSpan, boundText } from './bound-text';

/** A stretch of one block's plain text that carries a claim; offsets are UTF-16 units, `end` exclusive. */
export interface AnchorRange {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
}

/** Where a claim stands now, and the words it is bound to. */
export interface Anchor {
  readonly ranges: readonly AnchorRange[];
  /** Where the words stand that an outcome is bound to, one for each of `ranges`. */
  readonly bound: readonly AnchorRange[];
  /** Exactly the anchored characters; stretches are joined by a line break. */
  readonly text: string;
  /** The anchored characters grown to whole words and stripped of edge punctuation: what an outcome is bound to. */
  readonly boundText: string;
}

/**
 * Every claim id that occurs in the text, in reading order of its first character. What is only suggested is not part
 * of the copy: it counts neither for offsets nor for the words that an outcome is bound to.
 */
export function anchors(body: Iterable<Block>): Map<string, Anchor> {
  const found = new Map<string, Placed[]>();
  for (const block of body) {
    const known = placedIn.get(block) ?? placeIn(block);
    placedIn.set(block, known);
    for (const placed of known) {
      const parts = found.get(placed.claim);
      if (parts) parts.push(placed);
      else found.set(placed.claim, [placed]);
    }
  }
  return new Map([...found].map(([claim, parts]) => [claim, anchorOf(parts)]));
}

/** One stretch of a claim, with an anchor as if there were no other. */
interface Placed {
  readonly claim: string;
  readonly alone: Anchor;
}

/** Each block is searched once as long as it is the same object: typing in one must not cost a look at all. */
const placedIn = new WeakMap<Block, readonly Placed[]>();

function placeIn(block: Block): Placed[] {
  return [...textBlocks([block])].flatMap((line) => {
    const stretches = claimStretches(line);
    if (stretches.length === 0) return [];
    const text = copyText(line.content);
    return stretches.map(({ claim, start, end }) => {
      const [from, to] = boundSpan(text, start, end);
      const alone = {
        ranges: [{ blockId: line.id, start, end }],
        bound: [{ blockId: line.id, start: from, end: to }],
        text: text.slice(start, end),
        boundText: boundText(text, start, end),
      };
      return { claim, alone };
    });
  });
}

/** A claim in one stretch keeps its anchor, the same object, as long as its block is the same. */
function anchorOf(parts: readonly Placed[]): Anchor {
  const [first, ...others] = parts;
  if (first && others.length === 0) return first.alone;
  const all = parts.map(({ alone }) => alone);
  return {
    ranges: all.flatMap(({ ranges }) => ranges),
    bound: all.flatMap(({ bound }) => bound),
    text: all.map(({ text }) => text).join('\n'),
    boundText: all.map(({ boundText: words }) => words).join('\n'),
  };
}

/** The text of one line as it counts here: without what is only suggested. */
export function copyText(content: readonly Inline[]): string {
  let text = '';
  for (const leaf of leaves(content))
    if (!isSuggested(leaf)) text += leaf.type === 'break' ? '\n' : leaf.text;
  return text;
}

function isSuggested(leaf: TextRun | LineBreak): boolean {
  return leaf.type === 'text' && leaf.inserted !== undefined;
}

interface Stretch {
  readonly claim: string;
  readonly start: number;
  end: number;
}

/** Maximal stretches of one block that carry a claim without a gap, by start. */
function claimStretches(block: TextBlock): Stretch[] {
  const stretches: Stretch[] = [];
  const open = new Map<string, Stretch>();
  let offset = 0;
  // A line break carries no claims of its own: it is bridged when the claim goes on right behind it.
  let bridge = 0;
  for (const leaf of leaves(block.content)) {
    if (isSuggested(leaf)) continue;
    if (leaf.type === 'break') {
      offset += 1;
      bridge += 1;
      continue;
    }
    for (const claim of leaf.claims ?? []) {
      extend(stretches, open, { claim, start: offset, end: offset + leaf.text.length }, bridge);
    }
    offset += leaf.text.length;
    bridge = 0;
  }
  return stretches;
}

function extend(stretches: Stretch[], open: Map<string, Stretch>, next: Stretch, bridge: number): void {
  const current = open.get(next.claim);
  if (current && current.end + bridge === next.start) {
    current.end = next.end;
    return;
  }
  open.set(next.claim, next);
  stretches.push(next);
}

/** Puts a claim on `ranges`; the rest of the body stays identical. */
export function anchorClaim(body: readonly Block[], claim: string, ranges: readonly AnchorRange[]): Block[] {
  let result = [...body];
  for (const range of ranges)
    result = mapBlock(result, range.blockId, (content) => mark(content, claim, range));
  return result;
}

function mapBlock(body: Block[], blockId: string, change: (content: Inline[]) => Inline[]): Block[] {
  const target = [...textBlocks(body)].find((block) => block.id === blockId)?.content;
  return mapContent(body, (content) => (content === target ? change(content) : content));
}

function mark(content: readonly Inline[], claim: string, { start, end }: AnchorRange): Inline[] {
  const offsets = runOffsets(content);
  let index = 0;
  return mapRuns(content, (run) => {
    const from = offsets[index++] ?? 0;
    if (isSuggested(run)) return [run];
    const pieces: [string, boolean][] = [
      [run.text.slice(0, Math.max(0, start - from)), false],
      [run.text.slice(Math.max(0, start - from), Math.max(0, end - from)), true],
      [run.text.slice(Math.max(0, end - from)), false],
    ];
    return pieces
      .filter(([text]) => text !== '')
      .map(([text, inside]) =>
        textRun(text, run.marks, inside ? [...(run.claims ?? []), claim] : run.claims, run),
      );
  });
}

/** Where each run of a content begins in the copy's text, in order; what is only suggested has no length there. */
function runOffsets(content: readonly Inline[]): number[] {
  const found: number[] = [];
  let offset = 0;
  for (const leaf of leaves(content)) {
    if (leaf.type === 'text') found.push(offset);
    if (!isSuggested(leaf)) offset += leaf.type === 'break' ? 1 : leaf.text.length;
  }
  return found;
}

/**
 * The body with the bound words of a claim replaced by `words`; the first run's marks stay, the claim stays on them.
 * Null when the claim does not stand on one stretch of one line, or a line break or an undecided change stands in it:
 * then a person has to do it.
 */
export function replaceBound(body: readonly Block[], claim: string, words: string): Block[] | null {
  const anchor = anchors(body).get(claim);
  const [range, ...others] = anchor?.bound ?? [];
  if (!range || others.length > 0 || range.start === range.end) return null;
  const line = [...textBlocks(body)].find((block) => block.id === range.blockId);
  if (!line || !isPlain(line.content, range)) return null;
  return mapBlock([...body], range.blockId, (content) => replace(content, range, claim, words));
}

/** Whether nothing but decided runs stands in a range. */
function isPlain(content: readonly Inline[], { start, end }: AnchorRange): boolean {
  let offset = 0;
  for (const leaf of leaves(content)) {
    const length = isSuggested(leaf) ? 0 : leaf.type === 'break' ? 1 : leaf.text.length;
    const isInside = offset < end && offset + length > start;
    if (isInside && (leaf.type === 'break' || leaf.deleted !== undefined)) return false;
    if (isSuggested(leaf) && offset > start && offset < end) return false;
    offset += length;
  }
  return true;
}

function replace(content: readonly Inline[], range: AnchorRange, claim: string, words: string): Inline[] {
  const { start, end } = range;
  const offsets = runOffsets(content);
  let index = 0;
  let isDone = false;
  return mapRuns(content, (run) => {
    const from = offsets[index++] ?? 0;
    const to = from + run.text.length;
    if (isSuggested(run) || to <= start || from >= end) return [run];
    const put = isDone ? '' : words;
    isDone = true;
    const again = (text: string, claims: readonly string[] = []) => textRun(text, run.marks, claims, run);
    return [
      again(run.text.slice(0, Math.max(0, start - from)), run.claims),
      again(put, [...(run.claims ?? []), claim]),
      again(run.text.slice(Math.max(0, end - from)), run.claims),
    ].filter(({ text }) => text !== '');
  });
}
