import { type LinkTarget, safeUrl } from '#core/body/links';
import type { Mark } from '#core/body/marks';
import { numberIn } from '#core/body/notes';
import type { Inline, LineBreak, TextRun } from '#core/body/schema';
import { escapeText, tag } from '../shared/xml';
import { ourInlineCode } from './names';
import type { Sheet } from './sheet';

/** What a run looks like, in the order of the schema (ECMA-376 part 1, 17.3.2.28). */
const looks: readonly (readonly [Mark, string])[] = [
  ['bold', '<w:b/><w:bCs/>'],
  ['italic', '<w:i/><w:iCs/>'],
  ['strikethrough', '<w:strike/>'],
];
const raised: readonly (readonly [Mark, string])[] = [
  ['underline', '<w:u w:val="single"/>'],
  ['superscript', '<w:vertAlign w:val="superscript"/>'],
  ['subscript', '<w:vertAlign w:val="subscript"/>'],
];
const linkColor = '<w:color w:val="0B5394"/>';

/** A line of text as runs. */
export function inlineXml(content: readonly Inline[], sheet: Sheet): string {
  return content
    .map((node) => {
      if (node.type === 'note-reference') return noteCall(node.note, sheet);
      if (node.type !== 'link') return leafXml(node, sheet, false);
      const url = safeUrl(node.url);
      const inner = node.content.map((leaf) => leafXml(leaf, sheet, url !== null)).join('');
      return url === null ? inner : hyperlink({ ...node, url }, inner, sheet);
    })
    .join('');
}

export function hyperlink({ url, title }: LinkTarget, inner: string, { relating }: Sheet): string {
  const attributes = {
    'r:id': relating.to('hyperlink', url, true),
    ...(title && { 'w:tooltip': title }),
    'w:history': 1,
  };
  return tag('w:hyperlink', attributes, inner);
}

export function leafXml(leaf: TextRun | LineBreak, sheet: Sheet, isLinked: boolean): string {
  if (leaf.type === 'break') return '<w:r><w:br/></w:r>';
  const run = tag('w:r', {}, runProperties(leaf.marks ?? [], isLinked) + pieces(leaf));
  return sheet.review ? sheet.review.around(leaf, run, sheet.count) : run;
}

function runProperties(marks: readonly Mark[], isLinked: boolean): string {
  const of = (table: typeof looks): string =>
    table.map(([mark, xml]) => (marks.includes(mark) ? xml : '')).join('');
  const isCode = marks.includes('code');
  const style = isCode ? ourInlineCode : isLinked ? 'Hyperlink' : null;
  const named = style === null ? '' : tag('w:rStyle', { 'w:val': style });
  const properties = named + of(looks) + (isCode && isLinked ? linkColor : '') + of(raised);
  return properties && tag('w:rPr', {}, properties);
}

/** Characters that Word has elements for: as they stand they would be shown as others, or not at all. */
const elements: Readonly<Record<string, string>> = {
  '\t': '<w:tab/>',
  '\n': '<w:br/>',
  '\u2011': '<w:noBreakHyphen/>',
  '\u00ad': '<w:softHyphen/>',
};

function pieces({ text, deleted }: TextRun): string {
  const name = deleted === undefined ? 'w:t' : 'w:delText';
  return text
    .split(/([\t\n\u2011\u00ad])/)
    .filter((piece) => piece !== '')
    .map((piece) => elements[piece] ?? tag(name, { 'xml:space': 'preserve' }, escapeText(piece)))
    .join('');
}

const callStyle = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>';

/** The call of a note. Word knows one for each note: a second one is a field that refers to the first. */
function noteCall(note: string, { called, calls, count }: Sheet): string {
  const number = numberIn(note);
  if (called === null)
    return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${number}</w:t></w:r>`;
  const bookmark = `_Ref${number}`;
  if (called.has(note))
    return tag(
      'w:fldSimple',
      { 'w:instr': ` NOTEREF ${bookmark} \\f \\h ` },
      tag('w:r', {}, `${callStyle}<w:t>${number}</w:t>`),
    );
  called.add(note);
  const call = tag('w:r', {}, callStyle + tag('w:footnoteReference', { 'w:id': number }));
  if ((calls.get(note) ?? 0) < 2) return call;
  const id = count();
  return `${tag('w:bookmarkStart', { 'w:id': id, 'w:name': bookmark })}${call}${tag('w:bookmarkEnd', { 'w:id': id })}`;
}
