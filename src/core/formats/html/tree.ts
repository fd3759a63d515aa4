import type { Element, Nodes } from 'hast';

/** Every element under a node in document order; without recursion, for pages are as deep as their makers like. */
export function* elements(node: Nodes): Generator<Element> {
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'element' && next !== node) yield next;
    if ('children' in next)
      for (let index = next.children.length - 1; index >= 0; index -= 1) {
        const child = next.children[index];
        if (child) waiting.push(child);
      }
  }
}

/** The first element under a node that fits, in document order. */
export function find(node: Nodes, fits: (element: Element) => boolean): Element | undefined {
  for (const element of elements(node)) if (fits(element)) return element;
  return undefined;
}

export function findTag(node: Nodes, tagName: string): Element | undefined {
  return find(node, (element) => element.tagName === tagName);
}

/** The text of a node, white space folded. `isLeftOut` says which elements do not count. */
export function textOf(node: Nodes, isLeftOut: (element: Element) => boolean = () => false): string {
  const parts: string[] = [];
  const waiting: (Nodes | null)[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === null) parts.push(' ');
    else if (next.type === 'text') parts.push(next.value);
    else if (next.type !== 'element' || !isLeftOut(next)) waiting.push(...insideOut(next));
  }
  return parts
    .join('')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
}

/** The children, last first. What is a block or a line of its own must not run into its neighbour: null is a blank. */
function insideOut(node: Nodes): (Nodes | null)[] {
  if (!('children' in node)) return [];
  const children = node.children.toReversed();
  return node.type === 'element' && partOfLine.has(node.tagName) ? children : [null, ...children, null];
}

const partOfLine: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** An attribute as one string; empty when it is absent. Lists (`class`, `rel`) are joined by blanks. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}
