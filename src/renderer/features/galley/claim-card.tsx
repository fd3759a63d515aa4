import type { ReactNode } from 'react';
import type { CheckedClaim } from '#core/claims/progress';
import type { Claim } from '#core/claims/schema';
import { removeClaim } from '../../session/claim-session';
import { applyChange, decision } from '../../session/galley-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { ClaimFields } from './claim-fields';
import { DecisionForm } from './decision-form';
import { OutcomeHistory } from './outcome-history';
import { OutcomePicker } from './outcome-picker';
import { StaleDifference } from './stale-difference';
import { StatusIcon } from './status-icon';

interface Props {
  readonly view: CheckedClaim;
  readonly evidence: (claim: Claim, words: string) => ReactNode;
  readonly queries: (claim: Claim) => ReactNode;
}

/** One claim: its words, where it stands, its sources, its outcome, and all that was ever found. */
export function ClaimCard({ view, evidence, queries }: Props) {
  const { t } = useTranslation();
  const { claim, anchor, state } = view;
  const deciding = useStore(decision);
  const words = anchor?.text ?? claim.text;
  const speaker = claim.quotation?.speaker || claim.assertedBy;
  const hasChange = state.checks.some(({ change }) => change !== null);
  return (
    <article
      className="card check-card"
      data-status={state.status}
      data-claim={claim.id}
      data-active
      aria-label={words}
    >
      <header className="check-head">
        <StatusIcon status={state.status} />
        <span>{t(`galley.status.${state.status}`)}</span>
        <span className="item-kind">{t(`checking.kind.${claim.kind}`)}</span>
      </header>
      <blockquote className="check-words">{words}</blockquote>
      {speaker && <p className="card-note">{t('galley.speaker', { name: speaker })}</p>}
      {claim.wording && <p className="card-note">{claim.wording}</p>}
      <StaleDifference view={view} />
      {state.checks.some(({ isDisputed }) => isDisputed) && (
        <p className="form-problem">{t('galley.disputed-by')}</p>
      )}
      {state.checks.some(({ lacksOriginal }) => lacksOriginal) && (
        <p className="form-problem">{t('galley.lacks-original')}</p>
      )}
      {hasChange && (
        <div className="card-actions">
          <Button tone="primary" onClick={applyChange}>
            {t('command.galley.apply')}
          </Button>
        </div>
      )}
      {deciding?.claim === claim.id ? (
        <DecisionForm decision={deciding} view={view} />
      ) : (
        <OutcomePicker view={view} />
      )}
      <section data-part="evidence">{evidence(claim, words)}</section>
      <section data-part="queries">{queries(claim)}</section>
      <ClaimFields claim={claim} />
      <OutcomeHistory claim={claim} />
      <div className="card-actions">
        <Button tone="danger" onClick={() => removeClaim(claim.id)}>
          {t('command.claim.remove')}
        </Button>
      </div>
    </article>
  );
}
