import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodySchema } from '#core/body/schema';
import { bodies } from '../support/bodies';
import { $textWith, openEditor } from './support';

describe('body → Lexical → body', () => {
  it('is the identity for 1,000 generated documents of every block type', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(bodySchema.safeParse(body).success).toBe(true);
        const { editor, dispose } = openEditor(body);
        expect(editor.readBody()).toEqual(body);
        dispose();
      }),
      { numRuns: 1_000 },
    );
  }, 120_000);

  it('maps only the block that was changed again', () => {
    const paragraph = (id: string) => ({
      id,
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: id }],
    });
    const { editor, update, dispose } = openEditor([
      { id: 'headline', type: 'headline', content: [] },
      { id: 'standfirst', type: 'standfirst', content: [] },
      { id: 'byline', type: 'byline', content: [] },
      paragraph('b1'),
      paragraph('b2'),
    ]);
    const before = editor.readBody();
    update(() => $textWith('b2').setTextContent('changed'));
    const after = editor.readBody();
    expect(after[3]).toBe(before[3]);
    expect(after[4]).toMatchObject({ id: 'b2', content: [{ text: 'changed' }] });
    dispose();
  });

  it('is not touched by being opened', () => {
    const { touches, dispose } = openEditor([
      { id: 'headline', type: 'headline', content: [{ type: 'text', text: 'Titre' }] },
      { id: 'standfirst', type: 'standfirst', content: [] },
      { id: 'byline', type: 'byline', content: [] },
      { id: 'b1', type: 'paragraph', content: [] },
    ]);
    expect(touches()).toBe(0);
    dispose();
  });
});
