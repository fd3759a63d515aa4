import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { electronArguments, ensureElectron } from './electron.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/** Everything that a window needs, each step only when it is not done yet. Gives how to start Electron. */
export async function setUp({ needsDisplay = false } = {}) {
  await ensureDependencies();
  const binary = await ensureElectron();
  await ensureSystemLibraries(binary, { needsDisplay });
  await ensureBuild('app');
  await ensureBuild('cli');
  return { binary, args: electronArguments() };
}

/** What the command line needs: no window, so no Electron. */
export async function setUpCommandLine() {
  await ensureDependencies();
  await ensureBuild('cli');
}

/** How a child finds the Electron that was chosen. */
export function electronEnvironment({ binary, args }) {
  return { MARBRE_ELECTRON: binary, MARBRE_ELECTRON_ARGS: JSON.stringify(args) };
}
