import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeBody } from '#core/body/fields';
import { anchorClaim, anchors } from '#core/claims/anchors';
import { moveEdge, reanchor, splitSpan } from '#core/galley/edges';

const text = 'Il y a 12 soldats tués, et 3,5 % de civils 👩‍🚒 ici.';
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const wordsIn = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

describe('the edges of a claim', () => {
  const moves = [
    ['soldats', 'end', 'word', 1, 'soldats tués'],
    ['12 soldats', 'end', 'word', -1, '12'],
    ['12 soldats', 'start', 'word', 1, 'soldats'],
    ['12 soldats', 'start', 'word', -1, 'a 12 soldats'],
    ['3,5', 'end', 'word', 1, '3,5 %'],
    ['soldats', 'end', 'character', -1, 'soldat'],
    ['civils ', 'end', 'character', 1, 'civils 👩‍🚒'],
    ['soldats', 'start', 'character', 1, 'oldats'],
  ] as const;
  it.each(moves)('“%s”: the %s by one %s, %i, gives “%s”', (words, edge, by, step, expected) => {
    const moved = moveEdge(text, spanOf(words), { edge, by, step });
    expect(moved && wordsIn(moved)).toBe(expected);
  });

  it('never close over nothing, and never leave the line', () => {
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.integer({ min: 1, max: text.length }),
        fc.constantFrom('start' as const, 'end' as const),
        fc.constantFrom('word' as const, 'character' as const),
        fc.constantFrom(1 as const, -1 as const),
        (from, length, edge, by, step) => {
          const span = { start: from, end: Math.min(text.length, from + length) };
          const moved = moveEdge(text, span, { edge, by, step });
          if (!moved) return;
          expect(moved.start).toBeGreaterThanOrEqual(0);
          expect(moved.end).toBeLessThanOrEqual(text.length);
          expect(moved.start).toBeLessThan(moved.end);
        },
      ),
    );
  });

  it('leave every word of the body where it was', () => {
    const body = composeBody({}, [{ id: 'b1', type: 'paragraph', content: [{ type: 'text', text }] }]);
    const first = anchorClaim(body, 'k1', [{ blockId: 'b1', ...spanOf('12 soldats') }]);
    const second = reanchor(first, 'k1', [{ blockId: 'b1', ...spanOf('soldats tués') }]);
    expect(anchors(second).get('k1')?.text).toBe('soldats tués');
    expect(reanchor(second, 'k1', [])).toEqual(body);
  });
});

describe('splitting a claim', () => {
  it.each([
    ['12 soldats tués, et 3,5 % de civils', '12 soldats tués', '3,5 % de civils'],
    ['12 soldats', '12', 'soldats'],
  ])('parts “%s” in “%s” and “%s”', (words, one, other) => {
    expect(splitSpan(text, spanOf(words))?.map(wordsIn)).toEqual([one, other]);
  });

  it('does not part a word', () => expect(splitSpan(text, spanOf('soldats'))).toBeNull());
});
