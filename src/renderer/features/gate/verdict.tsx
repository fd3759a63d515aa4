import { CircleCheck, OctagonAlert, ShieldAlert } from 'lucide-react';
import type { GateView } from '../../session/gate-session';
import { useTranslation } from '../../session/translation';
import { showMoment, showNumber } from '../../ui/time';

const icons = { ready: CircleCheck, blocked: OctagonAlert, overridden: ShieldAlert } as const;

/** One line that a chief sub reads first: ready, or blocked by so many things, or let out all the same. */
export function Verdict({ view }: { readonly view: GateView }) {
  const { t, language } = useTranslation();
  const { gate, override } = view;
  const count = gate.blockers.length;
  const state = !gate.blocked ? 'ready' : override ? 'overridden' : 'blocked';
  const Icon = icons[state];
  return (
    <div className="gate-verdict" data-state={state} role="status" tabIndex={-1}>
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      <div>
        <p className="gate-verdict-line">
          {gate.blocked ? t('gate.blocked', { count, number: showNumber(count, language) }) : t('gate.ready')}
        </p>
        {override && (
          <p className="card-note">
            {t('gate.overridden', {
              by: override.by,
              when: showMoment(override.at, language),
              reason: override.reason,
            })}
          </p>
        )}
        {state === 'blocked' && <p className="card-note">{t(`gate.mode-${gate.mode}`)}</p>}
      </div>
    </div>
  );
}
