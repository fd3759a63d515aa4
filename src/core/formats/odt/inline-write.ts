import { type LinkTarget, safeUrl } from '#core/body/links';
import { numberIn } from '#core/body/notes';
import type { Inline, LineBreak, TextRun } from '#core/body/schema';
import { splitContents } from '../shared/fold';
import { escapeText, tag } from '../shared/xml';
import { ourStyles } from './names';
import type { Sheet } from './sheet';

export function inlineXml(content: readonly Inline[], sheet: Sheet): string {
  return content.map((node) => nodeXml(node, sheet)).join('');
}

function nodeXml(node: Inline, sheet: Sheet): string {
  if (node.type === 'note-reference') return callXml(node.note, sheet);
  if (node.type !== 'link') return leafXml(node, sheet);
  const inner = node.content.map((leaf) => leafXml(leaf, sheet)).join('');
  const url = safeUrl(node.url);
  return url === null ? inner : linkXml({ ...node, url }, inner);
}

export function linkXml({ url, title }: LinkTarget, inner: string): string {
  const attributes = {
    'xlink:type': 'simple',
    'xlink:href': url,
    ...(title && { 'office:title': title }),
    'text:style-name': 'Internet_20_link',
    'text:visited-style-name': 'Visited_20_Internet_20_Link',
  };
  return tag('text:a', attributes, inner);
}

export function leafXml(leaf: TextRun | LineBreak, sheet: Sheet): string {
  if (leaf.type === 'break') return '<text:line-break/>';
  const text = textXml(leaf.text);
  const { marks = [] } = leaf;
  return marks.length === 0 ? text : tag('text:span', { 'text:style-name': sheet.looks.nameOf(marks) }, text);
}

/**
 * Text with its white space as elements wherever it would be lost as characters: at the edges of what is written in one
 * piece, which may be those of a paragraph, and where several follow each other.
 */
export function textXml(text: string): string {
  return text
    .split(/(\t| {2,}|^ | $|\n|\r)/)
    .map((piece, index) => {
      if (index % 2 === 0) return escapeText(piece);
      if (piece === '\t') return '<text:tab/>';
      if (piece.startsWith(' '))
        return tag('text:s', { 'text:c': piece.length === 1 ? undefined : piece.length });
      return '<text:line-break/>';
    })
    .join('');
}

/** The note itself stands where it is called first; any later call refers to it. */
function callXml(note: string, sheet: Sheet): string {
  const block = sheet.notes.get(note);
  if (!block) return '';
  const number = numberIn(note);
  if (sheet.isNote || sheet.written.has(note)) {
    const attributes = {
      'text:note-class': 'footnote',
      'text:reference-format': 'text',
      'text:ref-name': note,
    };
    return tag('text:note-ref', attributes, String(number));
  }
  sheet.written.add(note);
  const parts = splitContents(block.content).map((part) =>
    tag('text:p', { 'text:style-name': ourStyles.note }, inlineXml(part, { ...sheet, isNote: true })),
  );
  const inner = tag('text:note-citation', {}, String(number)) + tag('text:note-body', {}, parts.join(''));
  return tag('text:note', { 'text:id': note, 'text:note-class': 'footnote' }, inner);
}
