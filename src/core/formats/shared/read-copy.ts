import { limits } from '#core/body/blocks';
import { plainText, textBlocks } from '#core/body/walk';
import { type Decoded, decode } from '#core/encoding/decode';
import { failure, type Result, success } from '#core/failure';
import { type Imported, maximumImportBytes } from '../types';
import { numberBlocks } from './fold';
import { Warnings } from './warnings';

/** What a reader makes of a text; ids and limits are seen to here. */
export type Copy = Omit<Imported, 'format' | 'encoding' | 'warnings'>;

/**
 * The frame around every reader of text: size, encoding, ids, limits. The parsers behind the readers are recursive
 * and not ours: one that a hostile file drives out of its stack is a refusal, not a crash.
 */
export function readCopy(
  format: Imported['format'],
  bytes: Uint8Array,
  read: (text: string, warnings: Warnings) => Copy,
  decodeBytes: (bytes: Uint8Array) => Result<Decoded> = decode,
): Result<Imported> {
  if (bytes.byteLength > maximumImportBytes) return failure('input.too-large', { limit: '20 MB' });
  const decoded = decodeBytes(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const warnings = new Warnings(decoded.value.warnings);
  return finishCopy(format, encoding, warnings, () => read(text, warnings));
}

/** The same frame behind the decoding, for readers of what is no text. */
export function finishCopy(
  format: Imported['format'],
  encoding: string,
  warnings: Warnings,
  read: () => Copy,
): Result<Imported> {
  try {
    const copy = read();
    if (copy.blocks.length === 0 && !copy.title && !copy.standfirst) return failure('input.empty');
    const blocks = numberBlocks(copy.blocks);
    if (!fits(blocks)) return failure('input.too-large', { limit: `${limits.blocks} paragraphs` });
    return success({ format, encoding, ...copy, blocks, warnings: warnings.all() });
  } catch (error) {
    if (error instanceof RangeError) return failure('input.malformed', {}, String(error));
    throw error;
  }
}

/** An article that could not be saved must not be imported. */
function fits(blocks: Imported['blocks']): boolean {
  if (blocks.length > limits.blocks) return false;
  for (const { content } of textBlocks(blocks))
    if (plainText(content).length > limits.runLength) return false;
  return true;
}
