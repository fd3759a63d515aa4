import { SetupError } from '../say.mjs';

/** Electron checks the hash of the archive on these systems only; elsewhere the fuse would promise what nobody does. */
const checksArchive = new Set(['darwin', 'win32']);

/**
 * The switches burnt into the program that people get, each with its reason.
 * @param {string} platform as in `process.platform`
 * @returns {Record<string, { on: boolean, why: string }>} by the names of @electron/fuses
 */
export function fusesFor(platform) {
  return {
    RunAsNode: { on: false, why: 'an editor is no interpreter for scripts of others' },
    EnableCookieEncryption: { on: true, why: 'nothing that Chromium keeps is readable by another program' },
    EnableNodeOptionsEnvironmentVariable: {
      on: false,
      why: 'the environment cannot put code into the program',
    },
    EnableNodeCliInspectArguments: {
      on: false,
      why: 'no debugger attaches to the process that reads the desk',
    },
    EnableEmbeddedAsarIntegrityValidation: {
      on: checksArchive.has(platform),
      why: 'a changed archive does not start; Electron knows this on macOS and Windows only',
    },
    OnlyLoadAppFromAsar: { on: true, why: 'a folder laid beside the archive is not started in its place' },
    LoadBrowserProcessSpecificV8Snapshot: {
      on: false,
      why: 'there is no such snapshot, and none can be slipped in',
    },
    GrantFileProtocolExtraPrivileges: {
      on: false,
      why: 'pages come from marbre:, a file: page gets nothing extra',
    },
  };
}

/** How a fuse is spelt inside the program: the character 0 or 1. */
const states = { 48: false, 49: true };

/** Burns them in, reads them back, and refuses to hand on a program that does not have them. */
export async function setFuses(binary, platform) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const wanted = fusesFor(platform);
  const options = Object.entries(wanted).map(([name, { on }]) => [FuseV1Options[name], on]);
  await flipFuses(binary, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: platform === 'darwin',
    ...Object.fromEntries(options),
  });
  const found = await readFuses(binary);
  const wrong = Object.keys(wanted).filter((name) => found[name] !== wanted[name].on);
  if (wrong.length > 0)
    throw new SetupError(`The program has not taken these fuses: ${wrong.join(', ')}. It is not handed on.`);
}

/**
 * What is burnt into a program.
 * @returns {Promise<Record<string, boolean | null>>} null: this Electron has no such fuse
 */
export async function readFuses(binary) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(binary);
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  return Object.fromEntries(names.map((name) => [name, states[wire[FuseV1Options[name]]] ?? null]));
}
