import { Bookmark, History, Trash2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Article } from '#core/article/schema';
import type { SnapshotInfo } from '#core/history/snapshots';
import { runCommand } from '../../commands/registry';
import { opened } from '../../session/article-session';
import { forgetSnapshot, readSnapshot, refreshSnapshots, snapshots } from '../../session/history-session';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button, IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { showWhen } from '../../ui/time';
import { whyKept } from './why-kept';
import './history.css';

const VersionDialog = lazy(async () => ({ default: (await import('./version-dialog')).VersionDialog }));

interface Shown {
  readonly info: SnapshotInfo;
  readonly version: Article;
}

/** Every kept version of the article, newest first; each can be compared with the present text, and restored. */
export function HistoryPanel() {
  const { t } = useTranslation();
  const id = useSelected(opened, (current) => current?.article.id);
  const listed = useStore(snapshots);
  const [shown, setShown] = useState<Shown | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another article has another history
  useEffect(() => void refreshSnapshots(), [id]);
  const show = async (info: SnapshotInfo): Promise<void> => {
    const version = await readSnapshot(info.id);
    if (version) setShown({ info, version });
  };
  return (
    <div className="panel-body">
      <Button className="history-keep" onClick={() => runCommand('snapshot.create')}>
        <Bookmark size={14} aria-hidden="true" /> {t('command.snapshot.create')}
      </Button>
      {listed?.length === 0 && (
        <EmptyState title={t('app.history.empty')}>
          <p>{t('app.history.empty-hint')}</p>
        </EmptyState>
      )}
      <ol className="card-list timeline">
        {listed?.map((info) => (
          <Row key={info.id} info={info} onShow={() => void show(info)} />
        ))}
      </ol>
      <Suspense>
        {shown && <VersionDialog info={shown.info} version={shown.version} onClose={() => setShown(null)} />}
      </Suspense>
    </div>
  );
}

function Row({ info, onShow }: { readonly info: SnapshotInfo; readonly onShow: () => void }) {
  const { t, language } = useTranslation();
  const Icon = info.reason === 'named' ? Bookmark : History;
  return (
    <li className="timeline-row" data-reason={info.reason}>
      <button type="button" className="timeline-show" onClick={onShow}>
        <Icon size={14} aria-hidden="true" />
        <span className="timeline-when">{showWhen(info.at, language)}</span>
        <span className="timeline-why">{whyKept(t, info)}</span>
      </button>
      <IconButton
        icon={Trash2}
        label={t('app.history.forget', { when: showWhen(info.at, language) })}
        onClick={() => void forgetSnapshot(info.id)}
      />
    </li>
  );
}
