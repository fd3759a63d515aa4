import { longestPassphrase } from '#core/confidential/values';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly isShown: boolean;
  readonly onChange: (value: string) => void;
  /** The id of what explains it. */
  readonly describedBy?: string | undefined;
}

/** A passphrase; nothing completes it, corrects it or keeps it. */
export function PassphraseField({ label, name, value, isShown, onChange, describedBy }: Props) {
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        type={isShown ? 'text' : 'password'}
        name={name}
        value={value}
        maxLength={longestPassphrase}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
