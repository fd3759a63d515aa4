import { useVirtualizer } from '@tanstack/react-virtual';
import { FilePlus2, FolderInput, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { fieldText } from '#core/body/fields';
import { runCommand, useCommands } from '../../commands/registry';
import { desk } from '../../session/app-session';
import { openArticle, opened } from '../../session/article-session';
import { focusWhenOpen } from '../../session/editor-port';
import { libraryProblems } from '../../session/library-session';
import type { ListState, ResultList } from '../../session/result-list';
import { libraryQuery } from '../../session/show-list';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { useResultList } from '../../session/use-result-list';
import { IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
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
  const problems = useStore(libraryProblems);
  const openId = useSelected(opened, (current) => current?.article.id);
  const [filter, setFilter] = useState('');
  const [isTrash, setTrash] = useState(false);
  const [renaming, setRenaming] = useState<Named | null>(null);
  const { list, state } = useResultList({
    query: filter,
    typing: true,
    shelf: isTrash ? 'trash' : 'articles',
  });
  const filterField = useRef<HTMLInputElement>(null);
  useEffect(
    () =>
      libraryQuery.subscribe(() => {
        setTrash(false);
        setFilter(libraryQuery.get()?.query ?? '');
        filterField.current?.focus();
      }),
    [],
  );

  useCommands({
    'focus.library': () => filterField.current?.focus(),
    'article.rename': () => setRenaming(openedName()),
    'article.trash': () => {
      const article = openedName();
      if (article) void trashArticle(article);
    },
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
        list={list}
        state={state}
        openId={openId}
        onOpen={(id) => {
          if (isTrash) void restoreArticle(id).then(() => setTrash(false));
          else {
            focusWhenOpen();
            void openArticle(id);
          }
        }}
        onTrash={isTrash ? undefined : (article) => void trashArticle(article)}
        onRename={isTrash ? undefined : setRenaming}
        isTrash={isTrash}
      />
      {(state.total === 0 || current === null) && (
        <NothingHere isTrash={isTrash} isFiltered={filter.trim() !== ''} hasDesk={current !== null} />
      )}
      {!isTrash && <ProblemList problems={problems} />}
      {renaming && <RenameDialog article={renaming} onClose={() => setRenaming(null)} />}
    </nav>
  );
}

type Named = Pick<ArticleSummary, 'id' | 'title'>;

function openedName(): Named | null {
  const article = opened.get()?.article;
  return article ? { id: article.id, title: fieldText(article.body, 'headline') } : null;
}

interface RowsProps {
  readonly list: ResultList;
  readonly state: ListState;
  readonly openId: string | undefined;
  readonly isTrash: boolean;
  readonly onOpen: (id: string) => void;
  readonly onTrash: ((article: Named) => void) | undefined;
  readonly onRename: ((article: Named) => void) | undefined;
}

function Rows({ list, state, openId, isTrash, onOpen, onTrash, onRename }: RowsProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: state.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => list.reach(first, last), [list, first, last]);
  return (
    <div ref={scroller} className="library-scroll">
      <ul
        className="library-rows"
        style={{ height: rows.getTotalSize() }}
        aria-label={t('app.library.articles')}
      >
        {shown.map((row) => {
          const article = state.hits.get(row.index)?.article;
          return article ? (
            <LibraryRow
              key={article.id}
              article={article}
              top={row.start}
              isOpen={article.id === openId}
              isTrash={isTrash}
              onOpen={() => onOpen(article.id)}
              onTrash={onTrash && (() => onTrash(article))}
              onRename={onRename && (() => onRename(article))}
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
