import { Lock, LockOpen, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { idleMinutes, type SealReport } from '#core/confidential/values';
import type { Failure, Result } from '#core/failure';
import {
  confidential,
  isUnlocking,
  lockSources,
  sealProgress,
  sealWholeDesk,
  stopSealing,
  withPassphrase,
} from '../../session/confidential-session';
import { complain, tell } from '../../session/notices';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { showNumber } from '../../ui/time';
import { PassphraseForm, type Passphrases } from './passphrase-form';

/** The passphrase of the desk's confidential sources: setting it, changing it, and what to do when it is lost. */
export function ConfidentialFields() {
  const { t } = useTranslation();
  const view = useStore(confidential);
  return (
    <fieldset className="form-group confidential-fields" data-state={view.state}>
      <legend>{t('confidential.title')}</legend>
      <p className="confidential-state" role="status">
        {view.state === 'locked' || view.state === 'damaged' ? (
          <Lock size={14} aria-hidden="true" />
        ) : (
          <LockOpen size={14} aria-hidden="true" />
        )}
        {t(`confidential.state.${view.state}`, { minutes: idleMinutes })}
      </p>
      {view.isUnfinished && <p className="form-problem">{t('confidential.unfinished')}</p>}
      {view.givenUp > 0 && <p className="form-hint">{t('confidential.given-up', { count: view.givenUp })}</p>}
      {view.state === 'none' && <SetUp />}
      {(view.state === 'locked' || view.state === 'unlocked') && <Keys isLocked={view.state === 'locked'} />}
      <Progress />
    </fieldset>
  );
}

function SetUp() {
  const { t } = useTranslation();
  const setUp = async ({ next }: Passphrases): Promise<Failure | null> => {
    const done = await withPassphrase({ task: 'set-up', passphrase: next });
    if (!done.ok) return done;
    tell('confidential.set-up-done');
    // What was marked before is what it was all about.
    void protect(false);
    return null;
  };
  return (
    <>
      <p className="form-hint">{t('confidential.what')}</p>
      <PassphraseForm asks={['next']} action={t('confidential.set-up')} onSubmit={setUp} warns />
    </>
  );
}

/** `isAsked`: somebody wants to hear also that there was nothing. */
async function protect(isAsked: boolean): Promise<void> {
  const done = await sealWholeDesk({ kind: 'protect' });
  if (!done.ok) return complain(done);
  const { done: count, refused } = done.value;
  const number = (value: number): string =>
    showNumber(value, document.documentElement.lang === 'fr' ? 'fr' : 'en');
  if (count > 0) tell('confidential.protected', { count, number: number(count) });
  else if (isAsked && refused === 0) tell('confidential.protected-none');
  if (refused > 0) tell('confidential.refused', { count: refused, number: number(refused) });
}

function Keys({ isLocked }: { readonly isLocked: boolean }) {
  const { t } = useTranslation();
  const isRunning = useStore(sealProgress) !== null;
  return (
    <>
      <div className="confidential-actions">
        {isLocked ? (
          <Button icon={LockOpen} onClick={() => isUnlocking.set(true)}>
            {t('confidential.unlock')}
          </Button>
        ) : (
          <Button icon={Lock} onClick={() => void lockSources()}>
            {t('confidential.lock')}
          </Button>
        )}
        <Button
          disabled={isRunning}
          title={t('confidential.protect-what')}
          onClick={() => void protect(true)}
        >
          {t('confidential.protect')}
        </Button>
      </div>
      <ChangePassphrase />
      <ChangeKey isRunning={isRunning} />
      <StartOver />
    </>
  );
}

function ChangePassphrase() {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  const change = async ({ current, next }: Passphrases): Promise<Failure | null> => {
    const done = await withPassphrase({ task: 'change-passphrase', passphrase: current, next });
    if (!done.ok) return done;
    tell('confidential.change-passphrase-done');
    setRound((before) => before + 1);
    return null;
  };
  return (
    <details key={round}>
      <summary>{t('confidential.change-passphrase')}</summary>
      <p className="form-hint">{t('confidential.change-passphrase-what')}</p>
      <PassphraseForm
        asks={['current', 'next']}
        action={t('confidential.change-passphrase')}
        onSubmit={change}
        warns
      />
    </details>
  );
}

function ChangeKey({ isRunning }: { readonly isRunning: boolean }) {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  const change = async ({ current }: Passphrases): Promise<Failure | null> => {
    const done: Result<SealReport> = await sealWholeDesk({ kind: 'change-key', passphrase: current });
    if (!done.ok) return done;
    const { cancelled, refused } = done.value;
    tell(cancelled || refused > 0 ? 'confidential.change-key-stopped' : 'confidential.change-key-done');
    setRound((before) => before + 1);
    return null;
  };
  return (
    <details key={round}>
      <summary>{t('confidential.change-key')}</summary>
      <p className="form-hint">{t('confidential.change-key-what')}</p>
      <PassphraseForm
        asks={['current']}
        action={t('confidential.change-key')}
        onSubmit={change}
        isOff={isRunning}
      />
    </details>
  );
}

function StartOver() {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  const begin = async ({ next }: Passphrases): Promise<Failure | null> => {
    const done = await withPassphrase({ task: 'start-over', passphrase: next });
    if (!done.ok) return done;
    tell('confidential.start-over-done');
    setRound((before) => before + 1);
    return null;
  };
  return (
    <details key={round}>
      <summary>{t('confidential.start-over')}</summary>
      <p className="confidential-warning">
        <ShieldAlert size={15} aria-hidden="true" />
        {t('confidential.start-over-what')}
      </p>
      <PassphraseForm asks={['next']} action={t('confidential.start-over-do')} onSubmit={begin} warns />
    </details>
  );
}

function Progress() {
  const { t, language } = useTranslation();
  const progress = useStore(sealProgress);
  if (!progress) return null;
  const { done, total } = progress;
  return (
    <div className="confidential-progress">
      <progress
        aria-label={t('confidential.progress')}
        max={Math.max(total, 1)}
        value={total === 0 ? undefined : done}
      />
      <span>
        {total > 0 &&
          t('confidential.progress-at', {
            done: showNumber(done, language),
            total: showNumber(total, language),
          })}
      </span>
      <Button onClick={stopSealing}>{t('confidential.stop')}</Button>
    </div>
  );
}
