/** Containers that are opened on one line: more is nobody's story, and the parser tries every one on every line. */
const deepest = 60;
/** Signs that may open something, on one paragraph's lines: the parser looks for the end of each. */
const most = 20_000;

/**
 * Refuses what makes Markdown parsers slow beyond patience: a few hundred kilobytes of `>` or `[` would take hours.
 * The limits are far from anything that was written to be read. Throws a RangeError, as a stack overflow would.
 */
export function refuseHostile(source: string): void {
  let openers = 0;
  for (const line of source.split('\n')) {
    const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0] ?? '';
    if ((containers.match(/[>\-+*.)]/g)?.length ?? 0) > deepest) throw new RangeError('too many containers');
    openers = line.trim() === '' ? 0 : openers + (line.match(/[[\]*_`<~!&]/g)?.length ?? 0);
    if (openers > most) throw new RangeError('too many signs in one paragraph');
  }
}
