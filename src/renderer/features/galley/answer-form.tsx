import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { editorPort } from '../../session/editor-port';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';

interface Props {
  readonly label: string;
  readonly action: string;
  readonly initial?: string;
  /** Answers that are given often. */
  readonly offers?: readonly string[];
  readonly onAnswer: (answer: string) => void;
  readonly onCancel: () => void;
}

/** One question with one line for the answer: Return gives it, Escape goes back to the text. */
export function AnswerForm({ label, action, initial = '', offers = [], onAnswer, onCancel }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  useEffect(() => field.current?.focus(), []);
  const answer = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') onAnswer(text);
  };
  return (
    <form
      className="answer-form"
      onSubmit={answer}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
        editorPort.get()?.focus();
      }}
    >
      <label className="form-field">
        <span>{label}</span>
        <input
          ref={field}
          type="text"
          value={text}
          list={list}
          maxLength={20_000}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <datalist id={list}>
        {offers.map((offer) => (
          <option key={offer} value={offer} />
        ))}
      </datalist>
      <div className="card-actions">
        <Button onClick={onCancel}>{t('app.cancel')}</Button>
        <Button tone="primary" type="submit" disabled={text.trim() === ''}>
          {action}
        </Button>
      </div>
    </form>
  );
}
