import { Scissors, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Article, Cut, Query } from '#core/article/schema';
import { isUnresolved } from '#core/claims/queries';
import { isRestored, recut, restoreCut } from '#core/intake/restore';
import type { CutReason } from '#core/intake/types';
import { useCommands } from '../../commands/registry';
import { opened } from '../../session/article-session';
import { editorPort } from '../../session/editor-port';
import { tell } from '../../session/notices';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import './intake.css';

interface Props {
  /** The queries of the article, with what can be said to each: another feature shows them. */
  readonly queries: (queries: readonly Query[]) => ReactNode;
}

/** What intake took out of the copy and what is asked: each cut goes back with one key, each query gets an answer. */
export function IntakePanel({ queries }: Props) {
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
        {queries(article.queries)}
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
