import { useEffect, useId, useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Called when the field is left, or Return is pressed in a single line; only when the value is another. */
  readonly onCommit: (value: string) => void;
  readonly rows?: number;
  /** Values that are offered while typing. */
  readonly offers?: readonly string[];
  readonly maxLength?: number;
  readonly lang?: string | undefined;
  readonly placeholder?: string;
}

/** A field that tells its value when it is left: what stands behind it need not be drawn anew at every key. */
export function CommitField({ label, value, onCommit, rows, offers, maxLength = 500, ...rest }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = (): void => {
    if (text !== value) onCommit(text);
  };
  const id = useId();
  const list = offers && offers.length > 0 ? `${id}-offers` : undefined;
  const common = { ...rest, id, value: text, maxLength, onBlur: commit };
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea {...common} rows={rows} onChange={(event) => setText(event.target.value)} />
      ) : (
        <input
          {...common}
          type="text"
          list={list}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
      )}
      {list && (
        <datalist id={list}>
          {offers?.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, title: string])[];
  readonly onChoose: (value: T) => void;
}

/** One of a few values. */
export function ChoiceField<T extends string>({ label, value, choices, onChoose }: ChoiceProps<T>) {
  return (
    <label className="form-field">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = choices.find(([one]) => one === event.target.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {choices.map(([one, title]) => (
          <option key={one} value={one}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
