import { type FormEvent, useState } from 'react';
import { keepNamed } from '../../session/history-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

/** Keeps the article as it stands, under a name. */
export function KeepDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    void keepNamed(name.trim());
    onClose();
  };
  return (
    <Dialog title={t('command.snapshot.create')} closeLabel={t('app.close')} onClose={onClose} size="small">
      <form className="form" onSubmit={submit}>
        <label className="form-field">
          <span>{t('app.history.name')}</span>
          <input type="text" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <div className="form-actions">
          <Button type="submit" tone="primary" disabled={name.trim() === ''}>
            {t('app.history.keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
