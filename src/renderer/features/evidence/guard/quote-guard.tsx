import { Check, CircleAlert, Ellipsis, type LucideIcon, SearchX, Type } from 'lucide-react';
import type { QuoteVerdict } from '#core/claims/quote-guard';
import type { Evidence } from '#core/claims/schema';
import { useTranslation } from '../../../session/translation';
import { Button } from '../../../ui/button';
import { changeSource } from '../edit';
import { ProblemLine } from '../preview/problem-line';
import type { GuardQuestion } from './questions';
import { useComparison } from './use-comparison';
import { isAlarming, type Verdict } from './verdict';

const icons: Readonly<Record<QuoteVerdict, LucideIcon>> = {
  identical: Check,
  typography: Type,
  elided: Ellipsis,
  altered: CircleAlert,
  'not-found': SearchX,
};

interface Props {
  readonly article: string;
  readonly claim: string;
  readonly evidence: Evidence;
  readonly question: GuardQuestion;
}

/** Whether the source has the words, and what is different where it has others. */
export function QuoteGuard({ article, claim, evidence, question }: Props) {
  const { t } = useTranslation();
  const { comparing, cancel, start } = useComparison(article, question);
  const { subject } = question;
  return (
    <div className="quote-guard" data-subject={subject} data-state={comparing.state}>
      <p className="quote-guard-subject">{t(`evidence.guard.${subject}`)}</p>
      <div role="status">
        {comparing.state === 'done' && (
          <VerdictView claim={claim} evidence={evidence} verdict={comparing.verdict} />
        )}
        {comparing.state === 'failed' && <ProblemLine problem={comparing.problem} />}
        {comparing.state === 'untranslated' && <p>{t('evidence.guard.untranslated')}</p>}
        {comparing.state === 'cancelled' && <p>{t('evidence.guard.cancelled')}</p>}
        {comparing.state === 'too-large' && <p>{t('evidence.guard.too-large')}</p>}
        {comparing.state === 'waiting' && <p>{t('evidence.guard.waiting')}</p>}
      </div>
      {comparing.state === 'reading' && (
        <div className="quote-guard-progress">
          <progress
            value={comparing.read}
            max={comparing.all}
            aria-label={t('evidence.reading', { read: comparing.read, all: comparing.all })}
          />
          <span aria-hidden="true">
            {t('evidence.reading', { read: comparing.read, all: comparing.all })}
          </span>
          <Button onClick={cancel}>{t('app.cancel')}</Button>
        </div>
      )}
      {(comparing.state === 'cancelled' || comparing.state === 'too-large') && (
        <Button onClick={start}>{t('evidence.guard.compare')}</Button>
      )}
    </div>
  );
}

function VerdictView({
  claim,
  evidence,
  verdict,
}: Pick<Props, 'claim' | 'evidence'> & { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  const { locator, sourceWords } = verdict;
  const Icon = icons[verdict.verdict];
  const take = (): void =>
    changeSource(claim, evidence.id, (one) => ({
      ...one,
      locator,
      quote: one.quote === '' && one.source.type !== 'passage' ? sourceWords : one.quote,
    }));
  const isTaken = locator !== null && JSON.stringify(locator) === JSON.stringify(evidence.locator);
  return (
    <>
      <p
        className="quote-verdict"
        data-verdict={verdict.verdict}
        data-alarming={isAlarming(verdict.verdict) || undefined}
      >
        <Icon size={14} aria-hidden="true" />
        {t(`evidence.verdict.${verdict.verdict}`)}
      </p>
      {verdict.pieces.length > 0 && <Difference pieces={verdict.pieces} />}
      {verdict.verdict === 'elided' && sourceWords !== '' && (
        <q className="quote-source">{sourceWords.replace(/\s+/g, ' ')}</q>
      )}
      {locator && !isTaken && <Button onClick={take}>{t('evidence.guard.take')}</Button>}
    </>
  );
}

const tags = { same: 'span', added: 'ins', removed: 'del' } as const;

/** From the source to the copy; what is struck out is the source's, what is underlined the copy's. */
function Difference({ pieces }: Pick<Verdict, 'pieces'>) {
  const { t } = useTranslation();
  return (
    <figure className="quote-difference">
      <figcaption>{t('evidence.guard.difference')}</figcaption>
      <p>
        {pieces.map(({ kind, text }, index) => {
          const Tag = tags[kind];
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are computed anew as a whole
          return <Tag key={index}>{text}</Tag>;
        })}
      </p>
    </figure>
  );
}
