import type { Review } from '#core/body/normalize';
import type { Comment, CommentEvent, Suggestion } from '#core/review/schema';
import { sampleOf, type Warnings } from '../shared/warnings';
import { childOf, elementsOf, isElement, type XmlElement } from '../shared/xml';
import type { Package } from './package';

/** As the schema of an article has them. */
const most = {
  comments: 20_000,
  suggestions: 20_000,
  events: 2_000,
  words: 100_000,
  text: 20_000,
  name: 120,
};

type Mutable = { id: string; text: string; events: CommentEvent[] };

/** Colleagues' words and changes, while the text is read. Dates of Word have no zone that they keep: they are taken as UTC. */
export class ReviewReading {
  /** By the ids of the document; an answer leads to the comment that it answers. */
  readonly #comments = new Map<string, Mutable>();
  readonly #byId = new Map<string, Mutable>();
  readonly #suggestions: Suggestion[] = [];
  /** Changes that are open around what is read, the innermost last. */
  readonly #changes: { readonly kind: 'inserted' | 'deleted'; readonly element: XmlElement }[] = [];
  readonly #open = new Map<string, string>();
  readonly #ranged = new Set<string>();
  /** The change that the text before belongs to: what one person does in one go is one suggestion. */
  #last: { readonly key: string; readonly id: string } | null = null;

  private readonly now: string;
  private readonly warnings: Warnings;

  constructor(now: string, pack: Package, part: (type: string) => string | undefined, warnings: Warnings) {
    this.now = now;
    this.warnings = warnings;
    const name = part('comments');
    const root = name === undefined ? null : pack.xml(name);
    if (!root) return;
    const extended = part('commentsExtended');
    this.#readComments(root, extended === undefined ? null : pack.xml(extended));
  }

  /** Everything inside `read` was put in or taken out. */
  within<T>(kind: 'inserted' | 'deleted', element: XmlElement, read: () => T): T {
    this.#changes.push({ kind, element });
    try {
      return read();
    } finally {
      this.#changes.pop();
    }
  }

  get isDeleted(): boolean {
    return this.#changes.some(({ kind }) => kind === 'deleted');
  }

  /** What a run that holds `text` here carries. */
  carried(text: string): Review {
    const comments = [...new Set(this.#open.values())];
    for (const id of comments) this.#addWords(id, text);
    const find = (kind: string) => this.#changes.findLast((change) => change.kind === kind)?.element;
    const [inserted, deleted] = [find('inserted'), find('deleted')];
    if (!inserted && !deleted) this.#last = null;
    return {
      comments,
      inserted: inserted && this.suggestion(inserted),
      deleted: deleted && this.suggestion(deleted),
    };
  }

  /** The suggestion that a change belongs to; undefined when there are more than an article holds. */
  suggestion({ attributes }: XmlElement): string | undefined {
    const by = (attributes['w:author'] ?? '').slice(0, most.name);
    const at = instantOf(attributes['w:date']) ?? this.now;
    const key = `${at} ${by}`;
    if (this.#last?.key === key) return this.#last.id;
    if (this.#suggestions.length >= most.suggestions) {
      this.warnings.add('change-settled', { text: sampleOf(by) });
      return undefined;
    }
    const id = `s${this.#suggestions.length + 1}`;
    this.#suggestions.push({ id, by, at });
    this.#last = { key, id };
    return id;
  }

  openComment(name: string): void {
    const comment = this.#comments.get(name);
    if (comment) this.#open.set(name, comment.id);
    this.#ranged.add(name);
  }

  closeComment(name: string): void {
    this.#open.delete(name);
  }

  /** A comment on a point: the id to give to the words before it. Null when it has a range, or is not there. */
  pointComment(name: string, words: string): string | null {
    this.closeComment(name);
    const comment = this.#comments.get(name);
    if (!comment || this.#ranged.has(name)) return null;
    this.#addWords(comment.id, words);
    return comment.id;
  }

  result(): { comments: Comment[]; suggestions: Suggestion[] } | null {
    const comments = [...new Set(this.#comments.values())].map(({ id, text, events }) => ({
      id,
      text,
      events,
    }));
    if (comments.length === 0 && this.#suggestions.length === 0) return null;
    return { comments, suggestions: this.#suggestions };
  }

  #addWords(id: string, text: string): void {
    const comment = this.#byId.get(id);
    if (comment) comment.text = (comment.text + text).slice(0, most.words);
  }

  #readComments(root: XmlElement, extended: XmlElement | null): void {
    const { parents, done } = readThreads(extended);
    const byParagraph = new Map<string, Mutable>();
    for (const element of elementsOf(root, 'w:comment')) {
      const name = element.attributes['w:id'] ?? '';
      const paragraph = elementsOf(element, 'w:p').at(-1)?.attributes['w14:paraId'] ?? '';
      const thread = byParagraph.get(parents.get(paragraph) ?? '');
      const event = this.#remarkOf(element);
      if (thread && thread.events.length < most.events - 1) {
        thread.events.push(event);
        this.#comments.set(name, thread);
        byParagraph.set(paragraph, thread);
      } else if (this.#byId.size >= most.comments) {
        this.warnings.add('comment-dropped', { text: sampleOf(event.text) });
      } else {
        const comment: Mutable = { id: `c${this.#byId.size + 1}`, text: '', events: [event] };
        this.#byId.set(comment.id, comment);
        this.#comments.set(name, comment);
        byParagraph.set(paragraph, comment);
      }
    }
    for (const paragraph of done) resolve(byParagraph.get(paragraph));
  }

  #remarkOf(element: XmlElement): CommentEvent {
    const text = elementsOf(element, 'w:p').map(plainTextOf).join('\n').trim();
    if (text.length > most.text) this.warnings.add('text-dropped', { text: sampleOf(text.slice(most.text)) });
    return {
      kind: 'remark',
      text: text.slice(0, most.text),
      by: (element.attributes['w:author'] ?? '').slice(0, most.name),
      at: instantOf(element.attributes['w:date']) ?? this.now,
    };
  }
}

/** Word does not say who resolved a comment, nor when: it was not before the last word. */
function resolve(comment: Mutable | undefined): void {
  const last = comment?.events.at(-1);
  if (comment && last && last.kind !== 'resolved')
    comment.events.push({ kind: 'resolved', text: '', by: '', at: last.at });
}

/** Which comment answers which, and which are done (`w15:commentEx`), by the ids of their last paragraphs. */
function readThreads(root: XmlElement | null): { parents: Map<string, string>; done: string[] } {
  const entries = (root ? elementsOf(root, 'w15:commentEx') : []).map(({ attributes }) => ({
    id: attributes['w15:paraId'] ?? '',
    parent: attributes['w15:paraIdParent'],
    isDone: attributes['w15:done'] === '1',
  }));
  return {
    parents: new Map(
      entries.flatMap(({ id, parent }) => (parent === undefined ? [] : [[id, parent] as const])),
    ),
    done: entries.filter(({ isDone, parent }) => isDone && parent === undefined).map(({ id }) => id),
  };
}

/** Text of a paragraph of a comment: comments have no marks. */
function plainTextOf(element: XmlElement): string {
  if (element.name === 'w:t') return element.children.filter((child) => !isElement(child)).join('');
  if (element.name === 'w:tab') return '\t';
  if (element.name === 'w:br' || element.name === 'w:cr') return '\n';
  if (element.name === 'w:del' || element.name === 'w:moveFrom') return '';
  return elementsOf(element).map(plainTextOf).join('');
}

const instant =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2}))?$/;

/** A date of Word as an instant; null when it is none. Nothing depends on the zone of this machine. */
export function instantOf(text: string | undefined): string | null {
  const found = instant.exec(text?.trim() ?? '');
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((n) => Number(n ?? 0));
  const ahead = (found[7] === '-' ? -1 : 1) * (Number(found[8] ?? 0) * 60 + Number(found[9] ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute - ahead, second));
  const isReal =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 60;
  return isReal && year >= 1000 && date.getUTCFullYear() <= 9999 ? date.toISOString() : null;
}

/** Whether a paragraph's own mark was put in or taken out, and by which change. */
export function markChange(
  paragraph: XmlElement,
): { kind: 'inserted' | 'deleted'; element: XmlElement } | null {
  const properties = childOf(paragraph, 'w:pPr', 'w:rPr');
  if (!properties) return null;
  const deleted = childOf(properties, 'w:del') ?? childOf(properties, 'w:moveFrom');
  if (deleted) return { kind: 'deleted', element: deleted };
  const inserted = childOf(properties, 'w:ins') ?? childOf(properties, 'w:moveTo');
  return inserted ? { kind: 'inserted', element: inserted } : null;
}
