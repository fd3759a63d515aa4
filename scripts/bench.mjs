import { join } from 'node:path';
import { withDisplay } from './lib/display.mjs';
import { root } from './lib/paths.mjs';
import { runShown } from './lib/run.mjs';
import { main } from './lib/say.mjs';
import { electronEnvironment, setUp } from './lib/setup.mjs';

await main(async () => {
  const electron = await setUp({ needsDisplay: true });
  const args = [join(root, 'bench/run.mjs'), ...process.argv.slice(2)];
  process.exitCode = await withDisplay((env) =>
    runShown(process.execPath, args, { env: { ...env, ...electronEnvironment(electron) } }),
  );
});
