import { type KeyboardEvent, useState } from 'react';
import { editorPort } from '../../session/editor-port';
import {
  activeComment,
  type CommentView,
  dropEmptyComment,
  remark,
  reopenComment,
  resolveComment,
} from '../../session/review-session';
import { useSpellCheck } from '../../session/spelling-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { showWhen } from '../../ui/time';

/** One comment: the words it is about, what was said, and what is to be done with it. */
export function CommentCard({ view, isActive }: { readonly view: CommentView; readonly isActive: boolean }) {
  const { t, language } = useTranslation();
  const { comment, place, isOpen } = view;
  const said = comment.events.filter(({ kind, text }) => kind !== 'remark' || text !== '');
  const select = (): void => {
    activeComment.set(comment.id);
    if (place) editorPort.get()?.goToReviewed(comment.id);
  };
  return (
    <li className="card comment-card" data-comment={comment.id} data-active={isActive || undefined}>
      <button type="button" className="claim-head" aria-expanded={isActive} onClick={select}>
        <q className="comment-quote">{place?.text ?? comment.text}</q>
        {!place && <span className="comment-lost">{t('app.review.lost')}</span>}
      </button>
      <ol className="comment-events">
        {said.map((event) => (
          <li key={event.at} data-kind={event.kind}>
            <span className="comment-by">
              {event.by || t('app.review.somebody')} · {showWhen(event.at, language)}
              {event.kind !== 'remark' && ` · ${t(`app.review.${event.kind}`)}`}
            </span>
            {event.text !== '' && <p>{event.text}</p>}
          </li>
        ))}
      </ol>
      {isActive && (isOpen ? <Reply view={view} isNew={said.length === 0} /> : <Reopen view={view} />)}
    </li>
  );
}

function Reopen({ view }: { readonly view: CommentView }) {
  const { t } = useTranslation();
  return <Button onClick={() => reopenComment(view.comment.id)}>{t('app.review.reopen')}</Button>;
}

function Reply({ view, isNew }: { readonly view: CommentView; readonly isNew: boolean }) {
  const { t } = useTranslation();
  const spellCheck = useSpellCheck();
  const { id } = view.comment;
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';
  const send = (): void => {
    if (isEmpty) return;
    remark(id, text.trim());
    setText('');
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      send();
    }
    if (event.key === 'Escape') {
      dropEmptyComment(id);
      editorPort.get()?.focus();
    }
  };
  return (
    <div className="comment-reply">
      <textarea
        rows={2}
        spellCheck={spellCheck}
        // biome-ignore lint/a11y/noAutofocus: a comment that was just made is to be written
        autoFocus={isNew}
        aria-label={t('app.review.remark')}
        placeholder={t(isNew ? 'app.review.remark' : 'app.review.reply')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
      />
      <div className="form-actions">
        {!isNew && (
          <Button
            onClick={() => {
              resolveComment(id, text.trim());
              setText('');
            }}
          >
            {t(isEmpty ? 'app.review.resolve' : 'app.review.resolve-with')}
          </Button>
        )}
        <Button tone="primary" disabled={isEmpty} onClick={send}>
          {t('app.review.send')}
        </Button>
      </div>
    </div>
  );
}
