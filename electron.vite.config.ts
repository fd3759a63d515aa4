import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { noteBundled } from './scripts/lib/supply/bundled.mjs';

/**
 * What the window talks to; the library beside it, and the thread that reads articles for that; who reads strangers'
 * files; the thread that encrypts.
 */
const programs = {
  index: 'src/main/index.ts',
  'library-process': 'src/main/library/library-process.ts',
  'intake-process': 'src/main/intake/intake-process.ts',
  'index-worker': 'src/storage/search-index/index-worker.ts',
  'age-worker': 'src/storage/confidential/age-worker.ts',
};
/** Native modules cannot be bundled. */
const native = ['libsql', '@parcel/watcher'];

// Everything is bundled: what starts is a few files, not a tree of modules to look up on a cold disk.
export default defineConfig({
  main: {
    plugins: [noteBundled('main')],
    // Its entry for Node makes a `require` of its own, beside which electron-vite puts another one: the minifier then
    // gives both parts of a file the same name, and nothing starts.
    resolve: { alias: { fflate: 'fflate/browser' } },
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
