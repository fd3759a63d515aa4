import type { Element, ElementContent, Nodes } from 'hast';
import { safeUrl } from '#core/body/links';
import type { Mark } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Inline, LineBreak, TextRun } from '#core/body/schema';
import type { Warning } from '../types';

/** The mark that an element stands for. Presentation and meaning (b, strong) are the same to an article. */
const markOf: Readonly<Record<string, Mark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  del: 'strikethrough',
  strike: 'strikethrough',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  sup: 'superscript',
  sub: 'subscript',
};

/** Never shown to a reader of the page. */
export const invisible: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'head',
  'title',
  'link',
  'meta',
  'base',
  'button',
  'select',
  'input',
  'textarea',
]);

export function isHidden(element: Element): boolean {
  const { hidden, ariaHidden, style } = element.properties;
  const isStyledAway = typeof style === 'string' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
  return (
    invisible.has(element.tagName) ||
    (hidden !== undefined && hidden !== null) ||
    ariaHidden === 'true' ||
    isStyledAway
  );
}

interface Reading {
  readonly warnings: Warning[];
}

/** Inline content of elements: marks, links that may be links, breaks; spaces folded as a browser does. */
export function readInline(
  nodes: readonly ElementContent[],
  reading: Reading,
  isPreformatted = false,
): Inline[] {
  const raw = nodes.flatMap((node) => visit(node, [], reading, isPreformatted));
  return tidy(normalizeInline(raw));
}

function visit(node: Nodes, marks: readonly Mark[], reading: Reading, isPreformatted: boolean): Inline[] {
  if (node.type === 'text') return readText(node.value, marks, isPreformatted);
  if (node.type !== 'element' || isHidden(node)) return [];
  if (node.tagName === 'br') return [{ type: 'break' }];
  if (node.tagName === 'img') {
    reading.warnings.push({ code: 'picture-dropped', params: { name: String(node.properties.alt ?? '') } });
    return [];
  }
  const mark = markOf[node.tagName];
  const inner = mark && !isPlainBold(node) ? [...marks, mark] : marks;
  const content = node.children.flatMap((child) => visit(child, inner, reading, isPreformatted));
  return node.tagName === 'a' ? readLink(node, content, reading) : content;
}

/** Google Docs wraps a whole clipboard in a `<b>` that is not bold. */
function isPlainBold(node: Element): boolean {
  return /font-weight\s*:\s*(?:normal|400)/i.test(String(node.properties.style ?? ''));
}

function readText(value: string, marks: readonly Mark[], isPreformatted: boolean): Inline[] {
  if (!isPreformatted) return [textRun(value.replace(/[ \t\n\f\r]+/g, ' '), marks)];
  const lines = value.replace(/\n$/, '').split('\n');
  return lines.flatMap((line, index): Inline[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    textRun(line, marks),
  ]);
}

function readLink(node: Element, content: Inline[], reading: Reading): Inline[] {
  const leaves = content.flatMap((inner): (TextRun | LineBreak)[] =>
    inner.type === 'link' ? inner.content : [inner],
  );
  const { href } = node.properties;
  if (typeof href !== 'string' || href.startsWith('#')) return leaves;
  const url = safeUrl(href);
  if (url === null) {
    // Relative addresses lead nowhere once the page is gone; anything else is not a link that may stand here.
    reading.warnings.push({ code: 'link-dropped', params: { url: href.slice(0, 80) } });
    return leaves;
  }
  return [{ type: 'link', url, content: leaves }];
}

/** No space at the edges of a block, beside a break, or twice where two elements met. */
function tidy(content: Inline[]): Inline[] {
  let before: 'edge' | 'space' | 'text' = 'edge';
  const visitLeaf = <T extends TextRun | LineBreak>(leaf: T): T => {
    if (leaf.type === 'break') {
      before = 'edge';
      return leaf;
    }
    const text = before === 'text' ? leaf.text : leaf.text.replace(/^ +/, '');
    if (text !== '') before = text.endsWith(' ') ? 'space' : 'text';
    return { ...leaf, text };
  };
  const forward = content.map(
    (node): Inline =>
      node.type === 'link' ? { ...node, content: node.content.map(visitLeaf) } : visitLeaf(node),
  );
  return trimEnd(normalizeInline(forward));
}

function trimEnd(content: Inline[]): Inline[] {
  const last = content.at(-1);
  if (!last) return content;
  const rest = content.slice(0, -1);
  if (last.type === 'break') return trimEnd(rest);
  if (last.type === 'link') return content;
  const text = last.text.replace(/ +$/, '');
  if (text === last.text) return dropSpaceBeforeBreaks(content);
  return text === '' ? trimEnd(rest) : dropSpaceBeforeBreaks([...rest, { ...last, text }]);
}

function dropSpaceBeforeBreaks(content: Inline[]): Inline[] {
  return normalizeInline(
    content.map((node, index) =>
      node.type === 'text' && content[index + 1]?.type === 'break'
        ? { ...node, text: node.text.replace(/ +$/, '') }
        : node,
    ),
  );
}
