import { useMemo } from 'react';
import type { Article } from '#core/article/schema';
import { bodyDifference } from '#core/body/difference';
import type { SnapshotInfo } from '#core/history/snapshots';
import { opened } from '../../session/article-session';
import { restore } from '../../session/history-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Difference } from '../../ui/difference';
import { showWhen } from '../../ui/time';
import { whyKept } from './why-kept';

interface Props {
  readonly info: SnapshotInfo;
  readonly version: Article;
  readonly onClose: () => void;
}

/** What lies between an older version and the present text, word by word. */
export function VersionDialog({ info, version, onClose }: Props) {
  const { t, language } = useTranslation();
  const article = useStore(opened)?.article;
  const differences = useMemo(
    () => (article ? bodyDifference(version.body, article.body) : []),
    [version, article],
  );
  const isSame = differences.every(({ kind }) => kind === 'same');
  const title = whyKept(t, info);
  return (
    <Dialog
      title={`${title} · ${showWhen(info.at, language)}`}
      closeLabel={t('app.close')}
      onClose={onClose}
      size="large"
    >
      <Difference t={t} differences={differences} language={version.metadata.language} />
      <div className="form-actions">
        <Button
          tone="primary"
          disabled={isSame}
          onClick={() => {
            onClose();
            void restore(version);
          }}
        >
          {t('app.history.restore')}
        </Button>
      </div>
    </Dialog>
  );
}
