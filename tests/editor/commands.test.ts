import { $getRoot, INSERT_PARAGRAPH_COMMAND, PASTE_COMMAND } from 'lexical';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fieldTypes } from '#core/body/blocks';
import { composeBody } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import { bodyText } from '#core/body/walk';
import type { CommandId } from '#core/commands/table';
import { prepareClipboard } from '../../src/renderer/features/editor/paste';
import { editCommandIds, runEdit } from '../../src/renderer/features/editor/use-editor-commands';
import { $textWith, openEditor } from './support';

let cells = 0;
const row = (...texts: string[]) => ({
  cells: texts.map((text) => ({ id: `c${++cells}`, content: [textRun(text)] })),
});

/** A word to stand on for commands that need a table, a picture, or a neighbour on the right side. */
const places: readonly (readonly [RegExp, string])[] = [
  [/^table\.column-left$/, 'centre'],
  [/^table\./, 'milieu'],
  [/^picture\./, 'légende'],
  [/^block\.move-up$/, 'légende'],
];
const placeFor = (id: string) => places.find(([pattern]) => pattern.test(id))?.[1] ?? 'deux';

describe('editing commands', () => {
  let open: ReturnType<typeof openEditor>;
  beforeEach(() => {
    open = openEditor(
      composeBody({ headline: 'Titre', standfirst: 'Chapô' }, [
        { id: 'b1', type: 'paragraph', content: [{ type: 'text', text: 'un deux trois' }] },
        {
          id: 't',
          type: 'table',
          header: false,
          rows: [row('Lille', 'Lyon'), row('milieu', 'centre'), row('Nice', 'Metz')],
        },
        {
          id: 'p',
          type: 'picture',
          asset: `${'a'.repeat(64)}.png`,
          alt: '',
          width: 50,
          content: [textRun('légende')],
          credit: [],
        },
      ]),
    );
  });
  afterEach(() => open.dispose());

  const run = (id: CommandId): void => {
    runEdit(id, open.editor.lexical);
    open.update(() => undefined);
  };
  const select = (part: string, from = 0, to = part.length): void =>
    open.update(() => {
      const node = $textWith(part);
      const at = node.getTextContent().indexOf(part);
      node.select(at + from, at + to);
    });
  const block = () => open.editor.readBody()[3];

  const marked: Partial<Record<CommandId, string>> = {
    'format.bold': 'bold',
    'format.italic': 'italic',
    'format.underline': 'underline',
    'format.strikethrough': 'strikethrough',
  };
  it.each(Object.entries(marked))('%s marks the selected words', (id, mark) => {
    select('deux');
    run(id as CommandId);
    expect(block()).toMatchObject({
      content: [{ text: 'un ' }, { text: 'deux', marks: [mark] }, { text: ' trois' }],
    });
  });

  const blocks: Partial<Record<CommandId, object>> = {
    'block.heading-2': { type: 'heading', level: 2 },
    'block.heading-3': { type: 'heading', level: 3 },
    'block.heading-4': { type: 'heading', level: 4 },
    'block.quote': { type: 'quote' },
  };
  it.each(Object.entries(blocks))(
    '%s turns the block and keeps its id; block.paragraph turns it back',
    (id, expected) => {
      select('deux');
      run(id as CommandId);
      expect(block()).toMatchObject({ id: 'b1', ...expected });
      run('block.paragraph');
      expect(block()).toMatchObject({ id: 'b1', type: 'paragraph' });
    },
  );

  it.each([
    ['block.bulleted-list', 'bullet'],
    ['block.numbered-list', 'number'],
  ] as const)('%s makes a list of the block, and a paragraph again', (id, kind) => {
    select('deux');
    run(id);
    expect(block()).toMatchObject({
      type: 'list',
      kind,
      items: [{ content: [{ text: 'un deux trois' }] }],
    });
    run(id);
    expect(block()).toMatchObject({ type: 'paragraph' });
  });

  it('block.divider puts a rule behind the block', () => {
    select('deux');
    run('block.divider');
    expect(
      open.editor
        .readBody()
        .map((one) => one.type)
        .slice(3),
    ).toEqual(['paragraph', 'divider', 'table', 'picture']);
  });

  it.each(editCommandIds.filter((id) => !id.startsWith('edit.') && id !== 'block.paragraph'))(
    '%s is undone and redone by one step each',
    (id) => {
      select(placeFor(id));
      const before = open.editor.readBody();
      run(id);
      const after = open.editor.readBody();
      expect(after).not.toEqual(before);
      run('edit.undo');
      expect(open.editor.readBody()).toEqual(before);
      run('edit.redo');
      expect(bodyText(open.editor.readBody())).toBe(bodyText(after));
    },
  );

  it.each(editCommandIds.filter((id) => id.startsWith('block.')))('%s leaves a headline a headline', (id) => {
    select('Titre');
    run(id);
    expect(
      open.editor
        .readBody()
        .slice(0, 3)
        .map((one) => one.type),
    ).toEqual([...fieldTypes]);
  });

  it('Return in a field goes to the next one and never splits it', () => {
    select('Titre', 2, 2);
    open.editor.lexical.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    open.update(() => undefined);
    expect(open.editor.readBody()).toHaveLength(6);
    expect(bodyText([open.editor.readBody()[0] ?? { id: 'x', type: 'divider' }])).toBe('Titre');
  });

  it('has headline, standfirst and byline again after everything was deleted', () => {
    open.update(() => void $getRoot().clear());
    expect(open.editor.readBody().map((one) => one.type)).toEqual([...fieldTypes, 'paragraph']);
  });

  it('keeps paragraphs that are pasted into the headline', async () => {
    await prepareClipboard();
    select('Titre', 5, 5);
    const data = new Map([['text/plain', 'A\nB']]);
    const clipboardData = {
      getData: (type: string) => data.get(type) ?? '',
      types: [...data.keys()],
      files: [],
      items: [],
    };
    const event = Object.assign(new Event('paste'), { clipboardData });
    open.editor.lexical.dispatchCommand(PASTE_COMMAND, event as unknown as ClipboardEvent);
    open.update(() => undefined);
    const text = bodyText(open.editor.readBody());
    for (const word of ['Titre', 'A', 'B', 'Chapô', 'un deux trois']) expect(text).toContain(word);
    expect(
      open.editor
        .readBody()
        .slice(0, 3)
        .map((one) => one.type),
    ).toEqual([...fieldTypes]);
  });
});
