interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
}

/** The name of whoever puts something on record. */
export function NameField({ label, value, onChange }: Props) {
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        type="text"
        name="name"
        maxLength={120}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
