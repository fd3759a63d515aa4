import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $selectAll,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
} from 'lexical';
import { afterEach, describe, expect, it } from 'vitest';
import { composeBody } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import { type Block, bodySchema } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import type { CommandId } from '#core/commands/table';
import { runEdit } from '../../src/renderer/features/editor/use-editor-commands';
import { $textWith, openEditor } from './support';

let open: ReturnType<typeof openEditor>;
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
const run = (id: CommandId): void => {
  runEdit(id, open.editor.lexical);
  open.update(() => undefined);
};
const caretAt = (part: string, offset = 0): void =>
  open.update(() => {
    const node = $textWith(part);
    const at = node.getTextContent().indexOf(part) + offset;
    node.select(at, at);
  });
const type = (text: string): void => {
  for (const letter of text)
    open.update(() => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(letter);
    });
};
const press = (command: typeof INSERT_PARAGRAPH_COMMAND): void =>
  open.update(() => void open.editor.lexical.dispatchCommand(command, undefined));
const backspace = (): void =>
  open.update(() => void open.editor.lexical.dispatchCommand(DELETE_CHARACTER_COMMAND, true));

describe('blocks of several lines', () => {
  it('go from line to line with Return, and on behind the block from the last one', () => {
    start(paragraph('b1', 'Le pont tiendra.'));
    caretAt('tiendra.', 8);
    run('block.quote');
    press(INSERT_PARAGRAPH_COMMAND);
    type('Anna');
    press(INSERT_PARAGRAPH_COMMAND);
    type('Suite');
    expect(story()).toMatchObject([
      { id: 'b1', type: 'quote', content: [{ text: 'Le pont tiendra.' }], attribution: [{ text: 'Anna' }] },
      { type: 'paragraph', content: [{ text: 'Suite' }] },
    ]);
  });

  it('become paragraphs with all their words when Backspace is pressed at their head', () => {
    start({ id: 'b1', type: 'quote', content: [textRun('Le pont.')], attribution: [textRun('Anna')] });
    caretAt('Le pont.');
    backspace();
    expect(story()).toMatchObject([
      { id: 'b1', type: 'paragraph', content: [{ text: 'Le pont.' }] },
      { type: 'paragraph', content: [{ text: 'Anna' }] },
    ]);
  });

  it('are not joined by the paragraph behind them', () => {
    start({ id: 'b1', type: 'quote', content: [textRun('Oui.')], attribution: [] }, paragraph('b2', 'Non.'));
    caretAt('Non.');
    backspace();
    expect(story()).toMatchObject([{ type: 'quote' }, { type: 'paragraph', content: [{ text: 'Non.' }] }]);
  });

  it('keep attribution and title when one becomes the other', () => {
    start({ id: 'b1', type: 'quote', content: [textRun('Oui.')], attribution: [textRun('Anna')] });
    caretAt('Oui.');
    run('block.pull-quote');
    expect(story()).toMatchObject([{ id: 'b1', type: 'pull-quote', attribution: [{ text: 'Anna' }] }]);
    run('block.fact-box');
    expect(bodyText(story(), '|')).toBe('Oui.\nAnna');
    run('block.paragraph');
    expect(story()).toMatchObject([{ id: 'b1', type: 'paragraph' }]);
  });

  it('break lines in a fact box and in code, and leave on an empty last line', () => {
    start(paragraph('b1', 'un'));
    caretAt('un', 2);
    run('block.code');
    press(INSERT_PARAGRAPH_COMMAND);
    type('deux');
    press(INSERT_PARAGRAPH_COMMAND);
    press(INSERT_PARAGRAPH_COMMAND);
    type('suite');
    expect(story()).toMatchObject([{ type: 'code' }, { type: 'paragraph', content: [{ text: 'suite' }] }]);
    expect(bodyText(story(), '|')).toBe('un\ndeux|suite');
  });
});

describe('tables', () => {
  const table = (): Block => ({
    id: 't',
    type: 'table',
    header: true,
    rows: [
      {
        cells: [
          { id: 'a', content: [textRun('Ville')] },
          { id: 'b', content: [textRun('Voix')] },
        ],
      },
      {
        cells: [
          { id: 'c', content: [textRun('Lyon')] },
          { id: 'd', content: [textRun('12')] },
        ],
      },
    ],
  });
  const words = () =>
    story()
      .flatMap((block) => (block.type === 'table' ? block.rows : []))
      .map(({ cells }) => bodyText([{ id: 'x', type: 'table', header: false, rows: [{ cells }] }], ','));

  it.each([
    ['table.row-above', ['Ville,Voix', ',', 'Lyon,12']],
    ['table.row-below', ['Ville,Voix', 'Lyon,12', ',']],
    ['table.column-before', [',Ville,Voix', ',Lyon,12']],
    ['table.column-after', ['Ville,,Voix', 'Lyon,,12']],
    ['table.column-right', ['Voix,Ville', '12,Lyon']],
    ['table.remove-row', ['Ville,Voix']],
    ['table.remove-column', ['Voix', '12']],
    ['block.move-up', ['Lyon,12', 'Ville,Voix']],
  ] as const)('%s', (id, expected) => {
    start(table());
    caretAt('Lyon');
    run(id);
    expect(words()).toEqual(expected);
    expect(story()[0]).toMatchObject({ header: true });
    run('edit.undo');
    expect(story()).toEqual([table()]);
  });

  it('take or leave the names of their columns', () => {
    start(table());
    caretAt('Lyon');
    run('table.header');
    expect(story()[0]).toMatchObject({ header: false });
  });
});

describe('footnotes', () => {
  it('are called where the caret stood, written below, and left by Return', () => {
    start(paragraph('b1', 'Un fait, dit-on.'));
    caretAt(', dit-on');
    run('insert.footnote');
    type('La note.');
    press(INSERT_PARAGRAPH_COMMAND);
    type('!');
    const [text, note] = story();
    expect(text).toMatchObject({
      content: [{ text: 'Un fait' }, { type: 'note-reference', note: note?.id }, { text: '!, dit-on.' }],
    });
    expect(note).toMatchObject({ type: 'footnote', content: [{ text: 'La note.' }] });
  });

  it('go with their call when they are empty', () => {
    start(paragraph('b1', 'Un fait, dit-on.'));
    caretAt(', dit-on');
    run('insert.footnote');
    backspace();
    expect(story()).toMatchObject([{ id: 'b1', content: [{ text: 'Un fait, dit-on.' }] }]);
  });
});

describe('moving and removing blocks', () => {
  it('Alt+↑ and Alt+↓ swap neighbours and stop at the fields', () => {
    start(paragraph('b1', 'un'), paragraph('b2', 'deux'));
    caretAt('deux');
    run('block.move-up');
    expect(story().map(({ id }) => id)).toEqual(['b2', 'b1']);
    run('block.move-up');
    expect(story().map(({ id }) => id)).toEqual(['b2', 'b1']);
    run('block.move-down');
    expect(story().map(({ id }) => id)).toEqual(['b1', 'b2']);
  });

  it('moves one item in a list', () => {
    start({
      id: 'l',
      type: 'list',
      kind: 'bullet',
      items: [
        { id: 'i1', content: [textRun('un')] },
        { id: 'i2', content: [textRun('deux')] },
      ],
    });
    caretAt('deux');
    run('block.move-up');
    expect(story()).toMatchObject([{ items: [{ id: 'i2' }, { id: 'i1' }] }]);
  });

  it('takes a block out', () => {
    start(paragraph('b1', 'un'), paragraph('b2', 'deux'));
    caretAt('un');
    run('block.remove');
    expect(story()).toMatchObject([{ id: 'b2' }]);
  });
});

describe('Markdown as it is typed', () => {
  it.each([
    ['## ', { type: 'heading', level: 2 }],
    ['### ', { type: 'heading', level: 3 }],
    ['> ', { type: 'quote' }],
    ['- ', { type: 'list', kind: 'bullet' }],
    ['3. ', { type: 'list', kind: 'number', start: 3 }],
    ['[] ', { type: 'list', kind: 'check' }],
    ['``` ', { type: 'code' }],
  ])('“%s” opens a block', (sign, expected) => {
    start(paragraph('b1', ''));
    open.update(() => $select());
    type(sign);
    open.update(() => undefined);
    type('mot');
    expect(story()[0]).toMatchObject(expected);
    expect(bodyText(story())).toBe('mot');
  });

  it('`---` and Return is a rule', () => {
    start(paragraph('b1', ''));
    open.update(() => $select());
    type('---');
    press(INSERT_PARAGRAPH_COMMAND);
    expect(story()).toMatchObject([{ type: 'divider' }, { type: 'paragraph' }]);
  });

  it('**words** are bold, and a link that may not be one stays text', () => {
    start(paragraph('b1', ''));
    open.update(() => $select());
    type('**gras** [x](javascript:1) ');
    open.update(() => undefined);
    expect(story()[0]).toMatchObject({
      content: [{ text: 'gras', marks: ['bold'] }, { text: ' [x](javascript:1) ' }],
    });
  });
});

describe('select all and type', () => {
  it('leaves a whole article with what was typed, whatever stood in it', () => {
    start(
      paragraph('b1', 'un'),
      { id: 'q', type: 'quote', content: [textRun('oui')], attribution: [textRun('Anna')] },
      { id: 'k', type: 'code', language: '', content: [textRun('x')] },
      { id: 'e', type: 'embed', url: 'https://example.org/', content: [textRun('Film')] },
    );
    open.update(() => void $selectAll());
    type('neuf');
    const body = open.editor.readBody();
    expect(bodySchema.safeParse(body).success).toBe(true);
    expect(bodyText(body, '').trim()).toBe('neuf');
    // The first letter took the selection's place; the others are one step of typing.
    run('edit.undo');
    run('edit.undo');
    expect(bodyText(open.editor.readBody(), ' ')).toContain('Anna');
  });
});

/** The caret into the first block of the story. */
function $select(): void {
  const block = $getRoot().getChildAtIndex(3);
  if ($isElementNode(block)) block.selectStart();
}
