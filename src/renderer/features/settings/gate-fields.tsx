import {
  type CheckerCount,
  checkerCounts,
  type GatePolicy,
  gateModes,
  gateSwitches,
} from '#core/claims/gate-policy';
import { claimKinds, roles } from '#core/claims/values';
import { changeGate } from '../../session/desk-session';
import { useTranslation } from '../../session/translation';

const risks = ['legal', 'safety'] as const;

/** The gate policy of the desk, field by field. */
export function GateFields({ gate }: { readonly gate: GatePolicy }) {
  const { t } = useTranslation();
  return (
    <>
      <fieldset className="form-group desk-row">
        <legend>{t('gate.desk.mode')}</legend>
        {gateModes.map((mode) => (
          <label key={mode} className="form-check">
            <input
              type="radio"
              name="mode"
              value={mode}
              checked={gate.mode === mode}
              onChange={() => void changeGate(() => ({ mode }))}
            />
            <span>{t(`gate.desk.mode-${mode}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="form-group desk-row">
        <legend>{t('gate.desk.roles')}</legend>
        {roles.map((role) => (
          <Switch
            key={role}
            name={role}
            label={t(`checking.role.${role}`)}
            isOn={gate.roles.includes(role)}
            onChange={(isOn) =>
              void changeGate(({ roles: wanted }) => ({
                roles: roles.filter((one) => (one === role ? isOn : wanted.includes(one))),
              }))
            }
          />
        ))}
      </fieldset>
      <fieldset className="form-group desk-row">
        <legend>{t('gate.desk.blockers')}</legend>
        {gateSwitches.map((name) => (
          <Switch
            key={name}
            name={name}
            label={t(`checking.gate-switch.${name}`)}
            isOn={gate.blockers[name]}
            onChange={(isOn) =>
              void changeGate(({ blockers }) => ({ blockers: { ...blockers, [name]: isOn } }))
            }
          />
        ))}
      </fieldset>
      <fieldset className="form-group">
        <legend>{t('gate.desk.kinds')}</legend>
        <p className="form-hint">{t('gate.desk.kinds-hint')}</p>
        <div className="desk-kinds">
          {claimKinds.map((kind) => (
            <Count
              key={kind}
              label={t(`checking.kind.${kind}`)}
              value={gate.kinds[kind]}
              onChange={(count) => void changeGate(({ kinds }) => ({ kinds: { ...kinds, [kind]: count } }))}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="form-group">
        <legend>{t('gate.desk.risks')}</legend>
        <p className="form-hint">{t('gate.desk.risks-hint')}</p>
        <div className="desk-kinds">
          {risks.map((risk) => (
            <Count
              key={risk}
              label={t(`checking.risk.${risk}`)}
              value={gate.risks[risk]}
              onChange={(count) => void changeGate((now) => ({ risks: { ...now.risks, [risk]: count } }))}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

interface SwitchProps {
  readonly name: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Switch({ name, label, isOn, onChange }: SwitchProps) {
  return (
    <label className="form-check">
      <input
        type="checkbox"
        name={name}
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

interface CountProps {
  readonly label: string;
  readonly value: CheckerCount;
  readonly onChange: (count: CheckerCount) => void;
}

function Count({ label, value, onChange }: CountProps) {
  return (
    <label className="desk-kind">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = checkerCounts.find((count) => String(count) === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {checkerCounts.map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </select>
    </label>
  );
}
