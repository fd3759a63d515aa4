import {
  $getSelection,
  $isRangeSelection,
  $parseSerializedNode,
  type LexicalNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeBody } from '#core/body/fields';
import { anchors } from '#core/claims/anchors';
import { newClaim } from '#core/claims/create';
import { giveOutcome } from '#core/claims/outcomes';
import { claimStatus } from '#core/claims/status';
import { $markSelection, $unmark } from '../../src/renderer/features/editor/claim-marks';
import { $textWith, openEditor } from './support';

const sentence = 'Le bilan est de 12 soldats tués selon la mairie.';

describe('a claim on words of the live text', () => {
  let open: ReturnType<typeof openEditor>;

  beforeEach(() => {
    open = openEditor(
      composeBody({}, [{ id: 'b1', type: 'paragraph', content: [{ type: 'text', text: sentence }] }]),
    );
    const start = sentence.indexOf('12');
    open.update(() => void $textWith('12').select(start - 1, start + '12 soldats'.length + 1));
    open.update(() => expect($markSelection('k1')).toBe('12 soldats'));
  });
  afterEach(() => open.dispose());

  const anchor = () => anchors(open.editor.readBody()).get('k1');
  const type = (text: string): void => {
    for (const character of text) {
      open.update(() => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText(character);
      });
    }
  };
  const caret = (offset: number): void =>
    open.update(() => void $textWith('12 soldats').select(offset, offset));
  const erase = (count: number): void => {
    for (let step = 0; step < count; step += 1) {
      open.update(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return;
        // jsdom has no Selection.modify, which Backspace is built on.
        selection.anchor.set(selection.anchor.key, selection.anchor.offset - 1, 'text');
        selection.removeText();
      });
    }
  };

  it('covers the selected words without the blanks around them', () => {
    expect(anchor()).toMatchObject({ text: '12 soldats', ranges: [{ blockId: 'b1', start: 16, end: 26 }] });
  });

  it('stays outside of what is typed right behind it', () => {
    caret('12 soldats'.length);
    type(' et 3 civils');
    expect(anchor()?.text).toBe('12 soldats');
  });

  it('stays outside of what is typed right before it', () => {
    caret(0);
    type('environ ');
    expect(anchor()?.text).toBe('12 soldats');
  });

  it('grows with what is typed in its middle', () => {
    caret(3);
    type('jeunes ');
    expect(anchor()?.text).toBe('12 jeunes soldats');
  });

  it('is bound to the whole figure when a digit is typed at its edge', () => {
    caret('12 soldats'.length);
    expect(anchor()?.boundText).toBe('12 soldats');
    caret(0);
    type('1');
    expect(anchor()?.boundText).toBe('112 soldats');
  });

  it('takes its last word back when that was deleted and typed again', () => {
    caret('12 soldats'.length);
    erase('soldats'.length);
    expect(anchor()?.text).toBe('12 ');
    type('soldats');
    expect(anchor()?.text).toBe('12 soldats');
  });

  it('is stale when a word changes and valid again when it is changed back', () => {
    const before = anchor();
    if (!before) throw new Error('not anchored');
    const at = '2026-05-12T09:00:00.000Z';
    const record = newClaim({ id: 'k1', text: '12 soldats', kind: 'number', at, by: 'Ada' });
    const given = giveOutcome(record, before, {
      check: 'true',
      value: 'confirmed',
      reason: 'Compté sur la liste.',
      by: 'Ada',
      at,
    });
    if (!given.ok) throw new Error(given.code);
    const claim = given.value;
    expect(claimStatus(claim, anchor())).toBe('checked');
    caret('12 soldats'.length);
    erase(1);
    expect(claimStatus(claim, anchor())).toBe('stale');
    type('s');
    expect(claimStatus(claim, anchor())).toBe('checked');
    open.editor.applyBody((body) => body.filter((block) => block.id !== 'b1'));
    expect(claimStatus(claim, anchor())).toBe('detached');
  });

  it('survives undo, redo of its words and bold on half of it', () => {
    caret(5);
    type('x');
    open.editor.lexical.dispatchCommand(UNDO_COMMAND, undefined);
    open.update(() => void $textWith('12').select(0, 4));
    open.update(() => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.formatText('bold');
    });
    expect(anchor()?.text).toBe('12 soldats');
  });

  it('overlaps another claim', () => {
    open.update(() => void $textWith('12').select(3, 10));
    open.update(() => void $markSelection('k2'));
    const all = anchors(open.editor.readBody());
    expect([all.get('k1')?.text, all.get('k2')?.text]).toEqual(['12 soldats', 'soldats']);
    open.update(() => $unmark('k1'));
    expect(anchors(open.editor.readBody()).has('k1')).toBe(false);
    expect(anchors(open.editor.readBody()).get('k2')?.text).toBe('soldats');
  });

  const paste = (node: () => LexicalNode): void =>
    open.update(() => {
      const selection = $textWith('mairie').selectEnd();
      const nodes = [node()];
      if (
        !open.editor.lexical.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection })
      ) {
        selection.insertNodes(nodes);
      }
    });

  it('does not follow a copy of its words', () => {
    paste(() => $parseSerializedNode($textWith('12 soldats').exportJSON()));
    expect(anchor()?.ranges).toHaveLength(1);
  });

  it('follows its words when they are cut and pasted', () => {
    paste(() => {
      const source = $textWith('12 soldats');
      const moved = $parseSerializedNode(source.exportJSON());
      source.remove();
      return moved;
    });
    expect(anchor()).toMatchObject({ text: '12 soldats', ranges: [{ blockId: 'b1' }] });
  });

  it('stays behind when its words are pasted into another article', () => {
    const words = open.editor.lexical.getEditorState().read(() => $textWith('12 soldats').exportJSON());
    open.dispose();
    open = openEditor(
      composeBody({}, [{ id: 'b9', type: 'paragraph', content: [{ type: 'text', text: 'La mairie.' }] }]),
      () => false,
    );
    paste(() => $parseSerializedNode(words));
    expect(open.surface.textContent).toContain('12 soldats');
    expect(anchors(open.editor.readBody()).size).toBe(0);
  });
});
