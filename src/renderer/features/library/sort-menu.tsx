import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import { type SortKey, sortKeys } from '#core/search/request';
import { librarySearch, searchFor } from '../../session/search-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';
import { askedSort, ownOrder } from './folders';

/** What is read from its small end first. */
const ascendingAtFirst: ReadonlySet<SortKey> = new Set([
  'due',
  'title',
  'status',
  'section',
  'byline',
  'language',
]);

/** By what the list is in order, and which way. `isRanked`: some hits are better than others. */
export function SortMenu({ isRanked }: { readonly isRanked: boolean }) {
  const { t } = useTranslation();
  const { sort, text, typing } = useStore(librarySearch);
  const { by, descending } = sort ?? ownOrder;
  const choose = (next: { readonly by: SortKey; readonly descending: boolean }): void =>
    searchFor({ sort: askedSort(next), text, typing });
  return (
    <>
      <select
        className="library-sort"
        aria-label={t('library.sort-by')}
        title={t('library.sort-by')}
        value={by}
        onChange={(event) => {
          const key = sortKeys.find((one) => one === event.target.value) ?? ownOrder.by;
          choose({ by: key, descending: !ascendingAtFirst.has(key) });
        }}
      >
        {sortKeys.map((key) => (
          <option key={key} value={key}>
            {t(key === 'relevance' && !isRanked ? 'library.sort-own' : `library.sort.${key}`)}
          </option>
        ))}
      </select>
      {sort && (
        <IconButton
          icon={descending ? ArrowDownWideNarrow : ArrowUpNarrowWide}
          label={t(descending ? 'library.descending' : 'library.ascending')}
          onClick={() => choose({ by, descending: !descending })}
        />
      )}
    </>
  );
}
