import { useMemo } from 'react';
import { bodyDifference } from '#core/body/difference';
import { type Comparison, comparison, keepMine, takeTheirs } from '../session/article-session';
import { useStore } from '../session/store';
import { useTranslation } from '../session/translation';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Difference } from '../ui/difference';

/** The text of this window and what somebody else has written to its file, word by word. */
export function ComparisonDialog() {
  const shown = useStore(comparison);
  return shown && <Shown shown={shown} />;
}

function Shown({ shown: { mine, theirs, isOpen } }: { readonly shown: Comparison }) {
  const { t } = useTranslation();
  const differences = useMemo(() => bodyDifference(mine.body, theirs.body), [mine, theirs]);
  const close = (): void => comparison.set(null);
  return (
    <Dialog title={t('app.save.compare-title')} closeLabel={t('app.close')} onClose={close} size="large">
      <p className="form-hint">{t('app.save.compare-hint')}</p>
      <Difference t={t} differences={differences} language={theirs.metadata.language} />
      {isOpen && (
        <div className="form-actions">
          <Button onClick={() => void takeTheirs()}>{t('app.save.take-theirs')}</Button>
          <Button tone="primary" onClick={() => void keepMine()}>
            {t('app.save.keep-mine')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
