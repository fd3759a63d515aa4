import type { Nodes, PhrasingContent } from 'mdast';
import { safeUrl } from '#core/body/links';
import type { Mark } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import type { Inline, LineBreak, TextRun } from '#core/body/schema';
import type { Warning } from '../types';

/** What a document says outside of its lines: addresses that links refer to by name. */
export interface InlineReading {
  readonly definitions: ReadonlyMap<string, string>;
  readonly warnings: Warning[];
}

const markOfNode: Partial<Record<Nodes['type'], Mark>> = {
  strong: 'bold',
  emphasis: 'italic',
  delete: 'strikethrough',
};
/** Markdown has no signs for these: they are written, and read, as HTML. */
const markOfTag: Readonly<Record<string, Mark>> = {
  u: 'underline',
  ins: 'underline',
  sup: 'superscript',
  sub: 'subscript',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
};

/** The inline content of a paragraph, heading or cell. */
export function readInline(nodes: readonly PhrasingContent[], reading: InlineReading): Inline[] {
  return normalizeInline(readNodes(nodes, [], reading));
}

function readNodes(
  nodes: readonly PhrasingContent[],
  outer: readonly Mark[],
  reading: InlineReading,
): Inline[] {
  const open: Mark[] = [];
  return nodes.flatMap((node): Inline[] => {
    if (node.type !== 'html') return readNode(node, [...outer, ...open], reading);
    const [, slash, name = ''] = /^<(\/?)([a-z]+)\b[^>]*>$/i.exec(node.value) ?? [];
    if (name.toLowerCase() === 'br') return [{ type: 'break' }];
    const mark = markOfTag[name.toLowerCase()];
    if (mark && slash) open.splice(open.lastIndexOf(mark), open.includes(mark) ? 1 : 0);
    else if (mark) open.push(mark);
    return [];
  });
}

function readNode(node: PhrasingContent, marks: readonly Mark[], reading: InlineReading): Inline[] {
  const mark = markOfNode[node.type];
  if (mark && 'children' in node) return readNodes(node.children, [...marks, mark], reading);
  switch (node.type) {
    case 'text':
      return [textRun(node.value.replace(/[ \t]*\n[ \t]*/g, ' '), marks)];
    case 'inlineCode':
      return [textRun(node.value, [...marks, 'code'])];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return readLink(node.url, readNodes(node.children, marks, reading), reading);
    case 'linkReference':
      return readLink(
        reading.definitions.get(node.identifier) ?? '',
        readNodes(node.children, marks, reading),
        reading,
      );
    case 'image':
    case 'imageReference':
      reading.warnings.push({ code: 'picture-dropped', params: { name: node.alt ?? '' } });
      return [];
    case 'footnoteReference':
      return [textRun(`[${node.label ?? node.identifier}]`, marks)];
    default:
      return [];
  }
}

function readLink(address: string, content: readonly Inline[], reading: InlineReading): Inline[] {
  const leaves = content.flatMap((node): (TextRun | LineBreak)[] =>
    node.type === 'link' ? node.content : [node],
  );
  const url = safeUrl(address);
  if (url !== null) return [{ type: 'link', url, content: leaves }];
  reading.warnings.push({ code: 'link-dropped', params: { url: address.slice(0, 80) } });
  return leaves;
}
