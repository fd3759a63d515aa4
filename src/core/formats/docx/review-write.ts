import type { Article } from '#core/article/schema';
import type { Block, TextRun } from '#core/body/schema';
import { leaves } from '#core/body/walk';
import { isOpen } from '#core/review/comments';
import type { CommentEvent, Suggestion } from '#core/review/schema';
import { escapeText, tag } from '../shared/xml';
import { declared } from './sheet';

/** A remark as Word has it: every answer is a comment of its own. */
interface Remark {
  readonly id: number;
  readonly event: CommentEvent;
  /** The remark that it answers. */
  readonly parent: number | null;
  readonly isDone: boolean;
}

/** Comments and suggestions of an article, while its text is written. */
export class ReviewWriting {
  readonly #remarks = new Map<string, Remark[]>();
  readonly #suggestions: ReadonlyMap<string, Suggestion>;
  /** Runs that carry each comment, and how many of them have been written. */
  readonly #counted: ReadonlyMap<string, number>;
  readonly #written = new Map<string, number>();
  readonly #open = new Set<string>();

  /** `counted`: how many runs of each comment the same writer wrote before; a range ends with the last of them. */
  constructor({ comments, suggestions }: Article, counted: ReadonlyMap<string, number>) {
    this.#suggestions = new Map(suggestions.map((suggestion) => [suggestion.id, suggestion]));
    let next = 0;
    for (const comment of comments) {
      const isDone = !isOpen(comment);
      const first = next;
      const remarks = comment.events
        .filter(({ kind, text }) => kind === 'remark' || text !== '')
        .map((event, index): Remark => ({ id: next++, event, parent: index === 0 ? null : first, isDone }));
      this.#remarks.set(comment.id, remarks);
    }
    this.#counted = counted;
  }

  /** How many runs of each comment have been written. */
  get written(): ReadonlyMap<string, number> {
    return this.#written;
  }

  /** A run with the changes and the ends of the comments that it carries. */
  around(run: TextRun, xml: string, count: () => number): string {
    const ids = (run.comments ?? []).filter((id) => this.#remarks.has(id));
    const starts = ids.filter((id) => !this.#open.has(id)).flatMap((id) => this.#start(id));
    const ends = ids.flatMap((id) => this.#passed(id));
    return starts.join('') + this.#changed(run, xml, count) + ends.join('');
  }

  #changed({ inserted, deleted }: TextRun, xml: string, count: () => number): string {
    const inner = deleted === undefined ? xml : tag('w:del', this.attributes(deleted, count), xml);
    return inserted === undefined ? inner : tag('w:ins', this.attributes(inserted, count), inner);
  }

  /** Who made a change, and when. */
  attributes(id: string, count: () => number): Record<string, string | number | undefined> {
    const { by = '', at } = this.#suggestions.get(id) ?? {};
    return { 'w:id': count(), 'w:author': by, 'w:date': at && seconds(at) };
  }

  #start(id: string): string[] {
    this.#open.add(id);
    return this.#of(id).map((remark) => tag('w:commentRangeStart', { 'w:id': remark.id }));
  }

  #passed(id: string): string[] {
    const written = (this.#written.get(id) ?? 0) + 1;
    this.#written.set(id, written);
    return written === this.#counted.get(id)
      ? this.#of(id).map((remark) => tag('w:commentRangeEnd', { 'w:id': remark.id }) + reference(remark))
      : [];
  }

  #of(id: string): readonly Remark[] {
    return this.#remarks.get(id) ?? [];
  }

  /** Comments whose words are gone: they stand at the head of the story, on no word. */
  detached(): string {
    return [...this.#remarks]
      .filter(([id]) => !this.#counted.has(id))
      .flatMap(([, remarks]) => remarks.map(reference))
      .join('');
  }

  /** `word/comments.xml`; null when nobody said anything. */
  commentsXml(): string | null {
    const all = [...this.#remarks.values()].flat();
    if (all.length === 0) return null;
    return tag('w:comments', declared('w', 'w14'), all.map(commentXml).join(''));
  }

  /** `word/commentsExtended.xml`: which remark answers which, and what is done. */
  threadsXml(): string {
    const all = [...this.#remarks.values()].flat();
    const entries = all.map(({ id, parent, isDone }) =>
      tag('w15:commentEx', {
        'w15:paraId': paragraphId(id),
        'w15:paraIdParent': parent === null ? undefined : paragraphId(parent),
        'w15:done': isDone ? 1 : 0,
      }),
    );
    return tag('w15:commentsEx', declared('w15'), entries.join(''));
  }
}

/** Word counts seconds. */
function seconds(instant: string): string {
  return instant.replace(/\.\d+Z$/, 'Z');
}

function reference({ id }: Remark): string {
  return tag('w:r', {}, tag('w:commentReference', { 'w:id': id }));
}

/** Eight hexadecimal digits, never 0 and never beyond 31 bits. */
function paragraphId(id: number): string {
  return (id + 1).toString(16).toUpperCase().padStart(8, '0');
}

function commentXml({ id, event }: Remark): string {
  const lines = event.text.split('\n');
  const paragraphs = lines.map((line, index) =>
    tag(
      'w:p',
      { 'w14:paraId': index === lines.length - 1 ? paragraphId(id) : undefined },
      tag('w:r', {}, tag('w:t', { 'xml:space': 'preserve' }, escapeText(line))),
    ),
  );
  const attributes = { 'w:id': id, 'w:author': event.by, 'w:date': seconds(event.at) };
  return tag('w:comment', attributes, paragraphs.join(''));
}

/**
 * Which paragraphs end in a mark that a suggestion put in. Word marks the end of the paragraph before the new one; when
 * all of the new one was put in, its own end says the same.
 */
export function insertedMarks(blocks: readonly Block[]): Map<Block, string> {
  const marks = new Map<Block, string>();
  blocks.forEach((block, index) => {
    if (block.type !== 'paragraph' || block.inserted === undefined) return;
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    const isFollowed = after?.type === 'paragraph' && after.inserted !== undefined;
    if (isWhole(block) && !isFollowed) marks.set(block, block.inserted);
    else if (before?.type === 'paragraph') marks.set(before, block.inserted);
  });
  return marks;
}

function isWhole({ content }: Extract<Block, { type: 'paragraph' }>): boolean {
  const runs = [...leaves(content)].filter((leaf) => leaf.type === 'text');
  return runs.length > 0 && runs.every((run) => run.inserted !== undefined);
}
