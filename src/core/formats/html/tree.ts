import type { Element, Nodes } from 'hast';

/** The first element of that name, in document order. */
export function find(node: Nodes, tagName: string): Element | undefined {
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === tagName) return child;
    const inner = find(child, tagName);
    if (inner) return inner;
  }
  return undefined;
}

/** The text of a node with white space folded. */
export function textOf(node: Nodes): string {
  return rawText(node)
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
}

function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(rawText).join('') : '';
}
