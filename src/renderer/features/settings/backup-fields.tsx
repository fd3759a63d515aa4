import { useEffect } from 'react';
import { backupHours, backupHoursSchema } from '#core/backup/schedule';
import type { BackupView } from '#core/ipc/contract';
import {
  backUpNow,
  backup,
  backupProgress,
  changeBackup,
  chooseBackupFolder,
  readBackup,
  stopBackup,
} from '../../session/backup-session';
import { useStore } from '../../session/store';
import { useTranslation } from '../../session/translation';
import { Button } from '../../ui/button';
import { showNumber, showWhen } from '../../ui/time';

/** Where copies of the desk go, how often, and when the last one was made. It holds for this computer. */
export function BackupFields() {
  const { t } = useTranslation();
  const view = useStore(backup);
  useEffect(() => void readBackup(), []);
  if (!view) return null;
  return (
    <fieldset className="form-group">
      <legend>{t('backup.title')}</legend>
      <p className="form-hint">{t('backup.hint')}</p>
      <p>
        {view.place === null ? t('backup.no-folder') : t('backup.folder', { name: view.place })}{' '}
        <Button onClick={() => void chooseBackupFolder()}>{t('backup.choose')}</Button>
      </p>
      {view.place !== null && <Schedule view={view} />}
    </fieldset>
  );
}

function Schedule({ view }: { readonly view: BackupView }) {
  const { t } = useTranslation();
  const changeHours = (value: string): void => {
    const hours = backupHoursSchema.safeParse(Number(value));
    if (hours.success) void changeBackup({ hours: hours.data });
  };
  return (
    <>
      <label className="form-check">
        <input
          type="checkbox"
          name="backup-on"
          checked={view.isOn}
          onChange={(event) => void changeBackup({ isOn: event.target.checked })}
        />
        <span>{t('backup.on')}</span>
      </label>
      <label>
        {t('backup.every')}{' '}
        <select
          name="backup-hours"
          value={view.hours}
          disabled={!view.isOn}
          onChange={(event) => changeHours(event.target.value)}
        >
          {backupHours.map((hours) => (
            <option key={hours} value={hours}>
              {t('backup.hours', { count: hours })}
            </option>
          ))}
        </select>
      </label>
      <LastBackup last={view.last} />
    </>
  );
}

function LastBackup({ last }: Pick<BackupView, 'last'>) {
  const { t, language } = useTranslation();
  const progress = useStore(backupProgress);
  const at = {
    done: showNumber(progress?.done ?? 0, language),
    total: showNumber(progress?.total ?? 0, language),
  };
  return (
    <p>
      <span role="status">
        {last === null
          ? t('backup.none-yet')
          : t('backup.last', { when: showWhen(last.made, language), count: last.files })}
        {last !== null && last.unread > 0 && ` ${t('backup.unread', { count: last.unread })}`}
      </span>{' '}
      {progress && t(`backup.progress-${progress.work}`, at)}{' '}
      {progress ? (
        <Button onClick={stopBackup}>{t('backup.stop')}</Button>
      ) : (
        <Button onClick={() => void backUpNow()}>{t('backup.now')}</Button>
      )}
    </p>
  );
}
