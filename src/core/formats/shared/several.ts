import { mapRuns, normalizeInline, textRun } from '#core/body/normalize';
import type { Block, BlockOf, Inline } from '#core/body/schema';
import { leaves, plainText } from '#core/body/walk';
import { factBoxOf } from './composites';
import { withoutStart } from './flatten';
import { foldQuote, isBlank, joinContents, paragraphOf, unnumbered } from './fold';

/** A block that is made of several paragraphs, while they are read. */
export type Open =
  | { type: 'quote' | 'pull-quote'; parts: Inline[][]; attribution: Inline[] }
  | { type: 'fact-box'; title: Inline[]; parts: Inline[][] }
  | { type: 'code'; lines: Inline[][] };

/** `isOurs`: its last line is no attribution because it looks like one. */
export function blocksOf(open: Open, isOurs: boolean): Block[] {
  if (open.type === 'code') return codeBlock(open.lines);
  if (open.type === 'fact-box') return factBoxOf(open.title, open.parts.flatMap(paragraphOf));
  const { type, parts, attribution } = open;
  if (!isOurs && isBlank(attribution)) return foldQuote(parts.flatMap(paragraphOf), type);
  const content = joinContents(parts);
  return isBlank(content) && isBlank(attribution) ? [] : [{ id: unnumbered, type, content, attribution }];
}

export function withoutDash(content: readonly Inline[]): Inline[] {
  return withoutStart(content, /^[—–][ \t\u00a0]*/.exec(plainText(content))?.[0].length ?? 0);
}

/** Code is text alone, as it stands. */
export function codeOf(content: readonly Inline[]): Inline[] {
  const flat = content.flatMap((node): Inline[] => (node.type === 'link' ? node.content : [node]));
  return mapRuns(flat, (run) => [textRun(run.text, [], run.claims, run)]);
}

function codeBlock(lines: readonly Inline[][]): BlockOf<'code'>[] {
  const last = lines.findLastIndex((line) => !isBlank(line));
  const content = lines
    .slice(0, last + 1)
    .flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: 'break' }, ...line]));
  return last < 0 ? [] : [{ id: unnumbered, type: 'code', language: '', content: normalizeInline(content) }];
}

/** Bold from end to end is the look of a heading, not a mark in it. */
export function withoutFullBold(content: Inline[]): Inline[] {
  const runs = [...leaves(content)].filter((leaf) => leaf.type === 'text' && leaf.text.trim() !== '');
  if (!runs.every((leaf) => leaf.type === 'text' && leaf.marks?.includes('bold'))) return content;
  return mapRuns(content, (run) => [
    textRun(
      run.text,
      (run.marks ?? []).filter((mark) => mark !== 'bold'),
      run.claims,
      run,
    ),
  ]);
}
