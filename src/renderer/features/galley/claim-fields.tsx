import { assigneesOf } from '#core/claims/progress';
import type { Claim, QuotationRecord } from '#core/claims/schema';
import { checkabilities, claimKinds, risks } from '#core/claims/values';
import { opened } from '../../session/article-session';
import { changeClaim } from '../../session/claim-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { ChoiceField, CommitField } from '../../ui/commit-field';
import { Dependencies } from './dependencies';

const noQuotation: QuotationRecord = { speaker: '', said: null, original: null, translated: false };

/** What is known of a claim beside its sources and outcomes. */
export function ClaimFields({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation();
  const claims = useStore(opened)?.article.claims ?? [];
  const set = (next: Partial<Claim>): void => changeClaim(claim.id, (one) => ({ ...one, ...next }));
  return (
    <details className="claim-fields">
      <summary>{t('galley.about')}</summary>
      <div className="form">
        {claim.kind === 'quotation' && (
          <QuotationFields
            quotation={claim.quotation ?? noQuotation}
            onChange={(quotation) => set({ quotation })}
          />
        )}
        <CommitField
          label={t('galley.wording')}
          value={claim.wording}
          rows={2}
          maxLength={20_000}
          onCommit={(wording) => set({ wording })}
        />
        <ChoiceField
          label={t('galley.kind')}
          value={claim.kind}
          choices={claimKinds.map((kind) => [kind, t(`checking.kind.${kind}`)] as const)}
          onChoose={(kind) => set({ kind })}
        />
        <ChoiceField
          label={t('galley.checkability')}
          value={claim.checkability}
          choices={checkabilities.map((one) => [one, t(`checking.checkability.${one}`)] as const)}
          onChoose={(checkability) => set({ checkability })}
        />
        <ChoiceField
          label={t('galley.risk')}
          value={claim.risk}
          choices={risks.map((risk) => [risk, t(`checking.risk.${risk}`)] as const)}
          onChoose={(risk) => set({ risk })}
        />
        <CommitField
          label={t('galley.asserted-by')}
          value={claim.assertedBy}
          onCommit={(assertedBy) => set({ assertedBy })}
        />
        <CommitField
          label={t('galley.assignee')}
          value={claim.assignee}
          maxLength={120}
          offers={assigneesOf(claims)}
          onCommit={(assignee) => set({ assignee })}
        />
        <Dependencies claim={claim} onChange={(dependsOn) => set({ dependsOn: [...dependsOn] })} />
        <CommitField
          label={t('app.claims.note')}
          value={claim.note}
          rows={2}
          maxLength={20_000}
          onCommit={(note) => set({ note })}
        />
      </div>
    </details>
  );
}

interface QuotationProps {
  readonly quotation: QuotationRecord;
  readonly onChange: (quotation: QuotationRecord) => void;
}

/** Who said it, when, and in which words where they were others. */
function QuotationFields({ quotation, onChange }: QuotationProps) {
  const { t } = useTranslation();
  const { speaker, said, original, translated } = quotation;
  const set = (next: Partial<QuotationRecord>): void => onChange({ ...quotation, ...next });
  const setOriginal = (next: { readonly language?: string; readonly text?: string }): void => {
    const merged = { language: original?.language ?? '', text: original?.text ?? '', ...next };
    set({ original: merged.language === '' && merged.text === '' ? null : merged });
  };
  return (
    <>
      <CommitField
        label={t('galley.speaker-name')}
        value={speaker}
        onCommit={(name) => set({ speaker: name })}
      />
      <label className="form-field">
        <span>{t('galley.said-on')}</span>
        <input
          type="date"
          value={said ?? ''}
          onChange={(event) => set({ said: event.target.value || null })}
        />
      </label>
      <label className="check-line">
        <input
          type="checkbox"
          checked={translated}
          onChange={(event) => set({ translated: event.target.checked })}
        />
        <span>{t('galley.translated')}</span>
      </label>
      {translated && (
        <>
          <CommitField
            label={t('galley.original-language')}
            value={original?.language ?? ''}
            maxLength={35}
            onCommit={(language) => setOriginal({ language })}
          />
          <CommitField
            label={t('galley.original-words')}
            value={original?.text ?? ''}
            rows={2}
            maxLength={20_000}
            lang={original?.language}
            onCommit={(text) => setOriginal({ text })}
          />
        </>
      )}
    </>
  );
}
