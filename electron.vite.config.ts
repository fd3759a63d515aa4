import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { noteBundled } from './scripts/lib/supply/bundled.mjs';

/**
 * Four programs: what the window talks to, the library beside it, the thread that reads articles for that, and the one
 * that encrypts.
 */
const programs = {
  index: 'src/main/index.ts',
  'library-process': 'src/main/library/library-process.ts',
  'index-worker': 'src/storage/search-index/index-worker.ts',
  'age-worker': 'src/storage/confidential/age-worker.ts',
};
/** Native modules cannot be bundled. */
const native = ['libsql', '@parcel/watcher'];

// Everything is bundled: what starts is a few files, not a tree of modules to look up on a cold disk.
export default defineConfig({
  main: {
    plugins: [noteBundled('main')],
    build: {
      externalizeDeps: false,
      minify: true,
      rollupOptions: { input: programs, external: native },
    },
  },
  preload: {
    plugins: [noteBundled('preload')],
    build: {
      externalizeDeps: false,
      minify: true,
      // A sandboxed preload can only be CommonJS.
      rollupOptions: {
        input: 'src/preload/index.ts',
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react(), noteBundled('renderer')],
    worker: { plugins: () => [noteBundled('workers')] },
    build: {
      rollupOptions: { input: 'src/renderer/index.html' },
      minify: true,
      assetsInlineLimit: 0,
      target: 'chrome130',
    },
  },
});
