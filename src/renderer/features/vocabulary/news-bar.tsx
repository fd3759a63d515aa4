import { Undo2 } from 'lucide-react';
import { failureSentence } from '#core/messages/index';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import {
  stopChange,
  undoVocabulary,
  vocabularyNews,
  vocabularyProgress,
} from '../../session/vocabulary-session';
import { Button } from '../../ui/button';
import { showNumber } from '../../ui/time';

/** What was just done, with a way back; while articles are being changed, how far it is and a way to stop. */
export function NewsBar() {
  const { t, language } = useTranslation();
  const news = useStore(vocabularyNews);
  const progress = useStore(vocabularyProgress);
  const said = news && 'sentences' in news ? news : null;
  return (
    <div className="vocabulary-news">
      {progress && (
        <>
          <progress max={progress.total} value={progress.done} aria-label={t('vocabulary.title')} />
          <span>
            {t('vocabulary.progress', {
              done: showNumber(progress.done, language),
              total: showNumber(progress.total, language),
            })}
          </span>
          <Button onClick={stopChange}>{t('vocabulary.stop')}</Button>
        </>
      )}
      <p role="status" className={news && 'failure' in news ? 'form-problem' : undefined}>
        {news && 'failure' in news && failureSentence(t, news.failure)}
        {said?.sentences.map(({ key, params }) => t(key, params)).join(' ')}
      </p>
      {said?.undo != null && (
        <Button icon={Undo2} data-undo="" onClick={() => void undoVocabulary(said.undo ?? 0)}>
          {t('command.edit.undo')}
        </Button>
      )}
      {said?.skipped && (
        <details className="vocabulary-skipped">
          <summary>{t('vocabulary.left-out')}</summary>
          <ul>
            {said.skipped.map(({ label, reason }) => (
              <li key={label}>
                {t('vocabulary.done.skipped', { name: label, reason: t(`vocabulary.skip.${reason}`) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
