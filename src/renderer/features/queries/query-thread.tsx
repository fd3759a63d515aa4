import { CircleCheck, CircleHelp, MessageCircleReply } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { queryStatus } from '#core/claims/queries';
import type { Query, QueryEvent } from '#core/claims/record-schema';
import { querySentence } from '#core/messages/queries';
import { activeQuery, addTo, showPlace } from '../../session/query-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { showMoment } from '../../ui/time';
import { useOwnName } from './use-own-name';
import './queries.css';

const icons = { open: CircleHelp, answered: MessageCircleReply, resolved: CircleCheck } as const;

/** One query: what is asked about which words, what was said to it, and what can be said now. */
export function QueryThread({ query }: { readonly query: Query }) {
  const { t } = useTranslation();
  const status = queryStatus(query);
  const Icon = icons[status];
  const card = useRef<HTMLLIElement>(null);
  const isActive = useStore(activeQuery) === query.id;
  useEffect(() => {
    if (!isActive) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    card.current?.querySelector<HTMLElement>('.card-actions button')?.focus({ preventScroll: true });
  }, [isActive]);
  return (
    <li
      ref={card}
      className="card query-card"
      data-query={query.id}
      data-status={status}
      data-answered={status === 'resolved' || undefined}
      data-active={isActive || undefined}
    >
      <p className="query-head">
        <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
        <span>{t(`checking.query-status.${status}`)}</span>
        {query.reason !== 'asked' && <span className="query-to">{t('gate.query.rule')}</span>}
        {query.to && <span className="query-to">{t('gate.query.to-whom', { name: query.to })}</span>}
      </p>
      <p className="query-question">{querySentence(t, query)}</p>
      {query.text && (
        <button
          type="button"
          className="card-text card-text-button query-words"
          aria-label={t('gate.query.go', { text: query.text.slice(0, 120) })}
          onClick={() => showPlace(query)}
        >
          {query.text}
        </button>
      )}
      <Events query={query} />
      <Actions query={query} isSettled={status === 'resolved'} />
    </li>
  );
}

/** What was said, oldest first; the question itself stands above. */
function Events({ query }: { readonly query: Query }) {
  const { t, language } = useTranslation();
  const [asked, ...others] = query.events;
  if (!asked) return null;
  const by = (event: QueryEvent): string => event.by || t('checking.nobody');
  return (
    <ol className="query-events">
      {query.reason === 'asked' && (
        <li className="query-by">
          {t('checking.query-event.asked')} · {by(asked)} · {showMoment(asked.at, language)}
        </li>
      )}
      {others.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: events are only ever added at the end
        <li key={index} data-kind={event.kind}>
          <span className="query-by">
            {t(`checking.query-event.${event.kind}`)} · {by(event)} · {showMoment(event.at, language)}
          </span>
          {event.text && <p>{event.text}</p>}
        </li>
      ))}
    </ol>
  );
}

type Saying = 'answered' | 'resolved' | 'reopened';

const words = { answered: 'answer', resolved: 'resolve', reopened: 'reopen' } as const;

function Actions({ query, isSettled }: { readonly query: Query; readonly isSettled: boolean }) {
  const { t } = useTranslation();
  const [saying, setSaying] = useState<Saying | null>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const isLeaving = useRef(false);
  useEffect(() => {
    // The buttons are there again: the focus comes back to where it was before the form.
    if (saying === null && isLeaving.current) buttons.current?.querySelector('button')?.focus();
    isLeaving.current = saying !== null;
  }, [saying]);
  if (saying) return <SayForm query={query} saying={saying} onDone={() => setSaying(null)} />;
  const offered: readonly Saying[] = isSettled ? ['reopened'] : ['answered', 'resolved'];
  return (
    <div className="card-actions" ref={buttons}>
      {offered.map((one) => (
        <Button key={one} data-say={one} onClick={() => setSaying(one)}>
          {t(`gate.query.${words[one]}`)}
        </Button>
      ))}
    </div>
  );
}

interface SayProps {
  readonly query: Query;
  readonly saying: Saying;
  readonly onDone: () => void;
}

/** Ctrl or ⌘ with Return sends, Escape goes back. */
function SayForm({ query, saying, onDone }: SayProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const own = useOwnName();
  const mayBeEmpty = saying === 'reopened';
  const send = (): void => {
    own.keep();
    if (!addTo(query.id, saying, text)) return;
    // The card may go to another list with this: the focus goes with it.
    activeQuery.set(query.id);
    onDone();
  };
  const onKey = (event: KeyboardEvent): void => {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSend && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (isSend) send();
    else onDone();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send();
  };
  return (
    <form className="form" onSubmit={submit} onKeyDown={onKey}>
      <label className="form-field">
        <span>{t(`gate.query.${words[saying]}-label`)}</span>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: the form stands in the place of the button that was pressed
          autoFocus
          rows={2}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {own.field}
      <div className="form-actions">
        <Button onClick={onDone}>{t('app.cancel')}</Button>
        <Button type="submit" tone="primary" disabled={!mayBeEmpty && text.trim() === ''}>
          {t(`gate.query.${words[saying]}-do`)}
        </Button>
      </div>
    </form>
  );
}
