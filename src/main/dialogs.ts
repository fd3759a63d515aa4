import { type BrowserWindow, dialog } from 'electron';
import { evidenceExtensions } from '#core/claims/evidence-files';
import type { MessageKey, Translate } from '#core/messages/index';
import { pictureMediaTypes } from '#core/pictures';

/** The system's own dialogs. Paths that they give stay in the main process. */
export interface Dialogs {
  chooseFolder(title: MessageKey, options?: { readonly canCreate?: boolean }): Promise<string | null>;
  chooseFiles(): Promise<readonly string[]>;
  choosePicture(): Promise<string | null>;
  chooseEvidence(): Promise<string | null>;
  chooseTopics(): Promise<string | null>;
  chooseTarget(fileName: string, title?: MessageKey): Promise<string | null>;
  /** The window has stopped too often: whether it shall be opened again; else Marbre ends. */
  askAfterCrash(): Promise<boolean>;
  /** The window does not answer: whether it shall be opened again. False as well when `signal` takes the question back. */
  askWhileHanging(signal: AbortSignal): Promise<boolean>;
}

/** What is asked, and the button beside “open again”. */
const questions = {
  gone: ['dialog.window.gone', 'dialog.window.quit'],
  hangs: ['dialog.window.hangs', 'dialog.window.wait'],
} as const satisfies Record<string, readonly [MessageKey, MessageKey]>;
type Question = keyof typeof questions;

export function createDialogs(window: () => BrowserWindow | null, translate: () => Translate): Dialogs {
  const open = async (options: Electron.OpenDialogOptions): Promise<readonly string[]> => {
    const parent = window();
    const chosen = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return chosen.canceled ? [] : chosen.filePaths;
  };
  // Without the window as its parent: a window that has stopped could not show it.
  const ask = async (question: Question, signal?: AbortSignal): Promise<boolean> => {
    const t = translate();
    const [message, otherwise] = questions[question];
    const answer = await dialog.showMessageBox({
      type: 'warning',
      message: t(message),
      detail: t(`${message}-detail`),
      buttons: [t('dialog.window.reopen'), t(otherwise)],
      defaultId: question === 'gone' ? 0 : 1,
      cancelId: 1,
      ...(signal && { signal }),
    });
    return answer.response === 0;
  };
  return {
    askAfterCrash: () => ask('gone'),
    askWhileHanging: (signal) => ask('hangs', signal),
    chooseFolder: async (title, { canCreate = false } = {}) => {
      const properties: Electron.OpenDialogOptions['properties'] = ['openDirectory'];
      if (canCreate) properties.push('createDirectory');
      return (await open({ title: translate()(title), properties }))[0] ?? null;
    },
    chooseFiles: async () => {
      const { formats } = await import('#core/formats/registry');
      const t = translate();
      const extensions = formats
        .filter(({ read, readWhole }) => read ?? readWhole)
        .flatMap((format) => format.extensions);
      return open({
        title: t('dialog.import.title'),
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: t('dialog.import.files'), extensions: [...new Set(extensions)] },
          { name: t('dialog.import.all'), extensions: ['*'] },
        ],
      });
    },
    choosePicture: async () => {
      const t = translate();
      const extensions = [...Object.keys(pictureMediaTypes), 'jpeg'];
      const filters = [{ name: t('dialog.picture.files'), extensions }];
      return (await open({ title: t('dialog.picture.title'), properties: ['openFile'], filters }))[0] ?? null;
    },
    chooseEvidence: async () => {
      const t = translate();
      const extensions = [...evidenceExtensions, 'jpeg', 'htm', 'mhtml'];
      const filters = [{ name: t('dialog.evidence.files'), extensions }];
      return (
        (await open({ title: t('dialog.evidence.title'), properties: ['openFile'], filters }))[0] ?? null
      );
    },
    chooseTopics: async () => {
      const t = translate();
      const filters = [{ name: t('dialog.topics.files'), extensions: ['json'] }];
      return (await open({ title: t('dialog.topics.title'), properties: ['openFile'], filters }))[0] ?? null;
    },
    chooseTarget: async (fileName, title = 'dialog.export.title') => {
      const options = { title: translate()(title), defaultPath: fileName };
      const parent = window();
      const chosen = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      return chosen.canceled ? null : chosen.filePath;
    },
  };
}
