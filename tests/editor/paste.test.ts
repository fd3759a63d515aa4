import { $getSelection, $isRangeSelection, COPY_COMMAND, PASTE_COMMAND } from 'lexical';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { composeBody } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import { type Block, bodySchema } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { prepareClipboard } from '../../src/renderer/features/editor/paste';
import { runEdit } from '../../src/renderer/features/editor/use-editor-commands';
import { $textWith, openEditor, transfer } from './support';

let open: ReturnType<typeof openEditor>;
beforeAll(prepareClipboard);
afterEach(() => open.dispose());

const paragraph = (id: string, text: string): Block => ({
  id,
  type: 'paragraph',
  content: text === '' ? [] : [textRun(text)],
});
const start = (...blocks: Block[]) => {
  open = openEditor(composeBody({ headline: 'Titre' }, blocks));
};
const story = () => open.editor.readBody().slice(3);
const caretBehind = (part: string): void =>
  open.update(() => {
    const node = $textWith(part);
    const at = node.getTextContent().indexOf(part) + part.length;
    node.select(at, at);
  });

function paste(given: Readonly<Record<string, string>>): void {
  const event = Object.assign(new ClipboardEvent('paste', { cancelable: true }), {
    clipboardData: transfer(given),
  });
  open.update(
    () => void open.editor.lexical.dispatchCommand(PASTE_COMMAND, event as unknown as ClipboardEvent),
  );
}

function copy() {
  const data = transfer();
  const event = Object.assign(new ClipboardEvent('copy', { cancelable: true }), { clipboardData: data });
  open.update(
    () => void open.editor.lexical.dispatchCommand(COPY_COMMAND, event as unknown as ClipboardEvent),
  );
  return data;
}

describe('paste', () => {
  it('puts blocks between the halves of a paragraph, as one step of undo', () => {
    start(paragraph('b1', 'avant après'));
    caretBehind('avant');
    const before = story();
    paste({ 'text/html': '<p>un</p><h2>Titre</h2><ul><li>a</li></ul><p>fin</p>' });
    expect(story()).toMatchObject([
      { id: 'b1', type: 'paragraph', content: [{ text: 'avantun' }] },
      { type: 'heading' },
      { type: 'list' },
      { type: 'paragraph', content: [{ text: 'fin après' }] },
    ]);
    runEdit('edit.undo', open.editor.lexical);
    open.update(() => undefined);
    expect(story()).toEqual(before);
  });

  it('goes on typing right behind what was pasted into the middle of a paragraph', () => {
    start(paragraph('b1', 'avant après'));
    caretBehind('avant');
    paste({ 'text/plain': 'un\ndeux' });
    open.update(() => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText('!');
    });
    expect(bodyText(story(), '|')).toBe('avantun|deux! après');
  });

  it('puts one line into the line', () => {
    start(paragraph('b1', 'avant après'));
    caretBehind('avant');
    paste({ 'text/html': '<span>, <b>gras</b>,</span>', 'text/plain': ', gras,' });
    expect(bodyText(story())).toBe('avant, gras, après');
  });

  it('takes the place of an empty paragraph', () => {
    start(paragraph('b1', 'x'), paragraph('b2', ''));
    caretBehind('x');
    open.update(() => void $getSelection());
    paste({ 'text/plain': '', 'text/html': '<h2>Un</h2><p>deux</p>' });
    expect(story().map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph', 'paragraph']);
  });

  it('keeps the words of several blocks in the headline, as one line', () => {
    start(paragraph('b1', 'x'));
    caretBehind('Titre');
    paste({ 'text/html': '<h1>: le</h1><p>pont</p>' });
    expect(bodyText(open.editor.readBody().slice(0, 1))).toBe('Titre: le pont');
    expect(bodySchema.safeParse(open.editor.readBody()).success).toBe(true);
  });

  it('adds items to a list', () => {
    start({ id: 'l', type: 'list', kind: 'bullet', items: [{ id: 'i', content: [textRun('un')] }] });
    caretBehind('un');
    paste({ 'text/html': '<ul><li>deux</li><li>trois</li></ul>' });
    expect(bodyText(story(), '|')).toBe('un|deux|trois');
  });

  it('makes a paragraph of each line of plain text', () => {
    start(paragraph('b1', 'x'));
    caretBehind('x');
    paste({ 'text/plain': ' un\n\ndeux\r\ntrois' });
    expect(bodyText(story(), '|')).toBe('x un|deux|trois');
  });

  it('does not give a pasted block the id of another one', () => {
    start(paragraph('b1', 'un'), paragraph('b2', 'deux'));
    caretBehind('un');
    paste({ 'text/html': '<h2>A</h2><h2>B</h2>' });
    const ids = story().map(({ id }) => id);
    expect(ids[0]).toBe('b1');
    expect(ids.at(-1)).toBe('b2');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes in 500 kB of rich text, which takes Lexical alone minutes', () => {
    start(paragraph('b1', 'x'));
    caretBehind('x');
    const html = '<p>Un paragraphe <b>comme</b> les autres, avec quelques mots de plus.</p>'.repeat(7_000);
    const began = performance.now();
    paste({ 'text/html': html });
    expect(story()).toHaveLength(7_000);
    // Generous: it takes a second where Lexical's own way takes minutes.
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 60_000);
});

describe('copy', () => {
  it('gives clean HTML, plain text and our own format', () => {
    start(
      {
        id: 'b1',
        type: 'paragraph',
        content: [textRun('Le '), textRun('pont', ['bold'], ['k1']), textRun('.')],
      },
      { id: 'q', type: 'quote', content: [textRun('Oui.')], attribution: [textRun('Anna')] },
    );
    open.update(() => {
      const from = $textWith('Le ');
      const to = $textWith('Anna');
      const selection = from.select(0, 0);
      selection.focus.set(to.getKey(), to.getTextContentSize(), 'text');
    });
    const data = copy();
    expect(data.getData('text/plain')).toBe('Le pont.\n\nOui.\n— Anna');
    expect(data.getData('text/html')).toContain('<p>Le <strong>pont</strong>.</p>');
    expect(data.getData('text/html')).not.toMatch(/class=|style=|k1/);
    expect(data.getData('application/x-lexical-editor')).toContain('k1');
  });

  it('of a few words is a line', () => {
    start(paragraph('b1', 'Le pont neuf'));
    open.update(() => void $textWith('pont').select(3, 7));
    open.update(() => void $isRangeSelection($getSelection()));
    expect(copy().getData('text/html')).toBe('pont');
  });
});
