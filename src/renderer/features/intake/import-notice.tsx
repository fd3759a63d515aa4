import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type ImportReport, reportSentences } from '#core/intake/import-report';
import { runCommand } from '../../commands/registry';
import { importNotice, undoImport } from '../../session/import-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button, IconButton } from '../../ui/button';
import { showNumber } from '../../ui/time';
import './import-report.css';

/** A notice that hides nothing leaves by itself after this many milliseconds. */
const noticeTime = 15_000;

/** What the import of a folder has come to, with ways to the report and back. */
export function ImportNotice() {
  const report = useStore(importNotice);
  return report && <Notice report={report} />;
}

function Notice({ report }: { readonly report: ImportReport }) {
  const { t, language } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const { ids, warned, refused } = report;
  const isClean = warned.length + refused.length === 0;
  useEffect(() => {
    if (!isClean) return undefined;
    const timer = setInterval(() => {
      // Not from under the hand that is about to press “Undo”.
      if (!element.current?.matches(':hover, :focus-within')) importNotice.set(null);
    }, noticeTime);
    return () => clearInterval(timer);
  }, [isClean]);
  const show = (value: number): string => showNumber(value, language);
  const count = warned.length;
  return (
    <div ref={element} className="notice batch-notice" data-tone={refused.length > 0 ? 'problem' : 'plain'}>
      <p>
        {reportSentences(t, report, show).join(' ')}
        {count > 0 && ` ${t('importing.warned', { count, number: show(count) })}`}
      </p>
      <IconButton icon={X} label={t('app.close')} onClick={() => importNotice.set(null)} />
      <div className="import-ways">
        <Button onClick={() => runCommand('intake.report')}>{t('importing.report')}</Button>
        {ids.length > 0 && <Button onClick={() => void undoImport(report)}>{t('importing.undo')}</Button>}
      </div>
    </div>
  );
}
