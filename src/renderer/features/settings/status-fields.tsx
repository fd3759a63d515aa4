import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type Language, type Stage, stages } from '#core/article/values';
import type { StatusEntry } from '#core/desk/schema';
import {
  isLastPublished,
  mostStatuses,
  whyStatusKept,
  withoutStatus,
  withStatus,
  withStatusChanged,
  withStatusMoved,
} from '#core/desk/status-edit';
import { createTranslate, type Translate } from '#core/messages/index';
import { statusLabel } from '#core/messages/statuses';
import { changeStatuses, statusesUsed } from '../../session/desk-session';
import { useTranslation } from '../../session/translation';
import { IconButton } from '../../ui/button';
import { ChoiceField, CommitField } from '../../ui/commit-field';
import { showNumber } from '../../ui/time';
import { NewEntry } from './new-entry';

/** How many articles have a status, by its id; null while that is not known. */
type Used = ReadonlyMap<string, number> | null;

/** The desk's statuses: names, order, and how far an article is that has one. */
export function StatusFields({ statuses }: { readonly statuses: readonly StatusEntry[] }) {
  const { t } = useTranslation();
  const [used, setUsed] = useState<Used>(null);
  const ids = statuses.map(({ id }) => id).join(' ');
  useEffect(() => {
    let isCurrent = true;
    void statusesUsed(ids.split(' ')).then((found) => isCurrent && setUsed(found));
    return () => {
      isCurrent = false;
    };
  }, [ids]);
  return (
    <fieldset className="form-group status-fields">
      <legend>{t('metadata.statuses.legend')}</legend>
      <p className="form-hint">{t('metadata.statuses.hint')}</p>
      <ul className="card-list">
        {statuses.map((entry, at) => (
          <EntryFields key={entry.id} entry={entry} at={at} statuses={statuses} used={used} />
        ))}
      </ul>
      {statuses.length < mostStatuses && (
        <NewEntry
          title={t('metadata.statuses.add')}
          name="new-status"
          entries=".status-entry"
          onAdd={(labels) =>
            void changeStatuses((now) => withStatus(now, { ...labels, stage: 'in-progress' }))
          }
        />
      )}
    </fieldset>
  );
}

interface EntryProps {
  readonly entry: StatusEntry;
  readonly at: number;
  readonly statuses: readonly StatusEntry[];
  readonly used: Used;
}

function EntryFields({ entry, at, statuses, used }: EntryProps) {
  const { t, language } = useTranslation();
  const { id } = entry;
  const row = useRef<HTMLLIElement>(null);
  const name = statusLabel(t, language, statuses, id);
  const isBound = entry.stage === 'published' && isLastPublished(statuses, id);
  /** A button at an end is off and would drop the focus: its neighbour takes it. */
  const move = (step: -1 | 1): void => {
    void changeStatuses((now) => withStatusMoved(now, id, step));
    requestAnimationFrame(() => {
      const buttons = [...(row.current?.querySelectorAll<HTMLButtonElement>('.status-moves button') ?? [])];
      const wanted = buttons[step < 0 ? 0 : 1];
      (wanted?.disabled ? buttons.find((button) => !button.disabled) : wanted)?.focus();
    });
  };
  return (
    <li className="card status-entry" data-status={id} ref={row}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset in each of many rows would be drawn as a box */}
      <div role="group" aria-label={t('metadata.statuses.one', { name })} className="status-grid">
        <div className="status-moves">
          <IconButton
            icon={ArrowUp}
            label={t('metadata.statuses.up', { name })}
            disabled={at === 0}
            onClick={() => move(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={t('metadata.statuses.down', { name })}
            disabled={at === statuses.length - 1}
            onClick={() => move(1)}
          />
        </div>
        <Names
          entry={entry}
          onChange={(labels) => void changeStatuses((now) => withStatusChanged(now, id, { labels }))}
        />
        <ChoiceField<Stage>
          label={t('metadata.statuses.stage')}
          value={entry.stage}
          onChoose={(stage) => void changeStatuses((now) => withStatusChanged(now, id, { stage }))}
          choices={stages
            .filter((stage) => !isBound || stage === 'published')
            .map((stage) => [stage, t(`app.status.${stage}`)])}
        />
        <Removal entry={entry} name={name} statuses={statuses} used={used} />
      </div>
    </li>
  );
}

function Removal({
  entry: { id },
  name,
  statuses,
  used,
}: Omit<EntryProps, 'at'> & { readonly name: string }) {
  const { t, language } = useTranslation();
  const count = used?.get(id);
  if (count === undefined) return <span className="scale-kept" />;
  const kept = whyStatusKept(statuses, id, count);
  if (kept)
    return (
      <span className="scale-kept">
        {t(`metadata.statuses.${kept}`, { count, number: showNumber(count, language) })}
      </span>
    );
  return (
    <IconButton
      icon={Trash2}
      label={t('metadata.statuses.remove', { name })}
      onClick={(event) => {
        const next = event.currentTarget.closest('li');
        const neighbour = next?.nextElementSibling ?? next?.previousElementSibling;
        void changeStatuses((now) => withoutStatus(now, id));
        neighbour?.querySelector('input')?.focus();
      }}
    />
  );
}

const translators = new Map<Language, Translate>();

/** The program's own names are shown in both languages, whichever the window speaks. */
function inLanguage(language: Language): Translate {
  const translate = translators.get(language) ?? createTranslate(language);
  translators.set(language, translate);
  return translate;
}

interface NamesProps {
  readonly entry: StatusEntry;
  readonly onChange: (labels: StatusEntry['labels']) => void;
}

/** The two names; where the program has one of its own, it stands in the empty field. */
function Names({ entry, onChange }: NamesProps) {
  const { t } = useTranslation();
  const known = stages.find((stage) => stage === entry.id);
  const own = (of: Language) => (known ? { placeholder: inLanguage(of)(`app.status.${known}`) } : {});
  return (['fr', 'en'] as const).map((of) => (
    <CommitField
      key={of}
      label={t(`gate.desk.label-${of}`)}
      lang={of}
      maxLength={60}
      value={entry.labels[of] ?? ''}
      onCommit={(label) => onChange({ ...entry.labels, [of]: label })}
      {...own(of)}
    />
  ));
}
