import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle, serializeArticle } from '#core/article/envelope';
import type { Article } from '#core/article/schema';
import { normalizeInline } from '#core/body/normalize';
import type { Block, TextRun } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { anchors } from '#core/claims/anchors';
import { claimState } from '#core/claims/status';
import { articleOf, claimIn, withClaim, withOutcome } from '../../support/checking';

/** One character and the claims on it: an editor's text is a row of these, whatever its runs are. */
interface Cell {
  readonly text: string;
  readonly claims: readonly string[];
}
type Lines = readonly (readonly Cell[])[];

const texts = [
  'Le pont mesure 212 mètres et coûte 9 % de plus.',
  'La maire dit « oui » à 3,5 km.',
  '',
] as const;
const claimed = ['212 mètres', '9 %', 'La maire', 'oui', '3,5', 'pont mesure 212'] as const;

const start: Article = claimed.reduce(
  (article, words, index) => withOutcome(withClaim(article, `k${index}`, words), `k${index}`),
  articleOf(texts),
);

const linesOf = (article: Article): Lines =>
  article.body
    .slice(3)
    .map((block) =>
      block.type === 'paragraph'
        ? block.content.flatMap((node) =>
            node.type === 'text' ? [...node.text].map((text) => ({ text, claims: node.claims ?? [] })) : [],
          )
        : [],
    );

const withLines = (lines: Lines): Article => ({
  ...start,
  body: [
    ...start.body.slice(0, 3),
    ...lines.map((cells, index): Block => {
      const runs = cells.map(({ text, claims }): TextRun => ({ type: 'text', text, claims: [...claims] }));
      return { id: `p${index}`, type: 'paragraph', content: normalizeInline(runs) };
    }),
  ],
});

/** What a hand can do to a text. Places are parts of a thousand of the whole. */
type Step = Edit | { readonly type: 'undo' | 'redo' };
type Edit =
  | { readonly type: 'insert'; readonly at: number; readonly text: string; readonly inherits: boolean }
  | { readonly type: 'delete' | 'copy' | 'cut'; readonly at: number; readonly length: number }
  | { readonly type: 'paste' | 'part'; readonly at: number }
  | { readonly type: 'join' | 'swap'; readonly line: number };

const place = fc.integer({ min: 0, max: 999 });
const edit: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('insert' as const),
    at: place,
    text: fc.constantFrom('x', '0', ' ', '%', '-', ',5', '. ', '€', 'é', '«', '\u00a0', 'de '),
    inherits: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom('delete' as const, 'copy' as const, 'cut' as const),
    at: place,
    length: fc.integer({ min: 1, max: 25 }),
  }),
  fc.record({ type: fc.constantFrom('paste' as const, 'part' as const), at: place }),
  fc.record({
    type: fc.constantFrom('join' as const, 'swap' as const),
    line: fc.integer({ min: 0, max: 5 }),
  }),
  fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const) }),
);

class Hand {
  lines: Lines = linesOf(start);
  private clipboard: readonly Cell[] = [];
  private readonly done: Lines[] = [];
  private undone: Lines[] = [];

  do(step: Step): void {
    if (!('at' in step) && !('line' in step)) {
      const [from, to] = step.type === 'undo' ? [this.done, this.undone] : [this.undone, this.done];
      const other = from.pop();
      if (!other) return;
      to.push(this.lines);
      this.lines = other;
      return;
    }
    const before = this.lines;
    this.lines = this.changed(step);
    if (this.lines === before) return;
    this.done.push(before);
    this.undone = [];
  }

  private changed(step: Edit): Lines {
    if ('line' in step) return step.type === 'join' ? this.joined(step.line) : this.swapped(step.line);
    const [line, offset] = this.locate(step.at);
    const cells = this.lines[line] ?? [];
    const replace = (end: number, put: readonly Cell[]): Lines =>
      this.lines.with(line, [...cells.slice(0, offset), ...put, ...cells.slice(end)]);
    switch (step.type) {
      case 'insert': {
        const claims = step.inherits ? (cells[offset - 1]?.claims ?? []) : [];
        return replace(
          offset,
          [...step.text].map((text) => ({ text, claims })),
        );
      }
      case 'copy':
      case 'cut':
      case 'delete':
        if (step.type !== 'delete') this.clipboard = cells.slice(offset, offset + step.length);
        return step.type === 'copy' ? this.lines : replace(offset + step.length, []);
      case 'paste':
        return replace(offset, this.clipboard);
      case 'part':
        return this.lines.toSpliced(line, 1, cells.slice(0, offset), cells.slice(offset));
    }
  }

  private joined(line: number): Lines {
    const next = this.lines[line + 1];
    return next ? this.lines.toSpliced(line, 2, [...(this.lines[line] ?? []), ...next]) : this.lines;
  }

  private swapped(line: number): Lines {
    const [one, two] = [this.lines[line], this.lines[line + 1]];
    return one && two ? this.lines.toSpliced(line, 2, two, one) : this.lines;
  }

  private locate(part: number): readonly [line: number, offset: number] {
    const line = part % this.lines.length;
    const length = this.lines[line]?.length ?? 0;
    return [line, Math.floor((part / 999) * length)];
  }
}

/** What stands under a claim, found by other means than the program's: the words around its characters. */
function wordsUnder(article: Article, id: string): string[] {
  return linesOf(article).flatMap((cells) => {
    const marked = cells.map(({ text, claims }) => (claims.includes(id) ? text : '\0')).join('');
    return marked.split(/\0+/).filter((words) => words !== '');
  });
}

const bare = (text: string): string => text.replace(/^[\s.,;:«»-]+|[\s.,;:«»-]+$/gu, '');

function check(article: Article): void {
  const where = anchors(article.body);
  for (const [index, original] of claimed.entries()) {
    const id = `k${index}`;
    const { status } = claimState(claimIn(article, id), where.get(id));
    const under = wordsUnder(article, id);
    if (under.join('').trim() === '') expect(status).toBe('detached');
    if (status !== 'checked') continue;
    // One stretch, and the words are those of the claim to the letter; nothing of them goes on beside it.
    expect(under).toHaveLength(1);
    expect(original).toContain(bare(under[0] ?? ''));
    const [bound] = where.get(id)?.bound ?? [];
    const block = article.body.find((one) => one.id === bound?.blockId);
    const line = block?.type === 'paragraph' ? plainText(block.content) : '';
    expect(line.slice(bound?.start, bound?.end)).toBe(original);
    expect(line.slice(0, bound?.start)).not.toMatch(/[\p{L}\p{N}$€%-]$/u);
    expect(line.slice(bound?.end)).not.toMatch(/^(?:[\p{L}\p{N}%€]|[.,]\p{N})/u);
  }
}

describe('outcomes on a text that is edited, cut, pasted, moved, undone and redone', () => {
  it('never stand on other words, and no record is ever lost', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), (steps) => {
        const hand = new Hand();
        for (const step of steps) {
          hand.do(step);
          check(withLines(hand.lines));
        }
        const article = withLines(hand.lines);
        const stored = parseArticle(serializeArticle(article));
        expect(stored.ok && stored.value.claims).toEqual(start.claims);
      }),
      { numRuns: 400 },
    );
  });

  it('stand as they stood when everything is undone', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (steps) => {
        const hand = new Hand();
        for (const step of steps) hand.do(step);
        for (let step = 0; step <= steps.length; step += 1) hand.do({ type: 'undo' });
        const undone = withLines(hand.lines);
        const where = anchors(undone.body);
        for (const claim of undone.claims)
          expect(claimState(claim, where.get(claim.id)).status).toBe('checked');
      }),
      { numRuns: 200 },
    );
  });

  it('go with their words when a whole line moves, and are drawn into doubt by a second copy of them', () => {
    const hand = new Hand();
    hand.do({ type: 'swap', line: 0 });
    const moved = withLines(hand.lines);
    const where = anchors(moved.body);
    for (const claim of moved.claims) expect(claimState(claim, where.get(claim.id)).status).toBe('checked');
    const [first = []] = hand.lines;
    const twice = withLines([...hand.lines, first]);
    expect(claimState(claimIn(twice, 'k2'), anchors(twice.body).get('k2')).status).toBe('stale');
  });
});
