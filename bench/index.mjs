import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureChange } from './lib/change.mjs';
import { ensureDesk } from './lib/desks.mjs';
import { deskSize, makeIndex, prepareIndex } from './lib/library.mjs';

/** The first index of a desk: how long, how much memory; and one article that changes. */
export async function run({ quick }) {
  await prepareIndex();
  const articles = deskSize(quick);
  const desk = await ensureDesk({ articles });
  warm(desk);
  const [ours, peer] = [[], []];
  const work = mkdtempSync(join(tmpdir(), 'marbre-bench-index-'));
  try {
    for (let round = 0; round < (quick ? 3 : 1); round += 1) {
      ours.push(await makeIndex('ours', desk, join(work, `ours-${round}.sqlite`)));
      peer.push(await makeIndex('peer', desk, join(work, `peer-${round}.sqlite`)));
    }
    const changes = await measureChange({ desk, file: join(work, 'ours-0.sqlite'), articles, times: 50 });
    return [...first(articles, ours, peer), { name: 'index-change', limit: 300, ...changes }];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function first(articles, ours, peer) {
  const each = ({ ms }) => (ms * 1_000) / articles;
  const work = (runs) => Math.round((Math.min(...runs.map(({ cpu }) => cpu)) * 1_000) / articles);
  const rate = (runs) => Math.round(articles / (Math.min(...runs.map(({ ms }) => ms)) / 1_000));
  return [
    {
      unit: 'µs an article',
      ours: ours.map(each),
      peerSamples: peer.map(each),
      remark: `${articles} articles, at best ${rate(ours)} a second (peer ${rate(peer)}); of the cores’ time ${work(ours)} µs an article (peer ${work(peer)})`,
    },
    {
      name: 'index-memory',
      unit: 'MB',
      limit: 300,
      ours: ours.map(({ peak }) => peak),
      peerSamples: peer.map(({ peak }) => peak),
      remark: 'resident at the most',
    },
  ];
}

/** Neither shall pay for a disk that the other has read already. */
function warm(desk) {
  for (const name of readdirSync(join(desk, 'articles')))
    readFileSync(join(desk, 'articles', name, 'article.json'));
}
