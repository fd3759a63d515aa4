import { ChevronRight, PencilLine, Pin, PinOff, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { SavedSearch } from '#core/desk/schema';
import { desk } from '../../session/app-session';
import { librarySearch, searchFor } from '../../session/search-session';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';
import { showNumber } from '../../ui/time';
import { useFold } from './fold-state';
import { builtInFolders, inOrder, isSame } from './folders';
import { walkActions } from './library-row';
import { SaveDialog } from './save-dialog';
import { changeSearch, openSearch, removeSearch } from './saved-searches';
import { useCounts } from './use-counts';

const noSearches: readonly SavedSearch[] = [];

/** Searches that are kept like folders: those that every desk has, and the desk's own. */
export function SmartFolders() {
  const { t } = useTranslation();
  const [isOpen, toggle] = useFold('folders');
  const searches = useSelected(desk, (current) => current?.searches) ?? noSearches;
  const { text, sort, shelf, like } = useStore(librarySearch);
  const counts = useCounts(
    [...builtInFolders, ...searches].map(({ query }) => query),
    isOpen,
  );
  const [renaming, setRenaming] = useState<SavedSearch | null>(null);
  const isAsked = (query: string): boolean =>
    shelf === 'articles' && like === null && text.trim() === query && !searches.some(isCurrent);
  const isCurrent = (search: SavedSearch): boolean =>
    shelf === 'articles' && like === null && isSame(search, text, sort);
  const show = (query: string): void => searchFor({ text: query, typing: false, shelf: 'articles' });
  return (
    <section className="folders" aria-label={t('library.folders')}>
      <button type="button" className="fold" aria-expanded={isOpen} onClick={toggle}>
        <ChevronRight size={14} aria-hidden="true" />
        {t('library.folders')}
      </button>
      {isOpen && (
        <ul className="folder-list" onKeyDown={walkFolders}>
          {inOrder(searches).map((search) => (
            <Folder
              key={search.id}
              name={search.name}
              count={counts.get(search.query)}
              isCurrent={isCurrent(search)}
              mark={search.pinned && <Pin size={11} aria-label={t('library.pinned')} />}
              onOpen={() => openSearch(search)}
              actions={<FolderActions search={search} onRename={() => setRenaming(search)} />}
            />
          ))}
          {builtInFolders.map(({ id, query }) => (
            <Folder
              key={`built-in ${id}`}
              name={t(`library.folder.${id}`)}
              count={counts.get(query)}
              isCurrent={isAsked(query)}
              onOpen={() => show(query)}
            />
          ))}
          <Folder
            name={t('library.folder.trash')}
            count={undefined}
            isCurrent={shelf === 'trash'}
            onOpen={() => searchFor({ text: '', typing: false, shelf: 'trash' })}
          />
        </ul>
      )}
      {renaming && <SaveDialog saved={renaming} onClose={() => setRenaming(null)} />}
    </section>
  );
}

interface FolderProps {
  readonly name: string;
  /** Undefined: not counted (yet). */
  readonly count: number | undefined;
  readonly isCurrent: boolean;
  readonly mark?: ReactNode;
  readonly onOpen: () => void;
  readonly actions?: ReactNode;
}

function Folder({ name, count, isCurrent, mark, onOpen, actions }: FolderProps) {
  const { language } = useTranslation();
  return (
    <li className="folder" onKeyDown={walkActions}>
      <button type="button" className="folder-open" aria-current={isCurrent || undefined} onClick={onOpen}>
        <span className="folder-name">{name}</span>
        {mark}
        <span className="folder-count">{count !== undefined && showNumber(count, language)}</span>
      </button>
      {actions}
    </li>
  );
}

interface ActionsProps {
  readonly search: SavedSearch;
  readonly onRename: () => void;
}

function FolderActions({ search, onRename }: ActionsProps) {
  const { t } = useTranslation();
  const { id, name, pinned } = search;
  return (
    <span className="folder-actions">
      <IconButton
        icon={pinned ? PinOff : Pin}
        label={t(pinned ? 'library.unpin' : 'library.pin', { name })}
        onClick={() => void changeSearch(id, { pinned: !pinned })}
        tabIndex={-1}
      />
      <IconButton icon={PencilLine} label={t('library.rename', { name })} onClick={onRename} tabIndex={-1} />
      <IconButton
        icon={X}
        label={t('library.remove', { name })}
        onClick={() => void removeSearch(search)}
        tabIndex={-1}
      />
    </span>
  );
}

/** Up and Down walk from folder to folder. */
function walkFolders(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey) return;
  const folders = [...event.currentTarget.querySelectorAll<HTMLElement>('.folder-open')];
  const here = document.activeElement?.closest('.folder')?.querySelector<HTMLElement>('.folder-open');
  folders[(here ? folders.indexOf(here) : -1) + step]?.focus();
  event.preventDefault();
}
