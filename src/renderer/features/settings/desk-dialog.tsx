import { desk } from '../../session/app-session';
import { changeChecking } from '../../session/desk-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Dialog } from '../../ui/dialog';
import { BackupFields } from './backup-fields';
import { ConfidentialFields } from './confidential-fields';
import { GateFields } from './gate-fields';
import { PublicationFields } from './publication-fields';
import { ScaleFields } from './scale-fields';
import { StatusFields } from './status-fields';
import './settings.css';

/** What the open desk asks of its checkers, what they may find, and its statuses. Every change holds at once. */
export function DeskDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const open = useStore(desk);
  if (!open) return null;
  return (
    <Dialog title={t('gate.desk.title')} closeLabel={t('app.close')} onClose={onClose} size="large">
      <form className="form desk-settings" onSubmit={(event) => event.preventDefault()}>
        {open.readOnly && <p className="form-problem">{t('gate.desk.read-only')}</p>}
        <fieldset className="form-group desk-settings-all" disabled={open.readOnly}>
          <legend className="visually-hidden">{open.name}</legend>
          <label className="form-check">
            <input
              type="checkbox"
              name="one-person"
              checked={open.onePerson}
              aria-describedby="one-person-hint"
              onChange={(event) => void changeChecking(() => ({ onePerson: event.target.checked }))}
            />
            <span>{t('gate.desk.one-person')}</span>
          </label>
          <p className="form-hint" id="one-person-hint">
            {t('gate.desk.one-person-hint')}
          </p>
          <ConfidentialFields />
          <GateFields gate={open.gate} />
          <ScaleFields scale={open.outcomeScale} />
          <PublicationFields key={open.id} publication={open.publication} />
          <StatusFields statuses={open.statuses} />
        </fieldset>
        <BackupFields />
      </form>
    </Dialog>
  );
}
