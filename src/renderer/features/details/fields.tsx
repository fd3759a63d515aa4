import { type ReactNode, useId } from 'react';
import { useSpellCheck } from '../../session/spelling-session';
import { useDraft } from '../../session/use-draft';

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** UTF-16 units. */
  readonly limit?: number;
  readonly rows?: number;
  /** Of what is written here: prose, whose spelling is checked when it is the article's. */
  readonly lang?: string;
  readonly placeholder?: string;
  /** What has been used before, offered while typing. */
  readonly offers?: readonly string[];
  readonly onFocus?: () => void;
  /** Said under the field, from what stands in it now. */
  readonly children?: (typed: string) => ReactNode;
}

/** A line or a text of the metadata. It is in the record before every save, and the panel is not drawn at every key. */
export function TextField(props: TextProps) {
  const { label, value, onChange, limit = 500, rows, offers, children, ...rest } = props;
  const draft = useDraft(value, onChange);
  const isChecked = useSpellCheck() && props.lang !== undefined;
  const id = useId();
  const list = offers && offers.length > 0 ? `${id}-offers` : undefined;
  const common = {
    ...rest,
    id,
    spellCheck: isChecked,
    value: draft.value,
    maxLength: limit,
    onBlur: draft.commit,
    ...(children && { 'aria-describedby': `${id}-said` }),
  };
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea {...common} rows={rows} onChange={(event) => draft.change(event.target.value)} />
      ) : (
        <input
          {...common}
          type="text"
          autoComplete="off"
          list={list}
          onChange={(event) => draft.change(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && draft.commit()}
        />
      )}
      {list && (
        <datalist id={list}>
          {offers?.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
      {children && (
        <div id={`${id}-said`} className="field-said">
          {children(draft.value)}
        </div>
      )}
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

/** A day. While its parts are being typed the years 2, 20 and 202 go by: they are no days that a desk means. */
export function DayField({ label, value, onChange }: DayProps) {
  const draft = useDraft(value ?? '', (day) => {
    if (day === '' || day >= '1000') onChange(day === '' ? null : day);
  });
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        type="date"
        max="9999-12-31"
        value={draft.value}
        onChange={(event) => event.target.validity.badInput || draft.change(event.target.value)}
        onBlur={draft.commit}
      />
    </label>
  );
}
