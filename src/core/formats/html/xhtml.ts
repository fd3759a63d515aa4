import type { Element, ElementContent } from 'hast';
import { escapeText, tag } from '../shared/xml';

/** Elements that have no content; every other one needs an end tag of its own to be HTML too. */
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'meta', 'link', 'col']);

/** An element of a page as XML: every end tag is written, every attribute quoted. */
export function toXhtml(node: ElementContent): string {
  if (node.type === 'text') return escapeText(node.value);
  if (node.type !== 'element') return '';
  const content = node.children.map(toXhtml).join('');
  const written = tag(node.tagName, attributesOf(node), content);
  return content === '' && !empty.has(node.tagName)
    ? written.replace(/\/>$/, `></${node.tagName}>`)
    : written;
}

function attributesOf({ properties }: Element): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name === 'className' ? 'class' : name.toLowerCase(),
      Array.isArray(value) ? value.join(' ') : String(value),
    ]),
  );
}
