import { useState } from 'react';
import { templateFrom, templateId } from '#core/desk/template-edit';
import { call } from '../../bridge/bridge';
import { flush, opened } from '../../session/article-session';
import { complain, tell } from '../../session/notices';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useTemplates } from './use-templates';

/** Keeps the open article as a template, under a name; one of that name is replaced. */
export function SaveTemplateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [templates] = useTemplates();
  const [name, setName] = useState('');
  const isEmpty = name.trim() === '';
  const replaced = isEmpty ? undefined : templates?.find(({ id }) => id === templateId(name));

  const save = async (): Promise<void> => {
    // Words that are still in a field or in the editor belong to it, too.
    await flush();
    const article = opened.get()?.article;
    if (!article || isEmpty) return;
    const saved = await call('template.save', { template: templateFrom(article, name) });
    if (!saved.ok) {
      complain(saved);
      return;
    }
    tell('metadata.template.saved', { name: name.trim() });
    onClose();
  };
  return (
    <Dialog
      title={t('metadata.template.save-title')}
      closeLabel={t('app.close')}
      onClose={onClose}
      size="small"
    >
      <form
        className="form save-template"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className="form-field">
          <span>{t('metadata.template.name')}</span>
          <input
            type="text"
            maxLength={120}
            value={name}
            aria-describedby="template-hint"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <p className="form-hint" id="template-hint">
          {t('metadata.template.save-hint')}
        </p>
        <p className="form-hint template-replaces" role="status">
          {replaced && t('metadata.template.replaces', { name: replaced.name })}
        </p>
        <div className="form-actions">
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={isEmpty || templates === null}>
            {t(replaced ? 'metadata.template.replace' : 'metadata.template.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
