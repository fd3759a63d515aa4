import type { Element, ElementContent } from 'hast';
import { safeUrl } from '#core/body/links';
import { type Mark, marks } from '#core/body/marks';
import { mapRuns, textRun } from '#core/body/normalize';
import { numberIn } from '#core/body/notes';
import type { Inline, LineBreak, TextRun } from '#core/body/schema';

export function element(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children };
}

export const text = (value: string): ElementContent => ({ type: 'text', value });

const tagOf: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
};

/** A content as elements: no claim leaves the desk, and an address that must not be a link is none. */
export function inlineToHtml(content: readonly Inline[]): ElementContent[] {
  return nest(mapRuns(content, (run) => [textRun(run.text, run.marks)]));
}

/** Of marks that go equally far, the first one here stands outside: the order of CommonMark's `***both***`. */
const outermost: readonly Mark[] = ['italic', ...marks.filter((mark) => mark !== 'italic')];

/** Neighbours that share a mark stand in one element; the mark that goes furthest stands outside. */
function nest(nodes: readonly Inline[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (let at = 0; at < nodes.length; ) {
    const [mark, end] = furthestMark(nodes, at);
    const group = nodes.slice(at, end);
    if (mark) result.push(element(tagOf[mark], nest(group.map((inner) => without(inner, mark)))));
    else result.push(...group.flatMap(leaf));
    at = end;
  }
  return result;
}

/** The mark from `at` that reaches furthest, and the index behind its last node. */
function furthestMark(nodes: readonly Inline[], at: number): readonly [Mark | undefined, number] {
  let found: Mark | undefined;
  let furthest = at + 1;
  for (const mark of outermost) {
    const end = reachOf(mark, nodes, at);
    if (end > at && (!found || end > furthest)) [found, furthest] = [mark, end];
  }
  return [found, furthest];
}

/** The index behind the last node that carries a mark without a gap. Line breaks between two that do are no gap. */
function reachOf(mark: Mark, nodes: readonly Inline[], at: number): number {
  let end = at;
  for (let index = at; index < nodes.length; index += 1) {
    if (carries(nodes[index], mark)) end = index + 1;
    else if (nodes[index]?.type !== 'break' || end === at) break;
  }
  // A link that carries it alone stands around its words.
  return end === at + 1 && nodes[at]?.type === 'link' ? at : end;
}

/** A link carries what all of its words carry. */
function carries(node: Inline | undefined, mark: Mark): boolean {
  if (node?.type === 'link')
    return node.content.every((inner) => carries(inner, mark)) && safeUrl(node.url) !== null;
  return node?.type === 'text' && (node.marks?.includes(mark) ?? false);
}

function without(node: Inline, mark: Mark): Inline {
  if (node.type === 'link')
    return { ...node, content: node.content.map((inner) => without(inner, mark) as TextRun | LineBreak) };
  if (node.type !== 'text') return node;
  return textRun(
    node.text,
    node.marks?.filter((other) => other !== mark),
  );
}

function leaf(node: Inline): ElementContent[] {
  if (node.type === 'break') return [element('br', [])];
  if (node.type === 'text') return lines(node.text);
  if (node.type === 'note-reference') return [call(node.note)];
  const children = nest(node.content);
  const url = safeUrl(node.url);
  return url === null
    ? children
    : [element('a', children, { href: url, ...(node.title && { title: node.title }) })];
}

/** The number of a footnote, that leads to it and back. */
function call(note: string): ElementContent {
  const properties = { href: `#${note}`, id: `call-${note}`, role: 'doc-noteref' };
  return element('sup', [element('a', [text(String(numberIn(note)))], properties)]);
}

/** A line end in a run is one on the page as well. */
function lines(value: string): ElementContent[] {
  return value
    .split(/\r\n?|\n/)
    .flatMap((line, index) => [
      ...(index > 0 ? [element('br', [])] : []),
      ...(line === '' ? [] : [text(line)]),
    ]);
}
