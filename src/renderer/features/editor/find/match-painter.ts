import { $isTextNode } from 'lexical';
import type { ArticleEditor } from '../article-editor';
import { firstText } from '../text-painter';
import { $leavesOf, type Stretch } from '../text-positions';

/** More matches than this are counted, and not painted: nobody sees them all. */
const mostPainted = 3_000;

/** The names that editor.css styles as `::highlight(name)`: of all stretches, and of the one that is looked at. */
export interface StretchNames {
  readonly all: string;
  readonly current: string;
  /** Offsets count the copy alone: what is only suggested has no length there. */
  readonly inCopy?: boolean;
}

const findNames: StretchNames = { all: 'find', current: 'find-current' };

/** Paints stretches of lines without touching the document; `current` is an index, -1 for none. */
export function paintMatches(
  editor: ArticleEditor,
  matches: readonly Stretch[],
  current: number,
  names = findNames,
): void {
  const all = new Highlight();
  const one = new Highlight();
  one.priority = 2;
  editor.lexical.getEditorState().read(() => {
    const lines = editor.$lines();
    const from = Math.max(0, Math.min(current - mostPainted / 2, matches.length - mostPainted));
    for (const [index, match] of matches.slice(from, from + mostPainted).entries()) {
      const line = lines.get(match.blockId);
      for (const range of line ? $rangesOf(editor, line, match, names.inCopy) : []) {
        (index + from === current ? one : all).add(range);
      }
    }
  });
  CSS.highlights.set(names.all, all);
  CSS.highlights.set(names.current, one);
}

export function clearMatches(names = findNames): void {
  CSS.highlights.delete(names.all);
  CSS.highlights.delete(names.current);
}

/** Brings a stretch into view; nothing happens when its line is gone. */
export function revealStretch(editor: ArticleEditor, stretch: Stretch): void {
  const range = editor.lexical.getEditorState().read(() => {
    const line = editor.$lineById(stretch.blockId);
    return line ? $rangesOf(editor, line, stretch, true)[0] : undefined;
  });
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

function $rangesOf(
  editor: ArticleEditor,
  line: Parameters<typeof $leavesOf>[0],
  match: Stretch,
  inCopy = false,
): StaticRange[] {
  return $leavesOf(line, inCopy).flatMap(({ node, start, end }) => {
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
