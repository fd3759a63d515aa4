import type { Block } from '#core/body/schema';
import { plainText } from '#core/body/walk';
import { readHtmlPart } from '../html/read';
import { readNitfDocument } from '../nitf/read';
import { htmlSource } from '../shared/html-source';
import { plainBlocks } from '../shared/plain';
import type { Copy } from '../shared/read-copy';
import { sampleOf, type Warnings } from '../shared/warnings';
import { line } from '../shared/wire-metadata';
import { elementsOf, isElement, textOf, type XmlElement } from '../shared/xml';

/** The copy of an item, and what its document says of itself where that is one (NITF, a page). */
export type Content = Pick<Copy, 'blocks' | 'title' | 'standfirst' | 'byline' | 'details'>;

/**
 * What stands in a content set. Its members are the same story in other spellings: the richest is read. What is only
 * linked is named, and not fetched.
 */
export function readContent(item: XmlElement, warnings: Warnings): Content | null {
  const members = elementsOf(item, 'contentSet').flatMap((set) => elementsOf(set));
  for (const member of members) if (member.name === 'remoteContent') warnOfRemote(member, warnings);
  const readers = [readNitfIn, readPageIn, readInlineData];
  for (const read of readers)
    for (const member of members) {
      const content = read(member, warnings);
      if (content) return content;
    }
  return null;
}

/** Whether an item holds text that could be read; items of pictures and packages do not. */
export function holdsText(item: XmlElement): boolean {
  return elementsOf(item, 'contentSet')
    .flatMap((set) => elementsOf(set))
    .some(({ name }) => name === 'inlineXML' || name === 'inlineData');
}

function warnOfRemote({ attributes }: XmlElement, warnings: Warnings): void {
  const name = attributes.residref || (attributes.href ?? '').replace(/^.*\//, '') || '—';
  const isPicture = /^image\//.test(attributes.contenttype ?? '');
  warnings.add(isPicture ? 'picture-dropped' : 'attachment-dropped', { name: sampleOf(name) });
}

function readNitfIn(member: XmlElement, warnings: Warnings): Content | null {
  const root = member.name === 'inlineXML' ? elementsOf(member)[0] : undefined;
  if (root?.name !== 'nitf:nitf' && root?.name !== 'nitf') return null;
  return readNitfDocument(withoutPrefix(root, 'nitf:'), warnings);
}

function readPageIn(member: XmlElement, warnings: Warnings): Content | null {
  const root = member.name === 'inlineXML' ? elementsOf(member)[0] : undefined;
  if (!root || !/^(?:html:|(?:html|div|body|article|section|p)$)/.test(root.name)) return null;
  return pageOf(htmlSource([withoutPrefix(root, 'html:')]), warnings);
}

/** Text or HTML that stands in the document as characters. */
function readInlineData(member: XmlElement, warnings: Warnings): Content | null {
  const text = member.name === 'inlineData' ? textOf(member).trim() : '';
  const type = member.attributes.contenttype ?? 'text/plain';
  const isBinary = (member.attributes.encoding ?? '') !== '' || !/^text\/|html/i.test(type);
  if (text === '') return null;
  if (isBinary) {
    warnings.add('attachment-dropped', { name: sampleOf(type) });
    return null;
  }
  return /html/i.test(type) ? pageOf(text, warnings) : { blocks: plainBlocks(text, warnings) };
}

/** A page inside an item: its first heading of level 1 is the headline, when nothing stands before it. */
function pageOf(source: string, warnings: Warnings): Content {
  const blocks = readHtmlPart(source, warnings, { isChosen: true });
  const [first, ...others] = blocks;
  const opens = /<h1[\s>]/i.test(source) && first?.type === 'heading' && first.level === 2;
  return opens ? { title: line(plainText(first.content)), blocks: others } : { blocks };
}

/** A part of a document by the names that its own format has. */
function withoutPrefix(element: XmlElement, prefix: string): XmlElement {
  const name = element.name.startsWith(prefix) ? element.name.slice(prefix.length) : element.name;
  const children = element.children.map((node) => (isElement(node) ? withoutPrefix(node, prefix) : node));
  return { ...element, name, children };
}

/** The text of blocks in one line, to compare descriptions with. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks.map((block) => ('content' in block ? plainText(block.content) : '')).join(' ');
}
