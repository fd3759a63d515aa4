import { linkTarget } from './links';
import { type Mark, marks } from './marks';
import type { Inline, LineBreak, Link, TextRun } from './schema';

/** What reviewers have put on a run beside the claims: comments, and suggestions that are not decided yet. */
export type Review = Pick<TextRun, 'comments' | 'inserted' | 'deleted'>;

/**
 * A run of text in its one canonical spelling: marks in table order, ids sorted, nothing empty written. Nothing is
 * raised and lowered at once: superscript wins.
 */
export function textRun(
  text: string,
  runMarks: Iterable<Mark> = [],
  claims: Iterable<string> = [],
  { comments = [], inserted, deleted }: Review = {},
): TextRun {
  const markSet = new Set(runMarks);
  if (markSet.has('superscript')) markSet.delete('subscript');
  const orderedMarks = marks.filter((mark) => markSet.has(mark));
  const sortedClaims = [...new Set(claims)].sort();
  const sortedComments = [...new Set(comments)].sort();
  return {
    type: 'text',
    text,
    ...(orderedMarks.length > 0 && { marks: orderedMarks }),
    ...(sortedClaims.length > 0 && { claims: sortedClaims }),
    ...(sortedComments.length > 0 && { comments: sortedComments }),
    ...(inserted && { inserted }),
    ...(deleted && { deleted }),
  };
}

/**
 * Joins neighbouring runs that carry the same attributes, drops empty runs and empty links. Two contents that read
 * the same are then equal: the identity of documents and the bytes on disk both rest on this.
 */
export function normalizeInline(content: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const node of content) {
    if (node.type === 'link') pushLink(result, node);
    else if (node.type === 'note-reference') result.push({ type: 'note-reference', note: node.note });
    else pushLeaf(result, node);
  }
  return result;
}

function pushLink(result: Inline[], node: Link): void {
  const inner: (TextRun | LineBreak)[] = [];
  for (const leaf of node.content) pushLeaf(inner, leaf);
  if (inner.length === 0) return;
  const last = result.at(-1);
  const { title } = linkTarget(node.url, node.title);
  if (last?.type === 'link' && last.url === node.url && last.title === title) {
    for (const leaf of inner) pushLeaf(last.content, leaf);
    return;
  }
  result.push({ type: 'link', url: node.url, ...(title && { title }), content: inner });
}

function pushLeaf(result: Inline[], node: TextRun | LineBreak): void {
  if (node.type === 'break') {
    result.push({ type: 'break' });
    return;
  }
  if (node.text === '') return;
  const run = textRun(node.text, node.marks, node.claims, node);
  const last = result.at(-1);
  if (last?.type === 'text' && sameAttributes(last, run)) {
    result[result.length - 1] = { ...last, text: last.text + run.text };
    return;
  }
  result.push(run);
}

function sameAttributes(a: TextRun, b: TextRun): boolean {
  return (
    sameList(a.marks, b.marks) &&
    sameList(a.claims, b.claims) &&
    sameList(a.comments, b.comments) &&
    a.inserted === b.inserted &&
    a.deleted === b.deleted
  );
}

function sameList(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** Every run of a content changed by `change`, which may give several or none; normalized. */
export function mapRuns(content: readonly Inline[], change: (run: TextRun) => readonly TextRun[]): Inline[] {
  const inner = (leaf: TextRun | LineBreak): readonly (TextRun | LineBreak)[] =>
    leaf.type === 'text' ? change(leaf) : [leaf];
  return normalizeInline(
    content.flatMap((node): readonly Inline[] => {
      if (node.type === 'link') return [{ ...node, content: node.content.flatMap(inner) }];
      return node.type === 'note-reference' ? [node] : inner(node);
    }),
  );
}
