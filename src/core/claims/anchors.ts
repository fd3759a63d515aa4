import { mapRuns, textRun } from '#core/body/normalize';
import type { Block, Inline, LineBreak, TextRun } from '#core/body/schema';
import { leaves, mapContent, type TextBlock, textBlocks } from '#core/body/walk';
import { boundText } from './bound-text';

/** A stretch of one block's plain text that carries a claim; offsets are UTF-16 units, `end` exclusive. */
export interface AnchorRange {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
}

/** Where a claim stands now, and the words it is bound to. */
export interface Anchor {
  readonly ranges: readonly AnchorRange[];
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
  const found = new Map<string, { ranges: AnchorRange[]; texts: string[]; bound: string[] }>();
  for (const block of textBlocks(body)) {
    const stretches = claimStretches(block);
    if (stretches.length === 0) continue;
    const text = copyText(block.content);
    for (const { claim, start, end } of stretches) {
      const entry = found.get(claim) ?? { ranges: [], texts: [], bound: [] };
      found.set(claim, entry);
      entry.ranges.push({ blockId: block.id, start, end });
      entry.texts.push(text.slice(start, end));
      entry.bound.push(boundText(text, start, end));
    }
  }
  return new Map(
    [...found].map(([claim, { ranges, texts, bound }]) => [
      claim,
      { ranges, text: texts.join('\n'), boundText: bound.join('\n') },
    ]),
  );
}

function copyText(content: readonly Inline[]): string {
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
  let offset = 0;
  const breaks = breakOffsets(content);
  return mapRuns(content, (run) => {
    while (breaks[0] === offset) {
      breaks.shift();
      offset += 1;
    }
    const from = offset;
    offset += run.text.length;
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

/** Where the line breaks of a content stand in its plain text. */
function breakOffsets(content: readonly Inline[]): number[] {
  const found: number[] = [];
  let offset = 0;
  for (const leaf of leaves(content)) {
    if (leaf.type === 'break') found.push(offset);
    offset += leaf.type === 'break' ? 1 : leaf.text.length;
  }
  return found;
}
