import { useId, useState } from 'react';
import { dossierFormats } from '#core/dossier/formats';
import { saveDossier } from '../../session/gate-session';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';

/** Hands the record of checks out, with confidential sources held back unless somebody asks for them. */
export function DossierSection() {
  const { t } = useTranslation();
  const [confidential, setConfidential] = useState(false);
  const warning = useId();
  return (
    <section className="gate-dossier" aria-labelledby="dossier-heading">
      <h3 id="dossier-heading" className="panel-heading">
        {t('gate.dossier')}
      </h3>
      <p className="form-hint">{t('gate.dossier-hint')}</p>
      <label className="form-check">
        <input
          type="checkbox"
          checked={confidential}
          aria-describedby={confidential ? warning : undefined}
          onChange={(event) => setConfidential(event.target.checked)}
        />
        <span>{t('gate.dossier-confidential')}</span>
      </label>
      {confidential && (
        <p id={warning} className="gate-warning">
          {t('gate.dossier-warning')}
        </p>
      )}
      <div className="card-actions">
        {dossierFormats.map((format) => (
          <Button key={format} data-format={format} onClick={() => void saveDossier(format, confidential)}>
            {t('gate.dossier-save', { format: format.toUpperCase() })}
          </Button>
        ))}
      </div>
    </section>
  );
}
