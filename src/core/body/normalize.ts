import { type Mark, marks } from './marks';
import type { Inline, LineBreak, Link, TextRun } from './schema';

/**
 * A run of text in its one canonical spelling: marks in table order, claims sorted, nothing empty written. Nothing is
 * raised and lowered at once: superscript wins.
 */
export function textRun(text: string, runMarks: Iterable<Mark> = [], claims: Iterable<string> = []): TextRun {
  const markSet = new Set(runMarks);
  if (markSet.has('superscript')) markSet.delete('subscript');
  const orderedMarks = marks.filter((mark) => markSet.has(mark));
  const sortedClaims = [...new Set(claims)].sort();
  return {
    type: 'text',
    text,
    ...(orderedMarks.length > 0 && { marks: orderedMarks }),
    ...(sortedClaims.length > 0 && { claims: sortedClaims }),
  };
}

/**
 * Joins neighbouring runs that carry the same marks and claims, drops empty runs and empty links. Two contents that
 * read the same are then equal: the identity of documents and the bytes on disk both rest on this.
 */
export function normalizeInline(content: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const node of content) {
    if (node.type === 'link') pushLink(result, node);
    else pushLeaf(result, node);
  }
  return result;
}

function pushLink(result: Inline[], node: Link): void {
  const inner: (TextRun | LineBreak)[] = [];
  for (const leaf of node.content) pushLeaf(inner, leaf);
  if (inner.length === 0) return;
  const last = result.at(-1);
  if (last?.type === 'link' && last.url === node.url) {
    for (const leaf of inner) pushLeaf(last.content, leaf);
    return;
  }
  result.push({ type: 'link', url: node.url, content: inner });
}

function pushLeaf(result: Inline[], node: TextRun | LineBreak): void {
  if (node.type === 'break') {
    result.push({ type: 'break' });
    return;
  }
  if (node.text === '') return;
  const run = textRun(node.text, node.marks, node.claims);
  const last = result.at(-1);
  if (last?.type === 'text' && sameAttributes(last, run)) {
    result[result.length - 1] = { ...last, text: last.text + run.text };
    return;
  }
  result.push(run);
}

function sameAttributes(a: TextRun, b: TextRun): boolean {
  return sameList(a.marks, b.marks) && sameList(a.claims, b.claims);
}

function sameList(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
