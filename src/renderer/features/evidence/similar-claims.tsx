import { useEffect, useId, useRef, useState } from 'react';
import { evidenceHash, evidenceTitle } from '#core/claims/evidence';
import type { SimilarClaim } from '#core/claims/reuse';
import type { Claim, Evidence } from '#core/claims/schema';
import { localDay } from '#core/claims/source-from-text';
import type { Failure } from '#core/failure';
import { failureSentence } from '#core/messages/index';
import { outcomeLabel } from '#core/messages/outcomes';
import { call } from '../../bridge/bridge';
import { betweenKeys } from '../../session/between-keys';
import { outcomeScale } from '../../session/claim-session';
import { tell } from '../../session/notices';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { showDay } from '../../ui/time';
import { copySources } from './edit';

interface Props {
  readonly article: string;
  readonly claim: Claim;
}

/** How long the look-up may wait for a gap between two keys, in milliseconds. */
const patience = 400;
/** How many are shown before somebody asks for more. */
const shownAtFirst = 3;

/** Earlier claims of the desk that say nearly the same, and what they rested on. Nothing is taken over by itself. */
export function SimilarClaims({ article, claim }: Props) {
  const { t } = useTranslation();
  const { found, problem } = useSimilar(article, claim);
  const [isAll, setAll] = useState(false);
  if (problem) return <p className="form-problem">{failureSentence(t, problem)}</p>;
  if (found.length === 0) return null;
  const shown = isAll ? found : found.slice(0, shownAtFirst);
  return (
    <div className="similar-claims">
      <p className="evidence-title">{t('evidence.similar')}</p>
      <ul className="similar-list">
        {shown.map((one) => (
          <SimilarEntry
            key={`${one.articleId} ${one.claimId}`}
            similar={one}
            article={article}
            claim={claim}
          />
        ))}
      </ul>
      {shown.length < found.length && (
        <Button onClick={() => setAll(true)}>
          {t('evidence.similar-more', { count: found.length - shown.length })}
        </Button>
      )}
    </div>
  );
}

/** Asks again when what the claim says, or what it rests on, has changed. */
function useSimilar(article: string, claim: Claim) {
  const [found, setFound] = useState<readonly SimilarClaim[]>([]);
  const [problem, setProblem] = useState<Failure | null>(null);
  const latest = useRef(claim);
  latest.current = claim;
  const key = [claim.id, claim.text, claim.wording, ...claim.evidence.map(evidenceHash)].join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what of the claim is compared
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const similar = await call('claims.similar', { id: article, claim: latest.current });
      if (isGone) return;
      setFound(similar.ok ? similar.value : []);
      setProblem(similar.ok ? null : similar);
    };
    const callOff = betweenKeys(() => void look(), patience);
    return () => {
      isGone = true;
      callOff();
    };
  }, [article, key]);
  return { found, problem };
}

function SimilarEntry({ similar, article, claim }: Props & { readonly similar: SimilarClaim }) {
  const { t, language } = useTranslation();
  const day = showDay(localDay(new Date(similar.at)), language);
  const where = similar.articleId === article ? 'here' : 'there';
  const what = similar.outcome === null ? 'noted' : 'checked';
  const sentence = t(`evidence.similar-${what}-${where}`, { day, title: similar.title });
  return (
    <li className="similar-claim" data-claim={similar.claimId}>
      <details>
        <summary>
          {sentence}
          {similar.outcome !== null && ` · ${outcomeLabel(t, language, outcomeScale(), similar.outcome)}`}
          {similar.sameSource && ` · ${t('evidence.same-source')}`}
        </summary>
        <blockquote className="card-text">{similar.text}</blockquote>
        {similar.reason !== '' && <p className="card-note">{similar.reason}</p>}
        <p className="form-hint">{similar.by || t('checking.nobody')}</p>
        <Choice similar={similar} claim={claim} />
      </details>
    </li>
  );
}

/** Which of the earlier sources this claim shall have as well; the outcome is never among them. */
function Choice({ similar, claim }: { readonly similar: SimilarClaim; readonly claim: Claim }) {
  const { t } = useTranslation();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const name = useId();
  const isThere = (one: Evidence): boolean =>
    claim.evidence.some(({ source }) => JSON.stringify(source) === JSON.stringify(one.source));
  const chosen = similar.sources.filter((one) => !left.has(one.id) && !isThere(one));
  if (similar.sources.length === 0) return <p className="form-hint">{t('evidence.similar-none')}</p>;
  const copy = async (): Promise<void> => {
    setBusy(true);
    const isDone = await copySources(claim.id, similar.articleId, chosen);
    setBusy(false);
    if (isDone) tell('evidence.copied', { count: chosen.length });
  };
  const toggle = (id: string): void =>
    setLeft((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <fieldset className="form-group" aria-describedby={name}>
      <legend id={name}>{t('evidence.similar-choose')}</legend>
      {similar.sources.map((one) => (
        <label key={one.id} className="form-check">
          <input
            type="checkbox"
            checked={isThere(one) || !left.has(one.id)}
            disabled={isThere(one)}
            onChange={() => toggle(one.id)}
          />
          <span className="evidence-name">
            {evidenceTitle(one) || t('evidence.unnamed')}
            {isThere(one) && ` (${t('evidence.similar-has')})`}
          </span>
        </label>
      ))}
      <Button disabled={chosen.length === 0 || isBusy} onClick={() => void copy()}>
        {t('evidence.copy', { count: chosen.length })}
      </Button>
    </fieldset>
  );
}
