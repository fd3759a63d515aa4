import type { Article } from '#core/article/schema';
import { acceptSuggestions, type Chosen, rejectSuggestions, suggestionsIn } from '#core/body/review';
import { randomIds } from '#core/ids';
import { type CommentPlace, commentPlaces, isOpen, withEvent } from '#core/review/comments';
import type { Comment, CommentEvent, Suggestion } from '#core/review/schema';
import { preferences } from './app-session';
import { changeArticle, opened } from './article-session';
import { editorPort } from './editor-port';
import { createStore } from './store';

const newId = randomIds((bytes) => crypto.getRandomValues(bytes));

/** Whether edits are suggestions now. */
export const suggesting = createStore(false);

/** The comment that is being looked at, in the text and in the panel alike. */
export const activeComment = createStore<string | null>(null);

/** The undecided suggestion that the caret stands in. */
export const activeSuggestion = createStore<string | null>(null);

/** A comment as the panel shows it; without a place, its words are gone. */
export interface CommentView {
  readonly comment: Comment;
  readonly isOpen: boolean;
  readonly place: CommentPlace | undefined;
}

export interface ReviewView {
  readonly comments: readonly CommentView[];
  /** Undecided suggestions, in reading order. */
  readonly suggestions: readonly Suggestion[];
}

const viewsOf = new WeakMap<Article['body'], WeakMap<Article, ReviewView>>();

/** Comments in reading order, those without a place last, and what is suggested. Computed once for each state. */
export function reviewOf(article: Article): ReviewView {
  const perBody = viewsOf.get(article.body) ?? new WeakMap<Article, ReviewView>();
  viewsOf.set(article.body, perBody);
  const known = perBody.get(article);
  if (known) return known;
  const places = article.comments.length > 0 ? commentPlaces(article.body) : new Map<string, CommentPlace>();
  const order = [...places.keys()];
  const rank = ({ id }: Comment): number => (places.has(id) ? order.indexOf(id) : Number.MAX_SAFE_INTEGER);
  const comments = [...article.comments]
    .sort((a, b) => rank(a) - rank(b))
    .map((comment) => ({ comment, isOpen: isOpen(comment), place: places.get(comment.id) }));
  const records = new Map(article.suggestions.map((one) => [one.id, one]));
  const standing = article.suggestions.length > 0 ? suggestionsIn(article.body) : [];
  const suggestions = standing.map((id) => records.get(id) ?? { id, by: '', at: article.metadata.modified });
  const view = { comments, suggestions };
  perBody.set(article, view);
  return view;
}

function event(kind: CommentEvent['kind'], text: string): CommentEvent {
  return { kind, text, by: preferences.get().name, at: new Date().toISOString() };
}

/** Comments on the selected words; null when none are selected. The first remark is written in the panel. */
export function createComment(): string | null {
  const id = newId();
  const text = editorPort.get()?.markComment(id) ?? null;
  if (text === null) return null;
  const comment: Comment = { id, text, events: [event('remark', '')] };
  changeArticle((article) => ({ ...article, comments: [...article.comments, comment] }));
  activeComment.set(id);
  return id;
}

function changeComment(id: string, change: (comment: Comment) => Comment): void {
  changeArticle((article) => ({
    ...article,
    comments: article.comments.map((comment) => (comment.id === id ? change(comment) : comment)),
  }));
}

/** Writes the first remark of a comment that is still empty; later ones are added, none is rewritten. */
export function remark(id: string, text: string): void {
  changeComment(id, (comment) => {
    const [first, ...others] = comment.events;
    const isEmpty = others.length === 0 && first?.text === '';
    return isEmpty
      ? { ...comment, events: [event('remark', text)] }
      : withEvent(comment, event('remark', text));
  });
}

export function resolveComment(id: string, reason: string): void {
  changeComment(id, (comment) => withEvent(comment, event('resolved', reason)));
}

export function reopenComment(id: string): void {
  changeComment(id, (comment) => withEvent(comment, event('reopened', '')));
}

/** A comment on which nothing was said leaves no trace. */
export function dropEmptyComment(id: string): void {
  const comment = opened.get()?.article.comments.find((one) => one.id === id);
  if (!comment || comment.events.length > 1 || comment.events[0]?.text !== '') return;
  editorPort.get()?.unmarkComment(id);
  changeArticle((article) => ({ ...article, comments: article.comments.filter((one) => one.id !== id) }));
}

/** Makes the record of a new suggestion. The text itself says what it is. */
export function createSuggestion(): string {
  const id = newId();
  const suggestion: Suggestion = { id, by: preferences.get().name, at: new Date().toISOString() };
  // The editor is in the middle of a change: the article is told when that is done.
  queueMicrotask(() =>
    changeArticle((article) => ({ ...article, suggestions: [...article.suggestions, suggestion] })),
  );
  return id;
}

/** Carries suggestions out, or takes them back, as one step that can be undone. */
export function decideSuggestions(decision: 'accept' | 'reject', chosen: Chosen): void {
  const decide = decision === 'accept' ? acceptSuggestions : rejectSuggestions;
  editorPort.get()?.applyBody((body) => decide(body, chosen));
  activeSuggestion.set(null);
}

/** Goes to the suggestion behind the active one, around the end. */
export function nextSuggestion(): void {
  const article = opened.get()?.article;
  const ids = article ? reviewOf(article).suggestions.map(({ id }) => id) : [];
  const next = ids[(ids.indexOf(activeSuggestion.get() ?? '') + 1) % Math.max(1, ids.length)];
  if (next !== undefined) editorPort.get()?.goToReviewed(next);
}
