/** Containers that are opened on one line: more is nobody's story, and the parser tries every one on every line. */
const deepest = 60;
/** Signs that may open something, on one paragraph's lines: the parser looks for the end of each. */
const most = 20_000;

/** Runs of signs that may mark words, in one paragraph: each is tried with each before it. Cells of a table are lines. */
const mostRuns = 4_000;

/** What HTML opens and ends in a paragraph. */
const spans = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
  ['<?', '?>'],
] as const;
/** Of these, opened and never ended: from each the parser reads on to the end of the paragraph, in vain. */
const mostUnended = 500;

/**
 * Refuses what makes Markdown parsers slow beyond patience: a few hundred kilobytes of `>` or `[` would take hours.
 * The limits are far from anything that was written to be read. Throws a RangeError, as a stack overflow would.
 */
export function refuseHostile(source: string): void {
  let paragraph = nothing;
  for (const line of source.split('\n')) {
    if (containersIn(line) > deepest) throw new RangeError('too many containers');
    paragraph = line.trim() === '' ? nothing : withLine(paragraph, line);
    if (isTooMuch(paragraph)) throw new RangeError('too many signs in one paragraph');
  }
}

/** What the lines of a paragraph hold so far. */
interface Signs {
  readonly openers: number;
  readonly runs: number;
  /** In the order of `spans`. */
  readonly unended: readonly number[];
}
const nothing: Signs = { openers: 0, runs: 0, unended: spans.map(() => 0) };

function containersIn(line: string): number {
  const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0] ?? '';
  return containers.match(/[>\-+*.)]/g)?.length ?? 0;
}

function withLine({ openers, runs, unended }: Signs, line: string): Signs {
  return {
    openers: openers + (line.match(/[[\]*_`<~!&]/g)?.length ?? 0),
    runs: line.includes('|') ? 0 : runs + (line.match(/\*+|_+|~+/g)?.length ?? 0),
    unended: /[<>]/.test(line) ? unendedBehind(line, unended) : unended,
  };
}

function isTooMuch({ openers, runs, unended }: Signs): boolean {
  return openers > most || runs > mostRuns || Math.max(...unended) > mostUnended;
}

function unendedBehind(line: string, before: readonly number[]): number[] {
  return spans.map(([opening, ending], index) => {
    const end = line.lastIndexOf(ending);
    const earlier = end === -1 ? (before[index] ?? 0) : 0;
    return earlier + line.slice(end + 1).split(opening).length - 1;
  });
}
