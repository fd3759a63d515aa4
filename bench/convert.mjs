import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/build.mjs';
import { makeStory } from './lib/story.mjs';

/** Markdown as a desk has it: a headline, paragraphs, a heading, a list, a quotation and a table. */
function markdownOf(index) {
  const { blocks } = makeStory(400, 0);
  const paragraphs = blocks.map(({ content }) => content.map(({ text }) => text).join(''));
  const [first, second, ...others] = paragraphs;
  return [
    `# Le port, jour ${index}`,
    `**${index} tonnes** : ${first}`,
    '## Sur les quais',
    second,
    '- la grue\n- le bassin\n- *la digue*',
    ...others,
    '> La grue se tait.\n>\n> — Ana Roz',
    '| Quai | Navires |\n|---|---|\n| Nord | 3 |\n| Sud | 5 |',
    'Voir [le plan](https://example.org/plan).',
    '',
  ].join('\n\n');
}

/** Writes the articles, runs `work` with their folder and their names, and leaves nothing behind. */
function withArticles(count, work) {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-bench-convert-'));
  try {
    mkdirSync(join(folder, 'in'));
    const names = Array.from({ length: count }, (_, index) => `${index}.md`);
    for (const [index, name] of names.entries()) writeFileSync(join(folder, 'in', name), markdownOf(index));
    return work(folder, names);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Wall-clock milliseconds for each of `count` articles. */
function timed(command, args, count) {
  const began = performance.now();
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - began) / count;
}

/** The command line as it is run, from its start to the last file. */
export function ours(folder, round, count) {
  const out = join(folder, `ours-${round}`);
  const args = [
    join(root, 'bin/marbre.mjs'),
    'convert',
    join(folder, 'in'),
    '--to',
    'html',
    '--out-dir',
    out,
  ];
  return timed(process.execPath, args, count);
}

export { timed, withArticles };
