/**
 * 0x80–0x9f of Windows-1252 as the WHATWG encoding standard has it; the rest is Latin-1. Written out because Node 20
 * takes its TextDecoder's word "windows-1252" for Latin-1, and would turn every curly quote into a control character.
 */
const middle = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** How many bytes are turned into one piece of text at a time. */
const piece = 8_192;

export function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) {
    text += Array.from(bytes.subarray(at, at + piece), characterOf).join('');
  }
  return text;
}

function characterOf(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? (middle[byte - 0x80] ?? '') : String.fromCharCode(byte);
}

/** The byte of each character of the upper half. */
export const upperHalf: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, index) => [characterOf(index + 128), index + 128]),
);
