import { useEffect, useRef } from 'react';
import { type GateFocus, gateFocus, gateView, watchGate } from '../../session/gate-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { BlockerList } from './blocker-list';
import { Corrections } from './corrections';
import { DossierSection } from './dossier-section';
import { OverrideSection } from './override-section';
import { SignForm } from './sign-form';
import { SignOffList } from './sign-off-list';
import { Verdict } from './verdict';
import './gate.css';

const focusable: Readonly<Record<GateFocus['part'], string>> = {
  verdict: '.gate-verdict',
  sign: '.sign-form select',
  dossier: '.gate-dossier input',
};

/** Whether the copy may go out, what stands in the way, who signed, and the record of it all. */
export function GatePanel() {
  const { t } = useTranslation();
  const view = useStore(gateView);
  const panel = useRef<HTMLDivElement>(null);
  const wanted = useStore(gateFocus);
  const isShown = view !== null;
  useEffect(watchGate, []);
  useEffect(() => {
    if (!wanted || !isShown) return;
    panel.current?.querySelector<HTMLElement>(focusable[wanted.part])?.focus();
    gateFocus.set(null);
  }, [wanted, isShown]);
  return (
    <div className="panel-body gate-panel" ref={panel}>
      {view ? (
        <>
          <Verdict view={view} />
          {view.gate.blocked && <BlockerList view={view} />}
          {view.gate.blocked && !view.override && <OverrideSection view={view} />}
          <SignOffList view={view} />
          <SignForm view={view} asked={wanted?.role} />
          <Corrections view={view} />
          <DossierSection />
        </>
      ) : (
        <p className="card-note">{t('gate.reading')}</p>
      )}
    </div>
  );
}
