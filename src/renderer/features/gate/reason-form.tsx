import { type FormEvent, type ReactNode, useState } from 'react';
import { gateFocus, signerName } from '../../session/gate-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { NameField } from '../../ui/name-field';

interface Props {
  readonly title: string;
  readonly label: string;
  readonly action: string;
  readonly className?: string;
  /** What the decision is about, above the fields. */
  readonly children?: ReactNode;
  /** Gives whether it was put on record. */
  readonly onDecide: (by: string, reason: string) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** A decision that somebody answers for: why, and who. Escape takes it back. */
export function ReasonForm({ title, label, action, className = '', children, onDecide, onCancel }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(signerName);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // The form goes with what it decided: the focus goes where the change is said.
    if (await onDecide(by, reason)) gateFocus.set({ part: 'verdict' });
  };
  return (
    <form
      className={`form ${className}`}
      aria-label={title}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      {children}
      <label className="form-field">
        <span>{label}</span>
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
          {action}
        </Button>
      </div>
    </form>
  );
}
