import { escapeAttribute, escapeText, isElement, type XmlNode } from './xml';

/** Elements that HTML closes by itself: a closing tag would be a second one. */
export const emptyElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** XHTML out of a parsed document as HTML source. Names with a prefix are of no concern to a page: only their content is. */
export function htmlSource(nodes: readonly XmlNode[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return escapeText(node);
      const inner = htmlSource(node.children);
      return /^[a-z][a-z0-9]*$/i.test(node.name)
        ? htmlTag(node.name.toLowerCase(), node.attributes, inner)
        : inner;
    })
    .join('');
}

/** `<name a="…">…</name>` as HTML has it; attributes that are undefined are left out, content has to be escaped. */
export function htmlTag(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content: string,
): string {
  const written = Object.entries(attributes)
    .filter(([key, value]) => value !== undefined && /^[a-z][a-z0-9-]*$/i.test(key))
    .map(([key, value]) => ` ${key}="${escapeAttribute(value ?? '')}"`)
    .join('');
  return emptyElements.has(name) ? `<${name}${written}>` : `<${name}${written}>${content}</${name}>`;
}
