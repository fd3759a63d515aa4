import { defineConfig } from 'vite';
import { noteBundled } from './scripts/lib/supply/bundled.mjs';

/** The command line, the thread that reads articles for its index, and the one that converts beside it. */
const parts = {
  marbre: 'src/cli/index.ts',
  'index-worker': 'src/storage/search-index/index-worker.ts',
  'convert-worker': 'src/cli/convert-worker.ts',
} as const;
const wanted = process.env.MARBRE_CLI_PART;
const part = wanted && wanted in parts ? (wanted as keyof typeof parts) : 'marbre';

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
