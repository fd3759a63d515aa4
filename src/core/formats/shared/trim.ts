import { normalizeInline } from '#core/body/normalize';
import type { Inline, LineBreak, TextRun } from '#core/body/schema';
import { plainText } from '#core/body/walk';

/** Without the blanks and tabs that paragraphs are indented and filled up with. */
export function trimmed(content: readonly Inline[]): Inline[] {
  const text = plainText(content);
  const start = text.length - text.replace(/^[ \t]+/, '').length;
  const end = text.replace(/(?<![ \t])[ \t]+$/, '').length;
  if (start === 0 && end === text.length) return [...content];
  let at = 0;
  const cut = (leaf: TextRun | LineBreak): TextRun | LineBreak => {
    const [from, to] = [Math.max(start - at, 0), Math.max(end - at, 0)];
    at += leaf.type === 'break' ? 1 : leaf.text.length;
    return leaf.type === 'break' ? leaf : { ...leaf, text: leaf.text.slice(from, to) };
  };
  return normalizeInline(
    content.map((node): Inline => {
      if (node.type === 'link') return { ...node, content: node.content.map(cut) };
      return node.type === 'note-reference' ? node : cut(node);
    }),
  );
}
