import type { ImportReport } from '#core/intake/import-report';
import type { IntakeReport } from '#core/ipc/contract';
import { call } from '../bridge/bridge';
import { desk } from './app-session';
import { following, trashArticles } from './batch-session';
import { refreshLibrary } from './library-session';
import { createStore } from './store';

/** What the last import has come to; null: nothing was imported since the window was opened. */
export const lastImport = createStore<ImportReport | null>(null);
/** The import of a folder that has just ended, until its notice is closed. */
export const importNotice = createStore<ImportReport | null>(null);

/** Brings a folder that is asked for onto the desk; the window goes on meanwhile. */
export async function importFolder(): Promise<void> {
  importNotice.set(null);
  const { id } = desk.get() ?? {};
  const report = await following(null, () => call('intake.folder'));
  refreshLibrary();
  // It may have ended after somebody went to another desk.
  if (!report || desk.get()?.id !== id) return;
  lastImport.set(report);
  importNotice.set(report);
}

/** Files that were imported one by one. */
export function rememberImport({ imported, refused }: IntakeReport): ImportReport {
  const report: ImportReport = {
    folder: null,
    found: imported.length + refused.length,
    ids: imported.map(({ id }) => id),
    warned: imported.filter(({ warnings }) => warnings.length > 0),
    known: [],
    refused,
    beside: 0,
    cancelled: false,
  };
  lastImport.set(report);
  return report;
}

/** Moves what came in to the trash. */
export async function undoImport({ ids }: ImportReport): Promise<void> {
  importNotice.set(null);
  await trashArticles(ids);
}

/** Another desk: its articles are not those of the report. */
export function forgetImport(): void {
  lastImport.set(null);
  importNotice.set(null);
}
