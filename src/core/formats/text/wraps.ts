/** Lines that a person or a program broke at a margin have widths within these, in characters. */
const width = { least: 40, most: 100 } as const;

const endsThought = /[.!?…:;»”"’)]\s*$/;

interface Break {
  readonly line: string;
  readonly next: string;
}

/**
 * The margin at which a text was broken into lines, or null when its line ends are its own. Two signs: most lines
 * had no room for the next word (a program did it), or most are of one width and end in the middle of a thought
 * (a person did it).
 */
export function marginOf(all: readonly (readonly string[])[]): number | null {
  // Slugs, takes and other short lines of a wire's head were broken by no margin.
  const groups = all.filter((lines) => lines.some((line) => widthOf(line) >= width.least));
  const breaks = groups.flatMap((lines) =>
    lines.slice(1).map((next, index): Break => ({ line: lines[index] ?? '', next })),
  );
  const margin = Math.max(
    0,
    ...groups.filter((lines) => lines.length > 1).flatMap((lines) => lines.map(widthOf)),
  );
  if (breaks.length === 0 || margin < width.least || margin > width.most) return null;
  const share = (is: (at: Break) => boolean): number => breaks.filter(is).length / breaks.length;
  if (share(({ line }) => !endsThought.test(line)) < 0.5) return null;
  const isFew = breaks.length < 3;
  if (isFew) return breaks.every((at) => isFull(at, margin) && runsOn(at)) ? margin : null;
  const isByProgram = share((at) => isFull(at, margin)) >= 0.7;
  const isByPerson = share(({ line }) => widthOf(line) >= 50 && widthOf(line) <= 92) >= 0.8;
  return isByProgram || isByPerson ? margin : null;
}

/** Lines of one group as paragraphs: joined where the margin broke them, parted where the writer did. */
export function joinLines(lines: readonly string[], margin: number): string[] {
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isJoined = before !== undefined && belongsTogether({ line: before, next: line }, margin);
    if (isJoined) paragraphs.push(glue(paragraphs.pop() ?? '', line.trim()));
    else paragraphs.push(line.trim());
  }
  return paragraphs;
}

function belongsTogether(at: Break, margin: number): boolean {
  // An indented line opens a paragraph, unless all of them are.
  const isIndented = /^\s{2,}|^\t/.test(at.next) && !/^\s/.test(at.line);
  if (isIndented) return false;
  const isLong = widthOf(at.line) + 1 + firstWord(at.next).length > margin * 0.75;
  const isShort = widthOf(at.line) < margin / 2;
  return isLong || (!isShort && runsOn(at));
}

/** “porte-” and “parole” are one word, whichever of the two hyphens it was. */
function glue(before: string, next: string): string {
  return /\p{L}-$/u.test(before) ? before + next : `${before} ${next}`;
}

function isFull({ line, next }: Break, margin: number): boolean {
  return widthOf(line) + 1 + firstWord(next).length > margin;
}

/** The thought goes on in the next line. */
function runsOn({ line, next }: Break): boolean {
  return !endsThought.test(line) && /^\s*[\p{Ll}\p{N}«“"(]/u.test(next);
}

function firstWord(line: string): string {
  return /\S+/.exec(line)?.[0] ?? '';
}

function widthOf(line: string): number {
  return line.trim().length;
}
