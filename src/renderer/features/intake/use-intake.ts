import { useEffect, useState } from 'react';
import { type Failure, failure, type Result } from '#core/failure';
import { maximumImportBytes } from '#core/formats/types';
import type { IntakeReport } from '#core/ipc/contract';
import { call } from '../../bridge/bridge';
import { runCommand, useCommands } from '../../commands/registry';
import { desk } from '../../session/app-session';
import { forgetArticle, openArticle, opened } from '../../session/article-session';
import { editorPort, focusWhenOpen } from '../../session/editor-port';
import { importFolder, rememberImport } from '../../session/import-session';
import { refreshLibrary } from '../../session/library-session';
import { complain, tell } from '../../session/notices';
import { isOverTaker } from '../../ui/file-drop';
import { askAbout } from './alike';

/** Import by menu, drop and paste. Gives whether files hang over the window right now. */
export function useIntake(): { readonly isDropping: boolean } {
  const [isDropping, setDropping] = useState(false);
  useCommands({
    'intake.import': () =>
      void call('intake.choose').then((result) =>
        result.ok && !result.value ? undefined : finish(result as Result<IntakeReport>),
      ),
    'intake.folder': () => void importFolder(),
    'intake.paste': () => void importClipboard(),
  });
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      setDropping(!isOverTaker(event));
      if (isOverTaker(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDropping(false);
    };
    const drop = (event: DragEvent): void => {
      setDropping(false);
      if (!hasFiles(event) || isOverTaker(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void importFiles(takeFiles(event.dataTransfer));
    };
    const listeners = { dragover: over, dragleave: leave, drop, paste: takePaste } as const;
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name, listener as EventListener, { capture: true });
    }
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name, listener as EventListener, { capture: true });
      }
    };
  }, []);
  return { isDropping };
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/**
 * The files that were dropped. A folder would have to say where it lies, and the window knows no places: whoever drops
 * one is shown the way that takes it.
 */
function takeFiles(transfer: DataTransfer | null): File[] {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const folder = items.map((item) => item.webkitGetAsEntry()).find((entry) => entry?.isDirectory);
  if (folder)
    tell(
      'importing.folder-dropped',
      { name: folder.name },
      {
        title: 'importing.choose-folder',
        run: () => runCommand('intake.folder'),
      },
    );
  return items.flatMap((item) => (item.webkitGetAsEntry()?.isDirectory ? [] : (item.getAsFile() ?? [])));
}

/**
 * A paste where nothing can be typed, or of several paragraphs into an article without a word, is a story that comes
 * in: it goes through intake. Every other paste is the editor's.
 */
function takePaste(event: ClipboardEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const isField = target?.closest('input, textarea, select, dialog') !== null;
  const isEditor = target?.closest('.editor-surface') !== null;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (isField || !desk.get() || text.trim() === '') return;
  const isWholeStory = /\S[^\S\n]*\n\s*\S/.test(text);
  if (isEditor && !(isWholeStory && editorPort.get()?.isEmpty())) return;
  event.preventDefault();
  event.stopPropagation();
  void importClipboard();
}

async function importClipboard(): Promise<void> {
  const empty = editorPort.get()?.isEmpty() ? opened.get()?.article.id : undefined;
  const report = await call('intake.paste');
  if (report.ok && report.value.imported.length > 0 && empty) {
    // The empty article was only the place where the story was pasted.
    forgetArticle();
    const trashed = await call('article.trash', { id: empty });
    if (!trashed.ok) complain(trashed);
  }
  await finish(report);
}

async function importFiles(files: readonly File[]): Promise<void> {
  const tooLarge = files.filter((file) => file.size > maximumImportBytes);
  for (const file of tooLarge) complain(failure('input.too-large', { name: file.name, limit: '20 MB' }));
  const rest = files.filter((file) => !tooLarge.includes(file));
  if (rest.length === 0) return;
  tell('app.intake.reading', { count: rest.length });
  const incoming = await Promise.all(rest.map(readFile));
  const readable = incoming.filter((file) => 'bytes' in file);
  for (const file of incoming) if ('ok' in file) complain(file);
  if (readable.length > 0) await finish(await call('intake.files', { files: readable }));
}

async function readFile(file: File): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | Failure> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    // A folder that was dropped, or a file that vanished meanwhile.
    return failure('io.read', { name: file.name }, String(error));
  }
}

async function finish(report: Result<IntakeReport>): Promise<void> {
  if (!report.ok) {
    complain(report);
    return;
  }
  const { imported, refused } = report.value;
  const { warned } = rememberImport(report.value);
  for (const file of refused) complain(failure(file.code, { name: file.name, ...file.params }));
  refreshLibrary();
  const [first] = imported;
  if (!first) return;
  if (imported.length === 1) tell('app.intake.done-one', { cuts: first.cuts, queries: first.queries });
  else tell('app.intake.done', { count: imported.length });
  tellWhatWasLeft(warned.length);
  focusWhenOpen();
  await openArticle(first.id);
  askAbout(imported);
}

/** Nothing is left out in silence. */
function tellWhatWasLeft(count: number): void {
  if (count === 0) return;
  const run = (): void => void runCommand('intake.report');
  tell('importing.warned', { count, number: count }, { title: 'importing.report', run });
}
