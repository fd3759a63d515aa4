import { failure, type Result, success } from '#core/failure';
import type { Warning } from '#core/formats/types';
import { repairMojibake } from './mojibake';
import { decodeWindows1252 } from './windows-1252';

export interface Decoded {
  readonly text: string;
  /** `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`. */
  readonly encoding: string;
  readonly warnings: readonly Warning[];
}

const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How files begin that people drop by mistake: PDF, ZIP (and so DOCX, ODT, EPUB), PNG, JPEG, GIF, RTF. */
const foreign: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
];

/**
 * Bytes as text: by byte order mark, else UTF-8 when every sequence is valid, else Windows-1252, which holds all of
 * Latin-1 that is printable. Line ends become `\n`. Codes: `input.empty`, `input.binary`.
 */
export function decode(bytes: Uint8Array): Result<Decoded> {
  if (bytes.byteLength === 0) return failure('input.empty');
  if (foreign.some((start) => startsWith(bytes, start))) return failure('input.binary');
  const found = decodeBytes(bytes);
  if (isBinary(found.text)) return failure('input.binary');
  const repaired = repairMojibake(found.text);
  const text = (repaired ?? found.text).replace(/\r\n?/g, '\n');
  if (text.trim() === '') return failure('input.empty');
  const warnings: Warning[] = [];
  if (found.encoding === 'windows-1252')
    warnings.push({ code: 'encoding-guessed', params: { encoding: found.encoding } });
  if (repaired !== null) warnings.push({ code: 'mojibake-repaired' });
  if (text.includes('\ufffd')) warnings.push({ code: 'undecodable-characters' });
  return success({ text, encoding: found.encoding, warnings });
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function decodeBytes(bytes: Uint8Array): { text: string; encoding: string } {
  const marked = marks.find(([, mark]) => startsWith(bytes, mark));
  const encoding = marked?.[0] ?? guessUtf16(bytes);
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  }
}

/** UTF-16 without a mark: Latin text then has a zero in every second byte. */
function guessUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2_000);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = sample.byteLength / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.1 ? 'utf-16be' : null;
}

/** A NUL, or more than one control character in fifty, is in no story. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const controls = text.match(/[^\P{Cc}\n\r\t\f]/gu)?.length ?? 0;
  return controls > 8 && controls > text.length / 50;
}
