import { basename } from 'node:path';
import { gate } from '#core/claims/gate';
import { mayLeave } from '#core/claims/overrides';
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
import type { DeskSession } from '../desk-session';
import type { IntakeService } from '../intake/intake-service';
import type { MainContext } from '../main-context';
import { readClipboard } from '../read-clipboard';
import { type Rendered, render } from '../render-article';
import type { Handlers } from '../router';

type ExchangeHandlers = Pick<
  Handlers,
  Extract<
    keyof Handlers,
    `intake.${string}` | `export.${string}` | `picture.${string}` | `clipboard.${string}`
  >
>;

/** What comes in and what goes out. */
export function exchangeHandlers({ session, intake, dialogs, translate }: MainContext): ExchangeHandlers {
  const importAll = (readings: readonly Reading[]) => importInto(session, intake, readings);
  return {
    'intake.choose': async () => {
      const paths = await dialogs.chooseFiles();
      if (paths.length === 0) return success(null);
      return importAll(paths.map(readIncoming));
    },
    'intake.files': ({ files }) => importAll(files.map((file) => async () => success(file))),
    'intake.paste': async () => {
      const file = await fromClipboard(translate()('dialog.clipboard'));
      return importAll([async () => success(file)]);
    },
    'picture.add': ({ id, bytes }) => session.with((desk) => addPicture(desk, id, bytes)),
    'picture.choose': ({ id }) =>
      session.with(async (desk) => {
        const path = await dialogs.choosePicture();
        if (path === null) return success(null);
        const file = await readIncoming(path)();
        return file.ok ? addPicture(desk, id, file.value.bytes) : file;
      }),
    'clipboard.read': async () => success({ text: (await readClipboard()).text }),
    'export.render': ({ id, format, paper }) =>
      session.with(async (desk) => {
        const rendered = await render(desk, id, format, { paper });
        if (!rendered.ok) return rendered;
        const { bytes, text, isBinary, stem, extension, article, missingPictures } = rendered.value;
        const fileName = `${stem}.${extension}`;
        const { blockers } = gate(article, desk.settings);
        const refused = !mayLeave(article, desk.settings).ok;
        const size = bytes.byteLength;
        const shown = { text, isBinary, fileName, size, missingPictures };
        return success({ ...shown, blockers: blockers.length, refused });
      }),
    'export.save': ({ id, format, paper }) =>
      session.with(async (desk) => {
        const rendered = await render(desk, id, format, { paper });
        if (!rendered.ok) return rendered;
        const leave = mayLeave(rendered.value.article, desk.settings);
        if (!leave.ok) return leave;
        const { bytes, stem, extension, sibling } = rendered.value;
        const path = await dialogs.chooseTarget(`${stem}.${extension}`);
        if (path === null) return success(null);
        const written = await writeExport(path, bytes, sibling);
        return written.ok ? success({ name: basename(path) }) : written;
      }),
  };
}

/** The second file of a format goes first: the first one says that the export is done. */
async function writeExport(
  path: string,
  bytes: Uint8Array,
  sibling: Rendered['sibling'],
): Promise<Result<null>> {
  if (sibling) {
    const beside = `${path.replace(/\.[^./\\]*$/, '')}.${sibling.extension}`;
    const told = await writeAtomically(diskFileSystem, beside, sibling.bytes);
    if (!told.ok) return told;
  }
  return writeAtomically(diskFileSystem, path, bytes);
}

async function addPicture(
  desk: DeskStore,
  id: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly asset: string }>> {
  const added = await desk.articles.addPicture(id, bytes);
  return added.ok ? success({ asset: added.value }) : added;
}

/** Whether the story has been on the desk before; an index that does not answer stops no import. */
async function seen(
  session: DeskSession,
  imported: ImportedArticle,
): Promise<IntakeReport['imported'][number]> {
  const alike = await session.library.ask('alike', { id: imported.id });
  return { ...imported, alike: alike.ok ? alike.value : [] };
}

type Reading = () => Promise<Result<Incoming>>;

function readIncoming(path: string): Reading {
  return async () => {
    const read = await readChosenFile(path, { bytes: maximumImportBytes, words: '20 MB' });
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
): Promise<{ imported: ImportedArticle[]; refused: IntakeReport['refused'] }> {
  const imported: ImportedArticle[] = [];
  const refused: IntakeReport['refused'][number][] = [];
  for (const reading of readings) {
    const file = await reading();
    const done = file.ok ? await importFile(desk, file.value, new Date().toISOString(), {}, read) : file;
    if (done.ok) imported.push(done.value);
    else {
      const name = file.ok ? file.value.name : String(file.params?.name ?? '');
      refused.push({ name, code: done.code, ...(done.params && { params: done.params }) });
    }
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
