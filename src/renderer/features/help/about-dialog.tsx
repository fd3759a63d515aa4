import { startFacts } from '../../session/app-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Dialog } from '../../ui/dialog';
import { LicenceList } from './licence-list';
import './help.css';

/** What this is, what it runs on, and whose work is inside. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const versions = useStore(startFacts)?.versions;
  return (
    <Dialog title={t('command.help.about')} closeLabel={t('app.close')} onClose={onClose} size="large">
      <div className="about">
        <p className="about-name">Marbre</p>
        <p>{t('app.about.what')}</p>
        {versions && (
          <dl aria-label={t('app.about.versions')}>
            <dt>Marbre</dt>
            <dd>{versions.marbre}</dd>
            <dt>Electron</dt>
            <dd>{versions.electron}</dd>
            <dt>Chromium</dt>
            <dd>{versions.chromium}</dd>
            <dt>Node</dt>
            <dd>{versions.node}</dd>
          </dl>
        )}
        {versions && !versions.supported && <p className="form-problem">{t('app.about.unsupported')}</p>}
        <LicenceList />
      </div>
    </Dialog>
  );
}
