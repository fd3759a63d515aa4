import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './paths.mjs';
import { SetupError, say } from './say.mjs';

/** A step that is silent for longer than this (milliseconds) is told to be alive. */
const heartbeat = 10_000;

/**
 * Runs a program quietly; its output goes to a log. Rejects with `cure` as the sentence when it fails.
 * @param {{ name: string, command: string, args: string[], cure: string, cwd?: string, env?: object, timeout?: number }} step
 */
export async function runQuietly({ name, command, args, cure, cwd = root, env = {}, timeout }) {
  const folder = join(cache, 'logs');
  mkdirSync(folder, { recursive: true });
  const log = join(folder, `${name}.log`);
  const started = Date.now();
  const beat = setInterval(
    () => say(`  … ${name}: ${Math.round((Date.now() - started) / 1000)} s`),
    heartbeat,
  );
  try {
    const code = await pipeToLog(command, args, { cwd, env: { ...process.env, ...env }, timeout }, log);
    if (code !== 0) throw new SetupError(`${cure} (The log is ${log}.)`);
  } finally {
    clearInterval(beat);
  }
}

function pipeToLog(command, args, options, log) {
  return new Promise((resolve) => {
    const output = createWriteStream(log);
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(output, { end: false });
    child.stderr.pipe(output, { end: false });
    child.on('error', (error) => {
      output.end(String(error));
      resolve(1);
    });
    child.on('close', (code) => output.end(() => resolve(code ?? 1)));
  });
}

/** Runs a program on this terminal and gives its exit code. */
export function runShown(command, args, { env = {}, output = 'inherit' } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['inherit', output, 'inherit'],
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** npm as it was installed beside this Node, without a shell. */
export function npmCommand(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return { command: process.execPath, args: [cli, ...args] };
  return process.platform === 'win32'
    ? { command: 'cmd.exe', args: ['/d', '/s', '/c', 'npm', ...args] }
    : { command: 'npm', args };
}
