import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const outDir = join(root, 'out/bench');

const common = { configFile: false, logLevel: 'warn' };

/** Builds `entry` (from the root) as a module that plain Node can load, and gives its path. */
export async function buildModule(name, entry) {
  const folder = join(outDir, name);
  await build({
    ...common,
    root,
    // Native modules stay where they are installed.
    ssr: { noExternal: true, external: ['libsql', '@parcel/watcher'] },
    build: {
      ssr: join(root, entry),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'index.mjs' } },
    },
  });
  return join(folder, 'index.mjs');
}

/** Builds the peer’s window. */
export async function buildPeer() {
  await build({
    ...common,
    root: join(root, 'bench/peer'),
    base: './',
    build: { outDir: join(outDir, 'peer'), emptyOutDir: true },
  });
}
