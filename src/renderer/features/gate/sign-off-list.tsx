import { BadgeCheck, TriangleAlert, Undo2 } from 'lucide-react';
import { placesOf } from '#core/claims/gate-view';
import type { SignOffView } from '#core/claims/sign-offs';
import { editorPort } from '../../session/editor-port';
import { type GateView, withdraw } from '../../session/gate-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { showMoment, showNumber } from '../../ui/time';
import { useFocusBack } from '../../ui/use-focus-back';
import { ReasonForm } from './reason-form';

const icons = { valid: BadgeCheck, lapsed: TriangleAlert, withdrawn: Undo2 } as const;

/** Who signed as what and when, newest first, and whether it stands on this copy. */
export function SignOffList({ view }: { readonly view: GateView }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="sign-offs-heading">
      <h3 id="sign-offs-heading" className="panel-heading">
        {t('gate.sign-offs')} <span className="count">{view.signOffs.length}</span>
      </h3>
      {view.signOffs.length === 0 && <p className="card-note">{t('gate.no-sign-offs')}</p>}
      <ol className="card-list">
        {view.signOffs.toReversed().map((one) => (
          <SignOffCard key={one.signOff.id} view={view} one={one} />
        ))}
      </ol>
    </section>
  );
}

function SignOffCard({ view, one }: { readonly view: GateView; readonly one: SignOffView }) {
  const { t, language } = useTranslation();
  const { signOff, state, withdrawn, recordChanged } = one;
  const Icon = icons[state];
  return (
    <li className="card sign-off" data-state={state} data-role={signOff.role}>
      <p className="sign-off-head">
        <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
        <strong>{t(`checking.role.${signOff.role}`)}</strong>
        <span className="sign-off-state">{t(`checking.sign-off-state.${state}`)}</span>
      </p>
      <p className="card-note">
        {t('gate.signed', {
          name: signOff.by || t('checking.nobody'),
          when: showMoment(signOff.at, language),
        })}
        {signOff.selfChecked && <span className="self-checked">{t('checking.self-checked')}</span>}
      </p>
      {signOff.note && <p className="sign-off-note">{signOff.note}</p>}
      {withdrawn ? (
        <p className="card-note">
          {t('gate.withdrawn-by', {
            name: withdrawn.by,
            when: showMoment(withdrawn.at, language),
            reason: withdrawn.reason,
          })}
        </p>
      ) : (
        <>
          {state === 'lapsed' && <Changed view={view} one={one} />}
          {recordChanged && <p className="card-note">{t('gate.record-changed')}</p>}
          <Withdrawal id={signOff.id} />
        </>
      )}
    </li>
  );
}

/** What was not signed: the blocks that are others now, each a link. */
function Changed({ view, one }: { readonly view: GateView; readonly one: SignOffView }) {
  const { t, language } = useTranslation();
  const { body } = view.article;
  const { present, gone } = placesOf(body, one.changed);
  const count = one.changed.length;
  if (count === 0) return <p className="card-note">{t('gate.changed-elsewhere')}</p>;
  return (
    <div className="sign-off-changed">
      <p className="card-note">{t('gate.changed', { count, number: showNumber(count, language) })}</p>
      <ul>
        {present.map(({ id, text }) => (
          <li key={id}>
            <button type="button" className="place-link" onClick={() => editorPort.get()?.goToBlock(id)}>
              {text || t('gate.block-empty')}
            </button>
          </li>
        ))}
        {gone > 0 && <li>{t('gate.block-gone', { count: gone, number: showNumber(gone, language) })}</li>}
      </ul>
    </div>
  );
}

function Withdrawal({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { isOpen, open, close, button } = useFocusBack();
  if (isOpen)
    return (
      <ReasonForm
        title={t('gate.withdraw')}
        label={t('gate.withdraw-reason')}
        action={t('gate.withdraw-do')}
        onDecide={(by, reason) => withdraw(id, by, reason)}
        onCancel={close}
      />
    );
  return (
    <div className="card-actions">
      <Button ref={button} onClick={open}>
        {t('gate.withdraw')}
      </Button>
    </div>
  );
}
