import { type FormEvent, useEffect, useState } from 'react';
import { nextRole } from '#core/claims/gate-view';
import { type Role, roles } from '#core/claims/values';
import { type GateView, sign, signerName } from '../../session/gate-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { ChoiceField } from '../../ui/commit-field';
import { NameField } from '../../ui/name-field';

interface Props {
  readonly view: GateView;
  /** The role that a blocker asked for. */
  readonly asked: Role | undefined;
}

/** Puts a signature under the copy as it stands. */
export function SignForm({ view, asked }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Role | null>(null);
  const [by, setBy] = useState(signerName);
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (asked) setChosen(asked);
  }, [asked]);
  const role = chosen ?? nextRole(view.signOffs, view.desk.gate);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const isSigned = await sign({ role, by, note });
    setBusy(false);
    if (!isSigned) return;
    setNote('');
    setChosen(null);
  };
  return (
    <section aria-labelledby="sign-heading">
      <h3 id="sign-heading" className="panel-heading">
        {t('gate.sign')}
      </h3>
      <form className="form sign-form" onSubmit={(event) => void submit(event)}>
        <ChoiceField
          label={t('gate.role')}
          value={role}
          onChoose={setChosen}
          choices={roles.map((one) => {
            const name = t(`checking.role.${one}`);
            const isRequired = view.desk.gate.roles.includes(one);
            return [one, isRequired ? t('gate.role-required', { role: name }) : name];
          })}
        />
        <NameField label={t('gate.name')} value={by} onChange={setBy} />
        <label className="form-field">
          <span>{t('gate.note')}</span>
          <textarea
            rows={1}
            maxLength={20_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <div className="form-actions">
          <Button type="submit" tone="primary" aria-disabled={isBusy} disabled={by.trim() === ''}>
            {t('gate.sign-do')}
          </Button>
        </div>
      </form>
    </section>
  );
}
