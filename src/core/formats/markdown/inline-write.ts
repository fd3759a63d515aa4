import type { Html, PhrasingContent } from 'mdast';
import { safeUrl } from '#core/body/links';
import type { Mark } from '#core/body/marks';
import { normalizeInline, textRun } from '#core/body/normalize';
import { numberIn } from '#core/body/notes';
import type { Inline, LineBreak, TextRun } from '#core/body/schema';
import type { Profile } from './profile';

/** Marks from the outermost in; code is a leaf of its own. */
const order: readonly Mark[] = ['underline', 'superscript', 'subscript', 'strikethrough', 'bold', 'italic'];

type Wrap = (children: PhrasingContent[]) => PhrasingContent[];

/** As HTML: for marks that Markdown has no signs for, and where its signs would not be seen as such. */
const tags: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 'del',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
};

const signs: Partial<Record<Mark, Wrap>> = {
  bold: (children) => [{ type: 'strong', children }],
  italic: (children) => [{ type: 'emphasis', children }],
  strikethrough: (children) => [{ type: 'delete', children }],
};

/** The characters on both sides of a stretch: whether signs open or close depends on them. */
interface Sides {
  readonly before: string;
  readonly after: string;
}

/** What the reader of the document makes of it. */
export type Dialect = Pick<Profile, 'isGfm' | 'hasHtml'>;

/** A content as Markdown's own tree. Claims and addresses that must not be links are left out. */
export function inlineToMarkdown(content: readonly Inline[], dialect: Dialect): PhrasingContent[] {
  return wrap(normalizeInline(content.flatMap(prepare)), { before: '\n', after: '\n' }, dialect);
}

/** Text without claims and line ends, links only where they may be. */
function prepare(node: Inline): Inline[] {
  if (node.type === 'break' || node.type === 'note-reference') return [node];
  if (node.type === 'text') return prepareText(node);
  const leaves = node.content.flatMap((leaf) => (leaf.type === 'text' ? prepareText(leaf) : [leaf]));
  const url = safeUrl(node.url);
  return url === null ? leaves : [{ ...node, url, content: leaves }];
}

function prepareText({ text, marks }: TextRun): (TextRun | LineBreak)[] {
  return text
    .split(/\r\n?|\n/)
    .flatMap((line, index): (TextRun | LineBreak)[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [textRun(line, marks)]),
    ]);
}

function wrap(nodes: readonly Inline[], sides: Sides, dialect: Dialect): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let at = 0; at < nodes.length; ) {
    const { mark, end } = furthestMark(nodes, at);
    const group = nodes.slice(at, end);
    const around = {
      before: nodes[at - 1] ? edgeOf(nodes[at - 1], 'end') : sides.before,
      after: nodes[end] ? edgeOf(nodes[end], 'start') : sides.after,
    };
    result.push(
      ...(mark ? wrapMark(mark, group, around, dialect) : group.flatMap((node) => leaf(node, dialect))),
    );
    at = end;
  }
  return result;
}

/** The mark from `at` that reaches furthest (`order` decides between equals), and the index behind its last node. */
function furthestMark(nodes: readonly Inline[], at: number): { mark: Mark | undefined; end: number } {
  let mark: Mark | undefined;
  let furthest = at + 1;
  for (const candidate of order) {
    let end = at;
    while (end < nodes.length && carries(nodes[end], candidate)) end += 1;
    if (end > at && (!mark || end > furthest)) [mark, furthest] = [candidate, end];
  }
  return { mark, end: furthest };
}

/** A link carries what all of its words carry. */
function carries(node: Inline | undefined, mark: Mark): boolean {
  if (!node || node.type === 'break' || node.type === 'note-reference') return false;
  if (node.type === 'link') return node.content.every((inner) => carries(inner, mark));
  return node.marks?.includes(mark) ?? false;
}

function without(node: Inline, mark: Mark): Inline {
  if (node.type === 'break' || node.type === 'note-reference') return node;
  if (node.type === 'link')
    return { ...node, content: node.content.map((inner) => without(inner, mark) as TextRun | LineBreak) };
  return textRun(
    node.text,
    node.marks?.filter((other) => other !== mark),
  );
}

function wrapMark(mark: Mark, group: readonly Inline[], sides: Sides, dialect: Dialect): PhrasingContent[] {
  const bare = normalizeInline(group.map((node) => without(node, mark)));
  const sign = mark === 'strikethrough' && !dialect.isGfm ? undefined : signs[mark];
  if (!sign && !dialect.hasHtml) return wrap(bare, sides, dialect);
  if (!sign) return asHtml(mark, wrap(bare, { before: '>', after: '<' }, dialect));
  // `** word **` is not bold: blanks at the edges go outside of the signs.
  const { lead, core, tail } = looseEdges(bare);
  if (core.length === 0) return [lead, tail].filter((text) => text !== '').map(asText);
  const inner = { first: edgeOf(core[0], 'start'), last: edgeOf(core.at(-1), 'end') };
  const outer = {
    before: lead === '' ? sides.before : lead.slice(-1),
    after: tail === '' ? sides.after : tail[0],
  };
  const isSeen = flanks(inner.first, outer.before) && flanks(inner.last, outer.after ?? '\n');
  const children = wrap(core, { before: '*', after: '*' }, dialect);
  return [
    ...(lead === '' ? [] : [asText(lead)]),
    ...(isSeen ? sign(children) : dialect.hasHtml ? asHtml(mark, children) : children),
    ...(tail === '' ? [] : [asText(tail)]),
  ];
}

/** CommonMark: a sign beside punctuation inside needs a blank or punctuation outside. */
function flanks(inside: string, outside: string): boolean {
  return !/^[\p{P}\p{S}]$/u.test(inside) || /^[\s\p{P}\p{S}]$/u.test(outside);
}

function looseEdges(nodes: readonly Inline[]): { lead: string; core: Inline[]; tail: string } {
  const core = [...nodes];
  const [first] = core;
  let lead = '';
  if (isLooseText(first)) {
    lead = /^\s+/.exec(first.text)?.[0] ?? '';
    core[0] = { ...first, text: first.text.slice(lead.length) };
    if (core[0].text === '') core.shift();
  }
  const last = core.at(-1);
  let tail = '';
  if (isLooseText(last)) {
    tail = /(?<!\s)\s+$/.exec(last.text)?.[0] ?? '';
    core[core.length - 1] = { ...last, text: last.text.slice(0, last.text.length - tail.length) };
    if (last.text.length === tail.length) core.pop();
  }
  return { lead, core, tail };
}

function isLooseText(node: Inline | undefined): node is TextRun {
  return node?.type === 'text' && !node.marks?.includes('code');
}

/** The character with which a node begins or ends in the file. */
function edgeOf(node: Inline | undefined, side: 'start' | 'end'): string {
  if (!node || node.type === 'break') return '\n';
  if (node.type === 'link') return side === 'start' ? '[' : ')';
  if (node.type === 'note-reference') return side === 'start' ? '[' : ']';
  if (node.marks?.includes('code')) return '`';
  const characters = side === 'start' ? node.text.codePointAt(0) : lastPoint(node.text);
  return String.fromCodePoint(characters ?? 10);
}

function lastPoint(text: string): number | undefined {
  const isPair = /[\udc00-\udfff]$/.test(text) && text.length > 1;
  return text.codePointAt(text.length - (isPair ? 2 : 1));
}

function asHtml(mark: Mark, children: PhrasingContent[]): PhrasingContent[] {
  const tag = (slash: string): Html => ({ type: 'html', value: `<${slash}${tags[mark]}>` });
  return [tag(''), ...children, tag('/')];
}

function asText(value: string): PhrasingContent {
  return { type: 'text', value };
}

function leaf(node: Inline, dialect: Dialect): PhrasingContent[] {
  if (node.type === 'break') return [{ type: 'break' }];
  if (node.type === 'note-reference' && !dialect.isGfm)
    return asHtml('superscript', [asText(label(node.note))]);
  if (node.type === 'note-reference')
    return [{ type: 'footnoteReference', identifier: label(node.note), label: label(node.note) }];
  if (node.type === 'text')
    return [node.marks?.includes('code') ? { type: 'inlineCode', value: node.text } : asText(node.text)];
  const children = wrap(node.content, { before: '[', after: ']' }, dialect);
  return [
    { type: 'link', url: node.url, ...(node.title && { title: node.title }), children: children as never },
  ];
}

/** A footnote is called by its number. */
export function label(note: string): string {
  return String(numberIn(note) || note);
}
