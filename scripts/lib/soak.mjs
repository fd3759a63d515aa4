import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * The test files that go on for longer in the soak: those that ask `isSoak` (tests/support/seed.ts). By the stage that
 * runs them.
 * @returns {{ unit: string[], e2e: string[] }}
 */
export function soakArguments() {
  const files = readdirSync(join(root, 'tests'), { recursive: true })
    .map((name) => `tests/${name.replaceAll('\\', '/')}`)
    .filter(
      (name) => /\.test\.tsx?$/.test(name) && readFileSync(join(root, name), 'utf8').includes('isSoak'),
    );
  return {
    unit: files.filter((name) => !name.startsWith('tests/e2e/')),
    e2e: files.filter((name) => name.startsWith('tests/e2e/')),
  };
}
