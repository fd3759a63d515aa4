import type { Element, ElementContent } from 'hast';
import { safeUrl } from '#core/body/links';
import { type Mark, marks } from '#core/body/marks';
import { mapRuns, textRun } from '#core/body/normalize';
import { numberIn } from '#core/body/notes';
import type { Inline } from '#core/body/schema';

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

/** Neighbours that share their outermost mark stand in one element. */
function nest(nodes: readonly Inline[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at];
    const mark =
      node?.type === 'text' ? marks.find((candidate) => node.marks?.includes(candidate)) : undefined;
    let end = at + 1;
    while (mark && end < nodes.length && carries(nodes[end], mark)) end += 1;
    const group = nodes.slice(at, end);
    if (mark) result.push(element(tagOf[mark], nest(group.map((inner) => without(inner, mark)))));
    else result.push(...group.flatMap(leaf));
    at = end;
  }
  return result;
}

function carries(node: Inline | undefined, mark: Mark): boolean {
  return node?.type === 'text' && (node.marks?.includes(mark) ?? false);
}

function without(node: Inline, mark: Mark): Inline {
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
  return url === null ? children : [element('a', children, { href: url })];
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
