import { type ReactNode, useId } from 'react';
import { useDraft } from '../../session/use-draft';
import { readDay } from './limits';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  /** UTF-16 units. */
  readonly limit: number;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}

/** One line that goes into the record when it is left. */
export function LineField({ label, value, limit, onChange, autoFocus = false }: FieldProps) {
  const draft = useDraft(value, onChange);
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        value={draft.value}
        maxLength={limit}
        // biome-ignore lint/a11y/noAutofocus: a source that was just made is to be described
        autoFocus={autoFocus}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.commit}
      />
    </label>
  );
}

export function WordsField({ label, value, limit, onChange, autoFocus = false }: FieldProps) {
  const draft = useDraft(value, onChange);
  return (
    <label className="form-field">
      <span>{label}</span>
      <textarea
        rows={2}
        value={draft.value}
        maxLength={limit}
        // biome-ignore lint/a11y/noAutofocus: a source that was just made is to be described
        autoFocus={autoFocus}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.commit}
      />
    </label>
  );
}

/** A field whose text has to mean something; what does not is shown as wrong and kept out of the record. */
export function ReadField<T>({
  label,
  value,
  read,
  problem,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly read: (text: string) => T | null;
  /** What is wrong with a text that cannot be read. */
  readonly problem: string;
  readonly onChange: (value: T) => void;
}) {
  const hint = useId();
  const draft = useDraft(value, (text) => {
    const meant = read(text);
    if (meant !== null) onChange(meant);
  });
  const isWrong = draft.value.trim() !== '' && read(draft.value) === null;
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        value={draft.value}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? hint : undefined}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.commit}
      />
      {isWrong && (
        <small id={hint} className="form-problem">
          {problem}
        </small>
      )}
    </label>
  );
}

/** A day, or none. */
export function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  /** `YYYY-MM-DD`. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const draft = useDraft(value ?? '', (text) => {
    const day = readDay(text);
    if (day !== null || text === '') onChange(day);
  });
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        type="date"
        max="9999-12-31"
        value={draft.value}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.commit}
      />
    </label>
  );
}

/** An hour of the day, `HH:MM`; empty for none. */
export function HourField({ label, value, onChange }: Pick<FieldProps, 'label' | 'value' | 'onChange'>) {
  const draft = useDraft(value, onChange);
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        type="time"
        value={draft.value}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.commit}
      />
    </label>
  );
}

/** What belongs together, under a name. */
export function FieldGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="form-group evidence-group">
      <legend>{label}</legend>
      {children}
    </fieldset>
  );
}
