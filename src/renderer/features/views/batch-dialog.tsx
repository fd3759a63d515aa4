import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { BatchChange } from '#core/desk/batch';
import { exportGroupNames, exportGroups, isSetFormat } from '#core/formats/offers';
import type { FormatId } from '#core/formats/types';
import { statusLabel } from '#core/messages/statuses';
import { call } from '../../bridge/bridge';
import { desk } from '../../session/app-session';
import {
  type BatchForm,
  batchQuestion,
  changeArticles,
  exportArticles,
  type Told,
  trashArticles,
} from '../../session/batch-session';
import { today } from '../../session/library-session';
import { wholeLibrary } from '../../session/result-list';
import { useSelected, useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { showDay, showNumber } from '../../ui/time';
import { TagsForm } from './tags-form';

/** Asks what shall be done to the selected articles, then has it done. */
export function BatchDialog() {
  const { t, language } = useTranslation();
  const question = useStore(batchQuestion);
  if (!question) return null;
  const { form, ids } = question;
  const count = ids.length;
  const close = (): void => batchQuestion.set(null);
  const Form = forms[form];
  return (
    <Dialog
      title={t(`views.form.${form}`, { count, number: showNumber(count, language) })}
      closeLabel={t('app.close')}
      onClose={close}
      size="small"
    >
      <Form
        onClose={close}
        onChange={(change, told) => {
          close();
          void changeArticles(ids, change, told);
        }}
        onExport={(format) => {
          close();
          void exportArticles(ids, format);
        }}
        onTrash={() => {
          close();
          void trashArticles(ids);
        }}
      />
    </Dialog>
  );
}

export interface FormProps {
  readonly onClose: () => void;
  readonly onChange: (change: BatchChange, told: Told) => void;
  readonly onExport: (format: FormatId) => void;
  readonly onTrash: () => void;
}

const forms: Readonly<Record<BatchForm, (props: FormProps) => ReactNode>> = {
  'add-tags': (props) => <TagsForm {...props} type="add-tags" />,
  'remove-tags': (props) => <TagsForm {...props} type="remove-tags" />,
  status: (props) => <StatusForm {...props} />,
  section: (props) => <SectionForm {...props} />,
  due: (props) => <DueForm {...props} />,
  export: (props) => <ExportForm {...props} />,
  trash: (props) => <TrashForm {...props} />,
};

interface ShellProps {
  readonly onClose: () => void;
  readonly onApply: () => void;
  readonly apply: string;
  readonly tone?: 'primary' | 'danger';
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

function FormShell({ onClose, onApply, apply, tone = 'primary', disabled = false, children }: ShellProps) {
  const { t } = useTranslation();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!disabled) onApply();
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      {children}
      <div className="form-actions">
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button type="submit" tone={tone} disabled={disabled}>
          {apply}
        </Button>
      </div>
    </form>
  );
}

function StatusForm({ onClose, onChange }: FormProps) {
  const { t, language } = useTranslation();
  const statuses = useSelected(desk, (current) => current?.statuses) ?? [];
  const [status, setStatus] = useState(statuses[0]?.id ?? '');
  const label = (id: string): string => statusLabel(t, language, statuses, id);
  return (
    <FormShell
      onClose={onClose}
      apply={t('views.apply')}
      disabled={status === ''}
      onApply={() =>
        onChange({ type: 'status', status }, { key: 'views.done.status', params: { status: label(status) } })
      }
    >
      <Choices
        legend={t('views.column.status')}
        options={statuses.map(({ id }) => [id, label(id)])}
        value={status}
        onChange={setStatus}
      />
    </FormShell>
  );
}

interface ChoicesProps<T extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [T, string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Choices<T extends string>({ legend, options, value, onChange }: ChoicesProps<T>) {
  return (
    <fieldset className="form-group batch-choices">
      <legend className="visually-hidden">{legend}</legend>
      {options.map(([id, label]) => (
        <label key={id} className="form-check">
          <input type="radio" name="batch" checked={id === value} onChange={() => onChange(id)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function SectionForm({ onClose, onChange }: FormProps) {
  const { t } = useTranslation();
  const [section, setSection] = useState('');
  const known = useSections();
  const name = section.trim();
  return (
    <FormShell
      onClose={onClose}
      apply={t('views.apply')}
      onApply={() =>
        onChange(
          { type: 'section', section: name },
          name === ''
            ? { key: 'views.done.no-section' }
            : { key: 'views.done.section', params: { section: name } },
        )
      }
    >
      <label className="form-field">
        <span>{t('views.column.section')}</span>
        <input
          type="text"
          maxLength={500}
          list="batch-sections"
          value={section}
          onChange={(event) => setSection(event.target.value)}
        />
      </label>
      <datalist id="batch-sections">
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <p className="form-hint">{t('views.section-none')}</p>
    </FormShell>
  );
}

/** The sections that the desk has, the most frequent first. */
function useSections(): readonly string[] {
  const [sections, setSections] = useState<readonly string[]>([]);
  useEffect(() => {
    void call('library.search', { ...wholeLibrary, facets: true, offset: 0, limit: 0, today: today() }).then(
      (answer) => answer.ok && setSections(answer.value.facets?.section.map(({ value }) => value) ?? []),
    );
  }, []);
  return sections;
}

function DueForm({ onClose, onChange }: FormProps) {
  const { t, language } = useTranslation();
  const [day, setDay] = useState(today());
  const [isNone, setNone] = useState(false);
  return (
    <FormShell
      onClose={onClose}
      apply={t('views.apply')}
      disabled={!isNone && day === ''}
      onApply={() =>
        onChange(
          { type: 'due', day: isNone ? null : day },
          isNone
            ? { key: 'views.done.no-due' }
            : { key: 'views.done.due', params: { day: showDay(day, language) } },
        )
      }
    >
      <label className="form-field">
        <span>{t('views.column.due')}</span>
        <input type="date" value={day} disabled={isNone} onChange={(event) => setDay(event.target.value)} />
      </label>
      <label className="form-check">
        <input type="checkbox" checked={isNone} onChange={() => setNone(!isNone)} />
        {t('views.due-none')}
      </label>
    </FormShell>
  );
}

/** What can be made of each article, and what one makes of several. */
const batchFormats: readonly FormatId[] = [
  ...exportGroupNames.flatMap((group) => exportGroups[group]),
  'site',
];

function ExportForm({ onClose, onExport }: FormProps) {
  const { t } = useTranslation();
  const [format, setFormat] = useState<FormatId>('markdown');
  return (
    <FormShell onClose={onClose} apply={t('views.apply-export')} onApply={() => onExport(format)}>
      <Choices
        legend={t('views.export')}
        options={batchFormats.map((id) => [id, t(`app.format.${id}`)])}
        value={format}
        onChange={setFormat}
      />
      <p className="form-hint">{t(isSetFormat(format) ? 'views.export-set-hint' : 'views.export-hint')}</p>
    </FormShell>
  );
}

function TrashForm({ onClose, onTrash }: FormProps) {
  const { t } = useTranslation();
  return (
    <FormShell onClose={onClose} apply={t('views.apply-trash')} tone="danger" onApply={onTrash}>
      <p className="form-hint">{t('views.trash-hint')}</p>
    </FormShell>
  );
}
