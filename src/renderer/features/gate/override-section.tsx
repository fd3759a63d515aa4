import { groupBlockers } from '#core/claims/gate-view';
import { type GateView, override } from '../../session/gate-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { showNumber } from '../../ui/time';
import { useFocusBack } from '../../ui/use-focus-back';
import { ReasonForm } from './reason-form';

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
  const { blockers } = view.gate;
  const count = blockers.length;
  return (
    <ReasonForm
      title={t('gate.override-title')}
      label={t('gate.override-reason')}
      action={t('gate.override-do')}
      className="override-form"
      onDecide={override}
      onCancel={onCancel}
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
    </ReasonForm>
  );
}
