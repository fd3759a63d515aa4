import { X } from 'lucide-react';
import { failureSentence } from '#core/messages/index';
import { ImportNotice } from '../features/intake';
import { dismissNotice, notices } from '../session/notices';
import { useStore } from '../session/store';
import { useTranslation } from '../session/translation';
import { Button, IconButton } from '../ui/button';
import { BatchNotices } from './batch-notice';

/** Short sentences at the foot of the window; screen readers hear them. */
export function NoticeList() {
  const { t } = useTranslation();
  const shown = useStore(notices);
  return (
    <div className="notices" role="status" aria-live="polite">
      {shown.map((notice) => (
        <div key={notice.id} className="notice" data-tone={notice.tone}>
          <p>
            {'failure' in notice.message
              ? failureSentence(t, notice.message.failure)
              : t(notice.message.key, notice.message.params)}
          </p>
          {notice.action && (
            <Button
              onClick={() => {
                notice.action?.run();
                dismissNotice(notice.id);
              }}
            >
              {t(notice.action.title)}
            </Button>
          )}
          <IconButton icon={X} label={t('app.close')} onClick={() => dismissNotice(notice.id)} />
        </div>
      ))}
      <ImportNotice />
      <BatchNotices />
    </div>
  );
}
