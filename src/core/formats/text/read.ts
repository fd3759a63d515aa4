import { textRun } from '#core/body/normalize';
import type { Block } from '#core/body/schema';
import { decode } from '#core/encoding/decode';
import { failure, type Result, success } from '#core/failure';
import { countedIds, type IdSource } from '#core/ids';
import { type Imported, maximumImportBytes, type Warning } from '../types';

/** Lines this long (characters) that end where a margin was, and not where a thought does, were wrapped by a machine. */
const wrapped = { least: 45, most: 92 } as const;

/** Plain text: paragraphs between blank lines, or one a line where there are none. */
export function readText(bytes: Uint8Array): Result<Imported> {
  if (bytes.byteLength > maximumImportBytes) return failure('input.too-large', { limit: '20 MB' });
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding, warnings } = decoded.value;
  return success({ format: 'text', encoding, ...readParagraphs(text, warnings) });
}

function readParagraphs(text: string, warnings: readonly Warning[]) {
  const newId = countedIds('b');
  const blocks: Block[] = [];
  const gaps: { after: string | null; text: string }[] = [];
  let hasJoined = false;
  // Pieces and the runs of blank lines between them take turns.
  const pieces = text.replace(/^(?:[^\S\n]*\n)+/, '').split(/(\n(?:[^\S\n]*\n)+)/);
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) {
      const isWide = piece.split('\n').length > 3;
      if (isWide && (pieces[index + 1] ?? '').trim() !== '')
        gaps.push({ after: blocks.at(-1)?.id ?? null, text: piece });
      continue;
    }
    const lines = piece.split('\n').filter((line) => line.trim() !== '');
    if (isHardWrapped(lines)) {
      hasJoined = true;
      blocks.push(paragraph(newId, lines.map((line) => line.trim()).join(' ')));
    } else blocks.push(...readLines(lines, newId));
  }
  const all: Warning[] = hasJoined ? [...warnings, { code: 'hard-wraps-joined' }] : [...warnings];
  return { blocks, gaps, warnings: all };
}

/** Three lines or more, all but the last about as long as one another: somebody's margin, not paragraphs. */
function isHardWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const full = lines.slice(0, -1).map((line) => line.trim().length);
  const isEven = full.every((length) => length >= wrapped.least && length <= wrapped.most);
  const breaksMidSentence = lines.slice(0, -1).filter((line) => !/[.!?…»”"]\s*$/.test(line)).length;
  return isEven && breaksMidSentence >= full.length / 2;
}

const bullet = /^\s*[-•*–]\s+(?=\S)/;

/** Lines of one piece: a list where all of two or more begin with a bullet, else each a paragraph of its own. */
function readLines(lines: readonly string[], newId: IdSource): Block[] {
  if (lines.length > 1 && lines.every((line) => bullet.test(line))) {
    const items = lines.map((line) => ({
      id: newId(),
      content: [textRun(line.replace(bullet, '').trimEnd())],
    }));
    return [{ id: newId(), type: 'list', ordered: false, items }];
  }
  return lines.map((line) => paragraph(newId, line.trim()));
}

function paragraph(newId: IdSource, text: string): Block {
  return { id: newId(), type: 'paragraph', content: [textRun(text)] };
}
