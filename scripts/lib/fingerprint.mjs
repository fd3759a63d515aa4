import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * One hash over the names, sizes and times of files: cheap enough to be asked at every start of the command line.
 * @param {string} base @param {string[]} names files or folders below it; missing ones count as missing
 */
export function fingerprint(base, names) {
  const hash = createHash('sha256');
  for (const name of names) addTo(hash, base, name);
  return hash.digest('hex');
}

function addTo(hash, base, name) {
  const info = statSync(join(base, name), { throwIfNoEntry: false });
  if (!info) hash.update(`${name} -\n`);
  else if (!info.isDirectory()) hash.update(`${name} ${info.size} ${info.mtimeMs}\n`);
  else for (const entry of readdirSync(join(base, name)).sort()) addTo(hash, base, `${name}/${entry}`);
}

/** Whether a stamp file holds this text: what it stands for was done, and nothing has changed since. */
export function isStamped(file, text) {
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}

export function stamp(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
