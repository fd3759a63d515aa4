import { $selectAll, COPY_COMMAND, PASTE_COMMAND, UNDO_COMMAND } from 'lexical';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { composeBody } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import type { Inline, Link } from '#core/body/schema';
import { prepareClipboard } from '../../src/renderer/features/editor/paste';
import { $textWith, openEditor, transfer } from './support';

let open: ReturnType<typeof openEditor>;
beforeAll(prepareClipboard);
afterEach(() => open.dispose());

const link: Link = {
  type: 'link',
  url: 'https://quay.example/report',
  title: 'The report «\u00a0whole\u00a0»',
  content: [textRun('the long report')],
};
const start = (...content: Inline[]): void => {
  open = openEditor(composeBody({}, [{ id: 'p1', type: 'paragraph', content }]));
};
const links = (): Link[] =>
  open.editor
    .readBody()
    .flatMap((block) => ('content' in block ? block.content : []))
    .filter((node) => node.type === 'link');
const caretBehind = (part: string): void =>
  open.update(() => {
    const node = $textWith(part);
    const at = node.getTextContent().indexOf(part) + part.length;
    node.select(at, at);
  });

function clipboard(kind: 'copy' | 'paste', data: ReturnType<typeof transfer>): void {
  const event = Object.assign(new ClipboardEvent(kind, { cancelable: true }), { clipboardData: data });
  const command = kind === 'copy' ? COPY_COMMAND : PASTE_COMMAND;
  open.update(() => void open.editor.lexical.dispatchCommand(command, event as unknown as ClipboardEvent));
}

describe('the title of a link in the editor', () => {
  it('stays when one types in the link, and when that is undone', () => {
    start(textRun('See '), link, textRun(' now'));
    open.update(() => $textWith('long').setTextContent('the very long report'));
    expect(links()).toEqual([{ ...link, content: [textRun('the very long report')] }]);
    open.update(() => void open.editor.lexical.dispatchCommand(UNDO_COMMAND, undefined));
    expect(links()).toEqual([link]);
  });

  it('is that of both halves when the paragraph is split in the link', () => {
    start(textRun('See '), link);
    open.update(() => void $textWith('the long').select(8, 8).insertParagraph());
    expect(links().map(({ title }) => title)).toEqual([link.title, link.title]);
  });

  it('goes through the clipboard, in our own format and as HTML', () => {
    start(textRun('See '), link);
    open.update(() => $selectAll());
    const data = transfer();
    clipboard('copy', data);
    expect(data.getData('text/html')).toContain('title="The report');
    for (const types of [['text/html'], data.types]) {
      open.dispose();
      start(textRun('Here: '));
      caretBehind('Here:');
      clipboard('paste', transfer(Object.fromEntries(types.map((type) => [type, data.getData(type)]))));
      expect(links()).toEqual([link]);
    }
  });

  it('parts two links of one address that stand side by side', () => {
    const other = { ...link, title: 'Another', content: [textRun('and its figures')] };
    start(link, other);
    expect(links()).toEqual([link, other]);
  });
});
