import { useState } from 'react';
import type { CheckedClaim } from '#core/claims/progress';
import { checksOf } from '#core/claims/status';
import type { CheckName } from '#core/claims/values';
import { type CommandId, commandIds, commands } from '#core/commands/table';
import { outcomeLabel } from '#core/messages/outcomes';
import { showKeys } from '../../commands/keys';
import { outcomeScale } from '../../session/claim-session';
import { decide } from '../../session/galley-session';
import { useTranslation } from '../../session/translation';

/** The desk's scale, for each check that the claim asks for. */
export function OutcomePicker({ view }: { readonly view: CheckedClaim }) {
  const { t, language } = useTranslation();
  const { claim, state } = view;
  const checks = checksOf(claim);
  const [chosen, setChosen] = useState<CheckName | null>(null);
  const firstOpen = state.checks.find(({ status }) => status !== 'checked' && status !== 'excluded')?.check;
  const check = chosen ?? firstOpen ?? checks[0] ?? 'true';
  const current = state.checks.find((one) => one.check === check);
  const standing = current && current.causes.length === 0 ? current.outcome?.value : undefined;
  return (
    <fieldset className="outcomes" disabled={state.status === 'detached'}>
      <legend>{t('app.claims.outcome')}</legend>
      {checks.length > 1 && (
        <fieldset className="check-choice" aria-label={t('galley.which-check')}>
          {checks.map((one) => (
            <button key={one} type="button" aria-pressed={one === check} onClick={() => setChosen(one)}>
              {t(`checking.check.${one}`)}
            </button>
          ))}
        </fieldset>
      )}
      <div className="outcome-grid">
        {outcomeScale().map(({ id }) => (
          <button
            key={id}
            type="button"
            className="outcome"
            data-outcome={id}
            aria-pressed={standing === id}
            onClick={() => void decide(id, check)}
          >
            <span>{outcomeLabel(t, language, outcomeScale(), id)}</span>
            <kbd>{keyOf(id, language)}</kbd>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** The galley's key for an outcome of the default scale; empty for one that a desk made. */
function keyOf(outcome: string, language: 'fr' | 'en'): string {
  const named: CommandId | undefined = commandIds.find(
    (id) =>
      id === `galley.${outcome}` ||
      (id === 'galley.confirm' && outcome === 'confirmed') ||
      (id === 'galley.change' && outcome === 'confirmed-with-change'),
  );
  const keys = named && commands[named].galley?.[0];
  return keys ? showKeys(keys, language) : '';
}
