import { ArchiveRestore, PencilLine, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { stageOf } from '#core/desk/statuses';
import { statusLabel } from '#core/messages/statuses';
import { desk, vocabulary } from '../../session/app-session';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';
import { tagLabel } from '../../ui/tag-label';
import { showDay, showWhen } from '../../ui/time';

interface Props {
  readonly article: ArticleSummary;
  readonly top: number;
  readonly isOpen: boolean;
  readonly isTrash: boolean;
  readonly onOpen: () => void;
  readonly onTrash: (() => void) | undefined;
  readonly onRename: (() => void) | undefined;
  readonly onMove: (event: KeyboardEvent<HTMLElement>) => void;
}

export function LibraryRow({ article, top, isOpen, isTrash, onOpen, onTrash, onRename, onMove }: Props) {
  const { t, language } = useTranslation();
  const tags = useStore(vocabulary);
  const statuses = useSelected(desk, (current) => current?.statuses) ?? [];
  const stage = stageOf(statuses, article.status);
  const title = article.title || t('app.untitled');
  const when = article.published
    ? showDay(article.published, language)
    : showWhen(article.modified, language);
  return (
    <li className="library-row" data-open={isOpen || undefined} style={{ top }}>
      <button
        type="button"
        className="library-row-open"
        aria-current={isOpen || undefined}
        onClick={onOpen}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') onMove(event);
          if (event.key === 'Delete') onTrash?.();
        }}
      >
        <span className="library-row-title" lang={article.language}>
          {title}
        </span>
        <span className="library-row-facts">
          <span className={`status status-${stage}`}>
            {statusLabel(t, language, statuses, article.status)}
          </span>
          <time>{when}</time>
        </span>
        <span className="library-row-tags">
          <ClaimSummary article={article} />
          {article.tags.map((id) => tagLabel(tags, id, language)).join(' · ')}
        </span>
      </button>
      <span className="library-row-actions">
        {isTrash && (
          <IconButton icon={ArchiveRestore} label={t('app.library.restore')} onClick={onOpen} tabIndex={-1} />
        )}
        {onRename && (
          <IconButton
            icon={PencilLine}
            label={t('command.article.rename')}
            onClick={onRename}
            tabIndex={-1}
          />
        )}
        {onTrash && (
          <IconButton icon={Trash2} label={t('command.article.trash')} onClick={onTrash} tabIndex={-1} />
        )}
      </span>
    </li>
  );
}

function ClaimSummary({ article }: { readonly article: ArticleSummary }) {
  const { t } = useTranslation();
  const { checked, total, stale } = article.claims;
  if (total === 0) return null;
  return (
    <span className="library-row-claims" title={t('checking.progress', { checked, total })}>
      {checked}/{total}
      {stale > 0 && <span className="stale-count"> · {t('checking.stale-count', { count: stale })}</span>}
    </span>
  );
}
