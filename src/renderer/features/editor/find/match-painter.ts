import { $isTextNode } from 'lexical';
import type { ArticleEditor } from '../article-editor';
import { firstText } from '../text-painter';
import { $leavesOf, type Stretch } from '../text-positions';

/** More matches than this are counted, and not painted: nobody sees them all. */
const mostPainted = 3_000;

/** Paints matches without touching the document. */
export function paintMatches(editor: ArticleEditor, matches: readonly Stretch[], current: number): void {
  const all = new Highlight();
  const one = new Highlight();
  one.priority = 2;
  editor.lexical.getEditorState().read(() => {
    const lines = editor.$lines();
    const from = Math.max(0, Math.min(current - mostPainted / 2, matches.length - mostPainted));
    for (const [index, match] of matches.slice(from, from + mostPainted).entries()) {
      const line = lines.get(match.blockId);
      for (const range of line ? $rangesOf(editor, line, match) : []) {
        (index + from === current ? one : all).add(range);
      }
    }
  });
  CSS.highlights.set('find', all);
  CSS.highlights.set('find-current', one);
}

export function clearMatches(): void {
  CSS.highlights.delete('find');
  CSS.highlights.delete('find-current');
}

function $rangesOf(
  editor: ArticleEditor,
  line: Parameters<typeof $leavesOf>[0],
  match: Stretch,
): StaticRange[] {
  return $leavesOf(line).flatMap(({ node, start, end }) => {
    const from = Math.max(match.start, start);
    const to = Math.min(match.end, end);
    const dom = $isTextNode(node) ? firstText(editor.lexical.getElementByKey(node.getKey())) : null;
    if (!dom || from >= to || dom.length < to - start) return [];
    return [
      new StaticRange({
        startContainer: dom,
        startOffset: from - start,
        endContainer: dom,
        endOffset: to - start,
      }),
    ];
  });
}
