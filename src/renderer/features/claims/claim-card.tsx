import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  type LucideIcon,
  Unlink,
} from 'lucide-react';
import { useState } from 'react';
import type { ClaimStatus } from '#core/claims/status';
import { outcomeLabel } from '#core/messages/outcomes';
import { type ClaimView, giveOutcome, outcomeScale, removeClaim, setNote } from '../../session/claim-session';
import { activeClaim, editorPort } from '../../session/editor-port';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { showWhen } from '../../ui/time';
import { SourceField } from './source-field';

const icons: Readonly<Record<ClaimStatus, LucideIcon>> = {
  open: CircleDashed,
  partial: CircleDashed,
  checked: CircleCheck,
  excluded: CircleSlash,
  stale: CircleAlert,
  failed: CircleX,
  detached: Unlink,
};

/** One claim: its words, its status, and — when it is the active one — its source, note and outcome. */
export function ClaimCard({ view, isActive }: { readonly view: ClaimView; readonly isActive: boolean }) {
  const { t, language } = useTranslation();
  const { claim, anchor, status } = view;
  const value = claim.outcomes.at(-1)?.value;
  const Icon = icons[status];
  const isSettled = status === 'checked' || status === 'failed' || status === 'excluded';
  const select = (): void => {
    activeClaim.set(claim.id);
    editorPort.get()?.revealClaim(claim.id);
  };
  return (
    <li
      className="card claim-card"
      data-claim={claim.id}
      data-status={status}
      data-active={isActive || undefined}
    >
      <button type="button" className="claim-head" aria-expanded={isActive} onClick={select}>
        <span className="claim-status">
          <Icon size={14} aria-hidden="true" />
          {isSettled && value
            ? outcomeLabel(t, language, outcomeScale(), value)
            : t(`checking.status.${status}`)}
        </span>
        <span className="claim-text">{anchor?.text ?? claim.text}</span>
      </button>
      {status === 'stale' && <StaleDifference view={view} />}
      {isActive && <ClaimDetails view={view} />}
    </li>
  );
}

/** What was checked, and what stands there now. */
function StaleDifference({ view }: { readonly view: ClaimView }) {
  const { t } = useTranslation();
  return (
    <dl className="stale-difference">
      <dt>{t('app.claims.before')}</dt>
      <dd>
        <del>{view.claim.outcomes.at(-1)?.text}</del>
      </dd>
      <dt>{t('app.claims.after')}</dt>
      <dd>
        <ins>{view.anchor?.boundText}</ins>
      </dd>
    </dl>
  );
}

function ClaimDetails({ view }: { readonly view: ClaimView }) {
  const { t, language } = useTranslation();
  const { claim, status } = view;
  const [note, setLocalNote] = useState(claim.note);
  const current = status === 'stale' ? undefined : claim.outcomes.at(-1)?.value;
  return (
    <div className="claim-details form">
      <SourceField claim={claim} />
      <label className="form-field">
        <span>{t('app.claims.note')}</span>
        <textarea
          rows={2}
          value={note}
          onChange={(event) => {
            setLocalNote(event.target.value);
            setNote(claim.id, event.target.value);
          }}
        />
      </label>
      <fieldset className="outcomes" disabled={status === 'detached'}>
        <legend>{t('app.claims.outcome')}</legend>
        {outcomeScale().map(({ id }) => (
          <button
            key={id}
            type="button"
            className="outcome"
            data-outcome={id}
            aria-pressed={current === id}
            onClick={() => void giveOutcome(claim.id, id)}
          >
            {outcomeLabel(t, language, outcomeScale(), id)}
          </button>
        ))}
      </fieldset>
      {claim.outcomes.length > 0 && (
        <ol className="claim-history" aria-label={t('app.claims.history')}>
          {claim.outcomes.toReversed().map((outcome) => (
            <li key={`${outcome.at}${outcome.value}`}>
              <time>{showWhen(outcome.at, language)}</time>{' '}
              {outcomeLabel(t, language, outcomeScale(), outcome.value)}
            </li>
          ))}
        </ol>
      )}
      <div className="card-actions">
        <Button tone="danger" onClick={() => removeClaim(claim.id)}>
          {t('command.claim.remove')}
        </Button>
      </div>
    </div>
  );
}
