import { defineConfig } from 'vite';
import { noteBundled } from './scripts/lib/supply/bundled.mjs';

// The command line runs in plain Node; node_modules is needed for the index only, which is native code. What its verbs
// and its threads share is in files beside it, so that each loads no more than it needs.
export default defineConfig({
  plugins: [noteBundled('cli')],
  ssr: { noExternal: true, external: ['libsql', '@parcel/watcher'] },
  build: {
    ssr: true,
    outDir: process.env.MARBRE_CLI_OUT ?? 'out/cli',
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: {
      input: {
        marbre: 'src/cli/index.ts',
        // The thread that reads articles for their index, and the one that reads files of strangers.
        'index-worker': 'src/storage/search-index/index-worker.ts',
        'reading-worker': 'src/cli/reading-worker.ts',
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'part-[name]-[hash].mjs', format: 'es' },
    },
  },
});
