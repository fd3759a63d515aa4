import { defineConfig } from 'vite';
import { noteBundled } from './scripts/lib/supply/bundled.mjs';

/** The command line, and the thread that reads articles for its index. */
const parts = { marbre: 'src/cli/index.ts', 'index-worker': 'src/storage/search-index/index-worker.ts' };
const part = process.env.MARBRE_CLI_PART === 'index-worker' ? 'index-worker' : 'marbre';

// The command line runs in plain Node, from one file; node_modules is needed for the index only, which is native code.
export default defineConfig({
  plugins: [noteBundled(`cli-${part}`)],
  ssr: { noExternal: true, external: ['libsql', '@parcel/watcher'] },
  build: {
    ssr: parts[part],
    outDir: process.env.MARBRE_CLI_OUT ?? 'out/cli',
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: `${part}.mjs`, format: 'es', codeSplitting: false } },
  },
});
