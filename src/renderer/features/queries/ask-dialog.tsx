import { type FormEvent, useId, useState } from 'react';
import type { Article } from '#core/article/schema';
import { excerpt } from '#core/claims/gate';
import { type Subject, subjectsAt } from '#core/claims/query-view';
import { opened } from '../../session/article-session';
import { activeClaim } from '../../session/editor-port';
import { ask } from '../../session/query-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useOwnName } from './use-own-name';
import { whereabouts } from './whereabouts';
import './queries.css';

interface Props {
  readonly onClose: () => void;
}

/** Puts a question about the claim that is looked at, or the line of the caret. */
export function AskDialog({ onClose }: Props) {
  const { t } = useTranslation();
  const [article] = useState(() => opened.get()?.article);
  const [subjects] = useState(() =>
    article ? subjectsAt(article.body, whereabouts(article.body, activeClaim.get())) : [],
  );
  return (
    <Dialog title={t('gate.query.title')} closeLabel={t('app.close')} onClose={onClose} size="medium">
      {article && subjects.length > 0 ? (
        <AskForm article={article} subjects={subjects} onClose={onClose} />
      ) : (
        <p className="card-note">{t('gate.query.nowhere')}</p>
      )}
    </Dialog>
  );
}

interface FormProps extends Props {
  readonly article: Article;
  readonly subjects: readonly Subject[];
}

function AskForm({ article, subjects, onClose }: FormProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(0);
  const [question, setQuestion] = useState('');
  const [to, setTo] = useState('');
  const people = useId();
  const own = useOwnName();
  const known = [...new Set(article.queries.map((query) => query.to).filter(Boolean))];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const subject = subjects[chosen];
    own.keep();
    if (subject && ask(subject, to, question)) onClose();
  };
  return (
    <form className="form ask-form" onSubmit={submit}>
      <label className="form-field">
        <span>{t('gate.query.question')}</span>
        <textarea
          rows={3}
          maxLength={20_000}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </label>
      <fieldset className="form-group ask-subjects">
        <legend>{t('gate.query.about')}</legend>
        {subjects.map(({ type, text }, index) => (
          <label key={type} className="form-check">
            <input type="radio" name="subject" checked={index === chosen} onChange={() => setChosen(index)} />
            <span>{t(`gate.query.about-${type}`, { text: excerpt(text) })}</span>
          </label>
        ))}
      </fieldset>
      <label className="form-field">
        <span>{t('gate.query.to')}</span>
        <input
          type="text"
          name="to"
          maxLength={120}
          list={people}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </label>
      <datalist id={people}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {own.field}
      <div className="form-actions">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button type="submit" tone="primary" disabled={question.trim() === ''}>
          {t('gate.query.ask')}
        </Button>
      </div>
    </form>
  );
}
