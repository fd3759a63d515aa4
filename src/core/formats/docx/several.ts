import { mapRuns, textRun } from '#core/body/normalize';
import type { Block, Inline } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { withoutStart } from '../shared/flatten';
import { foldQuote, isBlank, joinContents, paragraphOf, unnumbered } from '../shared/fold';
import type { Entry } from './list-read';

/** A block that is made of several paragraphs, while they are read. */
export type Open =
  | { type: 'quote' | 'pull-quote'; parts: Inline[][]; attribution: Inline[] }
  | { type: 'fact-box'; title: Inline[]; parts: Inline[][] }
  | { type: 'code'; lines: Inline[][] }
  | { type: 'list'; entries: Entry[] };

export function quoteOf(
  { type, parts, attribution }: Extract<Open, { attribution: Inline[] }>,
  isOurs: boolean,
): Block[] {
  if (!isOurs && isBlank(attribution))
    return foldQuote(
      parts.flatMap((part) => paragraphOf(part)),
      type,
    );
  const content = joinContents(parts);
  return isBlank(content) && isBlank(attribution) ? [] : [{ id: unnumbered, type, content, attribution }];
}

export function withoutDash(content: readonly Inline[]): Inline[] {
  return withoutStart(content, /^[—–][ \t\u00a0]*/.exec(plainText(content))?.[0].length ?? 0);
}

/** Code is text alone, as it stands. */
export function codeOf(content: readonly Inline[]): Inline[] {
  const flat = content.flatMap((node): Inline[] => (node.type === 'link' ? node.content : [node]));
  return mapRuns(flat, (run) => [textRun(run.text, [], run.claims, run)]);
}

export function codeBlock(lines: readonly Inline[][]): Block[] {
  const last = lines.findLastIndex((line) => !isBlank(line));
  const content = lines
    .slice(0, last + 1)
    .flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: 'break' }, ...line]));
  return last < 0
    ? []
    : [{ id: unnumbered, type: 'code', language: '', content: mapRuns(content, (run) => [run]) }];
}
