#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// The `marbre` command. In a checkout it builds itself when it must; what is installed is built already.
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

if (existsSync(join(root, 'src'))) {
  const { isBuilt } = await import('../scripts/lib/build.mjs');
  if (!isBuilt('cli')) await build();
}
if (process.exitCode === undefined) {
  const { run } = await import(pathToFileURL(join(root, 'out/cli/marbre.mjs')).href);
  process.exitCode = await run(process.argv.slice(2));
}

async function build() {
  const { main } = await import('../scripts/lib/say.mjs');
  const { setUpCommandLine } = await import('../scripts/lib/setup.mjs');
  await main(setUpCommandLine, 4);
}
