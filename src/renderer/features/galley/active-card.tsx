import type { ReactNode } from 'react';
import type { Claim } from '#core/claims/schema';
import type { GalleyItem, SuggestionItem } from '#core/galley/items';
import { acceptItem, dismissItem, dismissing } from '../../session/galley-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { AnswerForm } from './answer-form';
import { ClaimCard } from './claim-card';
import { reasonSentence } from './reason';
import { StatusIcon } from './status-icon';

interface Props {
  readonly item: GalleyItem;
  readonly evidence: (claim: Claim, words: string) => ReactNode;
  readonly queries: (claim: Claim) => ReactNode;
}

/** The item under the checker's hand, beside its sentence. */
export function ActiveCard({ item, evidence, queries }: Props) {
  return item.type === 'claim' ? (
    <ClaimCard view={item.view} evidence={evidence} queries={queries} />
  ) : (
    <SuggestionCard item={item} />
  );
}

function SuggestionCard({ item }: { readonly item: SuggestionItem }) {
  const { t, language } = useTranslation();
  const { suggestion, key } = item;
  const isAsked = useStore(dismissing) === key;
  return (
    <article className="card check-card" data-status="suggested" aria-label={suggestion.text}>
      <header className="check-head">
        <StatusIcon status="suggested" />
        <span>{t(`checking.kind.${suggestion.kind}`)}</span>
      </header>
      <blockquote className="check-words">{suggestion.text}</blockquote>
      <p className="card-note">{reasonSentence(t, suggestion, language)}</p>
      {suggestion.speaker && <p className="card-note">{t('galley.speaker', { name: suggestion.speaker })}</p>}
      {isAsked ? (
        <AnswerForm
          label={t('galley.dismiss-reason')}
          action={t('command.galley.dismiss')}
          offers={[t('galley.dismiss-common'), t('galley.dismiss-not-a-fact'), t('galley.dismiss-elsewhere')]}
          onAnswer={(reason) => dismissItem(key, reason)}
          onCancel={() => dismissing.set(null)}
        />
      ) : (
        <div className="card-actions">
          <Button onClick={() => dismissing.set(key)}>{t('command.galley.dismiss')}</Button>
          <Button tone="primary" onClick={() => void acceptItem()}>
            {t('command.galley.accept')}
          </Button>
        </div>
      )}
    </article>
  );
}
