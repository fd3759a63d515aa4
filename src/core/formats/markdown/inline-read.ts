import type { Nodes, PhrasingContent } from 'mdast';
import { safeUrl } from '#core/body/links';
import type { Mark } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Inline, LineBreak, TextRun } from '#core/body/schema';
import { sampleOf, type Warnings } from '../shared/warnings';

/** What a document says outside of its lines: addresses that links refer to by name. */
export interface InlineReading {
  readonly definitions: ReadonlyMap<string, string>;
  readonly warnings: Warnings;
}

const markOfNode: Partial<Record<Nodes['type'], Mark>> = {
  strong: 'bold',
  emphasis: 'italic',
  delete: 'strikethrough',
};

/** Tags inside a line. Markdown has no signs for some marks: those are written, and read, as HTML. */
const markOfTag: ReadonlyMap<string, Mark> = new Map([
  ['u', 'underline'],
  ['ins', 'underline'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['cite', 'italic'],
  ['s', 'strikethrough'],
  ['del', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['code', 'code'],
  ['kbd', 'code'],
]);

/** Between these tags stands what a page does not show. */
const invisible: ReadonlySet<string> = new Set('script style template noscript iframe object svg'.split(' '));

/** The inline content of a paragraph, heading or cell. */
export function readInline(nodes: readonly PhrasingContent[], reading: InlineReading): Inline[] {
  return normalizeInline(readNodes(nodes, [], reading));
}

/** HTML in a line comes as single tags: which of them are open is known only while its siblings are read. */
function readNodes(
  nodes: readonly PhrasingContent[],
  outer: readonly Mark[],
  reading: InlineReading,
): Inline[] {
  const open: Mark[] = [];
  let unseen: string | null = null;
  return nodes.flatMap((node): Inline[] => {
    if (node.type !== 'html') return unseen ? [] : readNode(node, [...outer, ...open], reading);
    const [, slash, tag = ''] = /^<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])/i.exec(node.value) ?? [];
    const name = tag.toLowerCase();
    if (unseen) {
      if (slash && name === unseen) unseen = null;
      return [];
    }
    return readTag(name, slash === '/', node.value);
  });

  function readTag(name: string, isEnd: boolean, source: string): Inline[] {
    if (name === 'br') return [{ type: 'break' }];
    if (name === 'img') noteImage(source, reading);
    if (invisible.has(name) && !isEnd && !source.endsWith('/>')) unseen = name;
    const mark = markOfTag.get(name);
    if (mark && isEnd && open.includes(mark)) open.splice(open.lastIndexOf(mark), 1);
    else if (mark && !isEnd) open.push(mark);
    return [];
  }
}

function noteImage(source: string, reading: InlineReading): void {
  const [, name = '—'] = /\balt\s*=\s*["']([^"']+)["']/i.exec(source) ?? [];
  reading.warnings.add('picture-dropped', { name: sampleOf(name) });
}

type Reader<T extends PhrasingContent> = (
  node: T,
  marks: readonly Mark[],
  reading: InlineReading,
) => Inline[];

/** One entry for each node that may stand in a line; a type that is missing here does not compile. */
const readers: { readonly [T in PhrasingContent['type']]: Reader<Extract<PhrasingContent, { type: T }>> } = {
  // A line end in the source is a blank; only what Markdown itself calls a break is one.
  text: (node, marks) => [textRun(node.value.replace(/(?<![ \t])[ \t]*\r?\n[ \t]*/g, ' '), marks)],
  inlineCode: (node, marks) => [textRun(node.value.replace(/\n/g, ' '), [...marks, 'code'])],
  break: () => [{ type: 'break' }],
  strong: readMarked,
  emphasis: readMarked,
  delete: readMarked,
  link: (node, marks, reading) => readLink(node.url, readNodes(node.children, marks, reading), reading),
  linkReference: (node, marks, reading) =>
    readLink(
      reading.definitions.get(node.identifier) ?? '',
      readNodes(node.children, marks, reading),
      reading,
    ),
  image: (node, _marks, reading) => dropImage(node.alt || node.url, reading),
  imageReference: (node, _marks, reading) => dropImage(node.alt || node.identifier, reading),
  footnoteReference: (node) => [{ type: 'note-reference', note: node.identifier }],
  html: () => [],
};

function readNode(node: PhrasingContent, marks: readonly Mark[], reading: InlineReading): Inline[] {
  return (readers[node.type] as Reader<PhrasingContent>)(node, marks, reading);
}

function readMarked(
  node: Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' }>,
  marks: readonly Mark[],
  reading: InlineReading,
): Inline[] {
  const mark = markOfNode[node.type];
  return readNodes(node.children, mark ? [...marks, mark] : marks, reading);
}

function dropImage(name: string, reading: InlineReading): Inline[] {
  reading.warnings.add('picture-dropped', { name: sampleOf(name) });
  return [];
}

function readLink(address: string, content: readonly Inline[], reading: InlineReading): Inline[] {
  const leaves = content.flatMap((node): (TextRun | LineBreak)[] => {
    if (node.type === 'link') return node.content;
    return node.type === 'note-reference' ? [textRun(`[${node.note}]`)] : [node];
  });
  const url = safeUrl(address);
  if (url !== null) return [{ type: 'link', url, content: leaves }];
  // A place in the same document is no loss.
  if (address !== '' && !address.startsWith('#'))
    reading.warnings.add('link-dropped', { url: sampleOf(address) });
  return leaves;
}
