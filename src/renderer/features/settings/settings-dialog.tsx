import type { ReactNode } from 'react';
import { runCommand } from '../../commands/registry';
import { changeDesk, desk, preferences, setPreferences } from '../../session/app-session';
import { spellingState } from '../../session/spelling-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

/** What belongs to the person, and what belongs to the desk. Every change holds at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const current = useStore(preferences);
  const open = useStore(desk);
  const isMissing = useStore(spellingState) === 'missing';
  return (
    <Dialog title={t('app.settings.title')} closeLabel={t('app.close')} onClose={onClose} size="medium">
      <form className="form settings" onSubmit={(event) => event.preventDefault()}>
        <label className="form-field">
          <span>{t('app.settings.name')}</span>
          <input
            type="text"
            maxLength={120}
            value={current.name}
            onChange={(event) => void setPreferences({ name: event.target.value })}
          />
        </label>
        <Choice
          label={t('app.settings.language')}
          value={current.language}
          onChange={(language) => void setPreferences({ language })}
          options={[
            ['system', t('command.view.language-system')],
            ['fr', 'Français'],
            ['en', 'English'],
          ]}
        />
        <Choice
          label={t('app.settings.theme')}
          value={current.theme}
          onChange={(theme) => void setPreferences({ theme })}
          options={[
            ['system', t('command.view.theme-system')],
            ['light', t('command.view.theme-light')],
            ['dark', t('command.view.theme-dark')],
          ]}
        />
        <Toggle
          label={t('app.settings.smart-punctuation')}
          isOn={current.smartPunctuation}
          onChange={(smartPunctuation) => void setPreferences({ smartPunctuation })}
        />
        <Toggle
          label={t('app.settings.spelling')}
          isOn={current.spelling}
          onChange={(spelling) => void setPreferences({ spelling })}
        />
        {isMissing && (
          <p className="form-problem" role="status">
            {t('app.spelling.unavailable')}
          </p>
        )}
        <Choice
          label={t('app.settings.english')}
          value={current.english}
          disabled={!current.spelling}
          onChange={(english) => void setPreferences({ english })}
          options={[
            ['system', t('app.settings.english-system')],
            ['en-GB', t('app.settings.english-british')],
            ['en-US', t('app.settings.english-american')],
          ]}
        />
        <Toggle
          label={t('command.view.invisibles')}
          isOn={current.invisibles}
          onChange={(invisibles) => void setPreferences({ invisibles })}
        />
        {open && (
          <fieldset className="form-group">
            <legend>{t('app.settings.desk', { name: open.name })}</legend>
            <Choice
              label={t('app.settings.french-space')}
              value={open.frenchSpace}
              disabled={open.readOnly}
              onChange={(frenchSpace) => void changeDesk({ frenchSpace })}
              options={[
                ['no-break', t('app.settings.space-no-break')],
                ['narrow', t('app.settings.space-narrow')],
              ]}
            />
            <div className="form-actions">
              <Button
                onClick={() => {
                  onClose();
                  runCommand('desk.settings');
                }}
              >
                {t('gate.desk.open')}
              </Button>
            </div>
          </fieldset>
        )}
      </form>
    </Dialog>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}

function Choice<T extends string>({ label, value, options, onChange, disabled }: ChoiceProps<T>) {
  return (
    <label className="form-field">
      <span>{label}</span>
      <select value={value} disabled={disabled} onChange={(event) => onChange(event.target.value as T)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Toggle({
  label,
  isOn,
  onChange,
}: {
  readonly label: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label className="form-check">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
