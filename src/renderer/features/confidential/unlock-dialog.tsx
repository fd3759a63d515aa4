import { LockOpen } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { Failure } from '#core/failure';
import { failureSentence } from '#core/messages/index';
import { desk } from '../../session/app-session';
import { isUnlocking, withPassphrase } from '../../session/confidential-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { PassphraseField } from '../../ui/passphrase-field';
import './confidential.css';

/** Asks for the passphrase, as often as it takes. */
export function UnlockDialog() {
  const { t } = useTranslation();
  const open = useStore(desk);
  const [passphrase, setPassphrase] = useState('');
  const [isShown, setShown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const hint = useId();
  const form = useRef<HTMLFormElement>(null);
  const close = (): void => isUnlocking.set(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === '' || isBusy) return;
    setBusy(true);
    const unlocked = await withPassphrase({ task: 'unlock', passphrase });
    setBusy(false);
    if (unlocked.ok) return close();
    setProblem(unlocked);
    form.current?.querySelector('input')?.select();
  };
  return (
    <Dialog title={t('confidential.unlock-title')} closeLabel={t('app.close')} onClose={close} size="small">
      <form ref={form} className="form" onSubmit={(event) => void submit(event)}>
        <p className="form-hint" id={hint}>
          {t('confidential.unlock-what', { name: open?.name ?? '' })}
        </p>
        <PassphraseField
          label={t('confidential.passphrase')}
          name="passphrase"
          value={passphrase}
          isShown={isShown}
          describedBy={hint}
          onChange={setPassphrase}
        />
        <label className="form-check">
          <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
          <span>{t('confidential.show')}</span>
        </label>
        <div role="status" className="unlock-problem">
          {problem && <p className="form-problem">{failureSentence(t, problem)}</p>}
          {problem?.code === 'confidential.wrong-passphrase' && (
            <p className="form-hint">{t('confidential.unlock-lost')}</p>
          )}
        </div>
        <div className="form-actions">
          <Button type="submit" tone="primary" icon={LockOpen} disabled={passphrase === '' || isBusy}>
            {t(isBusy ? 'confidential.working' : 'confidential.unlock')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
