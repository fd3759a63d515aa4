import {
  BookOpen,
  Building2,
  CircleCheck,
  CircleMinus,
  CircleX,
  File,
  FileAudio,
  FileImage,
  FileText,
  Globe,
  Lock,
  type LucideIcon,
  Quote,
  Trash2,
  User,
} from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { evidenceTitle } from '#core/claims/evidence';
import { type EvidenceView, evidenceView } from '#core/claims/evidence-files';
import type { Claim, Evidence, Locator, Source } from '#core/claims/schema';
import type { Sensitivity, Stance } from '#core/claims/values';
import { isSealed, reveal } from '#core/confidential/sealed';
import { call } from '../../bridge/bridge';
import { secrets } from '../../session/confidential-session';
import { complain, tell } from '../../session/notices';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button, IconButton } from '../../ui/button';
import { showDay } from '../../ui/time';
import { changeSource } from './edit';
import { guardQuestions } from './guard/questions';
import { QuoteGuard } from './guard/quote-guard';
import { addressAt, showLocator } from './locators';
import { Preview } from './preview/preview';
import type { Visit } from './preview/preview-props';
import { SealedCard } from './sealed-card';
import { SourceEditor } from './source-editor';

interface Props {
  readonly article: string;
  readonly claim: Claim;
  readonly evidence: Evidence;
  readonly anchorText: string;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

const typeIcons = { web: Globe, passage: Quote, person: User, sealed: Lock } as const;
const fileIcons: Readonly<Record<EvidenceView, LucideIcon>> = {
  pdf: FileText,
  picture: FileImage,
  audio: FileAudio,
  text: File,
};
const stanceIcons: Readonly<Record<Stance, LucideIcon>> = {
  supports: CircleCheck,
  contradicts: CircleX,
  mentions: CircleMinus,
};
const sensitivityIcons: Readonly<Record<Sensitivity, LucideIcon>> = {
  public: BookOpen,
  internal: Building2,
  confidential: Lock,
};

/** One source; one that is sealed is shown by what the desk has unlocked of it. */
export const EvidenceCard = memo(function EvidenceCard(props: Props) {
  const { evidence } = props;
  const secret = useSelected(secrets, (known) =>
    isSealed(evidence) ? (known.get(evidence.source.seal) ?? null) : null,
  );
  const shown = useMemo(() => (secret ? reveal(evidence, secret) : evidence), [evidence, secret]);
  if (isSealed(shown)) return <SealedCard {...props} evidence={shown} marks={<Marks evidence={shown} />} />;
  return <OpenCard {...props} evidence={shown} />;
});

/** What it is in three lines; opened, everything about it. */
function OpenCard(props: Props) {
  const { article, claim, evidence, anchorText, isOpen, onToggle, onRemove } = props;
  const { t } = useTranslation();
  const [visit, setVisit] = useState<Visit | null>(null);
  const { id, source } = evidence;
  const title = evidenceTitle(evidence) || t('evidence.unnamed');
  const Icon = source.type === 'file' ? fileIcons[evidenceView(source.extension)] : typeIcons[source.type];
  const take = (locator: Locator): void => {
    changeSource(claim.id, id, (one) => ({ ...one, locator }));
    tell('evidence.taken', { place: showLocator(t, locator) });
  };
  return (
    <li className="card evidence-card" data-evidence={id} data-type={source.type}>
      <div className="evidence-head">
        <button type="button" className="evidence-open" aria-expanded={isOpen} onClick={() => onToggle(id)}>
          <Icon size={15} aria-hidden="true" />
          <span className="evidence-names">
            <span className="visually-hidden">{t(`checking.evidence.${source.type}`)} </span>
            <span className="evidence-name">{title}</span>
            <Byline source={source} />
          </span>
        </button>
        <IconButton icon={Trash2} label={t('evidence.remove', { title })} onClick={() => onRemove(id)} />
      </div>
      <Marks evidence={evidence} />
      <Actions evidence={evidence} visit={visit} onVisit={setVisit} />
      {guardQuestions(claim, evidence, anchorText).map((question) => (
        <QuoteGuard
          key={question.subject}
          article={article}
          claim={claim.id}
          evidence={evidence}
          question={question}
        />
      ))}
      {visit && <Preview article={article} source={source} visit={visit} onLocator={take} />}
      {isOpen && <SourceEditor claim={claim.id} evidence={evidence} />}
    </li>
  );
}

/** Who published it, when; or how somebody was spoken to. */
function Byline({ source }: { readonly source: Source }) {
  const { language } = useTranslation();
  const day = (value: string | null): string => (value ? showDay(value.slice(0, 10), language) : '');
  const parts =
    source.type === 'web'
      ? [source.publisher || hostOf(source.url), day(source.date)]
      : source.type === 'person'
        ? [day(source.when), source.how]
        : [];
  const line = parts.filter((part) => part !== '').join(' · ');
  return line === '' ? null : <span className="evidence-byline">{line}</span>;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

function Marks({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useTranslation();
  const { stance, tier, sensitivity, locator, origin } = evidence;
  const StanceIcon = stanceIcons[stance];
  const SensitivityIcon = sensitivityIcons[sensitivity];
  return (
    <ul className="evidence-marks" aria-label={t('evidence.marks')}>
      <li data-stance={stance}>
        <StanceIcon size={13} aria-hidden="true" />
        {t(`checking.stance.${stance}`)}
      </li>
      <li>{t(`checking.tier.${tier}`)}</li>
      <li data-sensitivity={sensitivity}>
        <SensitivityIcon size={13} aria-hidden="true" />
        {t(`checking.sensitivity.${sensitivity}`)}
      </li>
      {origin.trim() !== '' && <li>{t('evidence.from-origin', { origin })}</li>}
      {locator && <li className="evidence-locator">{showLocator(t, locator)}</li>}
    </ul>
  );
}

function Actions({
  evidence,
  visit,
  onVisit,
}: {
  readonly evidence: Evidence;
  readonly visit: Visit | null;
  readonly onVisit: (visit: Visit | null) => void;
}) {
  const { t } = useTranslation();
  const { source, locator } = evidence;
  const goTo = (place: Locator | null): void => onVisit({ locator: place, count: (visit?.count ?? 0) + 1 });
  if (source.type === 'web') {
    const url = addressAt(source.url, locator);
    const open = (): void => void call('link.open', { url }).then((result) => result.ok || complain(result));
    return (
      <div className="evidence-actions">
        <Button onClick={open}>{t('evidence.open-web')}</Button>
      </div>
    );
  }
  if (source.type === 'person') return null;
  return (
    <div className="evidence-actions">
      <Button aria-expanded={visit !== null} onClick={() => (visit ? onVisit(null) : goTo(null))}>
        {t(visit ? 'evidence.hide' : 'evidence.show')}
      </Button>
      {locator && (
        <Button title={showLocator(t, locator)} onClick={() => goTo(locator)}>
          {t('evidence.open-there')}
        </Button>
      )}
    </div>
  );
}
