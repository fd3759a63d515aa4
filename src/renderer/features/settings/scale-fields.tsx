import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Language } from '#core/article/values';
import type { Scale } from '#core/claims/scale';
import { isLastVerified, whyKept, withEntry, withEntryChanged, withoutEntry } from '#core/claims/scale-edit';
import { type Counting, countings, defaultOutcomes, type ScaleEntry } from '#core/claims/values';
import { createTranslate, type Translate } from '#core/messages/index';
import { outcomeLabel } from '#core/messages/outcomes';
import { changeScale, outcomesUsed } from '../../session/desk-session';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';
import { ChoiceField, CommitField } from '../../ui/commit-field';
import { NewEntry } from './new-entry';

/** Most outcomes that a desk may have. */
const most = 30;

/** The desk's scale of outcomes: names, what each counts as, and what it asks for. */
export function ScaleFields({ scale }: { readonly scale: Scale }) {
  const { t } = useTranslation();
  const [used, setUsed] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void outcomesUsed().then((found) => isCurrent && setUsed(found));
    return () => {
      isCurrent = false;
    };
  }, []);
  return (
    <fieldset className="form-group scale-fields">
      <legend>{t('gate.desk.scale')}</legend>
      <p className="form-hint">{t('gate.desk.scale-hint')}</p>
      <ul className="card-list">
        {scale.map((entry) => (
          <EntryFields key={entry.id} entry={entry} scale={scale} used={used} />
        ))}
      </ul>
      {scale.length < most && (
        <NewEntry
          title={t('gate.desk.add')}
          name="new"
          entries=".scale-entry"
          isReady={used !== null}
          onAdd={(labels) => used && void changeScale((now) => withEntry(now, labels, used))}
        />
      )}
    </fieldset>
  );
}

interface EntryProps {
  readonly entry: ScaleEntry;
  readonly scale: Scale;
  /** Ids that were ever given; null while that is not known. */
  readonly used: ReadonlySet<string> | null;
}

function EntryFields({ entry, scale, used }: EntryProps) {
  const { t, language } = useTranslation();
  const { id } = entry;
  const name = outcomeLabel(t, language, scale, id);
  const change = (values: Partial<Omit<ScaleEntry, 'id'>>): void =>
    void changeScale((now) => withEntryChanged(now, id, values));
  const kept = used && whyKept(scale, id, used);
  const isBound = entry.counts === 'verified' && isLastVerified(scale, id);
  return (
    <li className="card scale-entry" data-outcome={id}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset in each of many rows would be drawn as a box */}
      <div role="group" aria-label={t('gate.desk.outcome', { name })} className="scale-grid">
        <Names entry={entry} onChange={(labels) => change({ labels })} />
        <ChoiceField<Counting>
          label={t('gate.desk.counts')}
          value={entry.counts}
          onChoose={(counts) => change({ counts })}
          choices={countings
            .filter((one) => !isBound || one === 'verified')
            .map((one) => [one, t(`checking.counting.${one}`)])}
        />
        <div className="scale-checks">
          <label className="form-check">
            <input
              type="checkbox"
              checked={entry.needsEvidence}
              onChange={(event) => change({ needsEvidence: event.target.checked })}
            />
            <span>{t('gate.desk.needs-evidence')}</span>
          </label>
          <label className="form-check">
            <input
              type="checkbox"
              checked={entry.withChange}
              onChange={(event) => change({ withChange: event.target.checked })}
            />
            <span>{t('gate.desk.with-change')}</span>
          </label>
        </div>
        {used && !kept ? (
          <IconButton
            icon={Trash2}
            label={t('gate.desk.remove', { name })}
            onClick={() => void changeScale((now) => withoutEntry(now, id))}
          />
        ) : (
          <span className="scale-kept">{kept && t(`gate.desk.${kept}`)}</span>
        )}
      </div>
    </li>
  );
}

const translators = new Map<Language, Translate>();

/** The program's own names are shown in both languages, whichever the window speaks. */
function inLanguage(language: Language): Translate {
  const translate = translators.get(language) ?? createTranslate(language);
  translators.set(language, translate);
  return translate;
}

/** The two names; where the program has one of its own, it stands in the empty field. */
function Names({
  entry,
  onChange,
}: {
  readonly entry: ScaleEntry;
  readonly onChange: (labels: ScaleEntry['labels']) => void;
}) {
  const { t } = useTranslation();
  const known = defaultOutcomes.find((one) => one === entry.id);
  const own = (of: Language) => (known ? { placeholder: inLanguage(of)(`checking.outcome.${known}`) } : {});
  return (
    <>
      <CommitField
        label={t('gate.desk.label-fr')}
        lang="fr"
        maxLength={60}
        value={entry.labels.fr ?? ''}
        onCommit={(fr) => onChange({ ...entry.labels, fr })}
        {...own('fr')}
      />
      <CommitField
        label={t('gate.desk.label-en')}
        lang="en"
        maxLength={60}
        value={entry.labels.en ?? ''}
        onCommit={(en) => onChange({ ...entry.labels, en })}
        {...own('en')}
      />
    </>
  );
}
