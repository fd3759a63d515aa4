import type { Block, Inline } from './schema';
import { mapContent, plainText, textBlocks } from './walk';

/** The number of each footnote, by the id of its block: in the order in which they are called, the uncalled last. */
export function noteNumbers(body: readonly Block[]): Map<string, number> {
  const notes = new Set(body.filter(({ type }) => type === 'footnote').map(({ id }) => id));
  const called = [...textBlocks(body)].flatMap(({ content }) =>
    content.flatMap((node) => (node.type === 'note-reference' && notes.has(node.note) ? [node.note] : [])),
  );
  return new Map([...new Set([...called, ...notes])].map((id, index) => [id, index + 1]));
}

/**
 * The body as it is printed: footnotes at its end in the order of their numbers, calls and notes named by number
 * (`n1`, `n2` …). A call whose note is gone, or empty, is no call.
 */
export function withNumberedNotes(all: readonly Block[]): Block[] {
  const body = all.filter((block) => block.type !== 'footnote' || plainText(block.content).trim() !== '');
  const numbers = noteNumbers(body);
  const isCall = (node: Inline): boolean => node.type === 'note-reference';
  const rename = (content: Inline[]): Inline[] =>
    content.some(isCall)
      ? content.flatMap((node): Inline[] => {
          if (node.type !== 'note-reference') return [node];
          const number = numbers.get(node.note);
          return number === undefined ? [] : [{ ...node, note: noteName(number) }];
        })
      : content;
  const notes = body
    .filter((block) => block.type === 'footnote')
    .map((block) => ({ ...block, id: noteName(numbers.get(block.id) ?? 0) }))
    .sort((a, b) => numberIn(a.id) - numberIn(b.id));
  return mapContent([...body.filter(({ type }) => type !== 'footnote'), ...notes], rename);
}

function noteName(number: number): string {
  return `n${number}`;
}

/** The number in a name that `withNumberedNotes` gave. */
export function numberIn(note: string): number {
  return Number(note.slice(1));
}
