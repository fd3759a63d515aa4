import { failureSentence } from '#core/messages/index';
import { call } from '../bridge/bridge';
import { flushAll, saveState } from '../session/article-session';
import { closing } from '../session/closing';
import { useStore } from '../session/store';
import { useTranslation } from '../session/translation';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** The text could not be saved and the window wants to close: nobody loses a word without having said so. */
export function ClosingDialog() {
  const { t } = useTranslation();
  const isClosing = useStore(closing);
  const state = useStore(saveState);
  if (!isClosing) return null;
  const stay = (): void => closing.set(false);
  const retry = async (): Promise<void> => {
    await flushAll();
    if (saveState.get().kind === 'saved') await call('window.ready-to-close');
  };
  return (
    <Dialog title={t('app.closing.title')} closeLabel={t('app.close')} onClose={stay} size="small">
      <div className="form">
        {'failure' in state && <p>{failureSentence(t, state.failure)}</p>}
        <div className="form-actions">
          <Button tone="danger" onClick={() => void call('window.ready-to-close')}>
            {t('app.closing.discard')}
          </Button>
          <Button onClick={stay}>{t('app.closing.stay')}</Button>
          <Button tone="primary" onClick={() => void retry()}>
            {t('app.save.retry')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
