import { useState } from 'react';
import type { SavedSearch } from '#core/desk/schema';
import { tell } from '../../session/notices';
import { librarySearch } from '../../session/search-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { changeSearch, saveSearch } from './saved-searches';

interface Props {
  /** The saved search that gets another name; absent: the search that is in place is saved. */
  readonly saved?: SavedSearch;
  readonly onClose: () => void;
}

/** Asks what a saved search is to be called. */
export function SaveDialog({ saved, onClose }: Props) {
  const { t } = useTranslation();
  const { text } = useStore(librarySearch);
  const query = (saved?.query ?? text).trim();
  const [name, setName] = useState(saved?.name ?? query.slice(0, 120));
  const [isPinned, setPinned] = useState(saved?.pinned ?? false);
  const apply = (): void => {
    const called = name.trim();
    if (saved) void changeSearch(saved.id, { name: called, pinned: isPinned });
    else void saveSearch(called, isPinned).then(() => tell('library.saved', { name: called }));
    onClose();
  };
  return (
    <Dialog
      title={t(saved ? 'library.rename-title' : 'library.save-title')}
      closeLabel={t('app.close')}
      onClose={onClose}
      size="small"
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <label className="form-field">
          <span>{t('library.save-name')}</span>
          <input
            type="text"
            maxLength={120}
            value={name}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <p className="form-hint">
          {t('library.save-what', { query: query === '' ? t('library.save-everything') : query })}
        </p>
        <label className="form-check">
          <input type="checkbox" checked={isPinned} onChange={(event) => setPinned(event.target.checked)} />
          {t('library.save-pin')}
        </label>
        <div className="form-actions">
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={name.trim() === ''}>
            {t(saved ? 'library.rename-apply' : 'library.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
