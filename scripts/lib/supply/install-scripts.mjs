/**
 * Every package of the lock file that would like to run a script when it is installed. None of them may: `.npmrc` and
 * the set-up say so to npm. A package that is not in this table fails the tests until somebody has looked at it.
 */
export const installScripts = {
  '@parcel/watcher': {
    why: 'compiles itself only when asked to by a setting; the prebuilt code of its platform package is used',
  },
  libxmljs2: {
    why: 'an optional helper of the tool that writes the bill of materials, for XML, which is not written',
  },
};

/** Names of the packages of a lock file that have an install script, sorted. */
export function packagesWithInstallScripts(lock) {
  const found = Object.entries(lock.packages).filter(([, entry]) => entry.hasInstallScript);
  return [...new Set(found.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13)))].sort();
}
