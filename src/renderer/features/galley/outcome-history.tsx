import type { Claim } from '#core/claims/schema';
import { outcomeLabel } from '#core/messages/outcomes';
import { outcomeScale } from '../../session/claim-session';
import { useTranslation } from '../../session/translation';
import { showWhen } from '../../ui/time';

/** Every outcome ever given, newest first: who, when, on what, and why. */
export function OutcomeHistory({ claim }: { readonly claim: Claim }) {
  const { t, language } = useTranslation();
  if (claim.outcomes.length === 0) return null;
  return (
    <ol className="claim-history" aria-label={t('app.claims.history')}>
      {claim.outcomes.toReversed().map((outcome) => (
        <li key={`${outcome.at}${outcome.check}${outcome.value}${outcome.by}`}>
          <strong>
            {claim.kind === 'quotation' && `${t(`checking.check.${outcome.check}`)} `}
            {outcomeLabel(t, language, outcomeScale(), outcome.value)}
          </strong>
          {' · '}
          {outcome.by || t('checking.nobody')}
          {' · '}
          <time dateTime={outcome.at}>{showWhen(outcome.at, language)}</time>
          {outcome.reason && <span className="history-reason">{outcome.reason}</span>}
          <span className="history-words">{t('galley.on-words', { text: outcome.text })}</span>
        </li>
      ))}
    </ol>
  );
}
