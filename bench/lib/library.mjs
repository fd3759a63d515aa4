import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { buildModule, outDir } from './build.mjs';

export function deskSize(quick) {
  return quick ? 10_000 : 100_000;
}

const built = (name) => pathToFileURL(join(outDir, name, 'index.mjs'));
export const indexWorker = built('index-worker');

/** Builds what `openIndex` and `openLibrary` load. */
export async function prepareIndex() {
  await buildModule('index-worker', 'src/storage/search-index/index-worker.ts');
  await buildModule('library', 'src/main/library/desk-library.ts');
}

/** Makes an index in a process of its own; `whose`: `ours` or `peer`. Gives `{ ms, cpu, peak }`, see index-process.mjs. */
export async function makeIndex(whose, desk, file) {
  const script = join(import.meta.dirname, 'index-process.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, whose, desk, file]);
  return JSON.parse(stdout);
}

/** The index of a desk in `file`, up to date. */
export async function openIndex(folder, file) {
  const { openDesk, SearchIndex } = await import(built('storage'));
  const desk = valueIn(await openDesk(folder));
  const index = valueIn(await SearchIndex.open({ desk, file, worker: indexWorker }));
  await index.reconcile();
  return index;
}

/** A desk as the library process of the app has it: with its index, and an ear on the disk. */
export async function openLibrary(folder, file, tell) {
  const { DeskLibrary } = await import(built('library'));
  const library = new DeskLibrary(tell, indexWorker);
  valueIn(await library.methods.open({ folder, file }));
  return library;
}

export function valueIn(result) {
  if (!result.ok) throw new Error(`${result.code} ${result.detail ?? ''}`);
  return result.value;
}

/** A question as the window puts it. */
export function request(query, change = {}) {
  const blank = { typing: false, sort: null, offset: 0, limit: 50, facets: true, shelf: 'articles' };
  return { ...blank, query, today: '2026-05-12', ...change };
}
