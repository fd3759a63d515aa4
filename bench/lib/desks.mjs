import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { cache } from '../../scripts/lib/paths.mjs';
import { buildModule, root } from './build.mjs';

export const standardSeed = 1;
const shelf = join(cache, 'bench');

/** The generator, as a module. */
export async function loadGenerator() {
  const path = await buildModule('desk', 'bench/lib/desk/index.mjs');
  return { path, ...(await import(path)) };
}

/**
 * A generated desk in the cache folder of this machine; made at the first call, which takes a minute for 100,000
 * articles, and takes the place of what an older generator made. Built beside its place and moved in whole, so that
 * an interrupted run leaves nothing that looks finished.
 */
export async function ensureDesk({ articles, seed = standardSeed }) {
  const { path } = await loadGenerator();
  const name = `desk-${articles}-${seed}-`;
  const folder = join(shelf, name + generatorVersion());
  if (existsSync(folder)) return folder;
  process.stderr.write(`Writing a desk of ${articles} articles (once) …\n`);
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(shelf, { recursive: true });
  await generateDesk(unfinished, { articles, seed, path });
  for (const other of readdirSync(shelf).filter((entry) => entry.startsWith(name) && !entry.includes('.')))
    rmSync(join(shelf, other), { recursive: true, force: true });
  renameSync(unfinished, folder);
  return folder;
}

/** Another generator makes another desk, and so does another version of the file format. */
function generatorVersion() {
  const hash = createHash('sha256');
  const own = join(root, 'bench/lib/desk');
  for (const name of readdirSync(own).sort()) hash.update(readFileSync(join(own, name)));
  for (const file of ['article/migrations.ts', 'desk/schema.ts', 'desk/defaults.ts'])
    hash.update(readFileSync(join(root, 'src/core', file)));
  return hash.digest('hex').slice(0, 8);
}

/** Writes a desk into `folder`, which must not exist, on all cores. `path`: of the built generator. */
export async function generateDesk(folder, { articles, seed, path }) {
  const { planDesk, writeFrame } = await import(path);
  writeFrame(folder, planDesk({ articles, seed }));
  const parts = Math.min(availableParallelism(), Math.ceil(articles / 500));
  const bound = (part) => Math.round((articles * part) / parts);
  await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      inWorker({ folder, articles, seed, path, first: bound(part), end: bound(part + 1) }),
    ),
  );
}

function inWorker(workerData) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./desk-worker.mjs', import.meta.url), { workerData });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the writer ended with ${code}`)),
    );
  });
}
