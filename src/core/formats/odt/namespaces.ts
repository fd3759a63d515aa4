const oasis = 'urn:oasis:names:tc:opendocument:xmlns:';

/** Namespaces of OpenDocument by the prefixes that everybody gives them. */
export const addresses = {
  office: `${oasis}office:1.0`,
  style: `${oasis}style:1.0`,
  text: `${oasis}text:1.0`,
  table: `${oasis}table:1.0`,
  draw: `${oasis}drawing:1.0`,
  fo: `${oasis}xsl-fo-compatible:1.0`,
  svg: `${oasis}svg-compatible:1.0`,
  meta: `${oasis}meta:1.0`,
  form: `${oasis}form:1.0`,
  manifest: `${oasis}manifest:1.0`,
  xlink: 'http://www.w3.org/1999/xlink',
  dc: 'http://purl.org/dc/elements/1.1/',
  xml: 'http://www.w3.org/XML/1998/namespace',
  loext: 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0',
} as const;

/** Prefixes by address, as the reader of XML wants them. */
export const namespaces: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(addresses).map(([prefix, address]) => [address, prefix]),
);

/** Declarations of the namespaces that a part makes use of. */
export function declared(...prefixes: readonly (keyof typeof addresses)[]): Record<string, string> {
  return Object.fromEntries(prefixes.map((prefix) => [`xmlns:${prefix}`, addresses[prefix]]));
}
