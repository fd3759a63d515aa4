import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fusesFor, readFuses } from '../../../scripts/lib/package/fuses.mjs';
import { articlesIn, deskIn } from '../../support/desk-files';

const root = join(import.meta.dirname, '../../..');
const electron = process.env.MARBRE_ELECTRON ?? '';
const given = JSON.parse(process.env.MARBRE_ELECTRON_ARGS ?? '[]') as string[];
/** How long a start may take, in milliseconds. */
const patience = 80_000;

/** A program that leaves a mark where it says, if anybody runs it. */
function canary(): { readonly script: string; readonly mark: string } {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-canary-'));
  const [script, mark] = [join(folder, 'canary.cjs'), join(folder, 'mark')];
  writeFileSync(script, `require('fs').writeFileSync(${JSON.stringify(mark)}, '')`);
  return { script, mark };
}

interface Start {
  readonly child: ChildProcess;
  readonly userData: string;
  /** What it has written to its standard error so far. */
  said(): string;
}

function start(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Start {
  const userData = mkdtempSync(join(tmpdir(), 'marbre-packaged-'));
  const child = spawn(program, [...given, ...args, '--lang=en'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    env: { ...process.env, ...env, MARBRE_USER_DATA: userData, LANG: 'en_GB.UTF-8', LANGUAGE: 'en' },
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return { child, userData, said: () => said };
}

function end({ child, userData }: Start): void {
  if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  rmSync(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** The command lines of everything that a start has brought up. */
function programsOf({ child }: Start): string[] {
  return readdirSync('/proc').flatMap((entry) => {
    try {
      const group = /\) \S \d+ (\d+)/.exec(readFileSync(`/proc/${entry}/stat`, 'utf8'))?.[1];
      return group === String(child.pid) ? [readFileSync(`/proc/${entry}/cmdline`, 'utf8')] : [];
    } catch {
      // No process, or one that has ended meanwhile.
      return [];
    }
  });
}

async function until(look: () => boolean): Promise<void> {
  for (const last = Date.now() + patience; !look(); await pause(100))
    if (Date.now() > last) throw new Error(`waited ${patience / 1000} s`);
}

/** The window has asked for the desk, and the library process has opened its index: native code and worker included. */
const isUp = ({ userData }: Start): boolean => {
  try {
    return existsSync(join(deskIn(userData), '.marbre/index.sqlite'));
  } catch {
    return false;
  }
};

describe.skipIf(process.platform !== 'linux' || !electron)(
  'the packaged program (made on Linux only)',
  () => {
    let target: string;
    let folder: string;
    let program: string;
    let archive: string;

    beforeAll(() => {
      target = mkdtempSync(join(tmpdir(), 'marbre-package-'));
      const made = spawnSync(process.execPath, [join(root, 'scripts/package.mjs'), '--out', target], {
        encoding: 'utf8',
        env: { ...process.env, ELECTRON_EXEC_PATH: electron },
      });
      if (made.status !== 0) throw new Error(made.stderr);
      folder = join(target, `Marbre-${process.platform}-${process.arch}`);
      program = join(folder, 'marbre');
      archive = join(folder, 'resources/app.asar');
    });
    afterAll(() => rmSync(target, { recursive: true, force: true }));

    it('has every fuse burnt in as the table says', async () => {
      const found = await readFuses(program);
      const wanted = Object.entries(fusesFor('linux')).map(([name, { on }]) => [name, on]);
      expect(found).toEqual(Object.fromEntries(wanted));
      expect(fusesFor('darwin').EnableEmbeddedAsarIntegrityValidation?.on).toBe(true);
      // The development program differs, so that the reading can be wrong.
      expect((await readFuses(electron)).RunAsNode).toBe(true);
    });

    it('holds the build and two native modules, and no test, source, map or place on this machine', () => {
      const files = listPackage(archive, { isPack: false }).map((name) =>
        name.slice(1).replaceAll('\\', '/'),
      );
      const tops = new Set(files.map((name) => name.split('/')[0]));
      expect([...tops].sort()).toEqual(['node_modules', 'out', 'package.json', 'resources']);
      expect(
        files.filter((name) => /\.(?:map|ts|tsx|md|h|cc|gyp)$|(?:^|\/)tests?(?:\/|$)/.test(name)),
      ).toEqual([...files.filter((name) => /sample-desk\/.*\.md$/.test(name))]);
      expect(
        files.filter((name) => /^node_modules\/(?:electron|vite|typescript|vitest)(?:\/|$)/.test(name)),
      ).toEqual([]);
      const places = [root, process.env.HOME, tmpdir()].filter(
        (place) => place && place.length > 4,
      ) as string[];
      const telling = files.filter((name) => {
        if (!/\.(?:js|cjs|mjs|json|html|css)$/.test(name)) return false;
        const text = extractFile(archive, name).toString('utf8');
        return text.includes('sourceMappingURL=') || places.some((place) => text.includes(`${place}/`));
      });
      expect(telling).toEqual([]);
      const manifest = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
      expect(Object.keys(manifest)).not.toContain('scripts');
      expect(Object.keys(manifest)).not.toContain('devDependencies');
    });

    it('carries licences, the notices of Chromium and the bill of materials', () => {
      const { packages } = JSON.parse(extractFile(archive, 'out/licences.json').toString('utf8'));
      expect(packages.length).toBeGreaterThan(50);
      for (const name of ['LICENSES.chromium.html', 'sbom.cdx.json'])
        expect(statSync(join(folder, name)).size).toBeGreaterThan(10_000);
    });

    describe('started by an environment and a command line that want something else', () => {
      const [asNode, required] = [canary(), canary()];
      let started: Start;
      beforeAll(async () => {
        started = start(program, ['--inspect=0', '--remote-debugging-port=0', asNode.script], {
          ELECTRON_RUN_AS_NODE: '1',
          NODE_OPTIONS: `--require ${required.script}`,
        });
        await until(() => isUp(started));
      });
      afterAll(() => end(started));

      it('comes up all the same, on its own copy of the sample desk, index included, from inside the archive', () => {
        const desk = deskIn(started.userData);
        expect(articlesIn(desk).length).toBe(articlesIn(join(root, 'resources/sample-desk')).length);
        expect(started.said()).not.toContain('no desk was opened');
      });

      it('runs none of the code that they name, and opens no port for a debugger', () => {
        expect(existsSync(asNode.mark) || existsSync(required.mark)).toBe(false);
        expect(started.said()).not.toMatch(/listening on/i);
        expect(existsSync(join(started.userData, 'DevToolsActivePort'))).toBe(false);
      });

      it('has no program for crash reports beside it', () => {
        const running = programsOf(started);
        expect(running.length).toBeGreaterThan(2);
        expect(running.filter((words) => words.includes('crashpad'))).toEqual([]);
      });
    });

    it('differs in that from the development program, which does all of it', async () => {
      const [asNode, required] = [canary(), canary()];
      spawnSync(electron, [asNode.script], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
      expect(existsSync(asNode.mark)).toBe(true);
      const started = start(electron, ['--inspect=0', '--remote-debugging-port=0', root], {
        NODE_OPTIONS: `--require ${required.script}`,
      });
      try {
        await until(
          () => existsSync(required.mark) && (started.said().match(/listening on/gi) ?? []).length === 2,
        );
      } finally {
        end(started);
      }
    });

    it('does not start a folder that lies beside the archive, or in its place', async () => {
      const mark = join(target, 'other-app-ran');
      const other = join(folder, 'resources/app');
      mkdirSync(other);
      writeFileSync(join(other, 'package.json'), '{ "name": "other", "main": "index.cjs" }');
      writeFileSync(
        join(other, 'index.cjs'),
        `require('fs').writeFileSync(${JSON.stringify(mark)}, ''); process.exit()`,
      );
      renameSync(archive, `${archive}.away`);
      const started = start(program, []);
      try {
        await Promise.race([pause(6_000), new Promise((resolve) => started.child.once('exit', resolve))]);
        expect(existsSync(mark)).toBe(false);
        expect(isUp(started)).toBe(false);
      } finally {
        end(started);
        renameSync(`${archive}.away`, archive);
        rmSync(other, { recursive: true });
      }
    });
  },
);
