import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Everything is bundled: what starts is three files, not a tree of modules to look up on a cold disk.
export default defineConfig({
  main: {
    build: { externalizeDeps: false, minify: true, rollupOptions: { input: 'src/main/index.ts' } },
  },
  preload: {
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
    plugins: [react()],
    build: {
      rollupOptions: { input: 'src/renderer/index.html' },
      minify: true,
      assetsInlineLimit: 0,
      target: 'chrome130',
    },
  },
});
