import { ArchiveRestore, type LucideIcon, PencilLine, Telescope, Trash2 } from 'lucide-react';
import { type KeyboardEvent, memo, useState } from 'react';
import type { ArticleSummary } from '#core/article/summary';
import type { ExcerptPiece, SearchHit } from '#core/search/request';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';
import { RowFacts, RowTags } from './row-facts';

/** What can be done with a row; what is missing cannot be done on this shelf. */
export interface RowActions {
  readonly open: (article: ArticleSummary) => void;
  readonly restore?: (article: ArticleSummary) => void;
  readonly similar?: (article: ArticleSummary) => void;
  readonly rename?: (article: ArticleSummary) => void;
  readonly trash?: (article: ArticleSummary) => void;
}

interface Props {
  /** Undefined: not here yet. */
  readonly hit: SearchHit | undefined;
  readonly index: number;
  readonly count: number;
  /** CSS pixels from the head of the list. */
  readonly top: number;
  readonly isQuoting: boolean;
  readonly isOpen: boolean;
  /** The row that Tab leads to. */
  readonly isActive: boolean;
  readonly onFocus: (index: number) => void;
  readonly actions: RowActions;
}

/** One place of the list. It stays the same element while its article arrives: the focus would be lost. */
export const LibraryRow = memo(function LibraryRow(props: Props) {
  const { hit, index, count, top, isOpen, isActive, onFocus, actions } = props;
  const { t } = useTranslation();
  // Icons are dear to draw: a list that flies by has none.
  const [isNear, setNear] = useState(false);
  return (
    <li
      className="library-row"
      data-open={isOpen || undefined}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${top}px)` }}
      onKeyDown={walkActions}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      <button
        type="button"
        className="library-row-open"
        data-index={index}
        tabIndex={isActive ? 0 : -1}
        aria-current={isOpen || undefined}
        aria-busy={hit === undefined}
        onFocus={() => onFocus(index)}
        onClick={() => hit && actions.open(hit.article)}
        onKeyDown={(event) => {
          if (event.key === 'Delete' && hit) actions.trash?.(hit.article);
        }}
      >
        {hit ? (
          <RowText hit={hit} isQuoting={props.isQuoting} />
        ) : (
          <span className="library-row-empty">
            <span className="visually-hidden">{t('library.reading')}</span>
          </span>
        )}
      </button>
      {hit && (isNear || isActive) && <RowButtons article={hit.article} actions={actions} />}
    </li>
  );
});

function RowText({ hit, isQuoting }: { readonly hit: SearchHit; readonly isQuoting: boolean }) {
  const { t } = useTranslation();
  const { article, title, excerpt } = hit;
  return (
    <>
      <span className="library-row-title" lang={article.language}>
        {isQuoting && title.length > 0 ? <Pieces of={title} /> : article.title || t('app.untitled')}
      </span>
      {isQuoting && (
        <span className="library-row-excerpt" lang={article.language}>
          <Pieces of={excerpt} />
        </span>
      )}
      <RowFacts article={article} />
      <RowTags tags={article.tags} />
    </>
  );
}

/** What was searched for, marked; each piece begins at a place of its own, which makes its key. */
function Pieces({ of }: { readonly of: readonly ExcerptPiece[] }) {
  let at = 0;
  return of.map(({ text, hit }) => {
    const key = at;
    at += text.length;
    return hit ? <mark key={key}>{text}</mark> : text;
  });
}

function RowButtons({
  article,
  actions,
}: {
  readonly article: ArticleSummary;
  readonly actions: RowActions;
}) {
  const { t } = useTranslation();
  const buttons: readonly [((article: ArticleSummary) => void) | undefined, LucideIcon, string][] = [
    [actions.restore, ArchiveRestore, t('library.restore')],
    [actions.similar, Telescope, t('command.article.similar')],
    [actions.rename, PencilLine, t('command.article.rename')],
    [actions.trash, Trash2, t('command.article.trash')],
  ];
  return (
    <span className="library-row-actions">
      {buttons.map(
        ([run, icon, label]) =>
          run && (
            <IconButton key={label} icon={icon} label={label} onClick={() => run(article)} tabIndex={-1} />
          ),
      )}
    </span>
  );
}

/** Right and Left walk from a row to what can be done with it and back, as in a grid. */
export function walkActions(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  buttons[at + step]?.focus();
  event.preventDefault();
}
