import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  app,
  type IpcMainInvokeEvent,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  session as sessions,
} from 'electron';
import type { ContextFact } from '#core/commands/table';
import { callChannel } from '#core/ipc/names';
import { createTranslate, languageOf } from '#core/messages/index';
import { ageInThread, type EvidenceReader } from '#storage/index';
import { BackupWork } from './backup-work';
import { Batches } from './batch/batches';
import { ConfidentialSession } from './confidential/confidential-session';
import { DeskSession } from './desk-session';
import { createDialogs } from './dialogs';
import { appHandlers } from './handlers/app-handlers';
import { articleHandlers } from './handlers/article-handlers';
import { backupHandlers } from './handlers/backup-handlers';
import { batchHandlers } from './handlers/batch-handlers';
import { checkingHandlers } from './handlers/checking-handlers';
import { confidentialHandlers } from './handlers/confidential-handlers';
import { deskHandlers } from './handlers/desk-handlers';
import { evidenceHandlers } from './handlers/evidence-handlers';
import { exchangeHandlers } from './handlers/exchange-handlers';
import { historyHandlers } from './handlers/history-handlers';
import { intakeHandlers } from './handlers/intake-handlers';
import { libraryHandlers } from './handlers/library-handlers';
import { tagHandlers } from './handlers/tag-handlers';
import { forkIntake } from './intake/fork-intake';
import { IntakeService } from './intake/intake-service';
import type { MainContext } from './main-context';
import { MainWindow } from './main-window';
import { greyMenu, menuTemplate } from './menu';
import { goOffline } from './offline';
import { appOrigin, type PictureSource, registerScheme, serveApp } from './protocol';
import { answer, type Handlers, type Sender } from './router';
import { hardenProcess, hardenSession } from './security';
import type { EvidenceSource } from './serve-evidence';
import { SettingsStore } from './settings';
import { offerContextMenu } from './spelling/context-menu';
import { placeDictionaries } from './spelling/dictionaries';
import { SpellingChecker } from './spelling/spelling-checker';

/** Tests bring a settings folder of their own; so can a person who wants two separate Marbres. */
const userData = process.env.MARBRE_USER_DATA;
if (userData) app.setPath('userData', userData);

hardenProcess();
goOffline();
registerScheme();
const placed = placeDictionaries(join(app.getAppPath(), 'out/dictionaries'), app.getPath('userData'));

let window: MainWindow | null = null;
let facts: ReadonlySet<ContextFact> = new Set();

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

app.on('second-instance', () => {
  window?.browser.restore();
  window?.browser.focus();
});
app.on('window-all-closed', () => app.quit());

function start(): void {
  const context = createContext();
  const backups = new BackupWork(context);
  const batches = new Batches(context.session, (done, total, name) =>
    window?.send('batch.progress', { done, total, ...(name !== undefined && { name }) }),
  );
  const handlers: Handlers = {
    ...appHandlers(context),
    ...articleHandlers(context),
    ...backupHandlers(context, backups),
    ...batchHandlers(context, batches),
    ...confidentialHandlers(context),
    ...deskHandlers(context),
    ...checkingHandlers(context),
    ...evidenceHandlers(context),
    ...exchangeHandlers(context),
    ...intakeHandlers(context, batches),
    ...historyHandlers(context),
    ...libraryHandlers(context),
    ...tagHandlers(context),
  };
  // electron-store tells every frame that asks where the settings lie. Nobody here has to ask.
  ipcMain.removeAllListeners('electron-store-get-data');
  ipcMain.handle(callChannel, (event, name: unknown, payload: unknown) =>
    answer(handlers, appOrigin, senderOf(event), name, payload),
  );
  hardenSession(sessions.defaultSession);
  const pictureOf: PictureSource = async (id, asset) =>
    (await context.session.desk?.articles.picture(id, asset)) ?? null;
  const evidenceOf: EvidenceSource = async (id, file) => evidenceReader(context, id, file);
  serveApp(sessions.defaultSession, join(app.getAppPath(), 'out/renderer'), pictureOf, evidenceOf);
  nativeTheme.themeSource = context.settings.get('preferences').theme;
  // Whoever comes to an unattended computer finds them locked.
  for (const event of ['lock-screen', 'suspend'] as const)
    powerMonitor.on(event as 'suspend', () => context.confidential.lock());
  context.rebuildMenu();
  backups.follow();
  window = new MainWindow(context.settings, context.dialogs);
  offerContextMenu(window.browser.webContents, context.translate, {
    learn: (word) => context.spelling.learn(word),
    ignore: (word) => context.spelling.ignore(word),
  });
  window.browser.on('closed', () => {
    context.session.close();
    context.confidential.lock();
    context.intake.close();
    window = null;
  });
}

/** A file of the open desk, sealed or not. */
async function evidenceReader(
  { session, confidential }: MainContext,
  id: string,
  file: string,
): Promise<EvidenceReader | null> {
  const { desk } = session;
  if (!desk) return null;
  return (await confidential.reader(desk, id, file)) ?? desk.articles.evidence.reader(id, file);
}

function createContext(): MainContext {
  const settings = new SettingsStore(app.getPath('userData'));
  const language = () => {
    const preferred = settings.get('preferences').language;
    return preferred === 'system' ? languageOf(app.getLocale()) : preferred;
  };
  const translate = () => createTranslate(language());
  const rebuildMenu = (): void => {
    const run = (id: Parameters<Parameters<typeof menuTemplate>[0]['run']>[0]): void =>
      window?.send('command.run', { id });
    const template = menuTemplate({ t: translate(), facts, run, platform: process.platform });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  const tellLocked = (): void => {
    const { desk } = session;
    if (desk) void confidential.view(desk).then((view) => window?.send('confidential.changed', view));
  };
  const confidential = new ConfidentialSession(tellLocked);
  const session = new DeskSession(settings, () => window, {
    cache: join(app.getPath('userData'), 'indexes'),
    onLeave: () => confidential.lock(),
    keys: { age: ageInThread(pathToFileURL(join(app.getAppPath(), 'out/main/age-worker.js'))) },
  });
  return {
    settings,
    language,
    translate,
    rebuildMenu,
    window: () => window,
    session,
    confidential,
    intake: new IntakeService(forkIntake),
    spelling: new SpellingChecker({ session: sessions.defaultSession, settings, placed }),
    dialogs: createDialogs(() => window?.browser ?? null, translate),
    setFacts: (next) => {
      facts = next;
      greyMenu(facts);
    },
  };
}

function senderOf(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame;
  return {
    url: frame?.url ?? null,
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
    isOurWindow: event.sender === window?.browser.webContents,
  };
}
