import { join } from 'node:path';
import { ours, timed, withArticles } from './convert.mjs';
import { root } from './lib/build.mjs';

/** The same Markdown through remark-parse, remark-gfm, remark-rehype and rehype-stringify, in one process of its own. */
export function run({ quick }) {
  const count = quick ? 200 : 1_000;
  return withArticles(count, (folder) => {
    const samples = { ours: [], peerSamples: [] };
    // The first round builds, and fills the disk's cache.
    for (let round = 0; round <= (quick ? 2 : 5); round += 1) {
      const own = ours(folder, round, count);
      const peer = [
        join(root, 'bench/peer/remark-rehype.mjs'),
        join(folder, 'in'),
        join(folder, `peer-${round}`),
      ];
      const theirs = timed(process.execPath, peer, count);
      if (round === 0) continue;
      samples.ours.push(own);
      samples.peerSamples.push(theirs);
    }
    return { unit: 'ms', ...samples, remark: `${count} articles, a process each, ms for one article` };
  });
}
