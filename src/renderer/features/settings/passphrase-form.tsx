import { ShieldAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { passphraseStrength } from '#core/confidential/passphrase';
import { shortestPassphrase } from '#core/confidential/values';
import type { Failure } from '#core/failure';
import { failureSentence, type MessageKey } from '#core/messages/index';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { PassphraseField } from '../../ui/passphrase-field';

export interface Passphrases {
  readonly current: string;
  readonly next: string;
}

interface Props {
  /** The one that holds, a new one, or both. */
  readonly asks: readonly (keyof Passphrases)[];
  readonly action: string;
  /** Gives what was wrong. */
  readonly onSubmit: (given: Passphrases) => Promise<Failure | null>;
  /** Says what losing it means, and wants that to be understood. */
  readonly warns?: true;
  readonly isOff?: boolean;
}

const nothing = { current: '', next: '', again: '' };

/** Passphrases, typed twice where they are new. Not a form of its own: it stands within that of the settings. */
export function PassphraseForm({ asks, action, onSubmit, warns, isOff = false }: Props) {
  const { t } = useTranslation();
  const [given, setGiven] = useState(nothing);
  const [isShown, setShown] = useState(false);
  const [isUnderstood, setUnderstood] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const isReady = isWhole(given, asks) && (!warns || isUnderstood) && !isBusy && !isOff;
  const submit = async (): Promise<void> => {
    if (!isReady) return;
    setBusy(true);
    const failed = await onSubmit({ current: given.current, next: given.next });
    setBusy(false);
    setProblem(failed);
    if (failed === null) setGiven(nothing);
  };
  return (
    <fieldset
      className="passphrase-form"
      aria-label={action}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void submit();
      }}
    >
      <Fields
        asks={asks}
        given={given}
        isShown={isShown}
        onChange={(change) => setGiven((before) => ({ ...before, ...change }))}
      />
      <label className="form-check">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
        <span>{t('confidential.show')}</span>
      </label>
      {warns && <Warning isUnderstood={isUnderstood} onChange={setUnderstood} />}
      {problem && (
        <p className="form-problem" role="alert">
          {failureSentence(t, problem)}
        </p>
      )}
      <div className="confidential-actions">
        <Button tone="primary" disabled={!isReady} onClick={() => void submit()}>
          {isBusy ? t('confidential.working') : action}
        </Button>
      </div>
    </fieldset>
  );
}

function isWhole({ current, next, again }: typeof nothing, asks: Props['asks']): boolean {
  if (asks.includes('current') && current === '') return false;
  return !asks.includes('next') || (passphraseStrength(next) !== 'short' && again === next);
}

interface FieldsProps extends Pick<Props, 'asks'> {
  readonly given: typeof nothing;
  readonly isShown: boolean;
  readonly onChange: (change: Partial<typeof nothing>) => void;
}

function Fields({ asks, given, isShown, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const hint = useId();
  const isFirst = !asks.includes('current');
  const field = (name: keyof typeof nothing, label: MessageKey) => (
    <PassphraseField
      label={t(label)}
      name={name}
      value={given[name]}
      isShown={isShown}
      describedBy={name === 'next' ? hint : undefined}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <>
      {!isFirst && field('current', 'confidential.passphrase')}
      {asks.includes('next') && (
        <>
          <div className="passphrase-pair">
            {field('next', isFirst ? 'confidential.passphrase' : 'confidential.new-passphrase')}
            {field('again', isFirst ? 'confidential.again' : 'confidential.new-again')}
          </div>
          <Strength id={hint} given={given} />
        </>
      )}
    </>
  );
}

/** How hard it is to guess; that the two are not the same, once the second has been begun. */
function Strength({ id, given: { next, again } }: { readonly id: string; readonly given: typeof nothing }) {
  const { t } = useTranslation();
  const strength = passphraseStrength(next);
  const isDifferent = again !== '' && !next.startsWith(again);
  return (
    <p className="passphrase-strength" id={id} data-strength={strength} role="status">
      <span className="passphrase-meter" aria-hidden="true" />
      {isDifferent
        ? t('confidential.different')
        : t(`confidential.strength.${strength}`, { count: shortestPassphrase })}
    </p>
  );
}

/** What losing it means, before it is too late. */
function Warning(props: { readonly isUnderstood: boolean; readonly onChange: (isOn: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="confidential-warning">
        <ShieldAlert size={15} aria-hidden="true" />
        {t('confidential.loss')}
      </p>
      <label className="form-check">
        <input
          type="checkbox"
          name="understood"
          checked={props.isUnderstood}
          onChange={(event) => props.onChange(event.target.checked)}
        />
        <span>{t('confidential.understood')}</span>
      </label>
    </>
  );
}
