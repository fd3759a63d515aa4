import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasDisplay } from './lib/display.mjs';
import { root } from './lib/paths.mjs';
import { runShown } from './lib/run.mjs';
import { main, SetupError, say } from './lib/say.mjs';
import { setUp, setUpCommandLine } from './lib/setup.mjs';

await main(async () => (hasDisplay() ? openWindow() : runHeadless()));

async function openWindow() {
  const { binary, args } = await setUp();
  process.exitCode = await runShown(binary, [...args, root, ...process.argv.slice(2)]);
}

/** The main job without a window: the bundled story is imported, cleaned and exported. */
async function runHeadless() {
  say('There is no display here: running the main job without a window instead.');
  await setUpCommandLine();
  const { run } = await import(pathToFileURL(join(root, 'out/cli/marbre.mjs')).href);
  const marbre = async (...args) => {
    const code = await run(args);
    if (code !== 0)
      throw new SetupError(`The main job failed at “marbre ${args[0]}” (exit ${code}): please report it.`);
  };
  const folder = mkdtempSync(join(tmpdir(), 'marbre-sample-'));
  const desk = join(folder, 'desk');
  await marbre('desk', 'init', desk);
  await marbre('import', join(root, 'resources/sample/raw-story-fr.txt'), '--desk', desk);
  const id = readdirSync(join(desk, 'articles'))[0]?.split('--').at(-1) ?? '';
  for (const [format, file] of [
    ['markdown', 'story.md'],
    ['html', 'story.html'],
  ]) {
    await marbre('export', id, '--desk', desk, '--to', format, '-o', join(folder, file));
    say(`  ${file}`);
  }
  say(`The sample story was imported, cleaned and exported to ${folder}`);
}
