import { textRun } from '#core/body/normalize';
import type { Block } from '#core/body/schema';
import { failure, type Result } from '#core/failure';
import { numberBlocks, paragraphOf } from '../shared/fold';
import { type Copy, readCopy } from '../shared/read-copy';
import type { Warnings } from '../shared/warnings';
import type { Imported } from '../types';
import { isItem, listFrom } from './lists';
import { joinLines, marginOf } from './wraps';

/**
 * Plain text: paragraphs between blank lines; the lines of one paragraph are paragraphs of their own unless a margin
 * broke them. Nothing is lost: every character that is not a blank or the mark of a list item is in a block.
 */
export function readText(bytes: Uint8Array): Result<Imported> {
  // It would pass for text, and every second word would be a command.
  if (String.fromCharCode(...bytes.subarray(0, 5)) === '{\\rtf')
    return failure('input.unsupported', { kind: 'RTF', instead: 'DOCX / ODT' });
  return readCopy('text', bytes, readParagraphs);
}

interface Piece {
  readonly lines: readonly string[];
  /** The blank lines behind it, as they stood. */
  readonly gap: string;
}

function readParagraphs(source: string, warnings: Warnings): Copy {
  const pieces = piecesOf(source);
  const runs = pieces.flatMap(({ lines }) => proseRuns(lines));
  const margin = marginOf(runs);
  if (margin !== null) warnings.add('hard-wraps-joined');
  const perPiece = pieces.map(({ lines }) => readPiece(lines, margin));
  const blocks = numberBlocks(perPiece.flat());
  let count = 0;
  const gaps = pieces.flatMap(({ gap }, index) => {
    count += perPiece[index]?.length ?? 0;
    const isWide = gap.split('\n').length > 3 && index < pieces.length - 1;
    return isWide ? [{ after: blocks[count - 1]?.id ?? null, text: gap }] : [];
  });
  return { blocks, gaps };
}

/** Form feeds and Unicode's own line and paragraph separators end lines as well. */
function piecesOf(source: string): Piece[] {
  const text = source.replace(/[\v\u0085\u2028]/g, '\n').replace(/[\f\u2029]/g, '\n\n');
  const parts = text.replace(/^(?:[^\S\n]*\n)+/, '').split(/(\n(?:[^\S\n]*\n)+)/);
  return parts.flatMap((part, index): Piece[] => {
    if (index % 2 === 1) return [];
    const lines = part.split('\n').filter((line) => line.trim() !== '');
    return lines.length === 0 ? [] : [{ lines, gap: parts[index + 1] ?? '' }];
  });
}

/** Neighbouring lines that are, or are not, items of a list: one list needs two items. */
function runsOf(lines: readonly string[]): { readonly isList: boolean; readonly lines: string[] }[] {
  const runs: { isList: boolean; lines: string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const last = runs.at(-1);
    const opens = isItem(line) && isItem(lines[index + 1] ?? '');
    const goesOn = last?.isList && (isItem(line) || isContinuation(line));
    if (goesOn) last.lines.push(line);
    else if (opens) runs.push({ isList: true, lines: [line] });
    else if (last && !last.isList) last.lines.push(line);
    else runs.push({ isList: false, lines: [line] });
  }
  return runs;
}

const isContinuation = (line: string): boolean => /^(?: {2}|\t)\s*\S/.test(line);

function proseRuns(lines: readonly string[]): string[][] {
  return runsOf(lines)
    .filter((run) => !run.isList)
    .map((run) => run.lines);
}

function readPiece(lines: readonly string[], margin: number | null): Block[] {
  return runsOf(lines).flatMap((run) => {
    if (run.isList) return listFrom(run.lines);
    const paragraphs = margin === null ? run.lines.map((line) => line.trim()) : joinLines(run.lines, margin);
    return paragraphs.flatMap((text) => paragraphOf([textRun(text)]));
  });
}
