import { useVirtualizer } from '@tanstack/react-virtual';
import { FilePlus2, FolderInput, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { runCommand, useCommands } from '../../commands/registry';
import { desk, library, vocabulary } from '../../session/app-session';
import { openArticle, opened } from '../../session/article-session';
import { focusWhenOpen } from '../../session/editor-port';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { matches } from './filter';
import { LibraryRow } from './library-row';
import { ProblemList } from './problem-list';
import { RenameDialog } from './rename-dialog';
import { restoreArticle, trashArticle } from './trash';
import './library.css';

/** CSS pixels; library.css sets the same. */
const rowHeight = 98;

/** What is on the stone: every article of the desk, the newest first, or what lies in its trash. */
export function LibraryPane() {
  const { t } = useTranslation();
  const current = useStore(desk);
  const listed = useStore(library);
  const tags = useStore(vocabulary);
  const openId = useSelected(opened, (current) => current?.article.id);
  const [filter, setFilter] = useState('');
  const [isTrash, setTrash] = useState(false);
  const [renaming, setRenaming] = useState<string | null>(null);
  const query = useDeferredValue(filter);
  const list = isTrash ? listed.trash : listed.articles;
  const shown = useMemo(() => list.filter((article) => matches(article, tags, query)), [list, tags, query]);
  const filterField = useRef<HTMLInputElement>(null);

  useCommands({
    'focus.library': () => filterField.current?.focus(),
    'article.rename': () => setRenaming(openId ?? null),
    'article.trash': () => openId && void trashArticle(openId),
  });

  return (
    <nav className="library" aria-label={t('app.library.label')}>
      <header className="library-header">
        <h1 className="library-desk" title={current?.name}>
          {current?.name ?? 'Marbre'}
        </h1>
        <IconButton
          icon={FilePlus2}
          label={t('command.article.new')}
          onClick={() => runCommand('article.new')}
        />
        <IconButton
          icon={FolderInput}
          label={t('command.intake.import')}
          onClick={() => runCommand('intake.import')}
        />
        <IconButton
          icon={Trash2}
          label={t('app.library.trash')}
          pressed={isTrash}
          onClick={() => setTrash((before) => !before)}
        />
      </header>
      <input
        ref={filterField}
        className="library-filter"
        type="search"
        value={filter}
        placeholder={t(isTrash ? 'app.library.filter-trash' : 'app.library.filter')}
        aria-label={t('app.library.filter')}
        onChange={(event) => setFilter(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') focusRow(event);
        }}
      />
      {isTrash && <h2 className="library-heading">{t('app.library.trash')}</h2>}
      <Rows
        articles={shown}
        openId={openId}
        onOpen={(id) => {
          if (isTrash) void restoreArticle(id).then(() => setTrash(false));
          else {
            focusWhenOpen();
            void openArticle(id);
          }
        }}
        onTrash={isTrash ? undefined : (id) => void trashArticle(id)}
        onRename={isTrash ? undefined : setRenaming}
        isTrash={isTrash}
      />
      {shown.length === 0 && (
        <NothingHere isTrash={isTrash} isFiltered={list.length > 0} hasDesk={current !== null} />
      )}
      {!isTrash && <ProblemList problems={listed.problems} />}
      {renaming && <RenameDialog id={renaming} onClose={() => setRenaming(null)} />}
    </nav>
  );
}

interface RowsProps {
  readonly articles: readonly ArticleSummary[];
  readonly openId: string | undefined;
  readonly isTrash: boolean;
  readonly onOpen: (id: string) => void;
  readonly onTrash: ((id: string) => void) | undefined;
  readonly onRename: ((id: string) => void) | undefined;
}

function Rows({ articles, openId, isTrash, onOpen, onTrash, onRename }: RowsProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: articles.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  return (
    <div ref={scroller} className="library-scroll">
      <ul
        className="library-rows"
        style={{ height: rows.getTotalSize() }}
        aria-label={t('app.library.articles')}
      >
        {rows.getVirtualItems().map((row) => {
          const article = articles[row.index];
          return article ? (
            <LibraryRow
              key={article.id}
              article={article}
              top={row.start}
              isOpen={article.id === openId}
              isTrash={isTrash}
              onOpen={() => onOpen(article.id)}
              onTrash={onTrash && (() => onTrash(article.id))}
              onRename={onRename && (() => onRename(article.id))}
              onMove={focusRow}
            />
          ) : null;
        })}
      </ul>
    </div>
  );
}

/** Arrow keys walk the rows; the row itself is a button, so Return opens it. */
function focusRow(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.library-row-open')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = event.key === 'ArrowUp' ? at - 1 : at + 1;
  if (next < 0) document.querySelector<HTMLElement>('.library-filter')?.focus();
  else rows[Math.min(next, rows.length - 1)]?.focus();
  event.preventDefault();
}

interface NothingProps {
  readonly isTrash: boolean;
  readonly isFiltered: boolean;
  readonly hasDesk: boolean;
}

function NothingHere({ isTrash, isFiltered, hasDesk }: NothingProps) {
  const { t } = useTranslation();
  if (!hasDesk) return <EmptyState title={t('app.library.no-desk')} />;
  if (isFiltered) return <EmptyState title={t('app.library.no-match')} />;
  return <EmptyState title={t(isTrash ? 'app.library.empty-trash' : 'app.library.empty')} />;
}
