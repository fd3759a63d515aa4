import { safeUrl } from '#core/body/links';
import { type Mark, marks } from '#core/body/marks';
import { textRun } from '#core/body/normalize';
import { numberIn } from '#core/body/notes';
import type { Inline } from '#core/body/schema';
import { escapeText, tag } from '../shared/xml';

/** A content as NITF's enriched text: it knows one kind of emphasis, so the class says which is meant. */
export function enrichedText(content: readonly Inline[]): string {
  let result = '';
  for (let at = 0; at < content.length; ) {
    const mark = firstMark(content[at]);
    let end = at + 1;
    while (mark && end < content.length && carries(content[end], mark)) end += 1;
    const group = content.slice(at, end);
    result += mark
      ? tag('em', { class: mark }, enrichedText(group.map((node) => without(node, mark))))
      : group.map(leaf).join('');
    at = end;
  }
  return result;
}

function firstMark(node: Inline | undefined): Mark | undefined {
  return node?.type === 'text' ? marks.find((mark) => node.marks?.includes(mark)) : undefined;
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

function leaf(node: Inline): string {
  if (node.type === 'break') return tag('br');
  if (node.type === 'text') return escapeText(node.text).replace(/&#13;\n?|\n/g, tag('br'));
  if (node.type === 'note-reference')
    return tag('a', { href: `#${node.note}`, class: 'note-call' }, String(numberIn(node.note)));
  const url = safeUrl(node.url);
  const inner = enrichedText(node.content);
  return url === null ? inner : tag('a', { href: url }, inner);
}
