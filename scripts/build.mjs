import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  await ensureDependencies();
  await ensureBuild('app');
  await ensureBuild('cli');
  await ensureBuild('sbom');
});
