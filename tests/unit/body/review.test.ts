import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textRun } from '#core/body/normalize';
import { acceptSuggestions, copyOf, rejectSuggestions, suggestionsIn } from '#core/body/review';
import type { Block } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { bodies } from '../../support/bodies';

const paragraph = (id: string, ...content: ReturnType<typeof textRun>[]): Block => ({
  id,
  type: 'paragraph',
  content,
});
const inserted = (text: string, id: string) => textRun(text, [], [], { inserted: id });
const deleted = (text: string, id: string) => textRun(text, [], [], { deleted: id });

describe('suggestions', () => {
  const body = [
    paragraph('b1', textRun('Le pont '), deleted('tient', 's1'), inserted('cède', 's2'), textRun('.')),
  ];

  it('are part of the copy only when they are accepted', () => {
    expect(bodyText(acceptSuggestions(body, 'all'))).toBe('Le pont cède.');
    expect(bodyText(rejectSuggestions(body, 'all'))).toBe('Le pont tient.');
    expect(bodyText(copyOf(body))).toBe('Le pont tient.');
  });

  it('are decided one by one', () => {
    const first = acceptSuggestions(body, new Set(['s1']));
    expect(bodyText(first)).toBe('Le pont cède.');
    expect(suggestionsIn(first)).toEqual(['s2']);
  });

  it('join a paragraph again whose parting is refused, and keep it when it is accepted', () => {
    const parted: Block[] = [
      paragraph('b1', textRun('Un. ')),
      { id: 'b2', type: 'paragraph', inserted: 's3', content: [textRun('Deux.')] },
    ];
    expect(bodyText(rejectSuggestions(parted, 'all'))).toBe('Un. Deux.');
    expect(acceptSuggestions(parted, 'all')).toEqual([parted[0], paragraph('b2', textRun('Deux.'))]);
  });

  it('take a paragraph out whose words are all gone', () => {
    const gone = [paragraph('b1', textRun('Un.')), paragraph('b2', deleted('Deux.', 's4'))];
    expect(acceptSuggestions(gone, 'all')).toEqual([gone[0]]);
  });

  it('leave no trace in the copy of any document, nor do comments and claims', () => {
    fc.assert(
      fc.property(bodies, (any) => {
        const copy = copyOf(any);
        expect(JSON.stringify(copy)).not.toMatch(/"(?:claims|comments|inserted|deleted)"/);
        expect(suggestionsIn(acceptSuggestions(any, 'all'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
