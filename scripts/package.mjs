import { join, resolve } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureElectron } from './lib/electron.mjs';
import { assemble } from './lib/package/assemble.mjs';
import { root } from './lib/paths.mjs';
import { main, say } from './lib/say.mjs';

/** `npm run package [-- --out FOLDER]`: the program as people get it, in dist/. */
await main(async () => {
  await ensureDependencies();
  const electron = await ensureElectron();
  await ensureBuild('app');
  await ensureBuild('sbom');
  const at = process.argv.indexOf('--out');
  const target = at === -1 ? join(root, 'dist') : resolve(process.argv[at + 1] ?? 'dist');
  say('Putting the program together …');
  const folder = await assemble(electron, target);
  say(`Marbre is packaged in ${folder}`);
});
