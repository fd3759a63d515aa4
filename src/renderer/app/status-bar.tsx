import { story } from '#core/body/fields';
import { countBlockWords } from '#core/body/words';
import { countClaims } from '#core/claims/status';
import { failureSentence } from '#core/messages/index';
import { flush, keepMine, opened, type SaveState, saveState, takeTheirs } from '../session/article-session';
import { claimViews } from '../session/claim-session';
import { useStore } from '../session/store';
import { useTranslation } from '../session/translation';
import { Button } from '../ui/button';
import { showNumber } from '../ui/time';

/** What is true right now: whether every word is on disk, how long the story is, how far its checks are. */
export function StatusBar() {
  const { t, language } = useTranslation();
  const article = useStore(opened)?.article;
  const state = useStore(saveState);
  if (!article) return <footer className="status-bar" />;
  const words = story(article.body).reduce((sum, block) => sum + countBlockWords(block), 0);
  const counts = countClaims(claimViews(article).map((view) => view.status));
  return (
    <footer className="status-bar">
      <SaveStatus state={state} />
      <span className="status-bar-space" />
      {counts.total > 0 && (
        <span>
          {t('app.claims.progress', { checked: counts.checked, total: counts.total })}
          {counts.stale > 0 && ` · ${t('app.claims.stale-count', { count: counts.stale })}`}
        </span>
      )}
      <span>{t('app.words', { count: words, number: showNumber(words, language) })}</span>
      <span>{t(`app.language.${article.metadata.language}`)}</span>
    </footer>
  );
}

function SaveStatus({ state }: { readonly state: SaveState }) {
  const { t } = useTranslation();
  return (
    <span className="save-status" data-state={state.kind} role="status">
      <span className="save-mark" aria-hidden="true" />
      <span>{t(`app.save.${state.kind}`)}</span>
      {'failure' in state && <span className="save-reason">{failureSentence(t, state.failure)}</span>}
      {state.kind === 'failed' && <Button onClick={() => void flush()}>{t('app.save.retry')}</Button>}
      {state.kind === 'conflict' && (
        <>
          <Button onClick={() => void keepMine()}>{t('app.save.keep-mine')}</Button>
          <Button onClick={() => void takeTheirs()}>{t('app.save.take-theirs')}</Button>
        </>
      )}
    </span>
  );
}
