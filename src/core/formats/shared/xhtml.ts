import type { Element, ElementContent } from 'hast';
import { emptyElements } from './html-source';
import { escapeAttribute, escapeText } from './xml';

/** Names of properties that attributes have otherwise. */
const attributeNames: Readonly<Record<string, string>> = { className: 'class' };

/**
 * HTML so that a reader of XML understands it: every element is closed, no character is one that XML forbids; elements
 * without content are written so that a reader of HTML understands them too.
 */
export function xhtml(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return escapeText(node.value);
      return node.type === 'element' ? element(node) : '';
    })
    .join('');
}

function element({ tagName, properties, children }: Element): string {
  const attributes = Object.entries(properties).map(([name, value]) => {
    if (value === null || value === undefined || value === false) return '';
    const text = Array.isArray(value) ? value.join(' ') : value === true ? name : String(value);
    return ` ${attributeNames[name] ?? name.toLowerCase()}="${escapeAttribute(text)}"`;
  });
  const opened = `<${tagName}${attributes.join('')}`;
  return emptyElements.has(tagName) ? `${opened} />` : `${opened}>${xhtml(children)}</${tagName}>`;
}
