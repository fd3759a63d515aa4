import { FilePlus2, FolderInput, SlidersHorizontal, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import { fieldText } from '#core/body/fields';
import { parseQuery } from '#core/search/parse-query';
import { runCommand, useCommands } from '../../commands/registry';
import { desk } from '../../session/app-session';
import { openArticle, opened } from '../../session/article-session';
import { focusWhenOpen } from '../../session/editor-port';
import { libraryProblems, today } from '../../session/library-session';
import { tell } from '../../session/notices';
import {
  endSimilar,
  type LibraryWish,
  librarySearch,
  libraryWish,
  searchFor,
  showSimilar,
} from '../../session/search-session';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';
import { QueryProblems } from '../../ui/query-problems';
import { showNumber } from '../../ui/time';
import { FacetList } from './facet-list';
import { countChosen } from './facet-values';
import { useFold } from './fold-state';
import { hasWords } from './folders';
import { IndexState } from './index-state';
import type { RowActions } from './library-row';
import { NothingHere } from './nothing-here';
import { ProblemList } from './problem-list';
import { QueryHelp } from './query-help';
import { keepSearch } from './recent';
import { RenameDialog } from './rename-dialog';
import { ResultRows, type RowsHandle } from './result-rows';
import { SaveDialog } from './save-dialog';
import { SearchField } from './search-field';
import { SmartFolders } from './smart-folders';
import { SortMenu } from './sort-menu';
import { restoreArticle, trashArticle } from './trash';
import { type Listing, useListing } from './use-listing';
import './library.css';

type Named = Pick<ArticleSummary, 'id' | 'title'>;
type OpenDialog = 'save' | 'help' | { readonly rename: Named } | null;

/** What is on the stone: every article of the desk, found by words and filters, or what lies in its trash. */
export function LibraryPane() {
  const { t } = useTranslation();
  const current = useStore(desk);
  const openId = useSelected(opened, (article) => article?.article.id);
  const { text, typing, shelf, like } = useStore(librarySearch);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const listing = useListing();
  const field = useRef<HTMLInputElement>(null);
  const rows = useRef<RowsHandle>(null);
  const parsed = useMemo(() => parseQuery(text, { today: today(), typing }), [text, typing]);
  const isRanked = hasWords(parsed.query);
  const actions = useRowActions((article) => setDialog({ rename: article }));

  useWish((wish) => {
    if (wish === 'save') setDialog(saysSomething() ? 'save' : null);
    else if (wish === 'field' || !rows.current?.focus()) field.current?.select();
  });
  useArticleCommands((article) => setDialog({ rename: article }));

  return (
    <nav className="library" aria-label={t('library.label')}>
      <LibraryHeader name={current?.name} />
      {current && (
        <>
          <SearchField field={field} onDown={() => rows.current?.focus()} onHelp={() => setDialog('help')} />
          <QueryProblems t={t} text={text} problems={parsed.problems} field={field} />
          <LikeChip />
          <SmartFolders key={current.id} />
          <ListHead listing={listing} isRanked={isRanked} />
          <IndexState />
        </>
      )}
      <ResultRows
        ref={rows}
        listing={listing}
        isQuoting={like === null && isRanked}
        openId={openId}
        actions={actions}
        onUp={() => field.current?.focus()}
      />
      {(listing.total === 0 || current === null) && <NothingHere hasDesk={current !== null} />}
      {shelf === 'articles' && <Problems />}
      <Dialogs open={dialog} onClose={() => setDialog(null)} />
    </nav>
  );
}

function Dialogs({ open, onClose }: { readonly open: OpenDialog; readonly onClose: () => void }) {
  if (open === null) return null;
  if (open === 'save') return <SaveDialog onClose={onClose} />;
  if (open === 'help') return <QueryHelp onClose={onClose} />;
  return <RenameDialog article={open.rename} onClose={onClose} />;
}

function LibraryHeader({ name }: { readonly name: string | undefined }) {
  const { t } = useTranslation();
  return (
    <header className="library-header">
      <h1 className="library-desk" title={name}>
        {name ?? 'Marbre'}
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
    </header>
  );
}

function Problems() {
  return <ProblemList problems={useStore(libraryProblems)} />;
}

function LikeChip() {
  const { t } = useTranslation();
  const { like } = useStore(librarySearch);
  if (!like) return null;
  const title = like.title || t('app.untitled');
  return (
    <p className="library-like">
      <span>{t('library.like', { title })}</span>
      <IconButton icon={X} label={t('library.like-end', { title })} onClick={endSimilar} />
    </p>
  );
}

/** How many there are, in what order, and what they are of. */
function ListHead({ listing, isRanked }: { readonly listing: Listing; readonly isRanked: boolean }) {
  const { t, language } = useTranslation();
  const { text, like } = useStore(librarySearch);
  const [isNarrowing, toggle] = useFold('facets');
  const { total, facets } = listing;
  const chosen = countChosen(text);
  const found = { count: total ?? 0, number: showNumber(total ?? 0, language) };
  return (
    <>
      <div className="list-head">
        <p role="status" className="list-count">
          {total !== null && t(total === 0 ? 'library.found-none' : 'library.found', found)}
        </p>
        {like === null && (
          <>
            <SortMenu isRanked={isRanked} />
            <button
              type="button"
              className="list-narrow"
              aria-expanded={isNarrowing}
              aria-controls={isNarrowing ? 'library-facets' : undefined}
              onClick={toggle}
            >
              <SlidersHorizontal size={14} strokeWidth={1.75} aria-hidden="true" />
              {chosen === 0 ? t('library.narrow') : t('library.narrow-chosen', { count: chosen })}
            </button>
          </>
        )}
      </div>
      {isNarrowing && like === null && <FacetList facets={facets} />}
    </>
  );
}

/** What can be done with the article that is open. */
function useArticleCommands(rename: (article: Named) => void): void {
  const withOpened = (act: (article: Named) => void) => (): void => {
    const article = opened.get()?.article;
    if (article) act({ id: article.id, title: fieldText(article.body, 'headline') });
  };
  useCommands({
    'article.rename': withOpened(rename),
    'article.trash': withOpened((article) => void trashArticle(article)),
  });
}

/** The same object for as long as the shelf is the same: rows are drawn again only when theirs changes. */
function useRowActions(rename: (article: Named) => void): RowActions {
  const { shelf } = useStore(librarySearch);
  const latest = useRef(rename);
  latest.current = rename;
  return useMemo((): RowActions => {
    const restore = ({ id }: ArticleSummary): void => {
      void restoreArticle(id).then(() => searchFor({ text: '', typing: false, shelf: 'articles' }));
    };
    if (shelf === 'trash') return { open: restore, restore };
    return {
      open: ({ id }) => {
        keepSearch();
        focusWhenOpen();
        void openArticle(id);
      },
      similar: showSimilar,
      rename: (article) => latest.current(article),
      trash: (article) => void trashArticle(article),
    };
  }, [shelf]);
}

/** Does once what was wanted of the library, also when it had to be shown first. */
function useWish(fulfil: (wish: LibraryWish) => void): void {
  const wish = useStore(libraryWish);
  const latest = useRef(fulfil);
  latest.current = fulfil;
  useEffect(() => {
    if (wish === null) return;
    libraryWish.set(null);
    latest.current(wish);
  }, [wish]);
}

/** A search that asks for nothing is not worth a folder: there is one for everything already. */
function saysSomething(): boolean {
  const { text, like } = librarySearch.get();
  const isSomething = text.trim() !== '' && like === null;
  if (!isSomething) tell('library.save-nothing');
  return isSomething;
}
