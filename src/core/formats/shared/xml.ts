import { SaxesParser } from 'saxes';
import { failure, type Result, success } from '#core/failure';

/** Far deeper than any document that people write, and far from the end of the stack. */
const deepest = 200;
const mostNodes = 2_000_000;

export interface XmlElement {
  /** `prefix:local` with the prefix that the reader gave the namespace; `{address}local` for one it does not know. */
  readonly name: string;
  /** Named as elements are; attributes without a prefix have none. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

/** Prefixes by address; the empty prefix for the reader's main namespace. */
export type Namespaces = Readonly<Record<string, string>>;

/**
 * Reads XML 1.0 with namespaces. A document type is passed over: no entity but XML's own five is known, nothing outside
 * is looked for. Codes: `input.malformed`, `input.too-large`.
 */
export function parseXml(text: string, namespaces: Namespaces = {}): Result<XmlElement> {
  const parser = new SaxesParser({ xmlns: true });
  const stack: { name: string; attributes: Record<string, string>; children: XmlNode[] }[] = [];
  let root: XmlElement | null = null;
  let nodes = 0;
  const count = (): void => {
    nodes += 1;
    if (nodes > mostNodes || stack.length > deepest) throw new TooLarge();
  };
  const add = (piece: string): void => {
    count();
    stack.at(-1)?.children.push(piece);
  };
  const nameOf = (uri: string, local: string): string => {
    if (uri === '') return local;
    const prefix = Object.hasOwn(namespaces, uri) ? namespaces[uri] : undefined;
    if (prefix === undefined) return `{${uri}}${local}`;
    return prefix === '' ? local : `${prefix}:${local}`;
  };
  parser.on('opentag', ({ uri, local, attributes }) => {
    count();
    const element = { name: nameOf(uri, local), attributes: Object.create(null), children: [] };
    for (const attribute of Object.values(attributes))
      element.attributes[nameOf(attribute.uri, attribute.local)] = attribute.value;
    stack.at(-1)?.children.push(element);
    stack.push(element);
    root ??= element;
  });
  parser.on('closetag', () => void stack.pop());
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof TooLarge) return failure('input.too-large', { limit: `${deepest} levels` });
    return failure('input.malformed', {}, error instanceof Error ? error.name : undefined);
  }
  return root ? success(root) : failure('input.empty');
}

class TooLarge extends Error {}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

/** The children that are elements, or those of one name. */
export function elementsOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(isElement).filter((child) => name === undefined || child.name === name);
}

/** The first child of a name, by a path of names. */
export function childOf(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  let found: XmlElement | undefined = element;
  for (const name of path) found = found && elementsOf(found, name)[0];
  return found;
}

/** All text inside, in order. */
export function textOf(node: XmlNode): string {
  if (!isElement(node)) return node;
  return node.children.map(textOf).join('');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As they stand, a parser would turn them into spaces inside an attribute.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as it stands in XML, between tags; what XML 1.0 cannot hold at all is left out. */
export function escapeText(text: string): string {
  return withoutForbidden(text).replace(/[&<>\r]/g, (character) => escapes[character] ?? character);
}

/** Text as it stands in XML, between double quotes. */
export function escapeAttribute(text: string): string {
  return withoutForbidden(text).replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character);
}

/** XML 1.0, production 2: control characters, lone surrogates and U+FFFE and U+FFFF are no characters of it. */
function withoutForbidden(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  );
}

/** `<name a="…">…</name>`; attributes that are undefined are left out, text has to be escaped already. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  content = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
