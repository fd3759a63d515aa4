import type { Review } from '#core/body/normalize';
import type { Comment, CommentEvent, Suggestion } from '#core/review/schema';
import { sampleOf, type Warnings } from '../shared/warnings';
import { childOf, elementsOf, textOf, type XmlElement } from '../shared/xml';
import { wordsIn } from './words';

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
interface Region {
  readonly kind: 'insertion' | 'deletion' | 'format-change';
  readonly element: XmlElement;
}

/** Colleagues' words and changes, while the text is read. Dates without a zone are taken as UTC. */
export class ReviewReading {
  /** By the names in the document; an answer leads to the comment that it answers. */
  readonly #comments = new Map<string, Mutable>();
  readonly #threads: Mutable[] = [];
  readonly #suggestions: Suggestion[] = [];
  readonly #regions = new Map<string, Region>();
  readonly #inserting = new Map<string, string>();
  readonly #open = new Map<string, Mutable>();
  readonly #ended: ReadonlySet<string>;
  readonly #putBack = new Set<string>();
  #deleting: string | undefined;
  /** The change that the text before belongs to: what one person does in one go is one suggestion. */
  #last: { readonly key: string; readonly id: string } | null = null;

  private readonly now: string;
  private readonly warnings: Warnings;

  constructor(now: string, story: XmlElement, ended: ReadonlySet<string>, warnings: Warnings) {
    this.now = now;
    this.warnings = warnings;
    this.#ended = ended;
    for (const tracked of elementsOf(story, 'text:tracked-changes'))
      for (const region of elementsOf(tracked, 'text:changed-region')) this.#readRegion(region);
  }

  get isDeleted(): boolean {
    return this.#deleting !== undefined;
  }

  /** The insertion inside of which the text stands, if any. */
  get inserting(): string | undefined {
    return [...this.#inserting.values()].at(-1);
  }

  /** What a run that holds `text` here carries. */
  carried(text: string): Review {
    const comments = [...new Set(this.#open.values())];
    for (const comment of comments) comment.text = (comment.text + text).slice(0, most.words);
    const { inserting: inserted } = this;
    if (inserted === undefined && this.#deleting === undefined) this.#last = null;
    return {
      comments: comments.map(({ id }) => id),
      ...(inserted !== undefined && { inserted }),
      ...(this.#deleting !== undefined && { deleted: this.#deleting }),
    };
  }

  begin(name: string): void {
    const region = this.#regions.get(name);
    if (region?.kind === 'insertion') {
      const id = this.#suggestion(region.element);
      if (id !== undefined) this.#inserting.set(name, id);
    } else if (region?.kind === 'format-change')
      this.warnings.add('change-settled', { text: sampleOf(textOf(region.element)) });
  }

  end(name: string): void {
    this.#inserting.delete(name);
  }

  /**
   * What was taken out at a point, to be put back as text that goes: paragraphs, which `read` reads. Once each, so that
   * no change can hold itself.
   */
  deletedAt(name: string, read: (paragraphs: readonly XmlElement[]) => void): void {
    const region = this.#regions.get(name);
    if (region?.kind !== 'deletion' || this.#putBack.has(name) || this.isDeleted) return;
    this.#putBack.add(name);
    const id = this.#suggestion(region.element);
    if (id === undefined) return;
    this.#deleting = id;
    read(elementsOf(region.element).filter((child) => child.name !== 'office:change-info'));
    this.#deleting = undefined;
  }

  /** A comment begins; when nothing says where it ends, it is given to the words before: the id, or null. */
  comment(element: XmlElement, wordsBefore: string): string | null {
    const name = element.attributes['office:name'] ?? '';
    const thread = this.#threadOf(element, name);
    if (!thread) return null;
    if (name !== '' && this.#ended.has(name)) {
      this.#open.set(name, thread);
      return null;
    }
    if (thread.text === '') thread.text = wordsBefore.slice(0, most.words);
    return thread.id;
  }

  endComment(name: string): void {
    this.#open.delete(name);
  }

  result(): { comments: Comment[]; suggestions: Suggestion[] } | null {
    if (this.#threads.length === 0 && this.#suggestions.length === 0) return null;
    return { comments: [...this.#threads], suggestions: this.#suggestions };
  }

  #threadOf(element: XmlElement, name: string): Mutable | null {
    const { attributes } = element;
    const event = this.#remarkOf(element);
    const parent = attributes['loext:parent-name'] ?? attributes['office:parent-name'];
    const thread = parent === undefined ? undefined : this.#comments.get(parent);
    const settled = (attributes['loext:resolved'] ?? attributes['office:resolved']) === 'true';
    if (thread && thread.events.length < most.events - 1) {
      thread.events.push(event);
      if (name !== '') this.#comments.set(name, thread);
      return thread;
    }
    if (this.#threads.length >= most.comments) {
      this.warnings.add('comment-dropped', { text: sampleOf(event.text) });
      return null;
    }
    const resolved: CommentEvent[] = settled ? [{ kind: 'resolved', text: '', by: '', at: event.at }] : [];
    const comment: Mutable = { id: `c${this.#threads.length + 1}`, text: '', events: [event, ...resolved] };
    this.#threads.push(comment);
    if (name !== '') this.#comments.set(name, comment);
    return comment;
  }

  #remarkOf(element: XmlElement): CommentEvent {
    const text = elementsOf(element)
      .filter(({ name }) => name === 'text:p' || name === 'text:list')
      .map(wordsIn)
      .join('\n')
      .trim();
    return { kind: 'remark', text: text.slice(0, most.text), ...this.#whoAndWhen(element) };
  }

  #whoAndWhen(element: XmlElement): { by: string; at: string } {
    const inside = (name: string): string | undefined => {
      const found = childOf(element, name);
      return found && textOf(found).trim();
    };
    return {
      by: (inside('dc:creator') ?? '').slice(0, most.name),
      at: instantOf(inside('dc:date')) ?? this.now,
    };
  }

  #readRegion(region: XmlElement): void {
    const { 'text:id': old, 'xml:id': id } = region.attributes;
    for (const kind of ['insertion', 'deletion', 'format-change'] as const) {
      const element = childOf(region, `text:${kind}`);
      if (!element) continue;
      for (const name of [old, id]) if (name !== undefined) this.#regions.set(name, { kind, element });
    }
  }

  /** The suggestion that a change belongs to; undefined when there are more than an article holds. */
  #suggestion(element: XmlElement): string | undefined {
    const { by, at } = this.#whoAndWhen(childOf(element, 'office:change-info') ?? element);
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
}

const instant =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2}))?$/;

/** A date of OpenDocument as an instant; null when it is none. Nothing depends on the zone of this machine. */
export function instantOf(text: string | undefined): string | null {
  const found = instant.exec(text?.trim() ?? '');
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const ahead = (found[7] === '-' ? -1 : 1) * (Number(found[8] ?? 0) * 60 + Number(found[9] ?? 0));
  const isReal =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 60;
  if (!isReal || year < 1000) return null;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute - ahead, second));
  return date.getUTCFullYear() <= 9999 ? date.toISOString() : null;
}
