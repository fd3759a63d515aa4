import type { Evidence, Source } from '#core/claims/schema';
import { addressIn } from '#core/claims/source-from-text';
import { sensitivities, stances, tiers } from '#core/claims/values';
import { confidential } from '../../session/confidential-session';
import { useSelected } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { ChoiceField } from '../../ui/commit-field';
import { showNumber, showWhen } from '../../ui/time';
import { readContactTime, writeContactTime } from './contact-time';
import { changeSource } from './edit';
import { DayField, FieldGroup, HourField, LineField, ReadField, WordsField } from './fields';
import { limits } from './limits';
import { LocatorField } from './locator-field';

interface Props {
  readonly claim: string;
  readonly evidence: Evidence;
}

/** Everything that is known of a source, each field for itself. */
export function SourceEditor({ claim, evidence }: Props) {
  const { t, language } = useTranslation();
  const set = (change: Partial<Evidence>): void =>
    changeSource(claim, evidence.id, (one) => ({ ...one, ...change }));
  const isUnprotected =
    useSelected(confidential, ({ state }) => state === 'none') && evidence.sensitivity === 'confidential';
  return (
    <div className="evidence-editor form">
      <SourceFields claim={claim} evidence={evidence} />
      <FieldGroup label={t('evidence.what-it-says')}>
        <ChoiceField
          label={t('evidence.stance')}
          value={evidence.stance}
          choices={stances.map((one) => [one, t(`checking.stance.${one}`)])}
          onChoose={(stance) => set({ stance })}
        />
        {evidence.source.type !== 'passage' && (
          <WordsField
            label={t('evidence.quote')}
            value={evidence.quote}
            limit={limits.remark}
            onChange={(quote) => set({ quote })}
          />
        )}
        <LocatorField evidence={evidence} onChange={(locator) => set({ locator })} />
      </FieldGroup>
      <FieldGroup label={t('evidence.weight')}>
        <ChoiceField
          label={t('evidence.tier')}
          value={evidence.tier}
          choices={tiers.map((one) => [one, t(`checking.tier.${one}`)])}
          onChoose={(tier) => set({ tier })}
        />
        <LineField
          label={t('evidence.origin')}
          value={evidence.origin}
          limit={limits.line}
          onChange={(origin) => set({ origin })}
        />
        <ChoiceField
          label={t('evidence.sensitivity')}
          value={evidence.sensitivity}
          choices={sensitivities.map((one) => [one, t(`checking.sensitivity.${one}`)])}
          onChoose={(sensitivity) => set({ sensitivity })}
        />
        {isUnprotected && <p className="form-hint">{t('confidential.clear-hint')}</p>}
      </FieldGroup>
      <p className="form-hint">
        {t('evidence.added', {
          when: showWhen(evidence.added.at, language),
          by: evidence.added.by || t('checking.nobody'),
        })}
      </p>
    </div>
  );
}

function SourceFields({ claim, evidence }: Props) {
  const { source, id } = evidence;
  /** Changes the source as it is then: two fields of one source may be on their way at once. */
  const set = (change: Partial<Source>): void =>
    changeSource(claim, id, (one) => ({ ...one, source: { ...one.source, ...change } as Source }));
  switch (source.type) {
    case 'web':
      return <WebFields source={source} set={set} />;
    case 'file':
      return <FileFacts source={source} />;
    case 'passage':
      return <PassageFields source={source} set={set} />;
    case 'person':
      return <PersonFields source={source} set={set} />;
    case 'sealed':
      return null;
  }
}

interface FieldsOf<T extends Source['type']> {
  readonly source: Extract<Source, { type: T }>;
  readonly set: (change: Partial<Extract<Source, { type: T }>>) => void;
}

function WebFields({ source, set }: FieldsOf<'web'>) {
  const { t } = useTranslation();
  return (
    <FieldGroup label={t('checking.evidence.web')}>
      <ReadField
        label={t('evidence.url')}
        value={source.url}
        read={addressIn}
        problem={t('evidence.no-address')}
        onChange={(url) => set({ url })}
      />
      <LineField
        label={t('evidence.source-title')}
        value={source.title}
        limit={limits.line}
        onChange={(title) => set({ title })}
      />
      <LineField
        label={t('evidence.publisher')}
        value={source.publisher}
        limit={limits.line}
        onChange={(publisher) => set({ publisher })}
      />
      <div className="evidence-pair">
        <DayField label={t('evidence.date')} value={source.date} onChange={(date) => set({ date })} />
        <DayField
          label={t('evidence.accessed')}
          value={source.accessed}
          onChange={(accessed) => set({ accessed })}
        />
      </div>
    </FieldGroup>
  );
}

/** A file is what it is: its copy is frozen, and nothing about it can be written over. */
function FileFacts({ source }: Pick<FieldsOf<'file'>, 'source'>) {
  const { t, language } = useTranslation();
  return (
    <FieldGroup label={t('checking.evidence.file')}>
      <p className="evidence-name">{source.name}</p>
      <p className="form-hint">{t('evidence.size', { size: showNumber(source.size, language) })}</p>
      <p className="hash">
        <span className="visually-hidden">SHA-256 </span>
        {source.sha256}
      </p>
    </FieldGroup>
  );
}

function PassageFields({ source, set }: FieldsOf<'passage'>) {
  const { t } = useTranslation();
  return (
    <FieldGroup label={t('checking.evidence.passage')}>
      <WordsField
        label={t('evidence.passage')}
        value={source.text}
        limit={limits.remark}
        onChange={(text) => set({ text })}
      />
      <LineField
        label={t('evidence.from')}
        value={source.from}
        limit={limits.line}
        onChange={(from) => set({ from })}
      />
    </FieldGroup>
  );
}

function PersonFields({ source, set }: FieldsOf<'person'>) {
  const { t } = useTranslation();
  const time = readContactTime(source.when);
  return (
    <FieldGroup label={t('evidence.contact')}>
      <LineField
        label={t('evidence.whom')}
        value={source.name}
        limit={limits.line}
        onChange={(name) => set({ name })}
        autoFocus={source.name === ''}
      />
      <div className="evidence-pair">
        <DayField
          label={t('evidence.when')}
          value={time.day === '' ? null : time.day}
          onChange={(day) => set({ when: writeContactTime({ ...time, day: day ?? '' }) })}
        />
        <HourField
          label={t('evidence.hour')}
          value={time.hour}
          onChange={(hour) => set({ when: writeContactTime({ ...time, hour }) })}
        />
      </div>
      <LineField
        label={t('evidence.how')}
        value={source.how}
        limit={limits.line}
        onChange={(how) => set({ how })}
        autoFocus={source.name !== '' && source.how === ''}
      />
      <WordsField
        label={t('evidence.confirmed')}
        value={source.confirmed}
        limit={limits.remark}
        onChange={(confirmed) => set({ confirmed })}
      />
    </FieldGroup>
  );
}
