import { useMemo } from 'react';
import type { Article } from '#core/article/schema';
import { type BlockDifference, bodyDifference, countDifference } from '#core/body/difference';
import type { SnapshotInfo } from '#core/history/snapshots';
import { opened } from '../../session/article-session';
import { restore } from '../../session/history-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
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
  const { added, removed } = countDifference(differences);
  const changed = differences.filter(({ kind }) => kind !== 'same');
  const title = whyKept(t, info);
  return (
    <Dialog
      title={`${title} · ${showWhen(info.at, language)}`}
      closeLabel={t('app.close')}
      onClose={onClose}
      size="large"
    >
      <p className="difference-count">
        {changed.length === 0 ? t('app.history.same') : t('app.history.difference', { added, removed })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard */}
      <div className="difference" tabIndex={0} lang={version.metadata.language}>
        {changed.map((difference, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is computed anew as a whole
          <Change key={index} difference={difference} />
        ))}
      </div>
      <div className="form-actions">
        <Button
          tone="primary"
          disabled={changed.length === 0}
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

function Change({ difference }: { readonly difference: BlockDifference }) {
  const { t } = useTranslation();
  return (
    <p className="difference-block" data-kind={difference.kind}>
      <span className="difference-kind">{t(`app.history.kind-${difference.kind}`)}</span>
      {difference.pieces.map(({ kind, text }, index) => {
        const Tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are computed anew as a whole
        return <Tag key={index}>{text}</Tag>;
      })}
    </p>
  );
}
