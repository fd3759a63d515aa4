import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import connect from 'libsql';

/**
 * A process that makes one index of the desk in `folder` and tells how long it took (`ms`), how much time of all cores
 * that was (`cpu`, milliseconds) and how much memory it had at the most (`peak`, megabytes): `index-process.mjs ours|peer <folder> <file>`.
 */
const [, , whose, folder, file] = process.argv;
const began = performance.now();
await (whose === 'ours' ? indexOurs() : indexPeer());
const ms = performance.now() - began;
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ ms, peak: peak(), cpu: (user + system) / 1_000 }));
process.exit(0);

/** Linux counts what the parent had in `maxRSS`, but not in its own figure. */
function peak() {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const own = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return Number(own ?? process.resourceUsage().maxRSS) / 1_024;
}

async function indexOurs() {
  const built = (name) => pathToFileURL(join(import.meta.dirname, '../../out/bench', name, 'index.mjs'));
  const { openDesk, SearchIndex } = await import(built('storage'));
  const desk = await openDesk(folder);
  if (!desk.ok) throw new Error(desk.code);
  const index = await SearchIndex.open({ desk: desk.value, file, worker: built('index-worker') });
  if (!index.ok) throw new Error(index.code);
  await index.value.reconcile();
  index.value.close();
}

/** The least: one thread, nothing validated, nothing but the words of the copy. */
function indexPeer() {
  const database = new connect(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = normal');
  database.exec('create virtual table words using fts5 (text)');
  const insert = database.prepare('insert into words (text) values (?)');
  database.exec('begin');
  for (const [at, name] of readdirSync(join(folder, 'articles')).entries()) {
    const { article } = JSON.parse(readFileSync(join(folder, 'articles', name, 'article.json'), 'utf8'));
    insert.run([textOf(article.body)]);
    if (at % 1_000 === 999) database.exec('commit; begin');
  }
  database.exec('commit');
  database.close();
}

function textOf(body) {
  const texts = [];
  const visit = (value) => {
    if (typeof value !== 'object' || value === null) return;
    if (value.type === 'text') texts.push(value.text);
    else Object.values(value).forEach(visit);
  };
  visit(body);
  return texts.join(' ');
}
