import { mapRuns, textRun } from '#core/body/normalize';
import type { Block } from '#core/body/schema';
import { mapContent, textBlocks } from '#core/body/walk';
import { type AnchorRange, anchorClaim, copyText } from '#core/claims/anchors';

/** Which end of a claim moves, and by what. */
export interface EdgeMove {
  readonly edge: 'start' | 'end';
  readonly by: 'word' | 'character';
  readonly step: 1 | -1;
}

/** The copy of one line; empty when there is no such line. */
export function copyOfLine(body: readonly Block[], blockId: string): string {
  const line = [...textBlocks(body)].find(({ id }) => id === blockId);
  return line ? copyText(line.content) : '';
}

/** The body with a claim's anchor on `ranges` and nowhere else. */
export function reanchor(body: readonly Block[], claim: string, ranges: readonly AnchorRange[]): Block[] {
  return anchorClaim(withoutAnchor(body, claim), claim, ranges);
}

function withoutAnchor(body: readonly Block[], claim: string): Block[] {
  return mapContent(body, (content) =>
    mapRuns(content, (run) =>
      run.claims?.includes(claim)
        ? [
            textRun(
              run.text,
              run.marks,
              run.claims.filter((id) => id !== claim),
              run,
            ),
          ]
        : [run],
    ),
  );
}

/**
 * A range with one end moved by a word or a character of `text` (UTF-16 units, never inside of a character); null when
 * nothing would be left of it or there is nothing to move over.
 */
export function moveEdge(text: string, { start, end }: Span, move: EdgeMove): Span | null {
  const from = move.edge === 'start' ? start : end;
  const to = move.by === 'word' ? wordStep(text, from, move) : characterStep(text, from, move.step);
  const moved = move.edge === 'start' ? { start: to, end } : { start, end: to };
  return to === from || moved.start >= moved.end ? null : moved;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function characterStep(text: string, at: number, step: 1 | -1): number {
  const next = step === 1 ? text.slice(at, at + 64) : text.slice(Math.max(0, at - 64), at);
  const characters = [...segmenter.segment(next)];
  const one = step === 1 ? characters[0] : characters.at(-1);
  return at + step * (one?.segment.length ?? 0);
}

const word = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’.,\-‐‑]*(?<![.,'’-])|[\p{Sc}%‰°]/gu;

/** An end goes to the next end of a word, a start to the next start of one. */
function wordStep(text: string, at: number, { edge, step }: EdgeMove): number {
  const stops = [...text.matchAll(word)].map(({ index, 0: found }) =>
    edge === 'start' ? index : index + found.length,
  );
  const next = step === 1 ? stops.find((stop) => stop > at) : stops.findLast((stop) => stop < at);
  return next ?? at;
}

const joint = /(?:[,;:]\s+|\s+)(?:(?:et|ou|mais|and|or|but)\s+)?/giu;

/**
 * Parts a range in two: at the comma or “and” that is nearest to its middle, else at the blank nearest to it. Null when
 * it is one word.
 */
export function splitSpan(text: string, { start, end }: Span): readonly [Span, Span] | null {
  const middle = (end - start) / 2;
  const joints = [...text.slice(start, end).matchAll(joint)]
    .map(({ index, 0: found }) => ({ from: index, to: index + found.length, isStrong: found.trim() !== '' }))
    .filter(({ from, to }) => from > 0 && to < end - start);
  const far = (one: { readonly from: number; readonly to: number }): number =>
    Math.abs((one.from + one.to) / 2 - middle);
  const strong = joints.filter(({ isStrong }) => isStrong);
  const [best] = (strong.length > 0 ? strong : joints).sort((one, other) => far(one) - far(other));
  if (!best) return null;
  return [
    { start, end: start + best.from },
    { start: start + best.to, end },
  ];
}
