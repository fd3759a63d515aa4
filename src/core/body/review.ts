import { mapRuns, textRun } from './normalize';
import type { Block, Inline } from './schema';
import { mapContent, plainText } from './walk';

/** Which suggestions a decision is about: those with these ids, or all of them. */
export type Chosen = ReadonlySet<string> | 'all';

function isChosen(id: string | undefined, chosen: Chosen): boolean {
  return id !== undefined && (chosen === 'all' || chosen.has(id));
}

/** The body with the chosen suggestions carried out: what they put in is copy, what they take out is gone. */
export function acceptSuggestions(body: readonly Block[], chosen: Chosen): Block[] {
  return decide(body, chosen, 'deleted', 'inserted');
}

/** The body with the chosen suggestions refused: what they put in is gone, what they wanted out stays. */
export function rejectSuggestions(body: readonly Block[], chosen: Chosen): Block[] {
  return joinParted(decide(body, chosen, 'inserted', 'deleted'), chosen);
}

function decide(
  body: readonly Block[],
  chosen: Chosen,
  gone: 'inserted' | 'deleted',
  kept: 'inserted' | 'deleted',
): Block[] {
  const change = (content: Inline[]): Inline[] => {
    if (!isTouched(content, chosen)) return content;
    return mapRuns(content, (run) => {
      if (isChosen(run[gone], chosen)) return [];
      return isChosen(run[kept], chosen)
        ? [textRun(run.text, run.marks, run.claims, { ...run, [kept]: undefined })]
        : [run];
    });
  };
  return mapContent(body, change).flatMap((block, index): Block[] => {
    const before = body[index];
    const isEmptied =
      block.type === 'paragraph' &&
      before?.type === 'paragraph' &&
      block.content.length === 0 &&
      before.content.length > 0;
    if (isEmptied && !block.inserted) return [];
    const isAccepted = gone === 'deleted' && block.type === 'paragraph' && isChosen(block.inserted, chosen);
    if (!isAccepted) return [block];
    const { inserted: _decided, ...rest } = block;
    return [rest];
  });
}

function isTouched(content: readonly Inline[], chosen: Chosen): boolean {
  return content
    .flatMap((node) => (node.type === 'link' ? node.content : [node]))
    .some(
      (leaf) => leaf.type === 'text' && (isChosen(leaf.inserted, chosen) || isChosen(leaf.deleted, chosen)),
    );
}

/** A refused paragraph break: what stands behind it joins the block before it again. */
function joinParted(body: readonly Block[], chosen: Chosen): Block[] {
  const result: Block[] = [];
  for (const block of body) {
    const last = result.at(-1);
    const isRefused = block.type === 'paragraph' && isChosen(block.inserted, chosen);
    if (!isRefused) result.push(block);
    else if (last && 'content' in last && last.type !== 'code') {
      result[result.length - 1] = {
        ...last,
        content: mapRuns([...last.content, ...block.content], (run) => [run]),
      };
    } else if (plainText(block.content) !== '') {
      const { inserted: _decided, ...rest } = block;
      result.push(rest);
    }
  }
  return result;
}

/** The ids of suggestions that the text still carries, in reading order. */
export function suggestionsIn(body: readonly Block[]): string[] {
  const found = new Set<string>();
  for (const block of body) {
    if (block.type === 'paragraph' && block.inserted) found.add(block.inserted);
    mapContent([block], (content) => {
      for (const node of content.flatMap((inner) => (inner.type === 'link' ? inner.content : [inner]))) {
        if (node.type !== 'text') continue;
        if (node.inserted) found.add(node.inserted);
        if (node.deleted) found.add(node.deleted);
      }
      return content;
    });
  }
  return [...found];
}

/** The copy as it stands: without claims, comments and undecided suggestions. Every export is written from this. */
export function copyOf(body: readonly Block[]): Block[] {
  const bare = (content: Inline[]): Inline[] => {
    const isBare = content
      .flatMap((node) => (node.type === 'link' ? node.content : [node]))
      .every((leaf) => leaf.type !== 'text' || !(leaf.claims || leaf.comments));
    return isBare ? content : mapRuns(content, (run) => [textRun(run.text, run.marks)]);
  };
  return mapContent(rejectSuggestions(body, 'all'), bare);
}
