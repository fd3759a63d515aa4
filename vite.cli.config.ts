import { defineConfig } from 'vite';

// The command line runs in plain Node, from one file, with no node_modules beside it.
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/index.ts',
    outDir: process.env.MARBRE_CLI_OUT ?? 'out/cli',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'marbre.mjs', format: 'es', codeSplitting: false } },
  },
});
