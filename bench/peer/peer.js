import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';

const editor = createEditor({
  namespace: 'peer',
  onError: (error) => {
    throw error;
  },
});
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 500);
editor.setRootElement(document.querySelector('#editor'));
editor.update(() => {
  $getRoot().append(...window.story.map((text) => $createParagraphNode().append($createTextNode(text))));
});
