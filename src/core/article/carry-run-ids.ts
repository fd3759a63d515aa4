import { normalizeInline, textRun } from '#core/body/normalize';
import type { Inline, LineBreak, TextRun } from '#core/body/schema';
import { leaves } from '#core/body/walk';
import type { Piece } from '#core/body/word-pieces';

/** Ids of claims and comments that words carry. */
interface Carried {
  readonly claims: readonly string[];
  readonly comments: readonly string[];
}

interface Stretch extends Carried {
  /** UTF-16 units in a line's text; `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const nothing: Carried = { claims: [], comments: [] };
const words = /[\p{L}\p{N}]/u;
/** Signs and blanks before and behind the words. */
const edges = /^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu;

/**
 * A line as it is now, with the claims and comments of the line that it comes from: on the words that stayed, and on
 * those that stand in the place of others. `pieces`: what lies between the two, by words.
 */
export function carryRunIds(
  before: readonly Inline[],
  after: readonly Inline[],
  pieces: readonly Piece[],
): Inline[] {
  const older = stretchesOf(before);
  if (older.every(({ claims, comments }) => claims.length + comments.length === 0)) return [...after];
  return mark(after, carriedStretches(older, pieces));
}

function stretchesOf(content: readonly Inline[]): Stretch[] {
  let at = 0;
  return [...leaves(content)].map((leaf) => {
    const start = at;
    const text = leaf.type === 'text' ? leaf.text : '\n';
    at += text.length;
    const { claims = [], comments = [] } = leaf.type === 'text' ? leaf : {};
    return { start, end: at, text, claims, comments };
  });
}

/** What the newer line carries, in its own offsets; what lies between carries nothing. */
function carriedStretches(older: readonly Stretch[], pieces: readonly Piece[]): Stretch[] {
  const carried: Stretch[] = [];
  let olderAt = 0;
  let newerAt = 0;
  /** Where what was removed just now began: what is added next stands in its place. */
  let removedAt = 0;
  for (const { kind, text } of pieces) {
    if (kind === 'removed') {
      removedAt = olderAt;
      olderAt += text.length;
      continue;
    }
    if (kind === 'same') {
      const shift = newerAt - olderAt;
      for (const { start, end, ...stretch } of within(older, olderAt, olderAt + text.length))
        carried.push({ ...stretch, start: start + shift, end: end + shift });
      olderAt += text.length;
    } else carried.push(...replaced(older, removedAt, olderAt, text, newerAt));
    newerAt += text.length;
    removedAt = olderAt;
  }
  return carried;
}

/**
 * What a text that was put in the place of `from` to `to` carries, where it stands at `at`: its words what was on the
 * ones before them, its blanks and signs what goes on beside them too; a claim does not grow by a full stop.
 */
function replaced(older: readonly Stretch[], from: number, to: number, text: string, at: number): Stretch[] {
  const inner = replacing(older, from, to);
  const beside = (side: readonly Stretch[]): Carried =>
    side.length === 0 ? nothing : common([inner, ...side]);
  const core = text.replace(edges, '');
  const start = text.indexOf(core);
  const end = start + core.length;
  const part = (first: number, last: number, carried: Carried): Stretch => ({
    ...carried,
    start: at + first,
    end: at + last,
    text: text.slice(first, last),
  });
  return [
    part(0, start, beside(within(older, from - 1, from))),
    part(start, end, inner),
    part(end, text.length, beside(within(older, to, to + 1))),
  ];
}

function within(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
  return stretches
    .filter(({ start, end }) => start < to && end > from)
    .map((stretch) => {
      const start = Math.max(stretch.start, from);
      const end = Math.min(stretch.end, to);
      return { ...stretch, start, end, text: stretch.text.slice(start - stretch.start, end - stretch.start) };
    });
}

/** What words in the place of `from` to `to` carry: what all the words there carried, or what goes on around them. */
function replacing(older: readonly Stretch[], from: number, to: number): Carried {
  const were = within(older, from, to).filter(({ text }) => words.test(text));
  if (were.length > 0) return common(were);
  const around = [...within(older, from - 1, from), ...within(older, to, to + 1)];
  return around.length === 2 ? common(around) : nothing;
}

function common([first = nothing, ...others]: readonly Carried[]): Carried {
  const onAll = (kind: keyof Carried): string[] =>
    first[kind].filter((id) => others.every((stretch) => stretch[kind].includes(id)));
  return { claims: onAll('claims'), comments: onAll('comments') };
}

/** The content with each run cut where what it carries changes. */
function mark(content: readonly Inline[], carried: readonly Stretch[]): Inline[] {
  let at = 0;
  const leaf = (node: TextRun | LineBreak): (TextRun | LineBreak)[] => {
    const start = at;
    at += node.type === 'text' ? node.text.length : 1;
    if (node.type !== 'text') return [node];
    return cuts(carried, start, at).map(([from, to]) => {
      const { claims, comments } = within(carried, from, to)[0] ?? nothing;
      return textRun(node.text.slice(from - start, to - start), node.marks, claims, {
        comments: [...comments],
      });
    });
  };
  return normalizeInline(
    content.flatMap((node): Inline[] => {
      if (node.type === 'link') return [{ ...node, content: node.content.flatMap(leaf) }];
      return node.type === 'note-reference' ? [node] : leaf(node);
    }),
  );
}

/** The parts of `from` to `to` in which nothing begins or ends. */
function cuts(stretches: readonly Stretch[], from: number, to: number): [number, number][] {
  const inner = within(stretches, from, to).flatMap(({ start, end }) => [start, end]);
  const places = [...new Set([from, ...inner, to])].sort((one, other) => one - other);
  return places.slice(1).map((end, index) => [places[index] ?? from, end]);
}
