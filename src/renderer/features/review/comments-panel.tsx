import { Check, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { opened } from '../../session/article-session';
import { editorPort } from '../../session/editor-port';
import { activeComment, activeSuggestion, decideSuggestions, reviewOf } from '../../session/review-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button, IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { showWhen } from '../../ui/time';
import { CommentCard } from './comment-card';
import './review.css';

/** Comments that ask for something, what is suggested, and what is settled. */
export function CommentsPanel() {
  const { t } = useTranslation();
  const article = useStore(opened)?.article;
  const active = useStore(activeComment);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active)
      list.current?.querySelector(`[data-comment="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (!article) return null;
  const { comments, suggestions } = reviewOf(article);
  const open = comments.filter((view) => view.isOpen);
  const settled = comments.filter((view) => !view.isOpen);
  return (
    <div className="panel-body" ref={list}>
      {comments.length === 0 && suggestions.length === 0 && (
        <EmptyState title={t('app.review.empty')}>
          <p>{t('app.review.empty-hint')}</p>
        </EmptyState>
      )}
      {suggestions.length > 0 && <Suggestions />}
      <ul className="card-list">
        {open.map((view) => (
          <CommentCard key={view.comment.id} view={view} isActive={view.comment.id === active} />
        ))}
      </ul>
      {settled.length > 0 && (
        <details className="settled">
          <summary>{t('app.review.settled', { count: settled.length })}</summary>
          <ul className="card-list">
            {settled.map((view) => (
              <CommentCard key={view.comment.id} view={view} isActive={view.comment.id === active} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Suggestions() {
  const { t, language } = useTranslation();
  const article = useStore(opened)?.article;
  const active = useStore(activeSuggestion);
  if (!article) return null;
  const { suggestions } = reviewOf(article);
  return (
    <section aria-label={t('app.review.suggestions')}>
      <header className="review-header">
        <h3>{t('app.review.suggestion-count', { count: suggestions.length })}</h3>
        <Button onClick={() => decideSuggestions('accept', 'all')}>{t('app.review.accept-all')}</Button>
        <Button onClick={() => decideSuggestions('reject', 'all')}>{t('app.review.reject-all')}</Button>
      </header>
      <ul className="card-list">
        {suggestions.map(({ id, by, at }) => (
          <li key={id} className="card suggestion-card" data-active={id === active || undefined}>
            <button type="button" className="claim-head" onClick={() => editorPort.get()?.goToReviewed(id)}>
              {by || t('app.review.somebody')} · {showWhen(at, language)}
            </button>
            <IconButton
              icon={Check}
              label={t('command.suggestion.accept')}
              onClick={() => decideSuggestions('accept', new Set([id]))}
            />
            <IconButton
              icon={X}
              label={t('command.suggestion.reject')}
              onClick={() => decideSuggestions('reject', new Set([id]))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
