import { $isTextNode } from 'lexical';
import { plainText, textBlocks } from '#core/body/walk';
import { compileQuery, type FindQuery, replacementFor } from '#core/find/find';
import type { ArticleEditor } from '../article-editor';
import { $leavesOf, $selectStretch, type Stretch } from '../text-positions';

/** Replaces matches as one step of undo. Marks and claims of the first letter go on over what is put in. */
export function replaceMatches(
  editor: ArticleEditor,
  matches: readonly Stretch[],
  query: FindQuery,
  template: string,
): void {
  const compiled = compileQuery(query);
  if (!compiled.ok || matches.length === 0) return;
  const texts = new Map(
    [...textBlocks(editor.readBody())].map(({ id, content }) => [id, plainText(content)]),
  );
  editor.lexical.update(
    () => {
      const lines = editor.$lines();
      // From the end, so that the offsets of those before still hold.
      for (const match of matches.toReversed()) {
        const line = lines.get(match.blockId);
        const text = texts.get(match.blockId) ?? '';
        const insert = query.regex ? replacementFor(text, match, compiled.pattern, template) : template;
        if (line) $replace(line, match, insert);
      }
    },
    { discrete: true },
  );
}

function $replace(line: Parameters<typeof $leavesOf>[0], match: Stretch, insert: string): void {
  const leaf = $leavesOf(line).find(({ start, end }) => match.start >= start && match.end <= end);
  if (leaf && $isTextNode(leaf.node)) {
    const from = match.start - leaf.start;
    if (insert === '' && leaf.node.getTextContentSize() === match.end - match.start) leaf.node.remove();
    else leaf.node.spliceText(from, match.end - match.start, insert);
    return;
  }
  $selectStretch(line, match)?.insertText(insert);
}
