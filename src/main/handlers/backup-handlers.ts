import { failure, success } from '#core/failure';
import type { BackupWork } from '../backup-work';
import type { MainContext } from '../main-context';
import type { Handlers } from '../router';

type BackupHandlers = Pick<Handlers, Extract<keyof Handlers, `backup.${string}`>>;

/** Copies of the open desk in a second folder, and a desk from such a copy. */
export function backupHandlers({ session, dialogs }: MainContext, work: BackupWork): BackupHandlers {
  return {
    'backup.status': () => session.with(async (desk) => success(work.view(desk))),
    'backup.change': (change) =>
      session.with(async (desk) => {
        const given = Object.entries(change).filter(([, value]) => value !== undefined);
        return success(work.change(desk, Object.fromEntries(given)));
      }),
    'backup.choose': () =>
      session.with(async (desk) => {
        const folder = await dialogs.chooseFolder('dialog.backup.folder', { canCreate: true });
        // Whoever chooses a folder wants backups in it.
        return success(folder === null ? work.view(desk) : work.change(desk, { folder, isOn: true }));
      }),
    'backup.now': () => session.with((desk) => work.run(desk)),
    'backup.stop': async () => {
      work.stop();
      return success(null);
    },
    'backup.restore': async () => {
      const backup = await dialogs.chooseFolder('dialog.backup.choose');
      if (backup === null) return success(null);
      const folder = await dialogs.chooseFolder('dialog.backup.restore', { canCreate: true });
      if (folder === null) return success(null);
      return work.restore(backup, folder);
    },
    'backup.open-restored': async () =>
      work.restored === null ? failure('desk.none-open') : session.open(work.restored),
  };
}
