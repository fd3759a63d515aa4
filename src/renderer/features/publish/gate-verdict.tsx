import { CircleCheck, OctagonAlert, ShieldAlert, TriangleAlert } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Output } from '#core/ipc/contract';
import { runCommand } from '../../commands/registry';
import { desk } from '../../session/app-session';
import { override, signerName } from '../../session/gate-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { NameField } from '../../ui/name-field';
import { showNumber } from '../../ui/time';
import { useFocusBack } from '../../ui/use-focus-back';

interface Props {
  readonly rendered: Output<'export.render'>;
  readonly onClose: () => void;
  readonly onOverridden: () => void;
}

const icons = {
  ready: CircleCheck,
  warned: TriangleAlert,
  overridden: ShieldAlert,
  refused: OctagonAlert,
} as const;

/** What the gate says of the copy that is about to leave, and, where it refuses, the way past it with a reason. */
export function GateVerdict({ rendered, onClose, onOverridden }: Props) {
  const { t, language } = useTranslation();
  const mode = useStore(desk)?.gate.mode ?? 'warn';
  const { blockers: count, refused } = rendered;
  const letOut = mode === 'refuse' ? 'overridden' : 'warned';
  const state = count === 0 ? 'ready' : refused ? 'refused' : letOut;
  const Icon = icons[state];
  return (
    <div className="export-gate" data-state={state}>
      <p role="status">
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        <span>
          {count === 0
            ? t('gate.export.ready')
            : t('gate.export.blocked', { count, number: showNumber(count, language) })}
          {state === 'refused' && ` ${t('gate.export.refused')}`}
          {state === 'overridden' && ` ${t('gate.export.overridden')}`}
        </span>
      </p>
      {count > 0 && (
        <Button
          className="export-gate-show"
          onClick={() => {
            onClose();
            runCommand('panel.gate');
          }}
        >
          {t('gate.export.show')}
        </Button>
      )}
      {refused && <Override onOverridden={onOverridden} />}
    </div>
  );
}

function Override({ onOverridden }: Pick<Props, 'onOverridden'>) {
  const { t } = useTranslation();
  const { isOpen, open, close, button } = useFocusBack();
  if (isOpen) return <OverrideForm onOverridden={onOverridden} onCancel={close} />;
  return (
    <Button ref={button} className="export-override" onClick={open}>
      {t('gate.override')}
    </Button>
  );
}

interface FormProps extends Pick<Props, 'onOverridden'> {
  readonly onCancel: () => void;
}

function OverrideForm({ onOverridden, onCancel }: FormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(signerName);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await override(by, reason)) onOverridden();
  };
  return (
    <form
      className="export-override-form"
      aria-label={t('gate.override-title')}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Escape leaves the form, not the dialog.
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <label className="form-field">
        <span>{t('gate.override-reason')}</span>
        <input
          type="text"
          // biome-ignore lint/a11y/noAutofocus: the form stands in the place of the button that was pressed
          autoFocus
          maxLength={20_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <NameField label={t('gate.name')} value={by} onChange={setBy} />
      <Button type="submit" tone="primary" disabled={reason.trim() === '' || by.trim() === ''}>
        {t('gate.override-do')}
      </Button>
    </form>
  );
}
