import { basename } from 'node:path';
import { type Result, success } from '#core/failure';
import { maximumImportBytes } from '#core/formats/types';
import type { IntakeReport } from '#core/ipc/contract';
import {
  type DeskStore,
  diskFileSystem,
  type ImportedArticle,
  type Incoming,
  importFile,
  type ReadFile,
  readChosenFile,
  writeAtomically,
} from '#storage/index';
import type { Batches } from '../batch/batches';
import { importFolder } from '../batch/import-folder';
import type { DeskSession } from '../desk-session';
import type { IntakeService } from '../intake/intake-service';
import type { MainContext } from '../main-context';
import { readClipboard } from '../read-clipboard';
import type { Handlers } from '../router';

type IntakeHandlers = Pick<Handlers, Extract<keyof Handlers, `intake.${string}`>>;

export const importLimit = { bytes: maximumImportBytes, words: '20 MB' } as const;

/** Copy that comes in: files, folders, the clipboard. */
export function intakeHandlers(context: MainContext, batches: Batches): IntakeHandlers {
  const { session, intake, dialogs, translate } = context;
  const importAll = (readings: readonly Reading[]) => importInto(session, intake, readings);
  return {
    'intake.choose': async () => {
      const paths = await dialogs.chooseFiles();
      if (paths.length === 0) return success(null);
      return importAll(paths.map(readIncoming));
    },
    'intake.folder': () =>
      session.with(async (desk) => {
        const folder = await dialogs.chooseFolder('dialog.import.folder');
        return folder === null ? success(null) : importFolder(context, batches, desk, folder);
      }),
    'intake.files': ({ files }) => importAll(files.map((file) => async () => success(file))),
    'intake.paste': async () => {
      const file = await fromClipboard(translate()('dialog.clipboard'));
      return importAll([async () => success(file)]);
    },
    'intake.save-report': async ({ text }) => {
      const name = `${translate()('importing.file-name')}.txt`;
      const path = await dialogs.chooseTarget(name, 'dialog.import.report');
      if (path === null) return success(null);
      const written = await writeAtomically(diskFileSystem, path, new TextEncoder().encode(text));
      return written.ok ? success({ name: basename(path) }) : written;
    },
  };
}

/** Whether the story has been on the desk before; an index that does not answer stops no import. */
async function seen(session: DeskSession, imported: NamedArticle): Promise<IntakeReport['imported'][number]> {
  const alike = await session.library.ask('alike', { id: imported.id });
  return { ...imported, alike: alike.ok ? alike.value : [] };
}

type NamedArticle = ImportedArticle & { readonly name: string };

type Reading = () => Promise<Result<Incoming>>;

function readIncoming(path: string): Reading {
  return async () => {
    const read = await readChosenFile(path, importLimit);
    return read.ok ? success({ name: basename(path), bytes: read.value }) : read;
  };
}

function importInto(
  session: DeskSession,
  intake: IntakeService,
  readings: readonly Reading[],
): Promise<Result<IntakeReport>> {
  return session.with(async (desk) => {
    const report = await importEach(desk, intake.read, readings);
    const folders = report.imported.map(({ id }) => desk.articles.folderName(id));
    await session.written(await Promise.all(folders));
    return success({
      ...report,
      imported: await Promise.all(report.imported.map((one) => seen(session, one))),
    });
  });
}

/** One after the other, so that a hundred files never lie in memory at once; one that is refused stops no other. */
async function importEach(
  desk: DeskStore,
  read: ReadFile,
  readings: readonly Reading[],
): Promise<{ imported: NamedArticle[]; refused: IntakeReport['refused'] }> {
  const imported: NamedArticle[] = [];
  const refused: IntakeReport['refused'][number][] = [];
  for (const reading of readings) {
    const file = await reading();
    const done = file.ok ? await importFile(desk, file.value, new Date().toISOString(), { read }) : file;
    const name = file.ok ? file.value.name : String(file.params?.name ?? '');
    if (done.ok) imported.push({ ...done.value, name });
    else refused.push({ name, code: done.code, ...(done.params && { params: done.params }) });
  }
  return { imported, refused };
}

/** HTML where the clipboard has some with structure in it, else its text. */
async function fromClipboard(name: string): Promise<Incoming> {
  const { html, text } = await readClipboard();
  const isRich = /<(?:p|h[1-6]|li|blockquote|article|br|div)\b/i.test(html);
  const bytes = new TextEncoder().encode(isRich ? html : text);
  return { name: `${name}.${isRich ? 'html' : 'txt'}`, bytes };
}
