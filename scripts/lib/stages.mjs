import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runShown } from './run.mjs';

const bin = (path) => join(root, 'node_modules', path);
/** Standard output carries only the last line of the whole run. */
const show = (args, env = {}) => runShown(process.execPath, args, { env, output: 2 });
const counted = (codes) => ({
  passed: codes.filter((code) => code === 0).length,
  failed: codes.filter((code) => code !== 0).length,
});

async function types() {
  const configs = readdirSync(root).filter((name) => /^tsconfig\.(?!base\.).+\.json$/.test(name));
  const codes = [];
  for (const config of configs) codes.push(await show([bin('typescript/bin/tsc'), '-p', config]));
  return counted(codes);
}

/** One run of vitest, counted by its own report; one that dies without a report is one failure. */
async function vitest(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-tests-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await show([bin('vitest/vitest.mjs'), 'run', ...reporters, ...args], env);
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    // A file that does not even load has no tests to count.
    const unloaded = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    const failed = numFailedTests + unloaded;
    return { passed: numPassedTests, failed: failed || (code === 0 ? 0 : 1), skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the order in which a mistake is cheapest to find. */
export const stages = [
  { id: 'types', run: types },
  { id: 'lint', run: async () => counted([await show([bin('@biomejs/biome/bin/biome'), 'ci', '.'])]) },
  {
    id: 'layers',
    run: async () =>
      counted([
        await show([
          bin('dependency-cruiser/bin/dependency-cruise.mjs'),
          '--config',
          '.dependency-cruiser.cjs',
          'src',
        ]),
      ]),
  },
  { id: 'unit', run: ({ args, env }) => vitest(args, env) },
  { id: 'e2e', run: ({ args, env }) => vitest(['-c', 'vitest.e2e.config.ts', ...args], env) },
];
