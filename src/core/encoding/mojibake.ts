/** What Windows-1252 makes of the bytes 0x80–0x9f; the rest of its upper half is Latin-1. */
const upper: ReadonlyMap<string, number> = new Map(
  Array.from(
    new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128)),
  ).map((character, index) => [character, index + 128]),
);

/** Words that show it: é, à, ’, “, « and their like after such a misreading. */
const tell = /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Â[\u00a0«»°]/;

/**
 * Text that was UTF-8, read as Windows-1252 and saved again, put right: “Ã©tÃ©” → “été”. Only when it is certain:
 * every upper-half character must be part of a sequence that decodes. Null: nothing to repair.
 */
export function repairMojibake(text: string): string | null {
  if (!tell.test(text)) return null;
  let isCertain = true;
  const repaired = text.replace(/\P{ASCII}+/gu, (run) => {
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
    const byte = upper.get(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
