import { buildModule, buildPeer } from './lib/build.mjs';
import { report } from './lib/report.mjs';

/**
 * Every benchmark: a file with `run({ quick }) → { unit, ours: number[], peerSamples: number[] }`, or several of
 * them with names of their own. `target` is what the ratio to the peer may be, `limit` what our own 95th percentile
 * may be.
 */
const benchmarks = {
  start: { file: './start.mjs', peer: 'bare Electron window with a bare Lexical editor', target: 1.3 },
  typing: { file: './typing.mjs', peer: 'bare Lexical editor with the same text', target: 1.5 },
  'typing-50k': {
    file: './typing-50k.mjs',
    peer: 'bare Lexical editor with the same text',
    target: 1.5,
    limit: 16,
  },
  memory: { file: './memory.mjs', peer: 'bare Lexical editor with the same text', limit: 2 },
  paste: { file: './paste.mjs', peer: 'bare Lexical editor with the same text', limit: 2_000 },
  index: { file: './index.mjs', peer: 'the words alone in a bare FTS5 table, one thread', limit: 333 },
  search: { file: './search.mjs', peer: 'the same words in a bare FTS5 table' },
  'library-start': {
    file: './library-start.mjs',
    peer: 'bare Electron window with a bare Lexical editor',
  },
  'convert-remark': {
    file: './convert-remark.mjs',
    peer: 'bare remark → rehype, one process',
    target: 2,
  },
  'convert-pandoc': { file: './convert-pandoc.mjs', peer: 'one pandoc process a file', target: 1 },
  save: { file: './save.mjs', peer: 'plain write + fsync of the same bytes', target: 2 },
};

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : null;
if (only && !Object.hasOwn(benchmarks, only)) {
  process.stderr.write(
    `There is no benchmark “${only}”: choose one of ${Object.keys(benchmarks).join(', ')}.\n`,
  );
  process.exit(2);
}

await buildPeer();
await buildModule('storage', 'src/storage/index.ts');
for (const [name, { file, ...entry }] of Object.entries(benchmarks)) {
  if (only && only !== name) continue;
  process.stderr.write(`${name} …\n`);
  const { run } = await import(file);
  const results = [await run({ quick: args.includes('--quick') })].flat();
  for (const result of results) report({ name, ...entry, ...result }, args.includes('--json'));
}
