import { runCommand } from '../../commands/registry';
import { libraryStatus } from '../../session/library-session';
import { librarySearch, searchFor } from '../../session/search-session';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { withoutFilters } from './facet-values';

/** What to do where the list is empty. */
export function NothingHere({ hasDesk }: { readonly hasDesk: boolean }) {
  const { t } = useTranslation();
  const { text, shelf, like } = useStore(librarySearch);
  if (!hasDesk) return <NoDesk />;
  if (like) return <EmptyState title={t('library.like-none')} />;
  if (text.trim() !== '') return <NothingFound />;
  if (shelf === 'trash') return <EmptyState title={t('library.empty-trash')} />;
  return (
    <EmptyState title={t('library.empty')}>
      <p>{t('library.empty-hint')}</p>
      <p className="empty-actions">
        <Button onClick={() => runCommand('article.new')}>{t('command.article.new')}</Button>
        <Button onClick={() => runCommand('intake.import')}>{t('command.intake.import')}</Button>
        <Button onClick={() => runCommand('intake.folder')}>{t('command.intake.folder')}</Button>
      </p>
    </EmptyState>
  );
}

function NoDesk() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('library.no-desk')}>
      <p>{t('library.no-desk-hint')}</p>
      <p className="empty-actions">
        <Button onClick={() => runCommand('desk.open')}>{t('command.desk.open')}</Button>
        <Button onClick={() => runCommand('desk.create')}>{t('command.desk.create')}</Button>
      </p>
    </EmptyState>
  );
}

/** A search that finds nothing: what may be wrong with it, and where else to look. */
function NothingFound() {
  const { t } = useTranslation();
  const { text, shelf } = useStore(librarySearch);
  const isBuilding = useSelected(libraryStatus, (status) => status?.state === 'building');
  const words = withoutFilters(text);
  const isTrash = shelf === 'trash';
  return (
    <EmptyState title={t(isTrash ? 'library.no-match-trash' : 'library.no-match')}>
      {words !== '' && <p>{t(isBuilding ? 'library.no-match-building' : 'library.no-match-hint')}</p>}
      <p className="empty-actions">
        {words !== '' && words !== text.trim() && (
          <Button onClick={() => searchFor({ text: words, typing: false })}>
            {t('library.try-unfiltered')}
          </Button>
        )}
        {!isTrash && (
          <Button onClick={() => searchFor({ text, typing: false, shelf: 'trash' })}>
            {t('library.try-trash')}
          </Button>
        )}
        <Button onClick={() => searchFor({ text: '', typing: false, shelf: 'articles' })}>
          {t('library.try-everything')}
        </Button>
      </p>
    </EmptyState>
  );
}
