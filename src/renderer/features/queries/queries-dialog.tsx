import { useEffect, useMemo, useState } from 'react';
import { queryStatus } from '#core/claims/queries';
import { type DeskQuery, groupQueries, type QueryGroup } from '#core/claims/query-view';
import type { Query } from '#core/claims/record-schema';
import { querySentence } from '#core/messages/queries';
import { runCommand } from '../../commands/registry';
import { deskQueries, goToQueryOf } from '../../session/query-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { ChoiceField } from '../../ui/commit-field';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { showNumber, showWhen } from '../../ui/time';
import './queries.css';

/** Articles that are shown before somebody asks for all. */
const shownAtFirst = 40;

type Status = 'any' | 'open' | 'answered';

/** Everything that is asked on the desk and not settled, by article; each leads to its place. */
export function QueriesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTranslation();
  const [listed, setListed] = useState<readonly DeskQuery[] | null>(null);
  const [typed, setTyped] = useState('');
  const [status, setStatus] = useState<Status>('any');
  useEffect(() => {
    let isCurrent = true;
    void deskQueries().then((found) => isCurrent && setListed(found ?? []));
    return () => {
      isCurrent = false;
    };
  }, []);
  const groups = useMemo(
    () => groupQueries(listed ?? [], { typed, status: status === 'any' ? null : status }),
    [listed, typed, status],
  );
  const go = async (articleId: string, query: Query): Promise<void> => {
    onClose();
    if (!(await goToQueryOf({ articleId, query }))) return;
    runCommand('panel.intake');
  };
  const count = groups.reduce((sum, { queries }) => sum + queries.length, 0);
  return (
    <Dialog title={t('gate.query.desk-title')} closeLabel={t('app.close')} onClose={onClose} size="large">
      <div className="desk-queries">
        <div className="desk-queries-filter">
          <label className="form-field">
            <span>{t('gate.query.filter')}</span>
            <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </label>
          <ChoiceField
            label={t('gate.query.filter-status')}
            value={status}
            onChoose={setStatus}
            choices={[
              ['any', t('gate.query.any-status')],
              ['open', t('checking.query-status.open')],
              ['answered', t('checking.query-status.answered')],
            ]}
          />
        </div>
        <p className="card-note" role="status">
          {listed && t('gate.query.desk-count', { count, number: showNumber(count, language) })}
        </p>
        <div className="desk-queries-list">
          <Groups groups={groups} onGo={(id, query) => void go(id, query)} />
          {listed && count === 0 && (
            <EmptyState title={t(listed.length === 0 ? 'gate.query.desk-none' : 'gate.query.no-match')} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

interface GroupsProps {
  readonly groups: readonly QueryGroup[];
  readonly onGo: (articleId: string, query: Query) => void;
}

function Groups({ groups, onGo }: GroupsProps) {
  const { t, language } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      {(isWhole ? groups : groups.slice(0, shownAtFirst)).map(({ articleId, title, queries }) => (
        <section key={articleId} aria-label={title || t('app.untitled')}>
          <h3 className="panel-heading">
            {title || t('app.untitled')} <span className="count">{queries.length}</span>
          </h3>
          <ul>
            {queries.map((query) => (
              <li key={query.id}>
                <button
                  type="button"
                  className="desk-query"
                  data-query={query.id}
                  onClick={() => onGo(articleId, query)}
                >
                  <DeskRow query={query} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length > shownAtFirst && (
        <Button aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole
            ? t('gate.show-fewer')
            : t('gate.show-all', { number: showNumber(groups.length, language) })}
        </Button>
      )}
    </>
  );
}

function DeskRow({ query }: { readonly query: Query }) {
  const { t, language } = useTranslation();
  const last = query.events.at(-1);
  const facts = [
    t(`checking.query-status.${queryStatus(query)}`),
    query.to && t('gate.query.to-whom', { name: query.to }),
    last && showWhen(last.at, language),
  ];
  return (
    <>
      <span className="query-question">{querySentence(t, query)}</span>
      {query.text && <q className="query-words">{query.text}</q>}
      <span className="query-by">{facts.filter(Boolean).join(' · ')}</span>
    </>
  );
}
