import { type FormEvent, useState } from 'react';
import { groupBlockers } from '#core/claims/gate-view';
import { type GateView, gateFocus, override, signerName } from '../../session/gate-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { NameField } from '../../ui/name-field';
import { showNumber } from '../../ui/time';
import { useFocusBack } from '../../ui/use-focus-back';

/** Publishing in spite of what blocks: a person says why, and the record names what was open. */
export function OverrideSection({ view }: { readonly view: GateView }) {
  const { t } = useTranslation();
  const { isOpen, open, close, button } = useFocusBack();
  if (!isOpen)
    return (
      <div className="card-actions">
        <Button ref={button} className="override-open" onClick={open}>
          {t('gate.override')}
        </Button>
      </div>
    );
  return <OverrideForm view={view} onCancel={close} />;
}

function OverrideForm({ view, onCancel }: { readonly view: GateView; readonly onCancel: () => void }) {
  const { t, language } = useTranslation();
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(signerName);
  const { blockers } = view.gate;
  const count = blockers.length;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await override(by, reason)) gateFocus.set({ part: 'verdict' });
  };
  return (
    <form
      className="form override-form"
      aria-label={t('gate.override-title')}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <p className="card-note">{t('gate.override-names', { count, number: showNumber(count, language) })}</p>
      <ul className="override-names">
        {groupBlockers(blockers).map(({ code, blockers: found }) => (
          <li key={code}>
            {t('gate.override-count', {
              group: t(`gate.group.${code}`),
              number: showNumber(found.length, language),
            })}
          </li>
        ))}
      </ul>
      <label className="form-field">
        <span>{t('gate.override-reason')}</span>
        <textarea
          // biome-ignore lint/a11y/noAutofocus: the form stands in the place of the button that was pressed
          autoFocus
          rows={2}
          maxLength={20_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <NameField label={t('gate.name')} value={by} onChange={setBy} />
      <div className="form-actions">
        <Button onClick={onCancel}>{t('app.cancel')}</Button>
        <Button type="submit" tone="primary" disabled={reason.trim() === '' || by.trim() === ''}>
          {t('gate.override-do')}
        </Button>
      </div>
    </form>
  );
}
