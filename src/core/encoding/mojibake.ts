import { upperHalf } from './windows-1252';

/** Words that show it: é, à, ’, “, « and their like after such a misreading. */
const tell = /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Â[\u00a0«»°]/;

/**
 * Text that was UTF-8, read as Windows-1252 and saved again, put right: “Ã©tÃ©” → “été”. Only when it is certain:
 * every upper-half character must be part of a sequence that decodes. Null: nothing to repair.
 */
export function repairMojibake(text: string): string | null {
  if (!tell.test(text)) return null;
  let isCertain = true;
  // “à” is broken into Ã and a no-break space, which editors and mail turn into a plain one on the way.
  const mended = text.replace(/Ã /g, 'Ã\u00a0');
  const repaired = mended.replace(/\P{ASCII}+/gu, (run) => {
    const decoded = decodeRun(run);
    if (decoded === null) isCertain = false;
    return decoded ?? run;
  });
  if (!isCertain || repaired === text) return null;
  return repairMojibake(repaired) ?? repaired;
}

function decodeRun(run: string): string | null {
  const bytes: number[] = [];
  for (const character of run) {
    const byte = upperHalf.get(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
