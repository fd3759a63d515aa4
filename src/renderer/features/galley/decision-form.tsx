import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { CheckedClaim } from '#core/claims/progress';
import { scaleEntry } from '#core/claims/scale';
import { outcomeLabel } from '#core/messages/outcomes';
import { outcomeScale } from '../../session/claim-session';
import { editorPort } from '../../session/editor-port';
import { type Decision, decision as deciding, settleDecision } from '../../session/galley-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';

/** What an outcome still lacks: the words that shall stand instead, and on what it rests. Return gives it. */
export function DecisionForm({
  decision,
  view,
}: {
  readonly decision: Decision;
  readonly view: CheckedClaim;
}) {
  const { t, language } = useTranslation();
  const { claim, anchor } = view;
  const { value, check, needsChange } = decision;
  const [reason, setReason] = useState('');
  const [suggested, setSuggested] = useState(anchor?.boundText ?? '');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const hasGrounds = claim.evidence.length > 0 || reason.trim() !== '';
  const needsSource =
    claim.evidence.length === 0 && scaleEntry(outcomeScale(), value)?.needsEvidence === true;
  const hasChange = !needsChange || (suggested.trim() !== '' && suggested.trim() !== anchor?.boundText);
  const give = (event: FormEvent): void => {
    event.preventDefault();
    if (!hasGrounds || !hasChange || needsSource) {
      // Return in the first field goes on to what is still missing.
      const fields = form.current?.querySelectorAll('input') ?? [];
      (hasChange ? fields[fields.length - 1] : fields[0])?.focus();
      return;
    }
    void settleDecision(claim.id, { value, check, reason, suggested: needsChange ? suggested : null });
  };
  const cancel = (): void => {
    deciding.set(null);
    editorPort.get()?.focus();
  };
  return (
    <form
      ref={form}
      className="answer-form"
      onSubmit={give}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        cancel();
      }}
    >
      <p className="decision-title">
        {t(`checking.check.${check}`)} {outcomeLabel(t, language, outcomeScale(), value)}
      </p>
      {needsChange && (
        <label className="form-field">
          <span>{t('galley.suggested')}</span>
          <input type="text" value={suggested} onChange={(event) => setSuggested(event.target.value)} />
        </label>
      )}
      {needsSource ? (
        <p className="form-problem">{t('galley.needs-source')}</p>
      ) : (
        <label className="form-field">
          <span>{t(claim.evidence.length > 0 ? 'galley.reason' : 'galley.grounds')}</span>
          <input
            type="text"
            maxLength={20_000}
            value={reason}
            placeholder={t('galley.grounds-hint')}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
      <div className="card-actions">
        <Button onClick={cancel}>{t('app.cancel')}</Button>
        <Button tone="primary" type="submit" disabled={needsSource}>
          {t('galley.give')}
        </Button>
      </div>
    </form>
  );
}
