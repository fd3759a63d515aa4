import { useEffect, useId, useState } from 'react';
import type { Licences } from '#core/about/licences';
import { call } from '../../bridge/bridge';
import { complain } from '../../session/notices';
import { useTranslation } from '../../session/translation';
import { showNumber } from '../../ui/time';

/** Every package that is shipped: the arrows walk the list, Tab goes to the text of the one that is chosen. */
export function LicenceList() {
  const { t, language } = useTranslation();
  const [licences, setLicences] = useState<Licences | null>(null);
  const [chosen, setChosen] = useState(0);
  const titleId = useId();
  useEffect(() => {
    let isCurrent = true;
    void call('app.licences').then((result) => {
      if (!isCurrent) return;
      if (result.ok) setLicences(result.value);
      else complain(result);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  const one = licences?.packages[chosen];
  if (!licences || !one) return null;
  const count = licences.packages.length;
  return (
    <section className="licences">
      <h3 id={titleId}>{t('app.about.parts')}</h3>
      <p>{t('app.about.parts-count', { count, number: showNumber(count, language) })}</p>
      <div className="licences-columns">
        <select
          size={12}
          aria-labelledby={titleId}
          value={chosen}
          onChange={(event) => setChosen(Number(event.target.value))}
        >
          {licences.packages.map(({ name, version, licence }, index) => (
            <option key={`${name}@${version}`} value={index}>
              {name} {version} · {licence}
            </option>
          ))}
        </select>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section aria-label={t('app.about.licence-text', { name: one.name })} lang="en" tabIndex={0}>
          <pre>{licences.texts[one.text]}</pre>
        </section>
      </div>
      <p>{t('app.about.chromium')}</p>
    </section>
  );
}
