import {
  $getSelection,
  $isRangeSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
} from 'lexical';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeBody } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import { acceptSuggestions, copyOf, rejectSuggestions, suggestionsIn } from '#core/body/review';
import { bodyText } from '#core/body/walk';
import { runEdit } from '../../src/renderer/features/editor/use-editor-commands';
import { $textWith, openEditor } from './support';

describe('suggestion mode', () => {
  let open: ReturnType<typeof openEditor>;
  let isOn = true;
  let count = 0;
  beforeEach(() => {
    isOn = true;
    count = 0;
    open = openEditor(
      composeBody({}, [{ id: 'b1', type: 'paragraph', content: [textRun('Le pont tient bon.')] }]),
      () => true,
      { isOn: () => isOn, create: () => `s${++count}` },
    );
  });
  afterEach(() => open.dispose());

  const select = (part: string): void =>
    open.update(() => {
      const node = $textWith(part);
      const at = node.getTextContent().indexOf(part);
      node.select(at, at + part.length);
    });
  const caretBehind = (part: string): void =>
    open.update(() => {
      const node = $textWith(part);
      const at = node.getTextContent().indexOf(part) + part.length;
      node.select(at, at);
    });
  const type = (text: string): void => {
    for (const letter of text)
      open.update(() => void open.editor.lexical.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, letter));
  };
  const backspace = (): void =>
    open.update(() => void open.editor.lexical.dispatchCommand(DELETE_CHARACTER_COMMAND, true));
  const body = () => open.editor.readBody();
  const accepted = () => bodyText(acceptSuggestions(body(), 'all')).trim();
  const rejected = () => bodyText(rejectSuggestions(body(), 'all')).trim();

  it('keeps what was there until an insertion is accepted, as one suggestion', () => {
    caretBehind('pont');
    type(' neuf');
    expect(suggestionsIn(body())).toEqual(['s1']);
    expect(accepted()).toBe('Le pont neuf tient bon.');
    expect(rejected()).toBe('Le pont tient bon.');
    expect(bodyText(copyOf(body())).trim()).toBe('Le pont tient bon.');
  });

  it('strikes out what is deleted, letter by letter, as one suggestion', () => {
    caretBehind('bon');
    for (let press = 0; press < 4; press += 1) backspace();
    expect(suggestionsIn(body())).toEqual(['s1']);
    expect(accepted()).toBe('Le pont tient.');
    expect(rejected()).toBe('Le pont tient bon.');
  });

  it('makes one suggestion of words typed over a selection', () => {
    select('tient bon');
    type('cède');
    expect(suggestionsIn(body())).toEqual(['s1']);
    expect(accepted()).toBe('Le pont cède.');
    expect(rejected()).toBe('Le pont tient bon.');
  });

  it('really deletes what was only suggested', () => {
    caretBehind('pont');
    type('xy');
    backspace();
    backspace();
    expect(bodyText(body()).trim()).toBe('Le pont tient bon.');
    expect(suggestionsIn(body())).toEqual([]);
  });

  it('parts paragraphs as a suggestion', () => {
    caretBehind('pont');
    open.update(() => void open.editor.lexical.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
    expect(accepted()).toBe('Le pont\n\n tient bon.');
    expect(rejected()).toBe('Le pont tient bon.');
  });

  it('is decided as one step of undo', () => {
    caretBehind('pont');
    type(' neuf');
    const before = body();
    open.editor.applyBody((all) => acceptSuggestions(all, new Set(['s1'])));
    expect(suggestionsIn(body())).toEqual([]);
    runEdit('edit.undo', open.editor.lexical);
    open.update(() => undefined);
    expect(body()).toEqual(before);
  });

  it('types plainly when it is off', () => {
    isOn = false;
    caretBehind('pont');
    open.update(() => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(' neuf');
    });
    expect(bodyText(copyOf(body())).trim()).toBe('Le pont neuf tient bon.');
  });
});
