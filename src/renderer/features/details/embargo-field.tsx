import { useId, useMemo, useState } from 'react';
import {
  instantIn,
  isUnderEmbargo,
  isZone,
  localIn,
  type Moment,
  offsetIn,
  zones,
} from '#core/article/zones';
import { useTranslation } from '../../session/translation';
import { useDraft } from '../../session/use-draft';
import { Button } from '../../ui/button';
import { showMoment, showMomentIn } from '../../ui/time';
import { change, useMetadata } from './change';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Until when nothing may leave, by the clock of a zone. What is stored is the instant, and whose clock was meant. */
export function EmbargoField() {
  const { t } = useTranslation();
  const embargo = useMetadata('embargo') ?? null;
  const [wanted, setWanted] = useState<string | null>(null);
  // How the last time that was typed here was understood: it is said as long as it stands.
  const [read, setRead] = useState<(Moment & { readonly local: string }) | null>(null);
  const zone = wanted ?? embargo?.zone ?? here;
  const shown = embargo && isZone(embargo.zone) ? embargo.zone : 'UTC';
  const local = embargo ? (localIn(shown, embargo.until) ?? '') : '';

  const set = (time: string, inZone: string): void => {
    if (time === '') {
      change({ embargo: null });
      return;
    }
    const moment = time >= '1000' ? instantIn(inZone, time) : null;
    if (!moment || (moment.instant === embargo?.until && inZone === embargo.zone)) return;
    setRead({ ...moment, local: time });
    change({ embargo: { until: moment.instant, zone: inZone } });
  };
  const draft = useDraft(local, (time) => set(time, zone));
  const zoneDraft = useDraft(zone, (name) => {
    if (!isZone(name)) return;
    setWanted(name);
    if (draft.value !== '') set(draft.value, name);
  });
  const doubt = read && read.clock !== 'once' && read.instant === embargo?.until ? read : null;
  return (
    <fieldset className="form-group embargo-field">
      <legend>{t('metadata.embargo.legend')}</legend>
      <div className="details-pair">
        <label className="form-field">
          <span>{t('metadata.embargo.until')}</span>
          <input
            type="datetime-local"
            name="embargo-until"
            max="9999-12-31T23:59"
            value={draft.value}
            onChange={(event) => event.target.validity.badInput || draft.change(event.target.value)}
            onBlur={draft.commit}
          />
        </label>
        <ZoneField value={zoneDraft.value} onChange={zoneDraft.change} onLeave={zoneDraft.commit} />
      </div>
      {!isZone(zoneDraft.value) && (
        <p className="form-problem" role="alert">
          {t('metadata.embargo.unknown-zone', { zone: zoneDraft.value })}
        </p>
      )}
      {doubt && (
        <p className="embargo-doubt" role="status">
          {t(`metadata.embargo.${doubt.clock === 'never' ? 'never' : 'twice'}`, {
            time: doubt.local.slice(11),
          })}
        </p>
      )}
      {embargo && <EmbargoWords until={embargo.until} zone={embargo.zone} />}
      {embargo && (
        <div className="form-actions">
          <Button onClick={() => change({ embargo: null })}>{t('metadata.embargo.lift')}</Button>
        </div>
      )}
    </fieldset>
  );
}

interface ZoneProps {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly onLeave: () => void;
}

function ZoneField({ value, onChange, onLeave }: ZoneProps) {
  const { t } = useTranslation();
  const id = useId();
  const offered = useMemo(() => zones(here), []);
  return (
    <div className="form-field">
      <label htmlFor={id}>{t('metadata.embargo.zone')}</label>
      <input
        id={id}
        type="text"
        name="embargo-zone"
        list={`${id}-zones`}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={value}
        aria-invalid={!isZone(value)}
        onChange={(event) => onChange(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={onLeave}
      />
      <datalist id={`${id}-zones`}>
        {offered.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </div>
  );
}

function EmbargoWords({ until, zone }: { readonly until: string; readonly zone: string }) {
  const { t, language } = useTranslation();
  const isKnown = isZone(zone);
  const by = isKnown ? zone : 'UTC';
  const holds = isUnderEmbargo({ until }, new Date().toISOString());
  const isElsewhere = offsetIn(by, until) !== offsetIn(here, until);
  return (
    <p className="embargo-words" data-holds={holds || undefined}>
      {t(holds ? 'metadata.embargo.holds' : 'metadata.embargo.over', {
        when: showMomentIn(until, language, by),
        zone: by,
        offset: offsetIn(by, until) ?? 'UTC',
      })}
      {isElsewhere && ` ${t('metadata.embargo.here', { when: showMoment(until, language) })}`}
    </p>
  );
}
