import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import connect from 'libsql';
import { ensureDesk, loadGenerator, standardSeed } from './lib/desks.mjs';
import { deskSize, makeIndex, openIndex, prepareIndex, request } from './lib/library.mjs';

const limit = 50;
const kinds = ['rare', 'common', 'phrase', 'prefix', 'filter'];

/** 200 questions to the index, with facets and 50 hits with excerpts; those of words also to the peers. */
export async function run({ quick }) {
  await prepareIndex();
  const articles = deskSize(quick);
  const desk = await ensureDesk({ articles });
  const { planDesk, questionsFor } = await loadGenerator();
  const questions = questionsFor(planDesk({ articles, seed: standardSeed }));
  const work = mkdtempSync(join(tmpdir(), 'marbre-bench-search-'));
  try {
    await makeIndex('peer', desk, join(work, 'peer.sqlite'));
    const index = await openIndex(desk, join(work, 'ours.sqlite'));
    const peer = barePeer(join(work, 'peer.sqlite'));
    const taken = askAll(questions, index, peer, quick ? 2 : 5);
    const results = [...resultsOf(taken), ...ripgrepResults(taken, desk, quick ? 4 : 2)];
    index.close();
    return results;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Ours and the peer take turns at each question. The first round fills caches and is not counted. */
function askAll(questions, index, peer, rounds) {
  const taken = questions.map((question) => ({ ...question, ours: [], peer: [] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const one of taken) {
      const ours = time(() => index.search(request(one.query, { typing: one.typing })));
      const peers = one.words === null ? null : time(() => peer(one));
      if (ours.result.problems.length > 0) throw new Error(`not understood: ${one.query}`);
      one.total = ours.result.total;
      if (round === 0) continue;
      one.ours.push(ours.ms);
      if (peers) one.peer.push(peers.ms);
    }
  }
  return taken;
}

function time(work) {
  const began = performance.now();
  const result = work();
  return { ms: performance.now() - began, result };
}

/** The least that a search can do: the table’s own rank, the first 50 and a snippet of each. */
function barePeer(file) {
  const database = new connect(file);
  const statement = database.prepare(
    "select rowid, snippet(words, 0, '[', ']', '…', 24) from words where words match ? order by rank limit 50",
  );
  return ({ words, typing }) => statement.all([`"${words}"${typing ? '*' : ''}`]);
}

function resultsOf(taken) {
  const all = taken.flatMap(({ ours }) => ours);
  const of = (kind) => taken.filter((one) => one.kind === kind);
  const slowest = taken.reduce((one, other) =>
    Math.max(...other.ours) > Math.max(...one.ours) ? other : one,
  );
  return [
    {
      unit: 'ms',
      limit,
      ours: all,
      peerSamples: [],
      remark: `at most ${Math.max(...all).toFixed(1)} ms: ${slowest.query} (${slowest.total} hits)`,
    },
    ...kinds.map((kind) => ({
      name: `search-${kind}`,
      unit: 'ms',
      ours: of(kind).flatMap(({ ours }) => ours),
      peerSamples: of(kind).flatMap(({ peer }) => peer),
      remark: `${middle(of(kind).map(({ total }) => total))} hits in the middle`,
    })),
  ];
}

function middle(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The same words with ripgrep over the same files; so slow that a few of each kind must do. */
function ripgrepResults(taken, desk, each) {
  if (spawnSync('rg', ['--version']).error) {
    process.stderr.write('search: ripgrep is not installed (apt-get install ripgrep), and is left out.\n');
    return [];
  }
  const chosen = kinds
    .flatMap((kind) => taken.filter((one) => one.kind === kind).slice(0, each))
    .filter(({ words }) => words !== null);
  const peerSamples = chosen.map(({ words, typing }) => time(() => grep(words, typing, desk)).ms);
  const ours = chosen.flatMap((one) => one.ours);
  return [{ name: 'search-ripgrep', unit: 'ms', peer: 'ripgrep over the same files', ours, peerSamples }];
}

/** The files that have the words, and nothing more: neither ranked nor shown. */
function grep(words, typing, desk) {
  const pattern = `\\b${words}${typing ? '' : '\\b'}`;
  const { status } = spawnSync('rg', ['-l', '-i', pattern, join(desk, 'articles')], { maxBuffer: 1e9 });
  if (status !== 0 && status !== 1) throw new Error(`ripgrep ended with ${status}`);
}
