import { spawn } from 'node:child_process';
import { SetupError } from './say.mjs';

export function hasDisplay() {
  if (process.env.MARBRE_HEADLESS === '1') return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Runs `work` with a display: the one there is, else a virtual one that is started for it and stopped behind it.
 * @template T @param {(env: object) => Promise<T>} work
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({});
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  try {
    return await work({ DISPLAY: `:${await displayNumber(server)}` });
  } finally {
    server.kill();
  }
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const failed = () =>
      reject(
        new SetupError(
          'No virtual display could be started: install Xvfb (apt-get install xvfb), then run this again.',
        ),
      );
    server.on('error', failed);
    server.on('exit', failed);
    server.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });
}
