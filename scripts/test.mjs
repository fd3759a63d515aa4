import { withDisplay } from './lib/display.mjs';
import { main, say } from './lib/say.mjs';
import { electronEnvironment, setUp } from './lib/setup.mjs';
import { soakArguments } from './lib/soak.mjs';
import { stages } from './lib/stages.mjs';

/**
 * `npm test [-- --only types,unit] [-- arguments for vitest]`: every stage runs, whatever failed before it.
 * `npm run test:soak`: the suites that can go on for longer do, and nothing else runs.
 */
await main(async () => {
  const isSoak = process.argv.includes('--soak');
  const [only, passed] = readArguments(process.argv.slice(2).filter((argument) => argument !== '--soak'));
  const soak = isSoak ? soakArguments() : {};
  const chosen = stages.filter(
    ({ id }) => (only.length === 0 || only.includes(id)) && (!isSoak || soak[id]?.length > 0),
  );
  const electron = await setUp({ needsDisplay: true });
  const total = { passed: 0, failed: 0, skipped: 0 };
  await withDisplay(async (env) => {
    for (const stage of chosen) {
      say(`\n── ${stage.id} ──`);
      const started = Date.now();
      const result = await stage.run({
        env: { ...env, ...electronEnvironment(electron), ...(isSoak && { MARBRE_SOAK: '1' }) },
        args: isSoak && passed.length === 0 ? soak[stage.id] : passed,
      });
      for (const key of Object.keys(total)) total[key] += result[key] ?? 0;
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      say(`── ${stage.id}: ${result.passed} passed, ${result.failed} failed in ${seconds} s`);
    }
  });
  if (total.skipped > 0) say(`${total.skipped} skipped`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
});

function readArguments(args) {
  const at = args.indexOf('--only');
  const only = at === -1 ? [] : (args[at + 1] ?? '').split(',').filter(Boolean);
  return [only, at === -1 ? args : args.filter((_, index) => index !== at && index !== at + 1)];
}
