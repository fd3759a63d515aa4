import { useEffect } from 'react';
import type { Article } from '#core/article/schema';
import { story } from '#core/body/fields';
import { inUnit, measure, placeholders, readingMinutes } from '#core/body/measures';
import { countClaims } from '#core/claims/status';
import { failureSentence } from '#core/messages/index';
import { runCommand } from '../commands/registry';
import {
  compare,
  flush,
  keepMine,
  opened,
  type SaveState,
  saveState,
  takeTheirs,
} from '../session/article-session';
import { backupProgress, stopBackup } from '../session/backup-session';
import { claimsOf } from '../session/claim-session';
import { selectionMeasures } from '../session/length-session';
import { useSelected, useStore } from '../session/store';
import { useTranslation } from '../session/translation';
import { Button } from '../ui/button';
import { showNumber } from '../ui/time';
import { useQuietState } from '../ui/use-quiet-state';

/** What is true right now: whether every word is on disk, how long the story is, how far its checks are. */
export function StatusBar() {
  const isOpen = useSelected(opened, (current) => current !== null);
  if (!isOpen)
    return (
      <footer className="status-bar">
        <BackupStatus />
      </footer>
    );
  return (
    <footer className="status-bar">
      <SaveStatus />
      <span className="status-bar-space" />
      <BackupStatus />
      <ArticleStatus />
    </footer>
  );
}

/** How far a backup or a restore is that takes long enough to be told. */
function BackupStatus() {
  const { t, language } = useTranslation();
  const progress = useStore(backupProgress);
  if (!progress) return null;
  const at = { done: showNumber(progress.done, language), total: showNumber(progress.total, language) };
  return (
    <span className="backup-status">
      {/* Not read out: every step would be. */}
      <span aria-live="off">{t(`backup.progress-${progress.work}`, at)}</span>
      <Button onClick={stopBackup}>{t('backup.stop')}</Button>
    </span>
  );
}

function ArticleStatus() {
  const { t } = useTranslation();
  const article = useStore(opened)?.article;
  if (!article) return null;
  const open = placeholders(article.body).length;
  const counts = countClaims(claimsOf(article).map(({ state }) => state.status));
  return (
    <>
      <span className="open-items" role="status">
        {counts.total > 0 && (
          <span>
            {t('checking.progress', { checked: counts.checked, total: counts.total })}
            {counts.stale > 0 && ` · ${t('checking.stale-count', { count: counts.stale })}`}
          </span>
        )}
        {open > 0 && (
          <button type="button" className="status-link" onClick={() => runCommand('placeholder.next')}>
            {t('app.length.placeholders', { count: open })}
          </button>
        )}
      </span>
      <LengthStatus article={article} />
      <span>{t(`app.language.${article.metadata.language}`)}</span>
    </>
  );
}

/** How long the story or the selection is, and how far it is from its target. */
function LengthStatus({ article }: { readonly article: Article }) {
  const { t, language } = useTranslation();
  const selected = useStore(selectionMeasures);
  const whole = measure(story(article.body));
  const shown = selected ?? whole;
  const { target } = article.metadata;
  const number = (value: number): string => showNumber(value, language);
  const minutes = readingMinutes(shown.words);
  return (
    <span className="length-status" data-selection={selected !== null || undefined}>
      {selected && `${t('app.length.selection')} `}
      {t('app.words', { count: shown.words, number: number(shown.words) })}
      {' · '}
      {t('app.length.characters', { count: shown.characters, number: number(shown.characters) })}
      {minutes > 0 && ` · ${t('app.length.minutes', { count: minutes })}`}
      {target && !selected && (
        <meter
          className="length-target"
          min={0}
          max={target.count}
          high={target.count}
          value={Math.min(inUnit(whole, target.unit), target.count)}
          aria-label={t('app.length.target')}
          title={t(`app.length.of-${target.unit}`, {
            number: number(inUnit(whole, target.unit)),
            target: number(target.count),
          })}
        />
      )}
      {target && !selected && inUnit(whole, target.unit) > target.count && (
        <strong className="length-over">
          {t('app.length.over', { number: number(inUnit(whole, target.unit) - target.count) })}
        </strong>
      )}
    </span>
  );
}

/** How long “saving” and “saved” must hold before they are said, in milliseconds. */
const calm = 200;

/**
 * While somebody types the state goes from unsaved to saved and back three times a second: what is not saved, or went
 * wrong, is said at once; “saved” when it lasts. A conflict goes as soon as somebody has chosen: a second press of its
 * buttons would answer nothing.
 */
function useCalmState(): SaveState {
  const [shown, setShown] = useQuietState(saveState.get(), isSameState);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasConflict = false;
    const look = (): void => {
      clearTimeout(timer);
      const next = saveState.get();
      const isCalm = next.kind === 'saving' || next.kind === 'saved';
      if (isCalm && !wasConflict) timer = setTimeout(() => setShown(next), calm);
      else setShown(next);
      wasConflict = next.kind === 'conflict';
    };
    look();
    const stop = saveState.subscribe(look);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [setShown]);
  return shown;
}

function isSameState(a: SaveState, b: SaveState): boolean {
  return a.kind === b.kind && ('failure' in a ? a.failure : null) === ('failure' in b ? b.failure : null);
}

function SaveStatus() {
  const { t } = useTranslation();
  const state = useCalmState();
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
          <Button onClick={() => void compare()}>{t('app.save.compare')}</Button>
        </>
      )}
    </span>
  );
}
