import { useState } from 'react';
import { call } from '../../bridge/bridge';
import { adopt, flush, opened } from '../../session/article-session';
import { refreshLibrary } from '../../session/library-session';
import { complain } from '../../session/notices';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

interface Props {
  readonly article: { readonly id: string; readonly title: string };
  readonly onClose: () => void;
}

/** Gives an article another headline; its folder follows. */
export function RenameDialog({ article, onClose }: Props) {
  const { id } = article;
  const { t } = useTranslation();
  const [title, setTitle] = useState(article.title);

  const rename = async (): Promise<void> => {
    const isOpen = opened.get()?.article.id === id;
    if (isOpen) await flush();
    const renamed = await call('article.rename', { id, title: title.trim() });
    if (!renamed.ok) complain(renamed);
    else if (isOpen) adopt(renamed.value.article, renamed.value.base);
    refreshLibrary();
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
