import { CircleHelp } from 'lucide-react';
import { runCommand } from '../../commands/registry';
import { opened } from '../../session/article-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { QueryThread } from './query-thread';
import './queries.css';

/** The queries about one claim, in its card, and one more. */
export function ClaimQueries({ claim }: { readonly claim: string }) {
  const { t } = useTranslation();
  const queries = useStore(opened)?.article.queries.filter((query) => query.claim === claim) ?? [];
  return (
    <>
      {queries.length > 0 && (
        <ul className="card-list claim-queries" aria-label={t('gate.query.of-claim')}>
          {queries.map((query) => (
            <QueryThread key={query.id} query={query} />
          ))}
        </ul>
      )}
      <div className="card-actions">
        <Button icon={CircleHelp} onClick={() => runCommand('query.ask')}>
          {t('command.query.ask')}
        </Button>
      </div>
    </>
  );
}
