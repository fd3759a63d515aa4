import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { failure } from '#core/failure';
import type { BatchReport, Events } from '#core/ipc/contract';
import { failureSentence, type Translate } from '#core/messages/index';
import {
  type BatchNotice,
  batchNotice,
  batchProgress,
  cancelBatch,
  undoBatch,
} from '../session/batch-session';
import { useStore } from '../session/store';
import { useTranslation } from '../session/translation';
import { Button, IconButton } from '../ui/button';
import { showNumber } from '../ui/time';

/** A report that hides nothing leaves by itself after this many milliseconds. */
const reportTime = 15_000;

/** How far a batch is, and then what it has come to. */
export function BatchNotices() {
  const progress = useStore(batchProgress);
  const notice = useStore(batchNotice);
  if (progress) return <Progress {...progress} />;
  return notice && <Report notice={notice} />;
}

function Progress({ done, total, name }: Events['batch.progress']) {
  const { t, language } = useTranslation();
  const at = { done: showNumber(done, language), total: showNumber(total, language) };
  return (
    // Every step would be read out: who wants to know asks the progress bar.
    <div className="notice batch-notice" aria-live="off">
      <progress
        aria-label={t(name === undefined ? 'views.progress' : 'importing.progress')}
        max={Math.max(total, 1)}
        value={total === 0 ? undefined : done}
      />
      <span className="batch-figures">{total > 0 && t('views.progress-at', at)}</span>
      <Button onClick={cancelBatch}>{t('views.cancel')}</Button>
      {name !== undefined && (
        <p className="batch-file">
          <span title={name}>{name}</span>
          {t('importing.cancel-hint')}
        </p>
      )}
    </div>
  );
}

function Report({ notice }: { readonly notice: BatchNotice }) {
  const { t, language } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const { report } = notice;
  const { token } = report;
  useEffect(() => {
    if (report.refusedCount > 0) return undefined;
    const timer = setInterval(() => {
      // Not from under the hand that is about to press “Undo”.
      if (!element.current?.matches(':hover, :focus-within')) batchNotice.set(null);
    }, reportTime);
    return () => clearInterval(timer);
  }, [report]);
  return (
    <div
      ref={element}
      className="notice batch-notice"
      data-tone={report.refusedCount > 0 ? 'problem' : 'plain'}
    >
      <p>{sentence(t, notice, (value) => showNumber(value, language))}</p>
      {token !== null && <Button onClick={() => void undoBatch(token)}>{t('views.undo')}</Button>}
      <IconButton icon={X} label={t('app.close')} onClick={() => batchNotice.set(null)} />
      {report.refusedCount > 0 && <Refusals report={report} />}
    </div>
  );
}

function Refusals({ report }: { readonly report: BatchReport }) {
  const { t, language } = useTranslation();
  const rest = report.refusedCount - report.refused.length;
  return (
    <details>
      <summary>{t('views.refused-which')}</summary>
      <ul>
        {report.refused.map(({ id, title, code, params }) => (
          <li key={id}>
            <strong>{title || id}</strong> {failureSentence(t, failure(code, params))}
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{t('views.refused-rest', { count: rest, number: showNumber(rest, language) })}</p>}
    </details>
  );
}

/** “12 articles are now “Ready”. 1 was refused.” */
function sentence(
  t: Translate,
  { report, sentence: { key, params } }: BatchNotice,
  show: (value: number) => string,
): string {
  const { done, unchanged, refusedCount, cancelled } = report;
  const parts = [cancelled ? t('views.stopped') : ''];
  if (done > 0) parts.push(t(key, { ...params, count: done, number: show(done) }));
  else if (!cancelled)
    parts.push(t(unchanged > 0 && refusedCount === 0 ? 'views.done.same' : 'views.done.none'));
  if (refusedCount > 0) parts.push(t('views.refused', { count: refusedCount, number: show(refusedCount) }));
  return parts.filter(Boolean).join(' ');
}
