import { declared } from '#core/formats/odt/namespaces';
import { openZip, writeZip } from '#core/formats/shared/zip';

const namespaces = Object.entries(
  declared('office', 'style', 'text', 'table', 'draw', 'fo', 'svg', 'meta', 'xlink', 'dc', 'loext'),
)
  .map(([name, address]) => `${name}="${address}"`)
  .join(' ');

export interface OdtParts {
  /** What stands inside `office:automatic-styles` of the story's own part. */
  readonly automatic?: string;
  /** What stands inside `office:styles`. */
  readonly styles?: string;
  /** What stands behind `office:styles` in the same part: layouts and master pages. */
  readonly pages?: string;
  readonly meta?: string;
  /** What stands inside the manifest. */
  readonly manifest?: string;
  readonly mimetype?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** A text of OpenDocument as another program would save it, from what stands in its parts. */
export function odtOf(text: string, parts: OdtParts = {}): Uint8Array {
  const { automatic = '', styles = '', pages = '', meta = '', manifest = '', mimetype } = parts;
  const xml: Readonly<Record<string, string>> = {
    mimetype: mimetype ?? 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${namespaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${namespaces}><office:styles>${styles}</office:styles>${pages}</office:document-styles>`,
    'meta.xml': `<office:document-meta ${namespaces}><office:meta>${meta}</office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${manifest}</manifest:manifest>`,
  };
  const encoder = new TextEncoder();
  const encoded = Object.entries(xml).map(([name, content]) => [name, encoder.encode(content)] as const);
  return writeZip(new Map([...encoded, ...Object.entries(parts.files ?? {})]), 'mimetype');
}

/** A paragraph with one run. */
export function paragraph(text: string, style = 'Standard'): string {
  return `<text:p text:style-name="${style}">${text}</text:p>`;
}

/** A style with the properties of its text. */
export function styleOf(family: 'paragraph' | 'text', name: string, looks = '', parent = ''): string {
  const from = parent === '' ? '' : ` style:parent-style-name="${parent}"`;
  return `<style:style style:family="${family}" style:name="${name}"${from}><style:text-properties ${looks}/></style:style>`;
}

/** The text of one part of a package. */
export function partOf(bytes: Uint8Array, name: string): string {
  const opened = openZip(bytes);
  const content = opened.ok ? opened.value.read(name) : opened;
  if (!content.ok || content.value === null) throw new Error(`no ${name}`);
  return new TextDecoder().decode(content.value);
}
