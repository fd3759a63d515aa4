import { CircleHelp, Scissors, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Article, Cut, Query } from '#core/article/schema';
import { addToQuery, isUnresolved } from '#core/claims/queries';
import { isRestored, recut, restoreCut } from '#core/intake/restore';
import type { CutReason, QueryReason } from '#core/intake/types';
import { useCommands } from '../../commands/registry';
import { preferences } from '../../session/app-session';
import { changeArticle, opened } from '../../session/article-session';
import { editorPort } from '../../session/editor-port';
import { complain, tell } from '../../session/notices';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import './intake.css';

/** What intake took out of the copy and what it asks: each cut goes back with one key, each query gets an answer. */
export function IntakePanel() {
  const { t } = useTranslation();
  const article = useStore(opened)?.article;
  useCommands({ 'cut.restore': restoreLast });
  if (!article) return null;
  const openQueries = article.queries.filter(isUnresolved).length;
  const standing = article.cuts.filter((cut) => !isRestored(article.body, cut)).length;
  return (
    <div className="panel-body">
      <section aria-labelledby="queries-heading">
        <h3 id="queries-heading" className="panel-heading">
          {t('app.intake.queries')} <span className="count">{openQueries}</span>
        </h3>
        {article.queries.length === 0 && <EmptyState title={t('app.intake.no-queries')} />}
        <ul className="card-list">
          {article.queries.map((query) => (
            <QueryCard key={query.id} query={query} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="cuts-heading">
        <h3 id="cuts-heading" className="panel-heading">
          {t('app.intake.cuts')} <span className="count">{standing}</span>
        </h3>
        {article.cuts.length === 0 && <EmptyState title={t('app.intake.no-cuts')} />}
        <ul className="card-list">
          {article.cuts.map((cut) => (
            <CutCard key={cut.id} article={article} cut={cut} />
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Puts the last cut that still stands back into the text; what stands is asked of the live text. */
function restoreLast(): void {
  const cuts = opened.get()?.article.cuts ?? [];
  editorPort.get()?.applyBody((body) => {
    const last = cuts.findLast((cut) => !isRestored(body, cut));
    if (last) return restoreCut(body, last);
    tell('app.intake.nothing-to-restore');
    return body;
  });
}

function CutCard({ article, cut }: { readonly article: Article; readonly cut: Cut }) {
  const { t } = useTranslation();
  const restored = isRestored(article.body, cut);
  const isBlank = cut.text.trim() === '';
  return (
    <li className="card cut-card" data-restored={restored || undefined}>
      <p className="card-reason">
        <Scissors size={13} aria-hidden="true" /> {t(`intake.cut.${cut.reason as CutReason}`)}
      </p>
      {isBlank ? (
        <p className="card-note">{t('app.intake.blank-lines', { count: cut.text.split('\n').length - 1 })}</p>
      ) : (
        <blockquote className="card-text" lang={article.metadata.language}>
          {restored ? cut.text : <del>{cut.text}</del>}
        </blockquote>
      )}
      <div className="card-actions">
        <Button
          onClick={() =>
            editorPort.get()?.applyBody((body) => (restored ? recut(body, cut) : restoreCut(body, cut)))
          }
        >
          <Undo2 size={14} aria-hidden="true" /> {t(restored ? 'app.intake.cut-again' : 'app.intake.restore')}
        </Button>
      </div>
    </li>
  );
}

function QueryCard({ query }: { readonly query: Query }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isAnswering, setAnswering] = useState(false);
  const add = (kind: 'resolved' | 'reopened', words: string): void => {
    const said = { text: words, by: preferences.get().name, at: new Date().toISOString() };
    const changed = addToQuery(query, kind, said);
    if (!changed.ok) {
      complain(changed);
      return;
    }
    changeArticle((article) => ({
      ...article,
      queries: article.queries.map((other) => (other.id === query.id ? changed.value : other)),
    }));
    setAnswering(false);
  };
  const isOpen = isUnresolved(query);
  const last = query.events.at(-1);
  return (
    <li className="card query-card" data-answered={!isOpen || undefined}>
      <p className="card-reason">
        <CircleHelp size={13} aria-hidden="true" />{' '}
        {query.reason === 'asked' ? query.events[0]?.text : t(`intake.query.${query.reason as QueryReason}`)}
      </p>
      <button
        type="button"
        className="card-text card-text-button"
        onClick={() => editorPort.get()?.revealBlock(query.blockId)}
      >
        {query.text}
      </button>
      {!isOpen && <p className="card-answer">{last?.text || t('app.intake.settled')}</p>}
      {isAnswering ? (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            add('resolved', text.trim());
          }}
        >
          <textarea
            // The field appears because its button was pressed: the focus goes on to it.
            ref={(field) => field?.focus()}
            value={text}
            rows={2}
            aria-label={t('app.intake.answer')}
            placeholder={t('app.intake.answer-hint')}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="form-actions">
            <Button onClick={() => setAnswering(false)}>{t('app.cancel')}</Button>
            <Button type="submit" tone="primary">
              {t('app.intake.settle')}
            </Button>
          </div>
        </form>
      ) : (
        <div className="card-actions">
          {!isOpen ? (
            <Button onClick={() => add('reopened', '')}>{t('app.intake.reopen')}</Button>
          ) : (
            <Button onClick={() => setAnswering(true)}>{t('app.intake.answer')}</Button>
          )}
        </div>
      )}
    </li>
  );
}
