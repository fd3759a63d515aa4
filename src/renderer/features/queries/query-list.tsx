import { useState } from 'react';
import { inOrder } from '#core/claims/query-view';
import type { Query } from '#core/claims/record-schema';
import { activeQuery } from '../../session/query-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { EmptyState } from '../../ui/empty-state';
import { QueryThread } from './query-thread';

/** Every query of an article: what is open first, what is settled folded away. */
export function QueryList({ queries }: { readonly queries: readonly Query[] }) {
  const { t } = useTranslation();
  const active = useStore(activeQuery);
  const [isUnfolded, setUnfolded] = useState(false);
  const { open, settled } = inOrder(queries);
  if (queries.length === 0) return <EmptyState title={t('gate.query.none')} />;
  const holdsActive = settled.some(({ id }) => id === active);
  return (
    <>
      <ul className="card-list">
        {open.map((query) => (
          <QueryThread key={query.id} query={query} />
        ))}
      </ul>
      {settled.length > 0 && (
        <details
          className="settled"
          open={isUnfolded || holdsActive}
          onToggle={(event) => setUnfolded(event.currentTarget.open)}
        >
          <summary>{t('gate.query.settled', { count: settled.length })}</summary>
          <ul className="card-list">
            {settled.map((query) => (
              <QueryThread key={query.id} query={query} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
