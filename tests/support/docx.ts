import { openZip, writeZip } from '#core/formats/shared/zip';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';

const namespaces = [
  `xmlns:w="${main}"`,
  `xmlns:r="${office}/relationships"`,
  `xmlns:m="${office}/math"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

export interface DocxParts {
  /** What stands inside the root of `word/<name>.xml`. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly header?: string;
  readonly footer?: string;
  /** Further relations of the document: id → type, target, and whether it is outside. */
  readonly relations?: Readonly<Record<string, readonly [type: string, target: string, external?: true]>>;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

const roots: Readonly<Record<string, string>> = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  comments: 'w:comments',
  commentsExtended: 'w15:commentsEx',
  header: 'w:hdr',
  footer: 'w:ftr',
};

/** A document as Word would save it, from what stands in its parts. */
export function docxOf(body: string, parts: DocxParts = {}): Uint8Array {
  const files = new Map<string, string | Uint8Array>();
  const relations: string[] = [];
  const relate = (id: string, type: string, target: string, isExternal = false): void => {
    const mode = isExternal ? ' TargetMode="External"' : '';
    relations.push(
      `<Relationship Id="${id}" Type="${office}/relationships/${type}" Target="${target}"${mode}/>`,
    );
  };
  for (const [name, root] of Object.entries(roots)) {
    const content = parts[name as keyof DocxParts];
    if (typeof content !== 'string') continue;
    files.set(`word/${name}.xml`, `<${root} ${namespaces}>${content}</${root}>`);
    relate(`rId-${name}`, name, `${name}.xml`);
  }
  for (const [id, [type, target, external]] of Object.entries(parts.relations ?? {}))
    relate(id, type, target, external);
  const all = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  files.set('[Content_Types].xml', '<Types/>');
  files.set(
    '_rels/.rels',
    `<Relationships ${all}><Relationship Id="a" Type="${office}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  files.set('word/_rels/document.xml.rels', `<Relationships ${all}>${relations.join('')}</Relationships>`);
  files.set('word/document.xml', `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`);
  const encoder = new TextEncoder();
  const encoded = [...files].map(
    ([name, content]) => [name, typeof content === 'string' ? encoder.encode(content) : content] as const,
  );
  return writeZip(new Map([...encoded, ...Object.entries(parts.files ?? {})]));
}

/** A paragraph of Word with one run. */
export function paragraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${run(text)}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A style of a document, by what Word calls it. */
export function styleOf(
  type: 'paragraph' | 'character' | 'table',
  id: string,
  name: string,
  rest = '',
): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
}

/** The text of one part of a package. */
export function partOf(bytes: Uint8Array, name: string): string {
  const opened = openZip(bytes);
  const content = opened.ok ? opened.value.read(name) : opened;
  if (!content.ok || content.value === null) throw new Error(`no ${name}`);
  return new TextDecoder().decode(content.value);
}

/** All parts of a package that are XML, one after the other. */
export function xmlOf(bytes: Uint8Array): string {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(opened.code);
  return opened.value.names
    .filter((name) => /\.(?:xml|rels)$/.test(name))
    .map((name) => partOf(bytes, name))
    .join('\n');
}
