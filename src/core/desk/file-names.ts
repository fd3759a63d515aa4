/**
 * Gives out names in one folder, each once: `story.md`, `story-2.md`, `story-3.md`. What is `taken` already is never
 * given. Case makes no difference, as on the disks of macOS and Windows.
 */
export function fileNames(taken: Iterable<string>): (stem: string, extension: string) => string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  return (stem, extension) => {
    let name = `${stem}.${extension}`;
    for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${stem}-${number}.${extension}`;
    used.add(name.toLowerCase());
    return name;
  };
}
