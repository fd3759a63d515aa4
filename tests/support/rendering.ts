import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote div dl figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td th thead tr ul br'.split(
    ' ',
  ),
);

/**
 * HTML in one spelling: parsed and written again, so that entities, quotes and void tags are alike; white space is
 * folded outside of `<pre>`, and dropped beside blocks; addresses are as a parser spells them, counted from `base`.
 */
export function sameSpelling(html: string, base: string): string {
  const tree = fromHtml(html, { fragment: true });
  tidy(tree, base);
  return toHtml(tree, { allowDangerousHtml: true });
}

function tidy(parent: Root | Element, base: string): void {
  const isPlaced = parent.type === 'root' || blocks.has(parent.tagName);
  const children = (parent.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type === 'comment') return [];
    if (child.type === 'text') return [{ ...child, value: child.value.replace(/[ \t\n]+/g, ' ') }];
    if (child.type !== 'element') return [child];
    if (typeof child.properties.href === 'string')
      child.properties.href = addressOf(child.properties.href, base);
    if (child.tagName === 'pre') return [asCode(child)];
    tidy(child, base);
    return [child];
  });
  parent.children = children
    .map((child, index) => {
      if (child.type !== 'text') return child;
      const isAtStart = index === 0 ? isPlaced : isBlock(children[index - 1]);
      const isAtEnd = index === children.length - 1 ? isPlaced : isBlock(children[index + 1]);
      const start = isAtStart ? child.value.replace(/^ /, '') : child.value;
      return { ...child, value: isAtEnd ? start.replace(/ $/, '') : start };
    })
    .filter((child) => child.type !== 'text' || child.value !== '') as ElementContent[];
}

function isBlock(node: Nodes | undefined): boolean {
  return node?.type === 'element' && blocks.has(node.tagName);
}

/** The reference ends a block of code with a line end. */
function asCode(pre: Element): Element {
  const [code] = pre.children;
  const [text] = code?.type === 'element' ? code.children : [];
  if (text?.type === 'text') text.value = text.value.replace(/\n$/, '');
  if (text?.type === 'text' && text.value === '' && code?.type === 'element') code.children = [];
  return pre;
}

function addressOf(href: string, base: string): string {
  if (href === '' || !URL.canParse(href, base)) return href;
  return new URL(href, base).href.replace(
    /[[\]`]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
