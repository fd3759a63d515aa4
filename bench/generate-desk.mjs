import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateDesk, loadGenerator, standardSeed } from './lib/desks.mjs';

const usage = 'node bench/generate-desk.mjs --articles N --out DIR [--seed S]';

const { articles, out, seed } = readOptions();
if (existsSync(out) && readdirSync(out).length > 0) fail(`The folder is not empty: ${out}`);
const { path } = await loadGenerator();
const began = performance.now();
await generateDesk(out, { articles, seed, path });
const seconds = (performance.now() - began) / 1000;
process.stdout.write(
  `${articles} articles in ${seconds.toFixed(1)} s (${Math.round(articles / seconds)} a second): ${out}\n`,
);

function readOptions() {
  const option = { type: 'string' };
  try {
    const { values } = parseArgs({ options: { articles: option, out: option, seed: option } });
    const count = Number(values.articles);
    const chosen = Number(values.seed ?? standardSeed);
    const isWhole = Number.isInteger(count) && count > 0 && Number.isInteger(chosen);
    if (!isWhole || !values.out)
      throw new Error('--articles and --seed are whole numbers, --out is a folder');
    return { articles: count, out: resolve(values.out), seed: chosen };
  } catch (error) {
    return fail(`${error.message}\nUsage: ${usage}`);
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
