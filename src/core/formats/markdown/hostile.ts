/** Containers that are opened on one line: more is nobody's story, and the parser tries every one on every line. */
const deepest = 60;
/** Signs that may open something, on one paragraph's lines: the parser looks for the end of each. */
const most = 20_000;

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
  let openers = 0;
  let unended: number[] = spans.map(() => 0);
  for (const line of source.split('\n')) {
    const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0] ?? '';
    if ((containers.match(/[>\-+*.)]/g)?.length ?? 0) > deepest) throw new RangeError('too many containers');
    const isBlank = line.trim() === '';
    openers = isBlank ? 0 : openers + (line.match(/[[\]*_`<~!&]/g)?.length ?? 0);
    if (isBlank) unended = spans.map(() => 0);
    else if (/[<>]/.test(line)) unended = unendedBehind(line, unended);
    if (openers > most || Math.max(...unended) > mostUnended)
      throw new RangeError('too many signs in one paragraph');
  }
}

function unendedBehind(line: string, before: readonly number[]): number[] {
  return spans.map(([opening, ending], index) => {
    const end = line.lastIndexOf(ending);
    const earlier = end === -1 ? (before[index] ?? 0) : 0;
    return earlier + line.slice(end + 1).split(opening).length - 1;
  });
}
