import { describe, expect, it } from 'vitest';
import { composeBody } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import type { Inline } from '#core/body/schema';
import { anchorClaim, anchors } from '#core/claims/anchors';
import { boundText } from '#core/claims/bound-text';

const bodyOf = (content: Inline[]) => composeBody({}, [{ id: 'b1', type: 'paragraph', content }]);
const marked = (content: Inline[], start: number, end: number) =>
  anchors(anchorClaim(bodyOf(content), 'k1', [{ blockId: 'b1', start, end }])).get('k1')?.text;

describe('marking words as a claim', () => {
  it('counts as the copy reads: undecided additions have no length, line breaks have one', () => {
    const content: Inline[] = [
      textRun('très ', [], [], { inserted: 's1' }),
      textRun('grand'),
      { type: 'break' },
      textRun('pont'),
    ];
    expect(marked(content, 0, 5)).toBe('grand');
    expect(marked(content, 6, 10)).toBe('pont');
    expect(marked(content, 2, 8)).toBe('and\npo');
  });

  it('never marks what is only suggested', () => {
    const content = [textRun('un '), textRun('grand ', [], [], { inserted: 's1' }), textRun('pont')];
    const [block] = anchorClaim(bodyOf(content), 'k1', [{ blockId: 'b1', start: 0, end: 7 }]).slice(3);
    const runs = block?.type === 'paragraph' ? block.content : [];
    expect(runs.map((run) => run.type === 'text' && run.claims)).toEqual([['k1'], undefined, ['k1']]);
  });
});

describe('the words that an outcome is bound to', () => {
  it.each([
    ['le [3],5 km', '3,5'],
    ['[60] % des voix', '60 %'],
    ['[60\u00a0%] des voix', '60\u00a0%'],
    ['60 [%] des voix', '60 %'],
    ['[12] € par jour', '12 €'],
    ['$ [12] a day', '$ 12'],
    ['de -[3] °C', '-3 °C'],
    ['10\u202f[000] morts', '10\u202f000'],
    ['[« Oui », dit-il.]', 'Oui », dit-il'],
    ['un [mot].', 'mot'],
    ['un mo[t] de plus', 'mot'],
    ['[…]', '…'],
  ])('are those of %s', (shown, expected) => {
    const start = shown.indexOf('[');
    const end = shown.indexOf(']') - 1;
    expect(boundText(shown.replace(/[[\]]/g, ''), start, end)).toBe(expected);
  });
});
