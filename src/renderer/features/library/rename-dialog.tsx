import { useState } from 'react';
import { call } from '../../bridge/bridge';
import { library, refreshLibrary } from '../../session/app-session';
import { adopt, flush, opened } from '../../session/article-session';
import { complain } from '../../session/notices';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

/** Gives an article another headline; its folder follows. */
export function RenameDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(
    () => library.get().articles.find((article) => article.id === id)?.title ?? '',
  );

  const rename = async (): Promise<void> => {
    const isOpen = opened.get()?.article.id === id;
    if (isOpen) await flush();
    const renamed = await call('article.rename', { id, title: title.trim() });
    if (!renamed.ok) complain(renamed);
    else if (isOpen) adopt(renamed.value.article, renamed.value.base);
    await refreshLibrary();
    onClose();
  };
  return (
    <Dialog title={t('app.rename.title')} closeLabel={t('app.close')} onClose={onClose} size="small">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <label className="form-field">
          <span>{t('app.editor.headline')}</span>
          <input type="text" value={title} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <div className="form-actions">
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={title.trim() === ''}>
            {t('app.rename.apply')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
