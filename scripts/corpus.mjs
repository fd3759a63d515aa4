import { join } from 'node:path';
import { createServer } from 'vite';
import { root } from './lib/paths.mjs';
import { main } from './lib/say.mjs';

// `npm run corpus [-- --unseen] [--misses [kind]]`: how well the suggestions fit what people have marked.
await main(async () => {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    appType: 'custom',
  });
  try {
    const corpus = await server.ssrLoadModule('/tests/support/claims-corpus.ts');
    const folder = process.argv.includes('--unseen') ? [join(root, 'tests/fixtures/claims-unseen')] : [];
    const at = process.argv.indexOf('--misses');
    const { scores, misses } = corpus.evaluate(corpus.readCorpus(...folder));
    printScores(corpus, scores);
    if (at > 0) printMisses(misses, process.argv[at + 1]);
  } finally {
    await server.close();
  }
});

function printScores({ precision, recall, f1 }, scores) {
  const share = (value) => value.toFixed(3).padStart(9);
  console.log(
    `${'kind'.padEnd(20)}${'precision'.padStart(9)}${'recall'.padStart(9)}${'F1'.padStart(9)}${'gold'.padStart(7)}${'found'.padStart(7)}`,
  );
  for (const [key, score] of [...scores].sort(([a], [b]) => a.localeCompare(b))) {
    const counts = `${String(score.gold).padStart(7)}${String(score.found).padStart(7)}`;
    console.log(
      `${key.padEnd(20)}${share(precision(score))}${share(recall(score))}${share(f1(score))}${counts}`,
    );
  }
}

function printMisses(misses, kind) {
  for (const miss of misses.filter((one) => !kind || one.kind === kind)) {
    const note = miss.note === null ? '' : ` [${miss.note}]`;
    console.log(`${miss.side.padEnd(7)}${miss.kind} ${miss.story}: ${miss.text}${note}  … ${miss.around}`);
  }
}
