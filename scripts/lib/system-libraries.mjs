import { spawnSync } from 'node:child_process';
import { runQuietly } from './run.mjs';
import { SetupError, say } from './say.mjs';

/** What Electron and a virtual display need on a bare Debian; newer releases gave some of them another name. */
const packages = [
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libdrm2'],
  ['libxshmfence1'],
  ['libnotify4'],
  ['fonts-dejavu-core'],
  ['fonts-noto-core'],
];

const has = (program) => spawnSync('which', [program], { stdio: 'ignore' }).status === 0;

/** Whether the program finds all its libraries and, where one is wanted, a virtual display can be had. */
function isComplete(binary, needsDisplay) {
  const { stdout } = spawnSync('ldd', [binary], { encoding: 'utf8' });
  return !stdout?.includes('not found') && (!needsDisplay || has('Xvfb'));
}

/** Installs missing system libraries where it may (root, apt); elsewhere says what to run. Linux only. */
export async function ensureSystemLibraries(binary, { needsDisplay }) {
  if (process.platform !== 'linux' || isComplete(binary, needsDisplay)) return;
  const names = has('apt-cache') ? packages.map(existing) : packages.map((choices) => choices.at(-1));
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!has('apt-get') || process.getuid?.() !== 0) {
    throw new SetupError(
      `Electron needs system libraries that are missing here: run “sudo ${command}” (or your system’s equal), then this again.`,
    );
  }
  say('Installing system libraries for Electron (about 150 MB, once) …');
  const cure = `System libraries could not be installed: run “${command}” and see what it says.`;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runQuietly({ name: 'apt-update', command: 'apt-get', args: ['update'], env, cure });
  await runQuietly({
    name: 'apt-install',
    command: 'apt-get',
    args: ['install', '-y', '--no-install-recommends', ...packages.map(existing)],
    env,
    cure,
  });
}

function existing(choices) {
  const isKnown = (name) =>
    /Candidate: (?!\(none\))/.test(
      spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? '',
    );
  return choices.find(isKnown) ?? choices.at(-1);
}
