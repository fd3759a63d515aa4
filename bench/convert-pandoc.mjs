import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ours, timed, withArticles } from './convert.mjs';

/** One pandoc process for each file, as a script would have it; a tenth of the files stands for all of them. */
export function run({ quick }) {
  if (spawnSync('pandoc', ['--version']).status !== 0)
    return { unit: 'ms', ours: [], peerSamples: [], remark: 'pandoc is not installed: nothing was compared' };
  const count = quick ? 200 : 1_000;
  return withArticles(count, (folder, names) => {
    const peerSamples = names.slice(0, count / 10).map((name) => {
      const source = join(folder, 'in', name);
      return timed('pandoc', ['-f', 'gfm', '-t', 'html', source, '-o', join(folder, `${name}.html`)], 1);
    });
    ours(folder, 'first', count);
    const own = Array.from({ length: quick ? 2 : 5 }, (_, round) => ours(folder, round, count));
    return { unit: 'ms', ours: own, peerSamples, remark: `${count} articles, ms for one article` };
  });
}
